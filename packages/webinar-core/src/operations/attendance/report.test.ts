import { HELD, HELD_UUID, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, NOW } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { reportAttendance } from "./report.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START = "2027-01-05T16:00:00Z";

/** A webinar of the emulator that is opened now, with somebody who joins. */
const running = async (options: Parameters<typeof emulated>[0] = {}) => {
  const zoom = emulated(options);
  const [webinar] = await zoom.emulator.state.webinars();
  const id = String(webinar?.id);
  await zoom.emulator.controls.startWebinar(id);
  const mina = (await zoom.emulator.state.webinar(id))?.registrants.find(({ email }) => email === "mina@example.com");
  await zoom.emulator.controls.join(id, { registrant_id: mina?.id ?? "" });
  return { ...zoom, id };
};

describe("attendance.report", () => {
  it("reports the demo webinar: totals, people with rejoins united, Zoom's own figures beside", async () => {
    const { run, seen } = emulated();
    const { webinar, totals, people, zoom_says, complete, notes, sessions } = await run(reportAttendance, { webinar_id: HELD });
    expect(webinar).toMatchObject({ id: HELD, uuid: HELD_UUID, start_time: START, end_time: "2027-01-05T16:47:00Z", length_minutes: 47 });
    expect(totals).toMatchObject({
      registered: 3,
      approved: 3,
      attended: 2,
      absent: 1,
      walk_ins: 1,
      attendees: 3,
      hosts: 1,
      show_rate: 2 / 3,
      average_minutes: 31.3,
      median_minutes: 42,
      peak_concurrent: 3,
      peak_at: "2027-01-05T16:05:00Z",
      rows: 5,
    });
    expect(people.map(({ status, email, seconds, joins }) => [status, email, seconds, joins])).toEqual([
      ["host", "grace@example.com", 2820, 1],
      ["attended", "mina@example.com", 2520, 2],
      ["attended", "nia@example.com", 2700, 1],
      ["absent", "ravi@example.com", 0, 0],
      ["walk_in", null, 420, 1],
    ]);
    expect(people[1]).toMatchObject({ polls_answered: 1, questions_asked: 1, survey_answered: false, identity: "registrant", late: false });
    expect(zoom_says).toEqual({ participants_count: 4, total_minutes: 141 });
    expect(sessions).toHaveLength(1);
    expect({ complete, notes }).toMatchObject({
      complete: true,
      notes: [expect.stringMatching(/^Not assigned to anybody: 1 set of questions/), expect.any(String)],
    });
    expect(
      new Set(
        seen()
          .map(({ query }) => query.status)
          .filter(Boolean),
      ),
    ).toEqual(new Set(["approved", "pending", "denied"]));
  });

  it("answers the same for the UUID of the instance", async () => {
    const { run } = emulated();
    const byId = await run(reportAttendance, { webinar_id: HELD });
    expect(await run(reportAttendance, { webinar_id: HELD_UUID })).toEqual(byId);
  });

  it("narrows people by status, minutes, questions and polls; totals stay those of all", async () => {
    const { run } = emulated();
    const { totals } = await run(reportAttendance, { webinar_id: HELD });
    const emailsOf = async (filter: object) => {
      const report = await run(reportAttendance, { webinar_id: HELD, ...filter });
      expect(report.totals).toEqual(totals);
      return report.people.map(({ email }) => email);
    };
    expect(await emailsOf({ status: ["attended"], min_minutes: 45 })).toEqual(["nia@example.com"]);
    expect(await emailsOf({ status: ["absent"] })).toEqual(["ravi@example.com"]);
    expect(await emailsOf({ max_minutes: 10, status: ["walk_in"] })).toEqual([null]);
    expect(await emailsOf({ asked: true })).toEqual(["mina@example.com"]);
    expect(await emailsOf({ voted: true, people_from: 1 })).toEqual(["nia@example.com"]);
    const named = await run(reportAttendance, { webinar_id: HELD, fields: ["email", "minutes"], status: ["host"] });
    expect(named.people).toEqual([{ email: "grace@example.com", minutes: 47 }]);
  });

  it("names nobody if asked, with the same pseudonyms each time, and counts people by domain", async () => {
    const { run } = emulated();
    const named = await run(reportAttendance, { webinar_id: HELD, include_joinings: true });
    const report = await run(reportAttendance, { webinar_id: HELD, include_joinings: true, no_names: true });
    const told = named.people.flatMap(({ name, email, registrant_id }) => [name, email, registrant_id]).filter((word) => typeof word === "string");
    for (const word of told) expect(JSON.stringify(report)).not.toContain(word);
    expect(report.people.map(({ seconds }) => seconds)).toEqual(named.people.map(({ seconds }) => seconds));
    expect(report.domains?.[0]).toMatchObject({ domain: "example.com" });
    const again = await run(reportAttendance, { webinar_id: HELD, no_names: true, attended_from: 45 });
    expect(again.people.length).toBeGreaterThan(0);
    expect(report.people.map(({ person }) => person)).toEqual(expect.arrayContaining(again.people.map(({ person }) => person)));
    expect(again.people.every(({ seconds }) => (seconds ?? 0) >= 45 * 60)).toBe(true);
  });

  it("reports instances that follow each other closely as one session, and apart if asked", async () => {
    const zoom = emulated({ world: "rejoins" });
    const stormy = String((await zoom.emulator.state.webinars()).find(({ topic }) => topic === "The stormy one")?.id);
    const whole = await zoom.run(reportAttendance, { webinar_id: stormy });
    expect(whole.sessions?.[0]?.instances).toHaveLength(3);
    expect(whole.webinar.length_minutes).toBe(61);
    const apart = await zoom.run(reportAttendance, { webinar_id: stormy, instances: true });
    expect(apart.dates?.map(({ totals }) => totals.rows)).toEqual(
      whole.sessions?.[0]?.instances.map((_instance, at) => apart.dates?.[at]?.totals.rows),
    );
    expect(apart.dates?.reduce((sum, { totals }) => sum + (totals.rows ?? 0), 0)).toBe(whole.totals?.rows);
    const last = await zoom.run(reportAttendance, { webinar_id: stormy, gap_minutes: 0.5 });
    expect(last.sessions?.[0]?.instances).toHaveLength(1);
    expect(whole.people.some(({ identity, may_be }) => identity === "name" && may_be === null)).toBe(true);
  });

  it("reports every date of a series with the registrants of that date", async () => {
    const zoom = emulated({ world: "rejoins" });
    const calm = String((await zoom.emulator.state.webinars()).find(({ topic }) => topic === "The calm series")?.id);
    const { dates, people, retention, complete } = await zoom.run(reportAttendance, { webinar_id: calm, series: true });
    expect(dates?.map(({ totals }) => [totals.registered, totals.attended])).toEqual([
      [5, 3],
      [5, 3],
    ]);
    expect(people.every(({ dates_came }) => dates_came === 1)).toBe(true);
    expect(retention).toMatchObject([{ share: 0 }]);
    expect(complete).toBe(true);
    expect(zoom.seen().filter(({ query }) => query.occurrence_id !== undefined)).toHaveLength(6);
  });

  it.each([
    ["report:read:list_webinar_polls:admin", /^Poll answers are missing|^$/],
    ["report:read:webinar_survey:admin", /^Survey answers are missing/],
    ["webinar:read:list_registrants:admin", /^Registration figures are missing/],
    ["webinar:read:list_panelists:admin", /^Panelists and attendees cannot be distinguished/],
  ])("says what is missing without %s, and reports the rest", async (scope, note) => {
    const all = (await emulated().session.account.refresh()).scopes ?? [];
    const { run } = emulated({ scopes: all.filter((each) => each !== scope) });
    const { totals, complete, notes } = await run(reportAttendance, { webinar_id: HELD });
    expect(totals?.attendees).toBeGreaterThanOrEqual(3);
    expect(complete).toBe(true);
    if (!note.test("")) expect(notes.some((each) => note.test(each))).toBe(true);
  });

  it("takes the past list and the joinings' own times if the report is refused", async () => {
    const all = (await emulated().session.account.refresh()).scopes ?? [];
    const { run } = emulated({ scopes: all.filter((each) => !each.startsWith("report:")) });
    const { totals, webinar, notes, zoom_says } = await run(reportAttendance, { webinar_id: HELD });
    expect(totals).toMatchObject({ attended: 2, rows: 5, average_minutes: 31.3 });
    expect(webinar).toMatchObject({ start_time: START, length_minutes: 47 });
    expect(zoom_says).toEqual({ participants_count: null, total_minutes: null });
    expect(notes.some((each) => each.startsWith("Start and end are taken from the joinings"))).toBe(true);
  });
});

