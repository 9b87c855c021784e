import { describe, expect, it } from "vitest";
import { at, instanceOf, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import type { JoiningRow, ReportInput } from "./input.ts";
import { toReport } from "./report.ts";

const ROSA = "rosa@example.com";
const OTTO = "otto@example.com";
const reportOf = (rows: readonly JoiningRow[], more: Partial<ReportInput> = {}) => toReport(webinarOf(rows, more));
/** Who came, as "name rule joins". */
const cameOf = (rows: readonly JoiningRow[], more: Partial<ReportInput> = {}): string[] =>
  reportOf(rows, more).people.flatMap(({ name, identity, joins }) => (joins ? [`${name} ${identity} ${joins}`] : []));

const row = (from: string, more: Partial<JoiningRow>): JoiningRow => joined("", from, "15:50", { name: "", ...more });

describe("rows are of one person", () => {
  it.each<[what: string, rows: JoiningRow[], came: string[]]>([
    [
      "by their registration, whatever address and name they have",
      [
        row("15:00", { registrant_id: "r-rosa", user_email: "x@example.org", name: "X" }),
        row("15:10", { registrant_id: "r-rosa", user_email: "y@example.org", name: "Y" }),
      ],
      ["rosa registrant 2"],
    ],
    [
      "by a registration that is in no list",
      [row("15:00", { registrant_id: "gone", name: "Gone" }), row("15:10", { registrant_id: "gone", name: "Else" })],
      ["Gone registrant 2"],
    ],
    [
      "by an address that is on a list, in any case",
      [row("15:00", { user_email: " ROSA@example.com" }), row("15:10", { user_email: ROSA, name: "Else" })],
      ["rosa email 2"],
    ],
    [
      "by an address that is on no list",
      [row("15:00", { user_email: "x@example.org", name: "X" }), row("15:10", { user_email: "X@example.org", name: "Y" })],
      ["X email 2"],
    ],
    [
      "by an account, of which participant_user_id says more than id",
      [
        row("15:00", { participant_user_id: "one", id: "two", name: "X" }),
        row("15:10", { id: "one", name: "Y" }),
        row("15:20", { id: "two", name: "Z" }),
      ],
      ["X account 2", "Z account 1"],
    ],
    ["by the host's account", [row("15:00", { id: "acc" })], ["Ada account 1"]],
    [
      "by what joins two of them: a registration with an address, and the address alone",
      [row("15:00", { user_email: "x@example.org", name: "X" }), row("15:10", { registrant_id: "gone", user_email: "x@example.org", name: "Y" })],
      ["X registrant 2"],
    ],
    [
      "by an account that joins a registrant and a guest",
      [row("15:00", { id: "acc-x", name: "X" }), row("15:10", { registrant_id: "r-rosa", id: "acc-x" })],
      ["rosa registrant 2"],
    ],
    [
      "by a chain: address, then account",
      [
        row("15:00", { user_email: "x@example.org", id: "acc-x", name: "X" }),
        row("15:10", { id: "acc-x", name: "Y" }),
        row("15:20", { user_email: "x@example.org" }),
      ],
      ["X email 3"],
    ],
    [
      "never if they lead to two people of a list",
      [row("15:00", { registrant_id: "r-rosa", user_email: OTTO }), row("15:10", { user_email: OTTO })],
      ["rosa registrant 1", "otto email 1"],
    ],
    [
      "never by an account if both are on a list",
      [row("15:00", { registrant_id: "r-rosa", id: "acc-x" }), row("15:10", { registrant_id: "r-otto", id: "acc-x" })],
      ["rosa registrant 1", "otto registrant 1"],
    ],
  ])("%s", (_what, rows, came) => {
    expect(cameOf(rows, { hosts: [{ email: "ada@example.com", account_id: "acc", name: "Ada" }] })).toEqual(came);
  });
});

describe("a registration and an address that disagree", () => {
  const countOf = (...rows: JoiningRow[]): number => Number(/(\d+) joinings? whose registration/.exec(reportOf(rows).notes.join("\n"))?.[1] ?? 0);
  it.each<[what: string, rows: JoiningRow[], count: number]>([
    [
      "are counted, each joining",
      [row("15:00", { registrant_id: "r-rosa", user_email: OTTO }), row("15:10", { registrant_id: "r-rosa", user_email: OTTO })],
      2,
    ],
    [
      "are not counted if they lead to one person",
      [row("15:00", { registrant_id: "r-rosa", user_email: ROSA }), row("15:10", { registrant_id: "r-rosa", user_email: " ROSA@example.com" })],
      0,
    ],
    [
      "are not counted if the registration is in no list, however often it comes",
      [row("15:00", { registrant_id: "gone", user_email: ROSA }), row("15:10", { registrant_id: "gone", user_email: ROSA })],
      0,
    ],
    [
      "are not counted if the address is in no list, whoever shares it",
      [
        row("15:00", { registrant_id: "r-rosa", user_email: "us@example.org" }),
        row("15:10", { registrant_id: "r-otto", user_email: "us@example.org" }),
      ],
      0,
    ],
  ])("%s", (_what, rows, count) => {
    expect(countOf(...rows)).toBe(count);
  });
});

describe("guests of one name", () => {
  const guest = (from: string, to: string, name = "Gast"): JoiningRow => ({ name, join_time: at(from), leave_time: at(to), duration: 60 });
  it.each<[what: string, rows: JoiningRow[], minutes: number[]]>([
    [
      "are one if they come after each other, in whatever order the rows stand",
      [guest("15:20", "15:25"), guest("15:00", "15:10"), guest("15:10", "15:20")],
      [25],
    ],
    ["are two if they are there at the same time", [guest("15:00", "15:10"), guest("15:09", "15:20")], [10, 11]],
    [
      "take the place of the first who has left",
      [guest("15:00", "15:10"), guest("15:05", "15:20"), guest("15:10", "15:40"), guest("15:20", "15:30")],
      [40, 25],
    ],
    [
      "are as many as are there at once",
      [guest("15:00", "15:30"), guest("15:01", "15:30"), guest("15:02", "15:30"), guest("15:30", "15:40")],
      [40, 29, 28],
    ],
    ["are those of their own name only", [guest("15:00", "15:10"), guest("15:00", "15:20", "Other")], [10, 20]],
    ["have one name in any case and with any words in brackets behind", [guest("15:00", "15:10"), guest("15:10", "15:20", " GAST (phone)")], [20]],
    ["are one with a joining of no length", [guest("15:05", "15:05"), guest("15:00", "15:10"), guest("15:07", "15:07")], [10]],
    ["are each somebody else if they have no name", [guest("15:00", "15:10", ""), guest("15:10", "15:20", " ")], [10, 10]],
  ])("%s", (_what, rows, minutes) => {
    const guests = reportOf(rows).people.filter(({ identity }) => identity === "name");
    expect(guests.map((person) => person.minutes)).toEqual(minutes);
    expect(guests.reduce((sum, { joins }) => sum + (joins ?? 0), 0)).toBe(rows.length);
  });
});

describe("somebody's status", () => {
  const gone = row("15:00", { registrant_id: "gone", name: "Gone" });
  const guest = row("15:00", { name: "Gast" });
  const NOTE = "Came with a registration that is in no list: it may have been deleted.";
  it.each<[what: string, row: JoiningRow, more: Partial<ReportInput>, status: string, notes: string[]]>([
    ["with a registration that is in no list: a walk-in, with a note", gone, {}, "walk_in", [NOTE]],
    ["without a registration: a walk-in", guest, {}, "walk_in", []],
    ["with a registration, if the registrants could not be read: attended", gone, { registrants: null }, "attended", []],
    ["without one, if the registrants could not be read: an attendee", guest, { registrants: null }, "attendee", []],
    ["with a registration, if nobody knows whether registration is asked: attended", gone, { asks_registration: null }, "attended", []],
    ["without one, if nobody knows whether registration is asked: an attendee", guest, { asks_registration: null }, "attendee", []],
    ["with a registration, if none is asked: an attendee", gone, { asks_registration: false, registrants: null }, "attendee", []],
  ])("%s", (_what, given, more, status, notes) => {
    expect(reportOf([given], more).people.filter(({ joins }) => joins === 1)).toMatchObject([{ status, notes }]);
  });

  it("is absent only if the joinings were read and the registration is approved", () => {
    const registrants = ["approved", "pending", "denied", "else"].map((status) => ({ id: status, email: `${status}@example.com`, status }));
    const statuses = (rows: readonly JoiningRow[] | null) =>
      toReport(webinarOf(rows, { registrants, hosts: [], instances: [instanceOf(rows)] })).people.map(({ email, status }) => [email, status]);
    expect(statuses([])).toEqual([["approved@example.com", "absent"]]);
    expect(statuses(null)).toEqual([]);
    expect(statuses([joined("pending@example.com", "15:00", "15:10")])).toEqual([
      ["pending@example.com", "attended"],
      ["approved@example.com", "absent"],
    ]);
  });
});

describe("those who signed up and were not approved", () => {
  const registrants = ["ada", "otto", "kim", "lee"].map((name) => ({ id: name, email: `${name}@example.com`, status: "pending" }));
  it("are listed apart, without hosts, panelists, those who came and those who are absent", () => {
    const absent = { id: "mina", email: "mina@example.com", status: "approved" };
    const input = webinarOf([joined("lee@example.com", "15:00", "15:10")], { registrants: [...registrants, absent], panelists: [{ email: OTTO }] });
    expect(toReport(input, { withJoinings: true }).not_listed?.map(({ email }) => email)).toEqual(["kim@example.com"]);
  });
});

describe("a guest may be", () => {
  const guest = (name: string) => row("15:00", { name });
  const mayBe = (rows: JoiningRow[], registrants: ReportInput["registrants"]) =>
    reportOf(rows, { registrants }).people.flatMap(({ identity, may_be }) => (identity === "name" ? [may_be] : []));
  const registrant = (id: string, first_name: string, status = "approved") => ({ id, email: `${id}@example.com`, first_name, status });
  it.each<[what: string, rows: JoiningRow[], registrants: ReportInput["registrants"], mayBe: (string | null)[]]>([
    ["the absent registrant of that name, in any case", [guest(" ROSA ")], [registrant("r1", "Rosa")], ["r1"]],
    ["nobody if another name is absent", [guest("Rosa")], [registrant("r1", "Otto")], [null]],
    ["nobody if two of that name are absent", [guest("Rosa")], [registrant("r1", "Rosa"), registrant("r2", "Rosa")], [null]],
    ["nobody who came", [guest("Rosa"), joined("r1@example.com", "15:00", "15:10")], [registrant("r1", "Rosa")], [null]],
    ["nobody who was not approved", [guest("Rosa")], [registrant("r1", "Rosa", "pending")], [null]],
    ["nobody if neither has a name", [guest("")], [registrant("r1", "")], [null]],
  ])("%s", (_what, rows, registrants, expected) => {
    expect(mayBe(rows, registrants)).toEqual(expected);
  });

  it("nobody if its address or registration says who it is", () => {
    const rows = [joined("x@example.org", "15:00", "15:10", { name: "Rosa" }), row("15:00", { registrant_id: "gone", name: "Rosa" })];
    expect(reportOf(rows, { registrants: [registrant("r1", "Rosa")] }).people.map(({ may_be }) => may_be)).toEqual(new Array(4).fill(null));
  });
});
