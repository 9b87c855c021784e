import { describe, expect, it } from "vitest";
import { at, instanceOf, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import { toReport } from "./report.ts";

const ROSA = "rosa@example.com";
const OTTO = "otto@example.com";
const said = (...given: Parameters<typeof toReport>) => toReport(...given).notes.join("\n");
const personOf = (report: ReturnType<typeof toReport>, email: string) => report.people.find((person) => person.email === email);

describe("a small webinar", () => {
  const rows = [
    joined(ROSA, "15:00", "15:30"),
    joined(ROSA, "15:20", "15:50"),
    joined(OTTO, "15:10", "16:00"),
    joined("guest@example.org", "15:30", "15:40"),
  ];

  it("counts who came, for how long, and who stayed away", () => {
    const report = toReport(webinarOf(rows));
    expect(report.totals).toMatchObject({
      registered: 3,
      approved: 3,
      pending: 0,
      denied: 0,
      attended: 2,
      absent: 1,
      walk_ins: 1,
      attendees: 3,
      hosts: 0,
      panelists: 0,
      show_rate: 2 / 3,
      average_minutes: 36.7,
      median_minutes: 50,
      peak_concurrent: 3,
      peak_at: at("15:30"),
      rows: 4,
    });
    expect(personOf(report, ROSA)).toMatchObject({ status: "attended", seconds: 3000, minutes: 50, joins: 2, late: false, left_early: true });
    expect(personOf(report, OTTO)).toMatchObject({ late: true, left_early: false });
    expect(personOf(report, "mina@example.com")).toMatchObject({ status: "absent", seconds: 0, joins: 0 });
    expect([report.complete, report.notes]).toEqual([true, []]);
    expect(report.webinar).toMatchObject({ start_time: at("15:00"), end_time: at("16:00"), length_minutes: 60, uuid: "one" });
  });

  it("shows each joining if it is asked for, and only then", () => {
    const report = toReport(webinarOf(rows), { withJoinings: true });
    expect(personOf(report, ROSA)?.joinings).toEqual([
      { from: at("15:00"), to: at("15:30") },
      { from: at("15:20"), to: at("15:50") },
    ]);
    expect(personOf(report, "mina@example.com")?.joinings).toEqual([]);
    expect("joinings" in (personOf(toReport(webinarOf(rows)), ROSA) ?? {})).toBe(false);
    expect("not_listed" in toReport(webinarOf(rows))).toBe(false);
  });

  it("lists who signed up and was never approved apart", () => {
    const registrants = [
      { id: "r-rosa", email: ROSA, first_name: "Rosa", status: "approved" },
      { id: "r-kim", email: "kim@example.com", first_name: "Kim", status: "pending", create_time: at("09:00") },
      { id: "r-lee", email: "lee@example.com", first_name: "Lee", status: "denied" },
    ];
    const report = toReport(webinarOf([joined(ROSA, "15:00", "16:00")], { registrants }), { withJoinings: true });
    expect(report.totals).toMatchObject({ registered: 3, approved: 1, pending: 1, denied: 1, absent: 0, show_rate: 1 });
    expect(report.not_listed).toEqual([
      { name: "Kim", email: "kim@example.com", registration: "pending", registered_at: at("09:00") },
      { name: "Lee", email: "lee@example.com", registration: "denied", registered_at: null },
    ]);
  });
});

describe("what could not be read", () => {
  it("is not a zero: without joinings, nobody is said to have come or stayed away", () => {
    const report = toReport(webinarOf(null));
    expect(report.totals).toMatchObject({
      registered: 3,
      attended: null,
      absent: null,
      walk_ins: null,
      attendees: null,
      hosts: null,
      panelists: null,
      show_rate: null,
      average_minutes: null,
      median_minutes: null,
      peak_concurrent: null,
      peak_at: null,
      rows: null,
    });
    expect(report.curve).toEqual([]);
    for (const person of report.people) expect([person.seconds, person.minutes, person.joins]).toEqual([null, null, null]);
  });

  it("is not a zero: without registrants, nobody is said to be registered", () => {
    const { totals } = toReport(webinarOf([joined(ROSA, "15:00", "16:00")], { registrants: null }));
    expect(totals).toMatchObject({ registered: null, approved: null, absent: null, walk_ins: null, attendees: 1, show_rate: null });
  });

  it("leaves times open that nothing tells", () => {
    const report = toReport(webinarOf([], { instances: [instanceOf([], { details: null })] }));
    expect(report.webinar).toMatchObject({ start_time: null, end_time: null, length_minutes: null });
    expect(report.totals.average_minutes).toBeNull();
  });

  it("makes Zoom's sums unknown as soon as one of them is", () => {
    const says = (participants_count: number | null, total_minutes: number | null) => ({ zoom_says: { participants_count, total_minutes } });
    const both = toReport(webinarOf([], { instances: [instanceOf([], says(3, 50)), instanceOf([], says(4, null))] }));
    expect(both.zoom_says).toEqual({ participants_count: 7, total_minutes: null });
    expect(toReport(webinarOf([], { instances: [] })).zoom_says).toEqual({ participants_count: null, total_minutes: null });
  });
});

describe("notes", () => {
  it("say what the rows had that is not as it should be", () => {
    const rows = [
      joined(ROSA, "14:50", "15:30"),
      joined(OTTO, "15:30", "15:20"),
      joined("a@example.org", "15:10", null),
      { user_email: "b@example.org", name: "b", leave_time: at("15:20"), duration: 60 },
      joined("c@example.org", "14:00", "14:30"),
    ];
    const text = said(webinarOf(rows));
    expect(text).toContain("1 joining without a time of joining: counted as a joining of no length.");
    expect(text).toContain("1 joining with an end before the start: counted as a joining of no length.");
    expect(text).toContain("1 joining without a time of leaving: counted up to the end.");
    expect(text).toContain(
      "40 minutes before the start or after the end are left out (practice session, clients left open); 1 joining was wholly outside.",
    );
    expect(said(webinarOf([joined(ROSA, "14:50", "15:30")]))).toBe(
      "10 minutes before the start or after the end are left out (practice session, clients left open).",
    );
  });

  it("say why Zoom counts otherwise, and nothing if it does not, or not by a whole minute", () => {
    const rows = [joined(ROSA, "15:00", "15:30"), joined(ROSA, "15:00", "15:30")];
    const says = (participants_count: number | null, total_minutes: number | null) =>
      said(webinarOf([], { instances: [instanceOf(rows, { zoom_says: { participants_count, total_minutes } })] }));
    expect(says(2, 30)).toBe(
      "Zoom counts 2 participants, this report 1 person: Zoom counts rejoins and devices of one person apart, or one guest who came again only once.",
    );
    expect(says(1, 60)).toBe("Zoom counts 60 minutes, this report 30: here two devices at once count once, and only the time between start and end.");
    expect(says(1, 31)).toContain("Zoom counts 31 minutes");
    expect([says(1, 30), says(1, 30.9), says(null, null)]).toEqual(["", "", ""]);
  });

  it("say that the webinar runs, and that Zoom's figures are not ready", () => {
    const running = toReport(
      webinarOf([joined(ROSA, "15:00", null)], { instances: [instanceOf([joined(ROSA, "15:00", null)], { details: { start_time: at("15:00") } })] }),
    );
    expect(running.notes.join()).toContain("The webinar is running");
    expect([running.complete, running.webinar.end_time, running.webinar.length_minutes]).toEqual([false, null, null]);
    const zero = toReport(webinarOf([joined(ROSA, "15:00", "15:30", { duration: 0 })]));
    expect(zero.notes.join()).toContain("Zoom still reports 0 seconds for every joining");
    expect(zero.complete).toBe(false);
    expect(toReport(webinarOf([], { complete: false, notes: ["ours"] }))).toMatchObject({ complete: false, notes: ["ours"] });
  });

  it("say whose answers belong to nobody", () => {
    const answer = (name: string) => ({ name, items: [{ poll: "p", title: "Lunch", at: at("15:10") }] });
    const text = said(
      webinarOf([joined(ROSA, "15:00", "16:00")], {
        polls: [answer("Anonymous"), answer("Nobody")],
        questions: [answer("x")],
        survey: [answer("y")],
      }),
    );
    expect(text).toContain("Not assigned to anybody: 2 sets of poll answers, 1 set of questions, 1 set of survey answers.");
    expect(text).not.toContain("last run");
    const polls = [{ email: ROSA, items: [{ poll: "p", title: "Lunch", at: at("15:10") }] }];
    expect(said(webinarOf([joined(ROSA, "15:00", "16:00")], { polls }))).toBe("If a poll was launched again, Zoom keeps only its last run.");
  });

  it("say that an address is registered twice, that registration and address disagree, and that the curve ends", () => {
    const registrants = [
      { id: "r1", email: ROSA, status: "approved", create_time: at("09:00") },
      { id: "r2", email: ROSA.toUpperCase(), status: "approved", create_time: at("10:00") },
      { id: "r-otto", email: OTTO, status: "approved" },
    ];
    expect(said(webinarOf([], { registrants }))).toContain("1 registration of an address that is registered already");
    const rows = [joined(ROSA, "15:00", "16:00", { registrant_id: "r-otto" })];
    expect(said(webinarOf(rows))).toContain("1 joining whose registration and e-mail address lead to two people: the registration decides.");
    const long = instanceOf([], { details: { start_time: at("15:00"), end_time: "2027-02-02T15:00:01Z" } });
    expect(said(webinarOf([], { instances: [long] }))).toContain("longer than 24 hours");
    const day = instanceOf([], { details: { start_time: at("15:00"), end_time: "2027-02-02T15:00:00Z" } });
    expect(said(webinarOf([], { instances: [day] }))).toBe("");
  });
});

describe("engagement", () => {
  const poll = (name: string) => ({ poll: name, title: name, at: at("15:10") });
  const scoreOf = (email: string, more: Parameters<typeof webinarOf>[1] = {}) =>
    personOf(toReport(webinarOf([joined(ROSA, "15:00", "16:00"), joined(OTTO, "15:00", "15:30")], more)), email)?.engagement;

  it("is the share of the time present if nothing else was offered", () => {
    expect([scoreOf(ROSA), scoreOf(OTTO)]).toEqual([100, 50]);
  });

  it("counts polls by their share, one question and the survey, and scales to what was offered", () => {
    const polls = [
      { email: ROSA, items: [poll("a"), poll("b")] },
      { email: OTTO, items: [poll("a")] },
    ];
    expect([scoreOf(ROSA, { polls }), scoreOf(OTTO, { polls })]).toEqual([100, 50]);
    const questions = [{ email: OTTO, items: [{ title: "Why?" }, { title: "How?" }] }];
    expect([scoreOf(ROSA, { questions }), scoreOf(OTTO, { questions })]).toEqual([88, 56]);
    expect(scoreOf(ROSA, { questions: [], has_questions: true })).toBe(88);
    expect(scoreOf(ROSA, { survey: [], has_survey: true })).toBe(88);
    const survey = [{ email: ROSA, items: [{ title: "Good?" }] }];
    expect([scoreOf(ROSA, { survey }), scoreOf(OTTO, { survey })]).toEqual([100, 44]);
  });
});
