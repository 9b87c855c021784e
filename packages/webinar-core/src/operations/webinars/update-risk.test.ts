import { UPCOMING as webinar_id } from "@zoom-webinar/testing/demo-webinars";
import { type Emulated, emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { addPanelists } from "../panelists/add.ts";
import { addRegistrant } from "../registrants/add.ts";
import { createWebinar } from "./create.ts";
import { deleteWebinar } from "./delete.ts";
import { listWebinars } from "./list.ts";
import { updateWebinar } from "./update.ts";

/** Six Mondays at 10:00 in New York, with two people registered. */
const series = async (zoom: Emulated) => {
  const trusted = { ...zoom.session, safety: "trusted" as const };
  const { runOperation } = await import("../../run.ts");
  const { webinar, dates } = await runOperation(
    createWebinar,
    {
      user_id: HOST,
      topic: "Drills",
      start_time: "2027-03-08T10:00",
      timezone: "America/New_York",
      registration: "automatic",
      recurrence: { type: 2, weekly_days: "2", end_times: 6 },
    },
    trusted,
  );
  const id = webinar.id as string;
  for (const email of ["rosa@example.com", "tove@example.com"])
    await runOperation(addRegistrant, { webinar_id: id, email, first_name: "P" }, trusted);
  zoom.seen();
  return { webinar_id: id, occurrences: dates, trusted, runOperation };
};
const confirming = () => emulated({ session: { safety: "confirm" } });
const textOf = (error: { message: string }) => error.message;

describe("a change of a series", () => {
  it("with a start alone is refused, naming both ways, and nothing is sent; a person is asked instead, with the dates that come", async () => {
    const zoom = confirming();
    const { webinar_id: id, occurrences } = await series(zoom);
    const input = { webinar_id: id, start_time: "2027-03-12T10:00" };
    const refused = await zoom.refusal(updateWebinar, input);
    expect(refused).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "start_time", message: expect.stringContaining("series of 6 dates") }],
    });
    expect(refused.hint).toMatch(new RegExp(`occurrence_id.*${occurrences[0]?.occurrence_id}.*give recurrence`, "s"));
    expect(zoom.seen().every(({ method }) => method === "GET")).toBe(true);
    const asked = await zoom.refusal(updateWebinar, input, { confirmChannel: "person" });
    expect(asked.code).toBe("confirmation_required");
    expect(textOf(asked)).toMatch(/2027-03-08 10:00.*becomes 6 dates: 2027-03-15 10:00/s);
    expect(textOf(asked)).toContain("The first date is 2027-03-15 10:00");
    const done = await zoom.run(updateWebinar, input, { confirmChannel: "person", confirmToken: asked.details.confirm_token as string });
    const stored = await zoom.emulator.state.webinar(id);
    expect(done.dates?.map(({ utc }) => utc)).toEqual(stored?.occurrences.map(({ start_time }) => start_time));
  });

  it("previews how many dates go, are put back and numbered again, and how many people are not told", async () => {
    const zoom = confirming();
    const { webinar_id: id, occurrences, trusted, runOperation } = await series(zoom);
    await runOperation(
      updateWebinar,
      { webinar_id: id, occurrence_id: occurrences[1]?.occurrence_id ?? "", start_time: "2027-03-16T11:00" },
      trusted,
    );
    await runOperation(deleteWebinar, { webinar_id: id, occurrence_id: occurrences[2]?.occurrence_id ?? "" }, trusted);
    const asked = await zoom.refusal(updateWebinar, {
      webinar_id: id,
      start_time: "2027-03-09T09:00",
      recurrence: { type: 2, weekly_days: "3", end_times: 2 },
    });
    const { consequences } = asked.details.preview as { consequences: { kind: string; text: string }[] };
    expect(consequences).toEqual([
      { kind: "lost", text: expect.stringContaining("5 dates become 2") },
      { kind: "replanned", text: expect.stringContaining("1 date that was moved goes back to the rule: 2027-03-16 11:00") },
      { kind: "replanned", text: expect.stringContaining("5 dates are planned again") },
      { kind: "replanned", text: expect.stringContaining("1 date that was called off is no longer marked as called off") },
      { kind: "not told", text: expect.stringContaining("2 registered people are not told") },
    ]);
    expect(asked.details.preview).toMatchObject({
      changes: expect.arrayContaining([expect.stringContaining("5 dates: 2027-03-08 10:00")]),
      reversible: false,
    });
  });

  it("does not call dates planned again that are only gone, and says that a date which was called off may stay so", async () => {
    const zoom = confirming();
    const { webinar_id: id, occurrences, trusted, runOperation } = await series(zoom);
    const shorter = { webinar_id: id, recurrence: { type: 2 as const, weekly_days: "2", end_times: 3 } };
    const textsOf = async () => {
      const asked = await zoom.refusal(updateWebinar, shorter);
      return (asked.details.preview as { consequences: { text: string }[] }).consequences.map(({ text }) => text).join(" ");
    };
    expect(await textsOf()).toMatch(/^6 dates become 3; gone: 2027-03-29 10:00, 2027-04-05 10:00, 2027-04-12 10:00\. (?!.*planned again)/);
    await runOperation(deleteWebinar, { webinar_id: id, occurrence_id: occurrences[1]?.occurrence_id ?? "" }, trusted);
    const texts = await textsOf();
    expect(texts).toContain("1 date that was called off is in the new rule, and may stay called off: 2027-03-15 10:00. Zoom does not say.");
    expect(texts).not.toContain("planned again");
  });

  it("answers the dates as they now are, also those of a date that moved", async () => {
    const zoom = emulated();
    const { webinar_id: id, occurrences } = await series(zoom);
    const { dates } = await zoom.run(updateWebinar, {
      webinar_id: id,
      occurrence_id: occurrences[1]?.occurrence_id ?? "",
      start_time: "2027-03-16T11:00",
    });
    expect(dates?.slice(0, 3).map(({ local }) => local)).toEqual(["2027-03-08T10:00:00", "2027-03-16T11:00:00", "2027-03-22T10:00:00"]);
  });

  it("keeps the zone of a series if a start comes as an instant, on creation too", async () => {
    const zoom = emulated();
    const { webinar_id: id } = await series(zoom);
    await zoom.run(updateWebinar, { webinar_id: id, start_time: "2027-03-08T16:00:00Z", recurrence: { type: 2, weekly_days: "2", end_times: 3 } });
    expect(await zoom.emulator.state.webinar(id)).toMatchObject({ timezone: "America/New_York" });
    const { webinar, dates } = await zoom.run(createWebinar, {
      user_id: HOST,
      topic: "Summer",
      start_time: "2027-03-22T09:00:00Z",
      recurrence: { type: 2, end_times: 2 },
    });
    expect(webinar.timezone).toBe("Europe/Berlin");
    expect(dates.map(({ local }) => local?.slice(11))).toEqual(["10:00:00", "10:00:00"]);
  });
});

