import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { approveRegistrants } from "../registrants/approve.ts";
import { deleteRegistrant } from "../registrants/delete.ts";
import { createRecurringWebinar } from "./create-recurring.ts";
import { deleteWebinar } from "./delete.ts";
import { getWebinar } from "./get.ts";
import { listWebinars } from "./list.ts";
import { updateWebinar } from "./update.ts";
import { updateWebinarStatus } from "./update-status.ts";

const open = async (options: Parameters<typeof emulated>[0] = {}) => {
  const zoom = emulated(options);
  const webinar_id = (await zoom.run(listWebinars, { user_id: HOST })).webinars[0]?.id as string;
  return { ...zoom, webinar_id };
};

describe("webinars.delete", () => {
  it("deletes, answers what was done, mails nobody", async () => {
    const { run, refusal, emulator, webinar_id } = await open();
    expect(await run(deleteWebinar, { webinar_id })).toEqual({ done: "delete_webinar", webinar_id, topic: "Product tour: what is new" });
    expect(await refusal(getWebinar, { webinar_id })).toMatchObject({ code: "not_found" });
    expect(await emulator.mailLog()).toEqual([]);
  });

  it("shows what is deleted and who hears of it, before anything is deleted", async () => {
    const { run, refusal, emulator, webinar_id } = await open({ session: { safety: "confirm" } });
    const asked = await refusal(deleteWebinar, { webinar_id, cancel_webinar_reminder: true });
    const { preview, confirm_token } = asked.details as { preview: { recipients: { count: number } }; confirm_token: string };
    expect(preview).toMatchObject({
      summary: expect.stringContaining("Product tour"),
      targets: [{ kind: "webinar", id: webinar_id }],
      reversible: false,
    });
    await run(getWebinar, { webinar_id });
    await run(deleteWebinar, { webinar_id, cancel_webinar_reminder: true }, { confirmToken: confirm_token });
    expect(await emulator.mailLog()).toHaveLength(preview.recipients.count);
  });

  it("asks as well if nobody is written to", async () => {
    const { refusal, webinar_id } = await open({ session: { safety: "confirm" } });
    expect(await refusal(deleteWebinar, { webinar_id })).toMatchObject({ code: "confirmation_required", details: { preview: { recipients: null } } });
  });

  it("says not_found for a webinar that is gone, in the preview too", async () => {
    const { refusal } = await open({ session: { safety: "confirm" } });
    expect(await refusal(deleteWebinar, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
  });
});

/** A series of three dates, the second of which is meant. */
const openSeries = async () => {
  const zoom = emulated();
  const { webinar, dates } = await zoom.run(createRecurringWebinar, {
    user_id: HOST,
    topic: "Office hour",
    start_time: "2027-03-08T10:00",
    timezone: "America/New_York",
    weekly_days: "2",
    end_times: 3,
  });
  zoom.seen();
  return { ...zoom, webinar_id: webinar.id as string, occurrence_id: dates[1]?.occurrence_id as string };
};

describe("deleting one date", () => {
  const date = { topic: "Office hour", date: { utc: "2027-03-15T14:00:00Z", local: "2027-03-15 10:00 America/New_York" }, dates_left: 2 };

  it("names the date, the topic, what stays and whom Zoom writes to, so that nobody takes it for the whole series", async () => {
    const { run, webinar_id, occurrence_id } = await openSeries();
    const input = { webinar_id, occurrence_id };
    const answer = await run(deleteWebinar, input);
    expect(answer).toMatchObject({ occurrence_id, ...date });
    expect(deleteWebinar.describe(answer, input)).toBe(
      `Deleted only the date 2027-03-15 10:00 America/New_York of "Office hour", webinar ${webinar_id} (occurrence_id ${occurrence_id}); 2 dates stay; Zoom mails nobody`,
    );
    expect(deleteWebinar.describe(answer, { ...input, cancel_webinar_reminder: true })).toContain("Zoom mails whoever is registered or a panelist");
  });

  it("says the same if a status is cancelled", async () => {
    const { run, webinar_id, occurrence_id } = await openSeries();
    const input = { webinar_id, occurrence_id, action: "cancel" as const };
    const answer = await run(updateWebinarStatus, input);
    expect(answer).toMatchObject({ occurrence_id, ...date });
    expect(updateWebinarStatus.describe(answer, input)).toMatch(/^Cancelled only the date 2027-03-15 10:00 America\/New_York of "Office hour"/);
  });

  it("is done even if the date cannot be read before", async () => {
    const { run, emulator, webinar_id, occurrence_id } = await openSeries();
    emulator.controls.addFault({ kind: "status", status: 403, endpoint: "GET /webinars/{webinarId}", times: 1 });
    const input = { webinar_id, occurrence_id };
    const answer = await run(deleteWebinar, input);
    expect(answer).toEqual({ done: "delete_webinar", webinar_id, occurrence_id });
    expect(deleteWebinar.describe(answer, input)).toContain("only one date of");
  });
});

it("changes, decisions and erasures of one date say that they are of one date", async () => {
  const { run, webinar_id, occurrence_id } = await openSeries();
  const changed = await run(updateWebinar, { webinar_id, occurrence_id, agenda: "Questions" });
  expect(updateWebinar.describe(changed, { webinar_id })).toContain(
    `only the date 2027-03-15 10:00 America/New_York (occurrence_id ${occurrence_id})`,
  );
  const results: [] = [];
  const only = `, only for the date with occurrence_id ${occurrence_id}`;
  const decided = { webinar_id, registrants: ["grace@example.com"], occurrence_id };
  expect(approveRegistrants.describe({ webinar_id, action: "approve", results }, decided)).toContain(only);
  expect(deleteRegistrant.describe({ webinar_id, results }, { webinar_id, occurrence_id })).toContain(only);
});

describe("a series of which some dates were held", () => {
  const inSeries = async () => {
    const zoom = emulated({ world: "conference-series", session: { safety: "confirm" } });
    const { webinars } = await zoom.run(listWebinars, { user_id: HOST });
    const webinar_id = webinars.find(({ topic }) => topic?.includes("weekly"))?.id ?? "";
    const { occurrences = [] } = await zoom.run(getWebinar, { webinar_id });
    const ahead = (occurrences ?? []).filter(({ status }) => status !== "deleted");
    const all = await zoom.run(getWebinar, { webinar_id, show_previous_occurrences: true });
    expect(all.occurrences?.length).toBeGreaterThan(occurrences?.length ?? 0);
    return { ...zoom, webinar_id, ahead };
  };
  const agreed = async (zoom: Awaited<ReturnType<typeof inSeries>>, input: { webinar_id: string; occurrence_id?: string }) => {
    const asked = await zoom.refusal(deleteWebinar, input);
    return { asked: asked.message, answer: await zoom.run(deleteWebinar, input, { confirmToken: asked.details.confirm_token as string }) };
  };

  it("is counted alike before one date of it is deleted and afterwards: the dates ahead stay", async () => {
    const zoom = await inSeries();
    const { asked, answer } = await agreed(zoom, { webinar_id: zoom.webinar_id, occurrence_id: zoom.ahead[1]?.occurrence_id ?? "" });
    expect(answer.dates_left).toBe(zoom.ahead.length - 1);
    expect(asked).toContain(`; ${answer.dates_left} other dates stay.`);
  });

  it("is counted alike before it is deleted and afterwards: the dates ahead go", async () => {
    const zoom = await inSeries();
    const { asked, answer } = await agreed(zoom, { webinar_id: zoom.webinar_id });
    expect(answer.dates_deleted).toBe(zoom.ahead.length);
    expect(asked).toContain(`: ${answer.dates_deleted} dates, `);
  });
});
