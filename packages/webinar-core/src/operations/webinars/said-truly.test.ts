import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { describePreview } from "../../operation/preview.ts";
import { previewOperation } from "../../run.ts";
import { addRegistrant } from "../registrants/add.ts";
import { approveRegistrants } from "../registrants/approve.ts";
import { listWebinarCalendar } from "./calendar.ts";
import { createWebinar } from "./create.ts";
import { deleteWebinar } from "./delete.ts";
import { updateWebinar } from "./update.ts";

const open = async (more: Record<string, unknown> = {}) => {
  const zoom = emulated({ world: "empty" });
  const base = { user_id: HOST, topic: "Tides", start_time: "2027-03-08T10:00", timezone: "Europe/Berlin", registration: "manual" as const };
  const { webinar } = await zoom.run(createWebinar, { ...base, ...more });
  const webinar_id = webinar.id as string;
  const said = async (operation: Parameters<typeof previewOperation>[0], input: object) =>
    describePreview(await previewOperation(operation, { webinar_id, ...input }, zoom.session));
  return { ...zoom, webinar_id, said };
};
const nora = { email: "nora@example.com", first_name: "Nora" };

describe("what a preview says", () => {
  it("of a deleted webinar is that Zoom's portal may recover it", async () => {
    const { said } = await open();
    expect(await said(deleteWebinar, {})).toContain("This cannot be undone from here; Zoom's portal may recover a deleted webinar.");
  });

  it("of a change names only what will differ, and says so if nothing will", async () => {
    const { said } = await open({ host_video: true });
    const first = async (input: object) => (await said(updateWebinar, input)).split("\n")[0];
    const same = { start_time: "2027-03-08T10:00", timezone: "Europe/Berlin", duration: 60, registration: "manual", host_video: true };
    expect(await first({ ...same, topic: "Sea shells" })).toBe('Set topic of "Tides".');
    expect(await first({ ...same, registration: "automatic" })).toBe('Set registration of "Tides".');
    expect(await first({ ...same, start_time: "2027-03-08T10:30" })).toBe('Set start time of "Tides".');
    expect(await first({ ...same, settings: { question_and_answer: { enable: false } } })).toBe('Set question and answer of "Tides".');
    expect(await first(same)).toBe('Change nothing of "Tides": it has this start time, timezone, duration, registration, host video already.');
    expect(await first({ topic: "Tides", notify_registrants: true })).toBe('Change nothing of "Tides": it has this topic already.');
  });

  it("of a change names all that is given if what is there cannot be read", async () => {
    const { emulator, said } = await open();
    await emulator.controls.setScopes(["webinar:update:webinar:admin"]);
    expect(await said(updateWebinar, { topic: "Tides", agenda: "Sea" })).toMatch(/^Set topic, agenda of /);
  });

  it("of an approval is that nobody waits for it again", async () => {
    const { run, said, webinar_id } = await open();
    await run(addRegistrant, { webinar_id, ...nora });
    const text = await said(approveRegistrants, { registrants: [nora.email] });
    expect(text).toContain("Cancelling takes this back, but nobody waits for approval again");
    expect(text).not.toContain("This can be undone");
  });

  it("of a reminder names those who are approved by then, not those who wait", async () => {
    const { run, said, webinar_id } = await open();
    await run(addRegistrant, { webinar_id, ...nora });
    const settings = { attendees_and_panelists_reminder_email_notification: { enable: true, type: 1 } };
    const text = await said(updateWebinar, { settings });
    expect(text).toContain("reminds everybody who is approved by then or a panelist");
    expect(text).not.toContain("everybody who is registered");
  });

  it("of a new alternative host names them as somebody to whom Zoom may write, and of one who stays nothing", async () => {
    const { run, said, webinar_id } = await open();
    const change = { settings: { alternative_hosts: OTHER_HOST } };
    const text = await said(updateWebinar, change);
    expect(text).toContain("Zoom may write to 1 person: they may be told that they are alternative hosts");
    expect(text).toContain(OTHER_HOST);
    await run(updateWebinar, { webinar_id, ...change });
    expect(await said(updateWebinar, change)).toContain("Zoom writes to nobody.");
    expect(await said(updateWebinar, { settings: { alternative_hosts: "" } })).toContain("This can be undone.");
  });

  it("of registration that changes has its words, not Zoom's numbers, and an emptied passcode no stale links", async () => {
    const { said } = await open();
    expect(await said(updateWebinar, { registration: "none" })).toContain("- registration: manual becomes none");
    expect(await said(updateWebinar, { password: "" })).not.toContain("still hold that one");
  });

  it("of somebody who is on the list is not that the registration is confirmed", async () => {
    const { run, said, webinar_id } = await open();
    await run(addRegistrant, { webinar_id, ...nora });
    const text = await said(addRegistrant, nora);
    expect(text).toContain("whoever is on the list already may hear of it again");
    expect(text).not.toContain("is confirmed");
  });

  it("of a registration for a full webinar is that Zoom may refuse it, not that it counts at once", async () => {
    const { run, said, webinar_id } = await open({ registration: "automatic", settings: { registrants_restrict_number: 1 } });
    expect(await said(addRegistrant, nora)).toContain("the registration counts at once");
    await run(addRegistrant, { webinar_id, ...nora });
    const text = await said(addRegistrant, { email: "otto@example.com", first_name: "Otto" });
    expect(text).toContain("The webinar takes at most 1 person, and 1 is approved: Zoom may refuse this.");
    expect(text).not.toContain("counts at once");
  });

  it("of a passcode that is set back is that links with another one may be out, not that all are old", async () => {
    const { run, said, webinar_id } = await open({ registration: "automatic", password: "island7" });
    await run(addRegistrant, { webinar_id, ...nora });
    await run(updateWebinar, { webinar_id, password: "harbor9" });
    const text = await said(updateWebinar, { password: "island7" });
    expect(text).toContain("those that were sent with another one still hold that one");
    expect(text).toContain("Links with another one may be out: 1 registered person.");
    expect(text).not.toContain("hold the old one");
  });
});

