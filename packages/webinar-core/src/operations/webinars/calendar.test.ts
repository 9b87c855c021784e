import { emulated, HOST, NOW, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { renderCalendar } from "../../calendar/render-ics.ts";
import { readMoment } from "../../prompt/read-moment.ts";
import { addPanelists } from "../panelists/add.ts";
import { addRegistrant } from "../registrants/add.ts";
import { listWebinarCalendar } from "./calendar.ts";
import { createWebinar } from "./create.ts";
import { createRecurringWebinar } from "./create-recurring.ts";
import { deleteWebinar } from "./delete.ts";
import { updateWebinar } from "./update.ts";

const MARCH = { from: "2027-03-01", to: "2027-03-31" };

/** An account whose only webinars are those that a test makes. */
const open = () => {
  const zoom = emulated({ world: "empty" });
  const plan = async (topic: string, start_time: string, over: { user_id?: string; settings?: Record<string, unknown>; duration?: number } = {}) =>
    (await zoom.run(createWebinar, { user_id: HOST, topic, start_time, timezone: "UTC", duration: 60, ...over })).webinar.id as string;
  return { ...zoom, plan };
};

const textOf = async (answer: unknown) =>
  [...(await renderCalendar({ answer, zone: null, layout: undefined, isRaw: false, isFile: true })).pieces].join("");

const WORDS_FOR_DAYS = [
  ...["tomorrow", "the day after tomorrow", "in two weeks", "in 2 weeks", "in twelve days", "in a couple of weeks", "in a fortnight"],
  ...["in two weeks' time", "a week from today", "three months from now", "thu", "weds", "next monday", "on friday", "this coming friday"],
];

/** The events of a file, as the other library reads them. */
const readBack = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      isUtc: event.startDate.zone === ICAL.Timezone.utcTimezone,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      attendees: component.getAllProperties("attendee").length,
      description: event.description,
    };
  });