describe("a change of a webinar", () => {
  it.each([
    [
      "registration off",
      { registration: "none" as const },
      /Registration is switched off: 5 registrations do not count while it is off.*This can be undone/s,
    ],
    [
      "a reminder on",
      { settings: { attendees_and_panelists_reminder_email_notification: { enable: true, type: 1 as const } } },
      /Zoom reminds everybody.*registrations now: \d+ approved, \d+ waiting for approval/,
    ],
    ["a follow-up on", { settings: { follow_up_absentees_email_notification: { enable: true, type: 2 as const } } }, /did not come/],
    ["the agenda emptied", { agenda: "" }, /agenda is emptied.*This cannot be undone/s],
    ["the passcode emptied", { password: "" }, /password is emptied: .*the same one set again fits.*This can be undone/s],
    [
      "another passcode",
      { password: "Fresh12345" },
      /does not announce the new passcode\. Links with another one may be out: 3 registered people and 1 panelist\./,
    ],
    [
      "another time without a mail",
      { start_time: "2027-01-23T16:00" },
      /2027-01-22 16:00 becomes 2027-01-23 16:00.*5 registered people \(\d approved, \d waiting for approval\) are not told/s,
    ],
  ])("asks about %s, and says so", async (_what, change, words) => {
    const asked = await confirming().refusal(updateWebinar, { webinar_id, ...change });
    expect(asked.code).toBe("confirmation_required");
    expect(textOf(asked)).toMatch(words);
  });

  it.each([
    ["a new topic", { topic: "Tides" }],
    ["a longer text", { agenda: "More" }],
    ["recording on", { auto_recording: "cloud" as const }],
    ["the host's camera off", { host_video: false }],
  ])("does not ask about %s", async (_what, change) => {
    expect(await confirming().run(updateWebinar, { webinar_id, ...change })).toMatchObject({ done: "update_webinar" });
  });

  it("tells what was sent and has no effect", async () => {
    const { notes } = await emulated().run(updateWebinar, { webinar_id, settings: { follow_up_attendees_email_notification: { type: 2 } } });
    expect(notes).toEqual([expect.stringContaining("type has no effect while it is off; give enable: true")]);
  });

  it("speaks of a reminder only if its type is another than never, and says so if it is never", async () => {
    const settings = { attendees_and_panelists_reminder_email_notification: { enable: true } };
    const done = await confirming().run(updateWebinar, { webinar_id, settings });
    expect(done.notes).toEqual([
      "settings.attendees_and_panelists_reminder_email_notification is on, but its type 0 means never: give type 1 to 7 too.",
    ]);
    const made = await emulated().run(createWebinar, { user_id: HOST, topic: "Drills", start_time: "2027-03-08T10:00", settings });
    expect(made.notes).toEqual(expect.arrayContaining(done.notes));
    const zoom = confirming();
    await zoom.run(updateWebinar, { webinar_id, settings: { attendees_and_panelists_reminder_email_notification: { enable: true, type: 0 } } });
    const asked = await zoom.refusal(updateWebinar, { webinar_id, settings: { attendees_and_panelists_reminder_email_notification: { type: 2 } } });
    expect(textOf(asked)).toContain("Zoom reminds everybody");
  });

  it("answers an unknown field inside settings or recurrence with that level's fields", async () => {
    const { refusal } = emulated();
    const inSettings = await refusal(updateWebinar, { webinar_id, settings: { practise_session: true } });
    expect(inSettings.message).toContain("did you mean practice_session?");
    expect(inSettings.hint).toMatch(/^Fields of settings: .*practice_session/);
    expect((await refusal(updateWebinar, { webinar_id, recurrence: { type: 1, end_time: 2 } })).hint).toMatch(/^Fields of recurrence: .*end_times/);
    expect((await refusal(updateWebinar, { webinar_id, tracking_fields: [{ name: "x" }] })).hint).toMatch(/^Fields of tracking_fields: field, value/);
  });
});