describe("attendance.report on what is not as it should be", () => {
  it("says that a webinar has not been held yet, and when to ask again", async () => {
    const error = await emulated().refusal(reportAttendance, { webinar_id: UPCOMING });
    expect(error).toMatchObject({
      code: "not_found",
      message: expect.stringContaining("has not ended yet"),
      hint: expect.stringContaining("30 minutes"),
    });
  });

  it.each(["99999999999", "ab//cdefghijklmnopqrst=="])(
    "says that Zoom does not know %s, which may be deleted, another account's or a meeting's",
    async (webinar_id) => {
      expect(await emulated().refusal(reportAttendance, { webinar_id })).toMatchObject({
        code: "not_found",
        message: expect.stringContaining("meeting"),
      });
    },
  );

  it("reports a running webinar as of now, not complete, by either answer of Zoom's", async () => {
    const open = await running({ switches: { reportsWhileRunning: "open" } });
    await open.clock.sleep(10 * MINUTE_MS);
    const { complete, totals, webinar, people } = await open.run(reportAttendance, { webinar_id: open.id });
    expect(complete).toBe(false);
    expect(webinar).toMatchObject({ end_time: null, length_minutes: null });
    expect(totals).toMatchObject({ attendees: 1, drop_off: { "25": null } });
    expect(people.find(({ email }) => email === "mina@example.com")).toMatchObject({ seconds: 600, left_early: null });
    const closed = await running();
    await closed.clock.sleep(10 * MINUTE_MS);
    const live = await closed.run(reportAttendance, { webinar_id: closed.id });
    expect(live).toMatchObject({ complete: false, totals, webinar: { ...webinar, id: closed.id, uuid: expect.any(String) } });
    expect(live.people.find(({ email }) => email === "mina@example.com")).toMatchObject({ seconds: 600, left_early: null, identity: "registrant" });
    expect(live.notes).toEqual([expect.stringContaining("come after its end"), expect.stringMatching(/^The webinar is running: /)]);
    const dates = await closed.run(reportAttendance, { webinar_id: closed.id, series: true });
    expect(dates).toMatchObject({ complete: false, dates: [{ totals: { attendees: 1 } }] });
  });

  it("says what keeps it from the people of a running webinar if the dashboard shows only that it runs", async () => {
    const all = (await emulated().session.account.refresh()).scopes ?? [];
    const { run, id } = await running({ scopes: all.filter((each) => !each.startsWith("dashboard:read:list_webinar_participants")) });
    const { complete, totals, notes } = await run(reportAttendance, { webinar_id: id });
    expect({ complete, totals }).toMatchObject({ complete: false, totals: { attendees: null, registered: 5 } });
    expect(notes).toContainEqual(expect.stringMatching(/^Who came is missing: .*dashboard:read:list_webinar_participants:admin/));
  });

  it("says that only the dashboard shows a running webinar, if the app may not read that", async () => {
    const all = (await emulated().session.account.refresh()).scopes ?? [];
    const { refusal, id, clock } = await running({ scopes: all.filter((each) => !each.startsWith("dashboard:")) });
    await clock.sleep(40 * DAY_MS);
    expect(await refusal(reportAttendance, { webinar_id: id })).toMatchObject({
      code: "not_found",
      hint: expect.stringMatching(
        /^While it runs, only Zoom's dashboard shows who is there, and it cannot be read\. .*dashboard:read:webinar:admin.* 30 minutes/,
      ),
    });
  });

  it.each([
    ["who came is not published", { participantsUnknownMs: 20 * MINUTE_MS }, { attendees: null, registered: 5 }, /has not published/],
    ["every duration is 0", { participantsDelayMs: 20 * MINUTE_MS }, { attendees: 1, registered: 5 }, /0 seconds/],
    ["it ended just now", {}, { attendees: 1, registered: 5 }, /less than 30 minutes/],
  ])("is not complete while %s", async (_what, switches, expected, note) => {
    const zoom = await running({ switches });
    await zoom.clock.sleep(10 * MINUTE_MS);
    await zoom.emulator.controls.endWebinar(zoom.id);
    await zoom.clock.sleep(5 * MINUTE_MS);
    const { complete, totals, notes } = await zoom.run(reportAttendance, { webinar_id: zoom.id });
    expect({ complete, totals }).toMatchObject({ complete: false, totals: expected });
    expect(notes.some((each) => note.test(each))).toBe(true);
    await zoom.clock.sleep(60 * MINUTE_MS);
    expect(await zoom.run(reportAttendance, { webinar_id: zoom.id })).toMatchObject({ complete: true, totals: { attendees: 1 } });
  });

  it.each([
    ["six months", 200],
    ["a year", 400],
  ])("reports what is left of a webinar older than %s, with a note", async (_age, days) => {
    const zoom = emulated();
    await zoom.clock.sleep(days * 24 * 60 * MINUTE_MS);
    const outcome = await zoom.run(reportAttendance, { webinar_id: HELD }).then(
      ({ complete, notes }) => ({ complete, notes: notes.length }),
      ({ code }: { code: string }) => ({ code }),
    );
    expect([{ complete: true, notes: expect.any(Number) }, { code: "not_found" }]).toContainEqual(outcome);
  });

  it("has no registration figures for a webinar without registration", async () => {
    const zoom = emulated();
    const [host] = await zoom.emulator.state.webinars();
    const id = String(host?.id);
    await zoom.session.zoom.call("PATCH /webinars/{webinarId}", { path: { webinarId: id }, body: { settings: { approval_type: 2 } } });
    await zoom.emulator.controls.startWebinar(id);
    await zoom.emulator.controls.join(id, { name: "Visitor" });
    await zoom.clock.sleep(5 * MINUTE_MS);
    await zoom.emulator.controls.endWebinar(id);
    const { totals, people } = await zoom.run(reportAttendance, { webinar_id: id });
    expect(totals).toMatchObject({ registered: null, attended: null, walk_ins: null, show_rate: null, attendees: 1 });
    expect(people.find(({ name }) => name === "Visitor")).toMatchObject({ status: "attendee" });
  });

  it.each([
    ["nothing", {}, "webinar_id"],
    ["both sources", { webinar_id: HELD, from: "x" }, "from"],
    ["a file as a series", { from: "x", series: true }, "series"],
    ["a series of instances", { webinar_id: HELD, series: true, instances: true }, "instances"],
    ["a zone without a file", { webinar_id: HELD, timezone: "UTC" }, "timezone"],
    ["a range that nobody is in", { webinar_id: HELD, min_minutes: 9, max_minutes: 3 }, "min_minutes"],
    ["a file without its zone", { from: "Attendee Report" }, "timezone"],
    ["a text that is no report", { from: "name,email\na,b", timezone: "UTC" }, "from"],
  ])("refuses %s before asking Zoom", async (_what, input, field) => {
    const { refusal, seen } = emulated();
    expect(await refusal(reportAttendance, input)).toMatchObject({ code: "input_invalid", faults: [{ field }] });
    expect(seen()).toEqual([]);
  });

  it("reads a file without credentials, without a request", async () => {
    const { refusal, run, seen } = emulated({ session: { credentials: null } });
    expect((await refusal(reportAttendance, { webinar_id: HELD })).code).toBe("auth_missing");
    const from =
      'Attendee Report\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes)\nTides,1,"01/05/2027 04:00:00 PM",10\nAttendee Details\nAttended,User Name,Email,Join Time,Leave Time\nYes,Jo,jo@example.com,"01/05/2027 04:00:00 PM","01/05/2027 04:10:00 PM"';
    expect(await run(reportAttendance, { from, timezone: "UTC" })).toMatchObject({ totals: { attendees: 1, average_minutes: 10 }, complete: true });
    expect(seen()).toEqual([]);
  });

  it("keeps its clock: the demo is looked at on the day that the emulator says", () => {
    expect(new Date(NOW).toISOString()).toBe("2027-01-15T12:00:00.000Z");
  });
});

