import { describe, expect, it } from "vitest";
import { webinarOf } from "../../test/attendance/small-webinar.ts";
import type { ReportTotals } from "../report-types.ts";
import type { Answers } from "./answers.ts";
import { notesOfAnswers, notesOfPeople, notesOfRows, notesOfZoom } from "./notes.ts";
import { toReport } from "./report.ts";

describe("notes on rows", () => {
  const nothing = { withoutJoin: 0, reversed: 0, withoutLeave: 0, clippedSeconds: 0, outside: 0 };
  it.each<[oddities: Partial<typeof nothing>, notes: string[]]>([
    [{}, []],
    [{ withoutJoin: 1 }, ["1 joining without a time of joining: counted as a joining of no length."]],
    [{ withoutJoin: 2 }, ["2 joinings without a time of joining: counted as a joining of no length."]],
    [{ reversed: 1 }, ["1 joining with an end before the start: counted as a joining of no length."]],
    [{ reversed: 3 }, ["3 joinings with an end before the start: counted as a joining of no length."]],
    [{ withoutLeave: 1 }, ["1 joining without a time of leaving: counted up to the end."]],
    [{ withoutLeave: 2 }, ["2 joinings without a time of leaving: counted up to the end."]],
    [{ clippedSeconds: 60 }, ["1 minute before the start or after the end is left out (practice session, clients left open)."]],
    [{ clippedSeconds: 30 }, ["0.5 minutes before the start or after the end are left out (practice session, clients left open)."]],
    [
      { clippedSeconds: 600, outside: 1 },
      ["10 minutes before the start or after the end are left out (practice session, clients left open); 1 joining was wholly outside."],
    ],
    [
      { clippedSeconds: 600, outside: 2 },
      ["10 minutes before the start or after the end are left out (practice session, clients left open); 2 joinings were wholly outside."],
    ],
  ])("of %j are %j", (oddities, notes) => {
    expect(notesOfRows({ ...nothing, ...oddities })).toEqual(notes);
  });
});

describe("notes on people", () => {
  const nothing = { contradictions: 0, repeated: 0, namesakes: 0, seconds: 0 };
  const DAY = 24 * 3600;
  it.each<[facts: Partial<typeof nothing>, notes: string[]]>([
    [{}, []],
    [{ namesakes: 1 }, ["1 walk-in with the name of a registrant who is absent: perhaps the same person, under another address or without one."]],
    [{ namesakes: 2 }, ["2 walk-ins with the name of a registrant who is absent: perhaps the same person, under another address or without one."]],
    [{ contradictions: 1 }, ["1 joining whose registration and e-mail address lead to two people: the registration decides."]],
    [{ contradictions: 2 }, ["2 joinings whose registration and e-mail address lead to two people: the registration decides."]],
    [{ repeated: 1 }, ["1 registration of an address that is registered already: each address counts once, by its newest approved registration."]],
    [{ repeated: 2 }, ["2 registrations of an address that is registered already: each address counts once, by its newest approved registration."]],
    [{ seconds: DAY }, []],
    [{ seconds: DAY + 1 }, ["The webinar is longer than 24 hours: the curve ends there."]],
  ])("of %j are %j", (facts, notes) => {
    expect(notesOfPeople({ ...nothing, ...facts })).toEqual(notes);
  });
});

describe("notes on answers", () => {
  const nobody = { polls: 0, questions: 0, survey: 0 };
  const answers = (unknown: Partial<typeof nobody>, polls: Answers["polls"] = null): Answers => ({
    polls,
    questions: null,
    survey: null,
    pollCount: 0,
    questionCount: 0,
    surveyCount: 0,
    unknown: { ...nobody, ...unknown },
    marks: [],
  });
  const lost = (parts: string) => `Not assigned to anybody: ${parts}. They are anonymous, or have only a name that fits no guest, or several.`;
  const AGAIN = "If a poll was launched again, Zoom keeps only its last run.";
  it.each<[what: string, answers: Answers, notes: string[]]>([
    ["nothing if all belong to somebody", answers({}), []],
    ["whose poll answers belong to nobody", answers({ polls: 1 }), [lost("1 set of poll answers")]],
    ["whose questions belong to nobody", answers({ questions: 2 }), [lost("2 sets of questions")]],
    ["whose survey answers belong to nobody", answers({ survey: 1 }), [lost("1 set of survey answers")]],
    [
      "all of it together",
      answers({ polls: 2, questions: 1, survey: 3 }),
      [lost("2 sets of poll answers, 1 set of questions, 3 sets of survey answers")],
    ],
    ["that a poll that ran again shows its last run, if one was answered", answers({}, new Map([[0, 1]])), [AGAIN]],
    ["nothing of polls that nobody answered", answers({}, new Map()), []],
  ])("say %s", (_what, given, notes) => {
    expect(notesOfAnswers(given)).toEqual(notes);
  });
});

describe("notes on Zoom's figures", () => {
  const totals = (came: Partial<ReportTotals>): ReportTotals => ({ ...toReport(webinarOf([])).totals, ...came });
  const people = (theirs: string, ours: string) =>
    `Zoom counts ${theirs}, this report ${ours}: Zoom counts rejoins and devices of one person apart, or one guest who came again only once.`;
  const minutes = (theirs: string, ours: number) =>
    `Zoom counts ${theirs}, this report ${ours}: here two devices at once count once, and only the time between start and end.`;
  const three = totals({ attendees: 1, hosts: 1, panelists: 1 });
  it.each<[what: string, participants: number | null, minutes: number | null, totals: ReportTotals, seconds: number | null, notes: string[]]>([
    ["nothing if they are ours", 3, 60, three, 3600, []],
    ["nothing if Zoom has none", null, null, three, 3600, []],
    ["that Zoom counts more people", 4, null, three, null, [people("4 participants", "3 people")]],
    ["that Zoom counts fewer people", 1, null, three, null, [people("1 participant", "3 people")]],
    ["that Zoom counts one more than one", 2, null, totals({ attendees: 1, hosts: 0, panelists: 0 }), null, [people("2 participants", "1 person")]],
    ["nothing of hosts and panelists that are not known", 1, null, totals({ attendees: 1, hosts: null, panelists: null }), null, []],
    ["nothing if the rows could not be read", 4, 60, totals({ attendees: null }), null, []],
    ["that Zoom counts more minutes", null, 61, three, 3600, [minutes("61 minutes", 60)]],
    ["that Zoom counts fewer minutes", null, 1, three, 3600, [minutes("1 minute", 60)]],
    ["nothing of less than a minute more", null, 61, three, 3601, []],
    ["nothing of less than a minute less", null, 59, three, 3599, []],
  ])("say %s", (_what, participants_count, total_minutes, given, seconds, notes) => {
    expect(notesOfZoom({ participants_count, total_minutes }, given, seconds)).toEqual(notes);
  });
});