describe("a deletion", () => {
  it("shows its size: dates, registrations and panelists of a series, one date's registrations", async () => {
    const zoom = confirming();
    const { webinar_id: id, occurrences } = await series(zoom);
    expect(textOf(await zoom.refusal(deleteWebinar, { webinar_id: id }))).toMatch(/the whole series "Drills".*6 dates, 2 registrations, 0 panelists/);
    const one = await zoom.refusal(deleteWebinar, { webinar_id: id, occurrence_id: occurrences[3]?.occurrence_id ?? "" });
    expect(textOf(one)).toMatch(/one date of the webinar "Drills", 2027-03-29 10:00 America\/New_York: 2 registrations/);
  });

  it("binds its confirmation to those counts: somebody who registers meanwhile makes a new question of it", async () => {
    const zoom = confirming();
    const { webinar_id: id, trusted, runOperation } = await series(zoom);
    const { details } = await zoom.refusal(deleteWebinar, { webinar_id: id });
    await runOperation(addRegistrant, { webinar_id: id, email: "late@example.com", first_name: "L" }, trusted);
    const late = await zoom.refusal(deleteWebinar, { webinar_id: id }, { confirmToken: details.confirm_token as string });
    expect(late).toMatchObject({ code: "confirmation_required", details: { changed_since: ["what it does or takes away"] } });
    expect(textOf(late)).toContain("3 registrations");
    await zoom.run(deleteWebinar, { webinar_id: id }, { confirmToken: late.details.confirm_token as string });
  });
});

describe("webinars between two dates", () => {
  it("holds each date of a series that is there, not only its next one", async () => {
    const zoom = emulated();
    const { webinar_id: id } = await series(zoom);
    const { webinars, complete } = await zoom.run(listWebinars, { user_id: HOST, from: "2027-03-20", to: "2027-04-01" });
    expect(webinars.map(({ id: found, start_time }) => [found, start_time])).toEqual([
      [id, "2027-03-22T14:00:00Z"],
      [id, "2027-03-29T14:00:00Z"],
    ]);
    expect(complete).toBe(true);
  });

  it("says that a series was not searched if the app may not read it, and is not complete", async () => {
    const zoom = emulated({ scopes: ["webinar:read:list_webinars:admin", "webinar:write:webinar:admin", "user:read:user:admin"] });
    await zoom.run(createWebinar, {
      user_id: HOST,
      topic: "T",
      start_time: "2027-03-08T10:00",
      timezone: "UTC",
      recurrence: { type: 1, end_times: 3 },
    });
    const found = await zoom.run(listWebinars, { user_id: HOST, from: "2027-03-09", to: "2027-03-09" });
    expect(found).toMatchObject({ webinars: [], complete: false, total_records: null, notes: [expect.stringContaining("not searched")] });
  });
});