describe("what an assistant reads of a report", () => {
  it("is the sums and short people, with a note; full, or fields, give the rest", async () => {
    const { run } = emulated();
    const input = reportAttendance.input.parse({ webinar_id: HELD });
    const whole = await run(reportAttendance, { webinar_id: HELD });
    const brief = reportAttendance.brief?.(whole, input);
    const shown = (brief?.people ?? []).map((person) => Object.keys(person));
    expect(shown).toContainEqual(["name", "email", "status", "minutes"]);
    expect(shown.flat().filter((name) => !["name", "email", "status", "minutes", "notes"].includes(name))).toEqual([]);
    expect(Object.keys(brief ?? {})).toEqual(["webinar", "totals", "people", "zoom_says", "complete", "notes"]);
    expect(brief?.totals).toEqual(whole.totals);
    expect(brief?.notes.join(" ")).toMatch(/fields chooses what each person has.*full: true with include_joinings: true gives all/);
    expect(reportAttendance.brief?.(whole, { ...input, full: true })).toEqual(whole);
    expect(reportAttendance.brief?.(whole, { ...input, fields: ["name", "joins"] })?.people).toEqual(whole.people);
  });

  it("leaves out minutes of who stayed away and addresses that nobody knows, and keeps what is noted of a person", async () => {
    const { run } = emulated();
    const input = reportAttendance.input.parse({ webinar_id: HELD });
    const whole = await run(reportAttendance, { webinar_id: HELD });
    const [first, ...others] = whole.people;
    const noted = { ...whole, people: [{ ...first, notes: ["Joined under different names."] }, ...others] };
    const brief = reportAttendance.brief?.(noted, input);
    expect(brief?.people[0]?.notes).toEqual(["Joined under different names."]);
    const absent = brief?.people.filter(({ status }) => status === "absent") ?? [];
    expect(absent.length).toBeGreaterThan(0);
    expect(absent.map((person) => Object.keys(person))).toEqual(absent.map(() => ["name", "email", "status"]));
    expect(brief?.people.some(({ email }) => email === null)).toBe(false);
    expect(whole.people.some(({ email }) => email === null)).toBe(true);
  });

  it("has the fields that are asked for by name, joinings among them", async () => {
    const { run } = emulated();
    const { people } = await run(reportAttendance, { webinar_id: HELD, fields: ["name", "joinings", "registered_at"] });
    expect(people[0]).toMatchObject({ name: expect.any(String), joinings: expect.any(Array) });
    expect(people.some(({ registered_at }) => typeof registered_at === "string")).toBe(true);
  });

  it("begins with one group: who was approved and came, then the others", async () => {
    const { run } = emulated();
    const report = await run(reportAttendance, { webinar_id: HELD });
    const line = reportAttendance.describe(report, reportAttendance.input.parse({ webinar_id: HELD }));
    const { approved = 0, walk_ins, show_rate } = report.totals ?? {};
    expect(line).toContain(` of ${approved} approved registrants came (${Math.round((show_rate ?? 0) * 100)} %), and ${walk_ins} walk-in`);
    expect(line).not.toContain("of those registered");
  });
});
