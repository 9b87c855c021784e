import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportAttendance } from "../operations/exports/attendance.ts";
import { exportRegistrants } from "../operations/exports/registrants.ts";
import { addRegistrant } from "../operations/registrants/add.ts";
import { type ImportWorld, importWorld } from "../test/import-world.ts";

let world: ImportWorld;
let series = "";
let dates: string[] = [];

const call = () => world.process().zoom;
const signUp = (name: string, ...places: number[]) =>
  world.run(addRegistrant, {
    webinar_id: series,
    email: `${name}@example.com`,
    first_name: name,
    occurrence_ids: places.map((place) => dates[place] ?? ""),
  });
const pairs = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map(({ email, occurrence_id }) => `${String(email).split("@")[0]} ${dates.indexOf(String(occurrence_id))}`).sort();

beforeEach(async () => {
  world = await importWorld();
  const { id, occurrences = [] } = await call().call("POST /users/{userId}/webinars", {
    path: { userId: HOST },
    body: {
      topic: "Workshops",
      type: 9,
      start_time: "2027-02-01T10:00:00Z",
      duration: 60,
      timezone: "UTC",
      recurrence: { type: 2, repeat_interval: 1, weekly_days: "2", end_times: 3 },
      settings: { approval_type: 0, registration_type: 3 },
    },
  });
  series = String(id);
  dates = occurrences.map(({ occurrence_id }) => occurrence_id ?? "");
  expect(dates).toHaveLength(3);
  await signUp("ann", 0, 1);
  await signUp("bob", 1);
  await signUp("cleo", 2);
});
afterEach(() => world.remove());

describe("an export of a series that people sign up for per date", () => {
  it("gives a row for each person and date, with the date, in pages of any size and in a file", async () => {
    const { rows } = await world.run(exportRegistrants, { webinar_id: series, all: true });
    expect(pairs(rows)).toEqual(["ann 0", "ann 1", "bob 1", "cleo 2"]);
    expect(rows.map(({ occurrence_start }) => occurrence_start)).toEqual([
      "2027-02-01T10:00:00Z",
      "2027-02-08T10:00:00Z",
      "2027-02-08T10:00:00Z",
      "2027-02-15T10:00:00Z",
    ]);
    expect(new Set(rows.map(({ row_id }) => row_id)).size).toBe(4);
    const paged: typeof rows = [];
    for (let next_page_token: string | undefined; ; ) {
      const page = await world.run(exportRegistrants, { webinar_id: series, page_size: 1, next_page_token });
      paged.push(...page.rows);
      if (page.next_page_token === null) break;
      next_page_token = page.next_page_token;
    }
    expect(paged).toEqual(rows);
    const file = join(world.folder, "dates.jsonl");
    await world.run(exportRegistrants, { webinar_id: series, file, page_size: 1 });
    expect(
      (await readFile(file, "utf8"))
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(rows);
  });

  it("gives with a cursor only the dates that somebody took, left or was refused for", async () => {
    const file = (name: string) => join(world.folder, name);
    const next = async (name: string) => {
      await world.run(exportRegistrants, { webinar_id: series, file: file(name), cursor: "crm" });
      return (await readFile(file(name), "utf8"))
        .split("\n")
        .filter(Boolean)
        .map((line): Record<string, unknown> => JSON.parse(line));
    };
    const first = await next("1.jsonl");
    const rowOf = (who: string) => first.find((row) => pairs([row])[0] === who);
    await signUp("bob", 2);
    const path = (who: string) => ({ webinarId: series, registrantId: String(rowOf(who)?.registrant_id) });
    await call().call("DELETE /webinars/{webinarId}/registrants/{registrantId}", { path: path("ann 0"), query: { occurrence_id: dates[0] } });
    await call().call("PUT /webinars/{webinarId}/registrants/status", {
      path: { webinarId: series },
      query: { occurrence_id: dates[2] },
      body: { action: "deny", registrants: [{ id: path("cleo 2").registrantId }] },
    });
    const rows = await next("2.jsonl");
    expect(pairs(rows.filter(({ change }) => change === "new"))).toEqual(["bob 2"]);
    expect(rows.filter(({ change }) => change === "changed")).toMatchObject([
      { email: "cleo@example.com", status: "denied", occurrence_id: dates[2] },
    ]);
    expect(rows.filter(({ change }) => change === "gone").map(({ row_id }) => row_id)).toEqual([rowOf("ann 0")?.row_id]);
    expect(rows).toHaveLength(3);
    expect(await next("3.jsonl")).toEqual([]);
  });

  it("goes on if Zoom refuses the list of a date that was deleted", async () => {
    await call().call("DELETE /webinars/{webinarId}", { path: { webinarId: series }, query: { occurrence_id: dates[1] } });
    const refusing = world.process(undefined, {
      send: async (request) =>
        request.url.includes("/registrants?") && request.url.includes(`occurrence_id=${dates[1]}`)
          ? {
              status: 400,
              headers: { "content-type": "application/json" },
              text: JSON.stringify({ code: 3000, message: "Webinar occurrence does not exist." }),
            }
          : world.emulator.send(request),
    });
    const { rows } = await world.run(exportRegistrants, { webinar_id: series, all: true }, refusing);
    expect(pairs(rows)).toEqual(["ann 0", "cleo 2"]);
  });

  it("says of a series that people sign up for once nothing of dates", async () => {
    await call().call("PATCH /webinars/{webinarId}", { path: { webinarId: series }, body: { settings: { registration_type: 1 } } });
    const { rows } = await world.run(exportRegistrants, { webinar_id: series, all: true });
    expect(rows.map(({ email, occurrence_id, occurrence_start }) => [email?.split("@")[0], occurrence_id, occurrence_start])).toEqual([
      ["ann", null, null],
      ["bob", null, null],
      ["cleo", null, null],
    ]);
  });
});

it("who came to a date is counted on the rows of that date alone, and joined to the sign-up for it", async () => {
  const { run } = emulated({ world: "conference-series" });
  const everywhere = { from: "2026-12-20", to: "2027-01-31" };
  const all = (await run(exportRegistrants, { ...everywhere, all: true })).rows.filter(({ topic }) => topic?.includes("warm-up"));
  const [webinar_id = ""] = all.map((row) => row.webinar_id);
  const came = (await run(exportRegistrants, { webinar_id, attended_from: 1, all: true })).rows;
  const attended = (await run(exportAttendance, { webinar_id, all: true })).rows.filter(({ status }) => status === "attended");
  expect(came.length).toBeGreaterThan(5);
  const keyOf = ({ email, at, minutes }: { email: string | null; at: string | null; minutes: number | null }) => `${at} ${email} ${minutes}`;
  expect(came.map(({ email, occurrence_start, minutes }) => keyOf({ email, at: occurrence_start, minutes })).sort()).toEqual(
    attended.map(({ email, started_at, minutes }) => keyOf({ email, at: started_at, minutes })).sort(),
  );
  expect(attended.every(({ registrant_id, registration }) => registrant_id !== null && registration === "approved")).toBe(true);
});
