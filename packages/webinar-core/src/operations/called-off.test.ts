import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulated, emulated, HOST } from "@zoom-webinar/testing/emulated";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { runOperation } from "../run.ts";
import { operations } from "./index.ts";
import { addRegistrant } from "./registrants/add.ts";
import { createWebinar } from "./webinars/create.ts";
import { deleteWebinar } from "./webinars/delete.ts";
import { getWebinar } from "./webinars/get.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "called-off-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const DATES = ["occurrence_id", "occurrence_ids"] as const;

/** The writes that act on one date, or on dates that are named. */
const writes: readonly AnyOperation[] = Object.values(operations as Record<string, Record<string, AnyOperation>>)
  .flatMap((verbs) => Object.values(verbs))
  .filter(({ effect, input }) => effect !== "read" && DATES.some((field) => field in ((input as { shape?: object }).shape ?? {})));

/** What each of them needs besides the webinar and the date. */
const INPUTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "webinars.update": { agenda: "Other" },
  "webinars.delete": {},
  "webinars.updateStatus": { action: "cancel" },
  "registrants.add": { email: "rosa@example.com", first_name: "Rosa" },
  "registrants.import": { rows: [{ email: "rosa@example.com", first_name: "Rosa" }] },
  "registrants.approve": { registrants: ["tove@example.com"] },
  "registrants.deny": { registrants: ["tove@example.com"] },
  "registrants.cancel": { registrants: ["tove@example.com"] },
  "registrants.updateStatus": { registrants: ["tove@example.com"], action: "approve" },
  "registrants.delete": { registrant_ids: ["tove@example.com"] },
  "registrants.approveFrom": { rows: [{ email: "tove@example.com" }] },
  "registrants.denyFrom": { rows: [{ email: "tove@example.com" }] },
  "registrants.cancelFrom": { rows: [{ email: "tove@example.com" }] },
  "registrants.removeFrom": { rows: [{ email: "tove@example.com" }] },
};

/** Four Mondays, with one person registered, the second of which is called off. */
const series = async ({ run, seen }: Emulated) => {
  const { webinar, dates } = await run(createWebinar, {
    user_id: HOST,
    topic: "Drills",
    start_time: "2027-03-08T10:00",
    timezone: "America/New_York",
    registration: "automatic",
    recurrence: { type: 2, weekly_days: "2", end_times: 4 },
  });
  const webinar_id = webinar.id as string;
  await run(addRegistrant, { webinar_id, email: "tove@example.com", first_name: "Tove" });
  const occurrence_id = dates[1]?.occurrence_id as string;
  await run(deleteWebinar, { webinar_id, occurrence_id });
  seen();
  return { webinar_id, occurrence_id, dates };
};

it("knows an input for every write that acts on a date", () => {
  expect(writes.map(({ id }) => id).sort()).toEqual(Object.keys(INPUTS).sort());
});

it.each(writes.map((operation) => [operation.id, operation] as const))(
  "%s refuses a date that was called off, before it sends anything",
  async (id, operation) => {
    for (const deletedDates of ["listed", "previous"] as const) {
      const zoom = emulated({ switches: { deletedDates }, session: { stateFolder: folder } });
      const { webinar_id, occurrence_id } = await series(zoom);
      const date =
        "occurrence_ids" in (operation.input as unknown as { shape: object }).shape ? { occurrence_ids: [occurrence_id] } : { occurrence_id };
      const input = { webinar_id, ...date, ...INPUTS[id] };
      const [field] = Object.keys(date);
      for (const session of [zoom.session, { ...zoom.session, safety: "confirm" as const }]) {
        const refused = await runOperation(operation, input, session).then(
          (output) => Promise.reject(new Error(`it ran: ${JSON.stringify(output)}`)),
          (error: unknown) => error,
        );
        expect(refused).toMatchObject({ code: "input_invalid", faults: [{ field, message: "is called off already" }] });
      }
      expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
    }
  },
);

it.each(writes.map((operation) => [operation.id, operation] as const))(
  "%s takes a date by its day, and lists the dates if it fits none",
  async (id, operation) => {
    const zoom = emulated({ session: { stateFolder: folder } });
    const { webinar_id, occurrence_id, dates } = await series(zoom);
    const isList = "occurrence_ids" in (operation.input as unknown as { shape: object }).shape;
    const named = (day: string) => ({ webinar_id, ...(isList ? { occurrence_ids: [day] } : { occurrence_id: day }), ...INPUTS[id] });
    const faultOf = (day: string) =>
      runOperation(operation, named(day), zoom.session).then(
        (output) => Promise.reject(new Error(`it ran: ${JSON.stringify(output)}`)),
        (error: unknown) => error,
      );
    expect(await faultOf("2027-03-15")).toMatchObject({ faults: [{ message: "is called off already" }] });
    for (const stranger of ["2027-03-16", "2027-03-22T11:00", "1806393600001"]) {
      expect(await faultOf(stranger)).toMatchObject({
        code: "input_invalid",
        faults: [{ message: `is no date of this webinar: ${stranger}` }],
        hint: expect.stringContaining(`2027-03-22 10:00 (${dates[2]?.occurrence_id})`),
      });
    }
    const { hint } = (await faultOf("2027-03-16")) as { hint: string };
    expect(hint).not.toContain(occurrence_id);
    expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
    await runOperation(operation, named("2027-03-22"), zoom.session).catch((error: { code?: string }) =>
      expect(error.code).not.toBe("input_invalid"),
    );
    const sent = zoom.seen().filter(({ method }) => method !== "GET");
    expect(JSON.stringify(sent)).not.toContain("2027-03-22");
    // Approving whoever is approved already sends nothing.
    if (sent.length === 0) expect(INPUTS[id]?.action ?? id).toMatch(/approve/);
    else expect(JSON.stringify(sent)).toContain(dates[2]?.occurrence_id);
  },
);

it.each(["2027-03-22", "22.3.2027", "22.03.2027 10:00"])("reads a list of one date by its day as well: %s", async (day) => {
  const zoom = emulated();
  const { webinar_id } = await series(zoom);
  expect((await zoom.run(operations.registrants.list, { webinar_id, occurrence_id: day })).registrants).toHaveLength(1);
});

it("says of a date that was called off that it is, and of a series how many dates it has and when the first of them is", async () => {
  const zoom = emulated();
  const { webinar_id, occurrence_id, dates } = await series(zoom);
  const lineOf = async (input: { webinar_id: string; occurrence_id?: string | undefined }) =>
    getWebinar.describe(await zoom.run(getWebinar, input), input);
  expect(await lineOf({ webinar_id, occurrence_id })).toBe("Drills: the date 2027-03-15 10:00 America/New_York (2027-03-15T14:00:00Z) is called off");
  expect(await lineOf({ webinar_id, occurrence_id: dates[2]?.occurrence_id ?? undefined })).toBe(
    "Drills, 2027-03-22 10:00 America/New_York (2027-03-22T14:00:00Z)",
  );
  expect(await lineOf({ webinar_id })).toBe("Drills, 3 dates, the first 2027-03-08 10:00 America/New_York (2027-03-08T15:00:00Z)");
  await zoom.run(deleteWebinar, { webinar_id, occurrence_id: dates[0]?.occurrence_id ?? undefined });
  expect(await lineOf({ webinar_id })).toBe("Drills, 2 dates, the first 2027-03-22 10:00 America/New_York (2027-03-22T14:00:00Z)");
});