describe("the calendar", () => {
  const days = { from: "2027-03-01", to: "2027-03-31", timezone: "UTC" };
  it("counts as hosts only those who may host, and names the others", async () => {
    const { run } = await open();
    expect(await run(listWebinarCalendar, days)).toMatchObject({
      hosts_read: 2,
      notes: ["Without a webinar licence: linus@example.com."],
    });
  });

  it("has no join links in a conversation, unless all is asked for", async () => {
    const { run } = await open();
    const whole = await run(listWebinarCalendar, days);
    const input = listWebinarCalendar.input.parse(days);
    expect(whole.events[0]?.join_url).toContain("https://");
    expect(listWebinarCalendar.brief?.(whole, input).events[0]).not.toHaveProperty("join_url");
    expect(listWebinarCalendar.brief?.(whole, { ...input, full: true })).toEqual(whole);
  });

  it("says nothing of registration that it did not check", async () => {
    const { run } = await open({ registration: "none", recurrence: { type: 2, weekly_days: "2", end_times: 2 } });
    const { events } = await run(listWebinarCalendar, { ...days, checks: false });
    expect(events.map(({ warnings }) => warnings)).toEqual([[], []]);
  });
});

it("a creation says which day it is in UTC if that is another one", async () => {
  const { run } = await open();
  const input = { user_id: HOST, topic: "Tides", start_time: "2027-03-04T19:00", timezone: "America/New_York" };
  expect(createWebinar.describe(await run(createWebinar, input), createWebinar.input.parse(input))).toContain(
    "2027-03-04 19:00 America/New_York (2027-03-05 00:00 UTC)",
  );
});

it("a creation says that Zoom may write to alternative hosts", async () => {
  const { run } = await open();
  const input = {
    user_id: HOST,
    topic: "Tides",
    start_time: "2027-03-09T10:00",
    timezone: "Europe/Berlin",
    settings: { alternative_hosts: OTHER_HOST },
  };
  expect((await run(createWebinar, input)).notes).toContain(`Zoom may write to the alternative hosts: ${OTHER_HOST}.`);
});
