import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { previewOperation } from "../../run.ts";
import { replaceRegistrationQuestions } from "../registration-questions/replace.ts";
import { listWebinarCalendar } from "./calendar.ts";
import { createWebinar } from "./create.ts";
import { deleteWebinar } from "./delete.ts";
import { getWebinar } from "./get.ts";
import { listWebinars } from "./list.ts";
import { updateWebinar } from "./update.ts";

/** Four Mondays at 10:00 in New York. */
const series = async () => {
  const zoom = emulated();
  const { webinar, dates } = await zoom.run(createWebinar, {
    user_id: HOST,
    topic: "Drills",
    start_time: "2027-03-08T10:00",
    timezone: "America/New_York",
    password: "island7",
    registration: "automatic",
    recurrence: { type: 2, weekly_days: "2", end_times: 4 },
  });
  return { ...zoom, webinar_id: webinar.id as string, occurrence_id: dates[1]?.occurrence_id as string };
};
const WINDOW = { from: "2027-03-01", to: "2027-03-31" };

it("says of a new passcode that links with another one still hold that one, and of the same passcode nothing", async () => {
  const { run, session, webinar_id } = await series();
  const note = "The passcode is part of the join links: those that were sent with another one still hold that one.";
  const { changes } = await previewOperation(updateWebinar, { webinar_id, password: "harbor9" }, session);
  expect(changes).toContain(note);
  expect((await run(updateWebinar, { webinar_id, password: "harbor9" })).notes).toEqual([note]);
  expect((await run(updateWebinar, { webinar_id, password: "harbor9" })).notes).toEqual([]);
  expect((await run(updateWebinar, { webinar_id, topic: "Tides" })).notes).toEqual([]);
});

it("says which other date of the series is at the time that a date is moved to", async () => {
  const { run, session, webinar_id, occurrence_id } = await series();
  const notesFor = async (start_time: string) => (await previewOperation(updateWebinar, { webinar_id, occurrence_id, start_time }, session)).changes;
  const met = "The series has 1 other date at that time: 2027-03-22 10:00.";
  expect(await notesFor("2027-03-22T10:00")).toContain(met);
  expect(await notesFor("2027-03-22T10:30")).toContain(met);
  expect(await notesFor("2027-03-22T11:00")).not.toContain(met);
  expect((await run(updateWebinar, { webinar_id, occurrence_id, start_time: "2027-03-22T10:00" })).notes).toContain(met);
});

it("calls the rows of a list between two dates dates, and counts those that were called off apart in a calendar", async () => {
  const { run, webinar_id, occurrence_id } = await series();
  const listed = { user_id: HOST, ...WINDOW };
  expect(listWebinars.describe(await run(listWebinars, listed), { ...listed, type: "scheduled" })).toBe("4 of 4 dates");
  const calendar = { ...WINDOW, hosts: [HOST], checks: false };
  const lineOf = async () => listWebinarCalendar.describe(await run(listWebinarCalendar, calendar), calendar);
  expect(await lineOf()).toBe("4 dates, 1 host, 2027-03-01 to 2027-03-31 (UTC); registration, seats and panelists not checked");
  await run(deleteWebinar, { webinar_id, occurrence_id });
  expect(await lineOf()).toBe("3 dates and 1 called off, 1 host, 2027-03-01 to 2027-03-31 (UTC); registration, seats and panelists not checked");
});

it("says what was deleted, with how many dates went with it", async () => {
  const { run, webinar_id } = await series();
  expect(deleteWebinar.describe(await run(deleteWebinar, { webinar_id }), { webinar_id })).toBe(
    `Deleted "Drills", webinar ${webinar_id} with 4 dates; Zoom mails nobody`,
  );
});

it("shows a series in previews by its first date that is not called off", async () => {
  const { run, session, webinar_id } = await series();
  const { occurrences = [] } = await run(getWebinar, { webinar_id });
  await run(deleteWebinar, { webinar_id, occurrence_id: occurrences[0]?.occurrence_id });
  const first = /2027-03-15 10:00 America\/New_York/;
  expect((await previewOperation(deleteWebinar, { webinar_id }, session)).summary).toMatch(first);
  const questions = { questions: [], custom_questions: [] };
  expect((await previewOperation(replaceRegistrationQuestions, { webinar_id, ...questions }, session)).targets[0]?.label).toMatch(first);
});
