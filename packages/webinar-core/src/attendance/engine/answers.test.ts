import { describe, expect, it } from "vitest";
import { at, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import { toReport } from "./report.ts";

const rows = [
  joined("rosa@example.com", "15:00", "16:00", { registrant_id: "r-rosa" }),
  joined("otto@example.com", "15:00", "16:00"),
  { name: "Gast Eins", join_time: at("15:00"), leave_time: at("16:00"), duration: 3600 },
];
const reportOf = (more: Parameters<typeof webinarOf>[1]) => toReport(webinarOf(rows, more));
const poll = (name: string | undefined, clock: string | undefined, title = "Lunch") => ({
  ...(name === undefined ? {} : { poll: name }),
  title,
  ...(clock === undefined ? {} : { at: at(clock) }),
});

describe("marks on the curve", () => {
  it("show each poll at its first answer with how many people answered, and questions by the minute, all in order of time", () => {
    const { marks } = reportOf({
      polls: [
        { email: "rosa@example.com", items: [poll("lunch", "15:20"), poll("lunch", "15:21"), poll("tea", "15:40", "Tea")] },
        { email: "otto@example.com", items: [poll("lunch", "15:10")] },
        { email: "otto@example.com", items: [poll("late", undefined, "Never timed")] },
      ],
      questions: [
        { email: "rosa@example.com", items: [{ at: at("15:30:10") }, { at: at("15:30:50") }, { title: "no time" }] },
        { email: "otto@example.com", items: [{ at: at("15:05:59") }] },
      ],
    });
    expect(marks).toEqual([
      { kind: "question", at: at("15:05"), text: null, count: 1 },
      { kind: "poll", at: at("15:10"), text: "Lunch", count: 2 },
      { kind: "question", at: at("15:30"), text: null, count: 2 },
      { kind: "poll", at: at("15:40"), text: "Tea", count: 1 },
    ]);
  });

  it("tell polls without an id by their question", () => {
    const { marks } = reportOf({ polls: [{ email: "rosa@example.com", items: [poll(undefined, "15:20", "One"), poll(undefined, "15:25", "Two")] }] });
    expect(marks.map(({ text }) => text)).toEqual(["One", "Two"]);
  });
});

describe("an answer belongs", () => {
  const ownersOf = (answer: object) =>
    reportOf({ polls: [{ ...answer, items: [poll("lunch", "15:20")] }] })
      .people.filter(({ polls_answered }) => polls_answered === 1)
      .map(({ name }) => name);

  it.each([
    ["to the registrant with its id", { registrant_id: "r-rosa", email: "otto@example.com" }, ["rosa"]],
    ["to the person with its address, in any case", { email: "OTTO@example.com" }, ["otto"]],
    ["to the one guest who bears its name", { name: "gast eins" }, ["Gast Eins"]],
    ["to nobody if only a registrant bears its name", { name: "rosa" }, []],
    ["to nobody if its address is nobody's, whatever its name", { email: "else@example.com", name: "Gast Eins" }, []],
    ["to nobody if its id is nobody's, whatever its name", { registrant_id: "r-none", name: "Gast Eins" }, []],
    ["to nobody if it has neither", {}, []],
    ["to nobody if it is anonymous", { name: "Anonymous Attendee" }, []],
  ])("%s", (_name, answer, owners) => {
    expect(ownersOf(answer)).toEqual(owners);
  });

  it("once to a poll, however often it was answered, and each question counts", () => {
    const { people } = reportOf({
      polls: [{ email: "rosa@example.com", items: [poll("lunch", "15:20"), poll("lunch", "15:21"), poll("tea", "15:40")] }],
      questions: [
        { email: "rosa@example.com", items: [{ title: "Why?" }, { title: "Why?" }] },
        { email: "rosa@example.com", items: [{ title: "Why?" }] },
      ],
    });
    const rosa = people.find(({ name }) => name === "rosa");
    expect([rosa?.polls_answered, rosa?.questions_asked]).toEqual([2, 3]);
  });
});

describe("answers of which nobody knows whose they are are counted, by who gave them", () => {
  const unknownIn = (answers: readonly object[]) => {
    const given = answers.map((answer) => ({ ...answer, items: [poll("lunch", "15:20"), poll("tea", "15:30")] }));
    const [note = ""] = reportOf({ polls: given, questions: given, survey: given }).notes;
    return [...note.matchAll(/(\d+) sets? of/g)].map(([, count]) => Number(count));
  };
  it.each<[what: string, answers: object[], unknown: number[]]>([
    ["none if each belongs to somebody", [{ registrant_id: "r-rosa" }, { email: "otto@example.com" }, { name: "Gast Eins" }], []],
    ["an address that is nobody's", [{ email: "else@example.com" }], [1, 1, 1]],
    ["a registration that is nobody's", [{ registrant_id: "r-none" }], [1, 1, 1]],
    ["a name that no guest has", [{ name: "rosa" }, { name: "Somebody" }], [2, 2, 2]],
    ["no name at all, and an anonymous one", [{}, { name: "" }, { name: "anonymous attendee" }], [3, 3, 3]],
    ["one of several", [{ name: "Somebody" }, { registrant_id: "r-rosa" }], [1, 1, 1]],
  ])("%s", (_what, answers, unknown) => {
    expect(unknownIn(answers)).toEqual(unknown);
  });

  it("as is one whose name two guests have", () => {
    const twin = { name: "Gast Eins", join_time: at("15:10"), leave_time: at("15:50"), duration: 2400 };
    const polls = [{ name: "Gast Eins", items: [poll("lunch", "15:20")] }];
    const { people, notes } = toReport(webinarOf([...rows, twin], { polls }));
    expect(people.map(({ polls_answered }) => polls_answered)).toEqual(people.map(() => 0));
    expect(notes[0]).toContain("1 set of poll answers.");
  });
});

describe("an answer of somebody on no list", () => {
  it("belongs to them by the registration or the address that they came with", () => {
    const more = [joined("x@example.org", "15:00", "15:30", { name: "X" }), joined("", "15:00", "15:30", { name: "Gone", registrant_id: "gone" })];
    const polls = [{ email: "X@example.org" }, { registrant_id: "gone", email: "x@example.org" }].map((answer, nth) => ({
      ...answer,
      items: [poll(`p${nth}`, "15:20"), poll("both", "15:25")],
    }));
    const { people } = toReport(webinarOf(more, { polls }));
    expect(people.filter(({ polls_answered }) => polls_answered === 2).map(({ name }) => name)).toEqual(["Gone", "X"]);
  });
});