describe("a change that means more than was sent", () => {
  const plan = async (extra: object) => {
    const zoom = emulated();
    const { webinar } = await zoom.run(createWebinar, { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", ...extra });
    return { ...zoom, webinar_id: webinar.id as string };
  };

  it("says that a single webinar is a series now, and nothing of the kind for a series", async () => {
    const { run, webinar_id: id } = await plan({});
    const recurrence = { type: 1, end_times: 3 } as const;
    const note = "It was no series before; with recurrence it is one.";
    expect((await run(updateWebinar, { webinar_id: id, recurrence })).notes).toContain(note);
    expect((await run(updateWebinar, { webinar_id: id, recurrence: { type: 1, end_times: 4 } })).notes).not.toContain(note);
  });

  it("says who still waits if people are approved at once from now on, and that nobody more fits", async () => {
    const { run, webinar_id: id } = await plan({ registration: "manual" });
    for (const email of ["rosa@example.com", "tove@example.com"]) await run(addRegistrant, { webinar_id: id, email, first_name: "P" });
    expect((await run(updateWebinar, { webinar_id: id, registration: "automatic" })).notes).toEqual([
      "2 people still wait for approval: approve them by hand.",
    ]);
    await run(addRegistrant, { webinar_id: id, email: "kim@example.com", first_name: "Kim" });
    expect((await run(updateWebinar, { webinar_id: id, settings: { registrants_restrict_number: 1 } })).notes).toEqual([
      "1 person is approved already: there is no place left.",
    ]);
  });
});

describe("a deletion", () => {
  it("counts panelists among those who hear nothing, of a webinar and of one date", async () => {
    const zoom = confirming();
    const { webinar_id: id, occurrences, trusted, runOperation } = await series(zoom);
    await runOperation(addPanelists, { webinar_id: id, panelists: [{ name: "Kim", email: "kim@example.com" }] }, trusted);
    const untold = "2 registered people and 1 panelist are not told";
    expect(textOf(await zoom.refusal(deleteWebinar, { webinar_id: id }))).toContain(untold);
    const one = textOf(await zoom.refusal(deleteWebinar, { webinar_id: id, occurrence_id: occurrences[0]?.occurrence_id }));
    expect(one).toContain(untold);
    expect(one).toContain("2 registrations, 1 panelist.");
  });
});

describe("the preview of a new time says it as the webinar then has it", () => {
  // The single webinar of the demo world is at 2032-03-01 16:00 in Berlin, 15:00 UTC.
  it.each([
    [
      "in another zone",
      { start_time: "2032-03-02 17:00", timezone: "Europe/London" },
      "time: 2032-03-01 16:00 (Europe/Berlin) becomes 2032-03-02 17:00 (Europe/London)",
    ],
    ["in its own zone", { start_time: "2032-03-02 17:00" }, "time (Europe/Berlin): 2032-03-01 16:00 becomes 2032-03-02 17:00"],
    ["as an instant", { start_time: "2032-03-02T17:00:00Z" }, "time (Europe/Berlin): 2032-03-01 16:00 becomes 2032-03-02 18:00"],
    [
      "in another zone for a longer webinar",
      { start_time: "2032-03-01 10:00", timezone: "America/New_York", duration: 75, password: "" },
      "time zone: Europe/Berlin becomes America/New_York, at the same instant",
    ],
  ])("%s", async (_how, change, line) => {
    const zoom = confirming();
    const start = { webinar_id, start_time: "2032-03-01T16:00", timezone: "Europe/Berlin", notify_registrants: false };
    const trusted = { ...zoom.session, safety: "trusted" as const };
    const { runOperation } = await import("../../run.ts");
    await runOperation(updateWebinar, start, trusted);
    const asked = await zoom.refusal(updateWebinar, { webinar_id, ...change });
    expect(asked.details.preview).toMatchObject({ changes: expect.arrayContaining([line]) });
    const done = await runOperation(updateWebinar, { webinar_id, ...change }, trusted);
    const held = await zoom.emulator.state.webinar(webinar_id);
    const said = /becomes (\S+ \S+) |becomes (\S+ \S+)$/.exec(line)?.slice(1).find(Boolean);
    if (!line.startsWith("time zone")) expect(done.dates?.[0]?.local?.slice(0, 16).replace("T", " ")).toBe(said);
    expect(done.dates?.[0]?.utc).toBe(held?.start_time);
  });

  it("one date of a series, which has no zone of its own", async () => {
    const zoom = confirming();
    const { webinar_id: id, occurrences } = await series(zoom);
    const asked = await zoom.refusal(updateWebinar, {
      webinar_id: id,
      occurrence_id: occurrences[1]?.occurrence_id ?? "",
      start_time: "2027-03-16T17:00",
      timezone: "Europe/London",
    });
    expect(asked.details.preview).toMatchObject({
      changes: expect.arrayContaining(["time (America/New_York): 2027-03-15 10:00 becomes 2027-03-16 13:00"]),
    });
  });
});
