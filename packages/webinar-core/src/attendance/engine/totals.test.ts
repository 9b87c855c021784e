import { describe, expect, it } from "vitest";
import { at, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import { toReport } from "./report.ts";

const ROSA = "rosa@example.com";
const OTTO = "otto@example.com";
const personOf = (report: ReturnType<typeof toReport>, email: string) => report.people.find((person) => person.email === email);

describe("late and early", () => {
  const seen = (from: string, to: string, more: Parameters<typeof webinarOf>[1] = {}) => {
    const person = personOf(toReport(webinarOf([joined(ROSA, from, to)], more)), ROSA);
    return [person?.late, person?.left_early];
  };
  it.each([
    ["from start to end", "15:00", "16:00", false, false],
    ["five minutes after the start, five before the end", "15:05", "15:55", false, false],
    ["a second later, a second earlier", "15:05:01", "15:54:59", true, true],
    ["before the start, after the end", "14:00", "17:00", false, false],
    ["for no time", "15:10", "15:10", null, null],
  ])("%s", (_what, from, to, late, early) => {
    expect(seen(from, to)).toEqual([late, early]);
  });

  it("as many minutes as were asked for", () => {
    expect(seen("15:00:01", "15:50", { late_minutes: 0, early_minutes: 10 })).toEqual([true, false]);
  });
});

describe("what was offered", () => {
  const answers = [{ email: ROSA, items: [{ poll: "p", title: "Lunch", at: at("15:10") }] }];
  const engagementOf = (more: Parameters<typeof webinarOf>[1]) =>
    personOf(toReport(webinarOf([joined(ROSA, "15:00", "15:30")], more)), ROSA)?.engagement;
  it.each<[what: string, more: Parameters<typeof webinarOf>[1], engagement: number]>([
    ["only the time: half of it is half of the points", {}, 50],
    ["polls that nobody answered are none", { polls: [] }, 50],
    ["questions are not offered if they could not be read", { questions: null, has_questions: true }, 50],
    ["questions that could be asked count", { questions: [], has_questions: true }, 44],
    ["questions that were asked count, whatever the settings say", { questions: answers, has_questions: null }, 56],
    ["a survey is not offered if it could not be read", { survey: null, has_survey: true }, 50],
    ["a survey that nobody answered counts", { survey: [], has_survey: true }, 44],
    ["a survey that was answered counts, whatever the settings say", { survey: answers }, 56],
    ["all of it", { polls: answers, questions: answers, survey: answers }, 65],
  ])("%s", (_what, more, engagement) => {
    expect(engagementOf(more)).toBe(engagement);
  });

  it("is nothing if the joinings could not be read: a registrant has no engagement then", () => {
    const report = toReport(webinarOf(null, { polls: answers, panelists: [{ email: ROSA }] }));
    expect(report.people.map(({ engagement }) => engagement)).toEqual(new Array(report.people.length).fill(null));
  });

  it("is not counted for hosts, panelists and who stayed away, and what could not be read is not known", () => {
    const rows = [joined("ada@example.com", "15:00", "16:00"), joined(OTTO, "15:00", "16:00"), joined(ROSA, "15:00", "16:00")];
    const { people } = toReport(webinarOf(rows, { panelists: [{ email: OTTO }], polls: answers, questions: null, survey: [] }));
    expect(people.map((person) => [person.email, person.engagement, person.polls_answered, person.questions_asked, person.survey_answered])).toEqual([
      ["ada@example.com", null, 0, null, false],
      [OTTO, null, 0, null, false],
      [ROSA, 100, 1, null, false],
      ["mina@example.com", null, 0, null, false],
    ]);
  });
});

describe("totals", () => {
  it("count a registration by its status, and who came of the approved ones", () => {
    const statuses = ["approved", "approved", "pending", "pending", "pending", "denied", "else"];
    const registrants = statuses.map((status, nth) => ({ id: `r${nth}`, email: `r${nth}@example.com`, status }));
    const rows = ["r0", "r2", "r6"].map((name) => joined(`${name}@example.com`, "15:00", "15:10"));
    const { totals } = toReport(webinarOf(rows, { registrants }));
    expect(totals).toMatchObject({ registered: 7, approved: 2, pending: 3, denied: 1, attended: 3, absent: 1, show_rate: 1 / 2 });
  });

  it("count hosts and panelists only if they came, and nobody as registered if no registration is asked", () => {
    const rows = [joined(OTTO, "15:00", "15:10"), joined("guest@example.org", "15:00", "15:10")];
    const more = { panelists: [{ email: OTTO }, { email: "else@example.com" }], registrants: null, asks_registration: false };
    const { totals, people } = toReport(webinarOf(rows, more));
    expect(totals).toMatchObject({
      hosts: 0,
      panelists: 1,
      attendees: 1,
      registered: null,
      approved: null,
      attended: null,
      absent: null,
      walk_ins: null,
      show_rate: null,
    });
    expect(people.map(({ status, joins }) => [status, joins])).toEqual([
      ["host", 0],
      ["panelist", 1],
      ["panelist", 0],
      ["attendee", 1],
    ]);
  });

  it("have no share of nobody: nobody approved, nobody there", () => {
    const { totals } = toReport(webinarOf([], { registrants: [{ id: "r", email: ROSA, status: "pending" }] }));
    expect(totals).toMatchObject({
      show_rate: null,
      average_minutes: null,
      median_minutes: null,
      peak_concurrent: 0,
      peak_at: null,
      attendees: 0,
      rows: 0,
    });
    expect(totals.drop_off).toEqual({ "25": null, "50": null, "75": null, "95": null });
  });

  it.each([
    [["15:10"], 10, 10],
    [["15:10", "15:20"], 15, 15],
    [["15:40", "15:10", "15:20"], 23.3, 20],
    [["15:00:09"], 0.2, 0.2],
    [["15:00:08"], 0.1, 0.1],
    [["15:00:03", "15:00:00"], 0, 0],
    [["15:10", "15:10:01"], 10, 10],
    [["15:59", "15:01", "15:02", "15:40"], 25.5, 21],
  ])("of people who stay up to %j have the mean of %f minutes and the median of %f", (ends, mean, median) => {
    const rows = ends.map((end, nth) => joined(`p${nth}@example.org`, "15:00", end));
    expect(toReport(webinarOf(rows)).totals).toMatchObject({ average_minutes: mean, median_minutes: median });
  });
});