describe("the calendar of all hosts", () => {
  it.each(WORDS_FOR_DAYS)("takes %j for the day that a sentence takes it for", async (words) => {
    const { run } = open();
    const { to } = await run(listWebinarCalendar, { to: words, timezone: "UTC", checks: false });
    expect(readMoment(`${words} at 23:00`, { nowMs: NOW, hostZone: "UTC" }, "start_time").local.slice(0, 10)).toBe(to);
  });

  it("lists every host's dates in order of time, in the zone of the reader", async () => {
    const { run, plan } = open();
    await plan("Late", "2027-03-10T23:30:00");
    await plan("Early", "2027-03-02T09:00:00", { user_id: OTHER_HOST });
    await plan("In April", "2027-04-02T09:00:00");
    const answer = await run(listWebinarCalendar, { ...MARCH, timezone: "Europe/Berlin" });
    expect(answer).toMatchObject({ ...MARCH, timezone: "Europe/Berlin", hosts_read: 2, notes: ["Without a webinar licence: linus@example.com."] });
    expect(answer.events.map(({ topic, host, start_time, viewer_start }) => [topic, host, start_time, viewer_start])).toEqual([
      ["Early", OTHER_HOST, "2027-03-02T09:00:00Z", "2027-03-02T10:00"],
      ["Late", HOST, "2027-03-10T23:30:00Z", "2027-03-11T00:30"],
    ]);
  });

  it("names the zone of each wall time, the webinar's and the reader's", async () => {
    const { run, plan } = open();
    await plan("Noon", "2027-03-02T12:00:00");
    const { events } = await run(listWebinarCalendar, { ...MARCH, timezone: "Asia/Kolkata", checks: false });
    expect(events).toMatchObject([{ timezone: "UTC", local_start: "2027-03-02T12:00", viewer_start: "2027-03-02T17:30", status: "planned" }]);
  });

  it("calls a past date over and asks for no planning of it", async () => {
    const { run } = emulated();
    const { events } = await run(listWebinarCalendar, { from: "2027-01-01", to: "2027-01-10", timezone: "UTC" });
    expect(events.length).toBeGreaterThan(0);
    expect(events.map(({ status, warnings }) => ({ status, warnings }))).toEqual(events.map(() => ({ status: "over", warnings: [] })));
  });

  it("takes days as those of the zone, both ends included", async () => {
    const { run, plan } = open();
    await plan("Last minute", "2027-03-31T21:59:00");
    await plan("Next month there", "2027-03-31T22:00:00");
    const topics = async (timezone: string) =>
      (await run(listWebinarCalendar, { ...MARCH, timezone, checks: false })).events.map(({ topic }) => topic);
    expect(await topics("Europe/Berlin")).toEqual(["Last minute"]);
    expect(await topics("UTC")).toEqual(["Last minute", "Next month there"]);
  });

  it("takes a month in words as its days, and says nothing of what was not checked", async () => {
    const { run, plan } = open();
    await plan("Within", "2027-03-31T20:00:00");
    const input = { from: "March 2027", timezone: "UTC", checks: false };
    const one = await run(listWebinarCalendar, input);
    expect([one.from, one.to, one.events.length]).toEqual(["2027-03-01", "2027-03-31", 1]);
    expect(listWebinarCalendar.describe(one, listWebinarCalendar.input.parse(input))).toMatch(/not checked$/);
    const { from, to } = await run(listWebinarCalendar, { from: "feb 2027", to: "March 2027", timezone: "UTC", checks: false });
    expect([from, to]).toEqual(["2027-02-01", "2027-03-31"]);
  });

  it("lists the thirty days from today unless it is asked for others", async () => {
    const { run, plan } = open();
    await plan("Soon", "2027-02-14T23:00:00");
    await plan("Later", "2027-02-15T00:00:00");
    const { from, to, events } = await run(listWebinarCalendar, {});
    expect([from, to, events.map(({ topic }) => topic)]).toEqual(["2027-01-15", "2027-02-14", ["Soon"]]);
  });

  it("says what to check of each date", async () => {
    const { run, plan } = open();
    const open_ = await plan("Open", "2027-03-02T09:00:00", { settings: { approval_type: 2 } });
    const full = await plan("Full", "2027-03-02T09:30:00", { settings: { approval_type: 0, registrants_restrict_number: 5 } });
    const fine = await plan("Fine", "2027-03-02T10:30:00", { settings: { approval_type: 0 } });
    const other = await plan("Other host", "2027-03-02T09:00:00", { user_id: OTHER_HOST, settings: { approval_type: 0 } });
    for (const webinar_id of [full, fine]) await run(addPanelists, { webinar_id, panelists: [{ name: "Otto Specimen", email: "otto@example.com" }] });
    for (const webinar_id of [full, fine]) {
      for (const name of ["ann", "ben"]) await run(addRegistrant, { webinar_id, email: `${name}@example.com`, first_name: name });
    }
    const { events } = await run(listWebinarCalendar, { ...MARCH, capacity: 1 });
    expect(
      Object.fromEntries(
        events.map(({ topic, warnings, clashes_with, registered, seats }) => [topic, { warnings, clashes_with, registered, seats }]),
      ),
    ).toEqual({
      Open: { warnings: ["clash", "no_registration", "no_panelists"], clashes_with: [full], registered: null, seats: 1 },
      Full: { warnings: ["clash", "over_capacity"], clashes_with: [open_], registered: 2, seats: 1 },
      Fine: { warnings: ["over_capacity"], clashes_with: [], registered: 2, seats: 1 },
      "Other host": { warnings: ["no_panelists", "nobody_registered"], clashes_with: [], registered: 0, seats: 1 },
    });
    const unlimited = (await run(listWebinarCalendar, MARCH)).events;
    expect(unlimited.map(({ topic, seats, warnings }) => [topic, seats ?? null, warnings.includes("over_capacity")])).toEqual(
      expect.arrayContaining([
        ["Full", 5, false],
        ["Fine", null, false],
      ]),
    );
    expect(other).not.toBe(full);
  });

  it("gives each date of a series, and keeps a deleted one as cancelled", async () => {
    const { run } = open();
    const { webinar } = await run(createRecurringWebinar, {
      user_id: HOST,
      topic: "Weekly",
      start_time: "2027-03-02T09:00:00",
      timezone: "Europe/Berlin",
      duration: 30,
      recurrence_type: 2,
      weekly_days: "3",
      end_times: 4,
    });
    const id = webinar.id as string;
    const first = await run(listWebinarCalendar, MARCH);
    expect(first.events.map(({ webinar_id, start_time }) => [webinar_id, start_time])).toEqual(
      ["02", "09", "16", "23"].map((date) => [id, `2027-03-${date}T08:00:00Z`]),
    );
    await run(deleteWebinar, { webinar_id: id, occurrence_id: first.events[1]?.occurrence_id as string });
    const second = await run(listWebinarCalendar, MARCH);
    expect(second.events.filter(({ status }) => status === "planned").map(({ occurrence_id }) => occurrence_id)).toEqual(
      [0, 2, 3].map((index) => first.events[index]?.occurrence_id),
    );
    expect(second.events.filter(({ status }) => status === "cancelled").flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it("asks nothing of single webinars without checks, and nothing of those outside the days", async () => {
    const { run, plan, seen } = open();
    await plan("In March", "2027-03-10T09:00:00");
    await plan("In May", "2027-05-10T09:00:00");
    seen();
    await run(listWebinarCalendar, { ...MARCH, checks: false });
    expect(seen().map(({ path }) => path.replace(/users\/[^/]+/, "users/ID"))).toEqual(["/v2/users", ...Array(3).fill("/v2/users/ID/webinars")]);
    await run(listWebinarCalendar, { ...MARCH, hosts: [HOST] });
    expect(seen().filter(({ path }) => /webinars\/\d+$/.test(path))).toHaveLength(1);
  });

  it.each([
    [{ from: "2027-02-30" }, "from"],
    [{ from: "next week" }, "from"],
    [{ from: "2027-03-02", to: "2027-03-01" }, "to"],
    [{ from: "2027-03-02", to: "2029-03-01" }, "to"],
    [{ hosts: [] }, "hosts"],
  ])("refuses %j and names the field", async (input, field) => {
    const error = await open().refusal(listWebinarCalendar, input);
    expect(error).toMatchObject({ code: "input_invalid", message: expect.stringContaining(field) });
    expect(error.hint).not.toBe("");
  });

  it("says whose webinars could not be read, and lists those of the others", async () => {
    const { run, plan, emulator } = open();
    await plan("Mine", "2027-03-10T09:00:00");
    const body = JSON.stringify({ code: 4711, message: "Invalid access token, does not contain scopes." });
    emulator.controls.addFault({ kind: "status", status: 400, body, endpoint: "GET /webinars/{webinarId}/panelists", times: 9 });
    const { events, notes } = await run(listWebinarCalendar, MARCH);
    expect(events.map(({ topic, panelists }) => [topic, panelists])).toEqual([["Mine", null]]);
    expect(notes.slice(1)).toEqual([expect.stringMatching(/^Panelists of webinar \d+: /)]);
  });
});

describe("the calendar file", () => {
  it("holds one event for each date in UTC, as another library reads it", async () => {
    const { run, plan } = open();
    await plan("Sample", "2027-03-10T09:00:00");
    const read = await run(listWebinarCalendar, { ...MARCH, timezone: "America/New_York" });
    const topic = 'Żółć, "quotes"; back\\slash\r\nEND:VEVENT 👩‍💻 and a topic that is long enough to be folded more than once in a file';
    const answer = { ...read, events: read.events.map((event) => ({ ...event, topic })) };
    const text = await textOf(answer);
    expect(text.split("\r\n").every((each) => Buffer.byteLength(each) <= 75)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/TZID|RRULE|start_url|tk=|zak=/);
    expect(readBack(text)).toEqual([
      expect.objectContaining({
        summary: topic.replaceAll("\r\n", "\n"),
        start: "2027-03-10T09:00:00.000Z",
        end: "2027-03-10T10:00:00.000Z",
        isUtc: true,
        status: "CONFIRMED",
        attendees: 0,
        description: expect.stringContaining(`Host: ${HOST}`),
      }),
    ]);
  });

  it("holds no control character of a topic, which no calendar file takes", async () => {
    const { run, plan } = open();
    await plan("Sample", "2027-03-10T09:00:00");
    const read = await run(listWebinarCalendar, MARCH);
    const topic = "Tides\u001b]52;c;eA==\u0007\u009b31m\u007f";
    const text = await textOf({ ...read, events: read.events.map((event) => ({ ...event, topic, host: topic })) });
    expect(text).not.toMatch(/(?![\r\n])\p{Cc}/u);
    expect(readBack(text)).toMatchObject([{ summary: "Tides]52;c;eA==31m" }]);
  });

  it("keeps the UID of a date that moved, and raises its sequence, so that calendars replace it", async () => {
    const { run, plan, clock } = open();
    const webinar_id = await plan("Moves", "2027-03-10T09:00:00");
    const [before] = readBack(await textOf(await run(listWebinarCalendar, MARCH)));
    await run(updateWebinar, { webinar_id, start_time: "2027-03-11T09:00:00", timezone: "UTC" });
    clock.advance(60_000);
    const [after] = readBack(await textOf(await run(listWebinarCalendar, MARCH)));
    expect(after).toMatchObject({ uid: before?.uid, start: "2027-03-11T09:00:00.000Z" });
    expect(before?.uid).toBe(`${webinar_id}-0@zoom-webinar`);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
  });

  it("is the same for the same answer, and is complete without a date", async () => {
    const { run } = open();
    const answer = await run(listWebinarCalendar, MARCH);
    expect(await textOf(answer)).toBe(await textOf(answer));
    expect(readBack(await textOf(answer))).toEqual([]);
  });

  it("is refused for another answer", async () => {
    await expect(textOf({ webinars: [] })).rejects.toMatchObject({ code: "input_invalid" });
  });
});
