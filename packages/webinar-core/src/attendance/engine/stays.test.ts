import { describe, expect, it } from "vitest";
import { at, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import type { JoiningRow } from "./input.ts";
import { toReport } from "./report.ts";

const ROSA = "rosa@example.com";
const GUEST = "guest@example.org";
const reportOf = (rows: readonly JoiningRow[]) => toReport(webinarOf(rows), { withJoinings: true });
const personOf = (rows: readonly JoiningRow[], address: string) => reportOf(rows).people.find(({ email }) => email === address);

describe("what the rows of a file say of roles", () => {
  const as = (role: JoiningRow["role"], from = "15:00", email = GUEST) => joined(email, from, "15:50", { role });
  const registered = joined(ROSA, "15:00", "15:50", { registrant_id: "r-rosa" });
  it.each<[what: string, rows: JoiningRow[], email: string, status: string, roles: string[]]>([
    ["a host is one", [as("host")], GUEST, "host", ["host"]],
    ["a panelist is one", [as("panelist")], GUEST, "panelist", ["panelist"]],
    ["an attendee is a walk-in if nobody registered so", [as("attendee")], GUEST, "walk_in", ["attendee"]],
    ["a row without a role is an attendee", [as(undefined)], GUEST, "walk_in", ["attendee"]],
    ["host and panelist is a host", [as("panelist"), as("host", "15:10")], GUEST, "host", ["host", "panelist"]],
    ["an attendee who was promoted is a panelist", [as("attendee"), as("panelist", "15:10")], GUEST, "panelist", ["panelist", "attendee"]],
    [
      "a panelist who came as an attendee first, whatever the order of the rows",
      [as("panelist", "15:10"), as("attendee")],
      GUEST,
      "panelist",
      ["panelist", "attendee"],
    ],
    ["all three", [as("attendee"), as("panelist"), as("host")], GUEST, "host", ["host", "panelist", "attendee"]],
    ["a registrant who was promoted", [registered, as("panelist", "15:10", ROSA)], ROSA, "panelist", ["panelist", "attendee"]],
    ["a registrant who was only a panelist", [as("panelist", "15:10", ROSA)], ROSA, "panelist", ["panelist"]],
    ["a registrant", [registered, as("attendee", "15:10", ROSA)], ROSA, "attended", ["attendee"]],
  ])("%s", (_what, rows, email, status, roles) => {
    expect(personOf(rows, email)).toMatchObject({ status, roles });
  });

  it("one person's role is not another's", () => {
    const { people, totals } = reportOf([as("host"), as("attendee", "15:00", "other@example.org"), as("panelist", "15:00", "third@example.org")]);
    expect(people.filter(({ joins }) => joins === 1).map(({ status }) => status)).toEqual(["host", "panelist", "walk_in"]);
    expect(totals).toMatchObject({ hosts: 1, panelists: 1, walk_ins: 1, attendees: 1 });
  });
});

describe("a person has", () => {
  const row = (name: string, email: string, from: string) => joined(email, from, "15:50", { name, registrant_id: "r-gone" });
  const named = (...rows: JoiningRow[]) => reportOf(rows).people.filter(({ joins }) => joins === rows.length);
  it.each<[what: string, rows: JoiningRow[], name: string | null, email: string | null]>([
    [
      "the name and address of the first joining",
      [row("Late", "late@example.org", "15:20"), row("Early", "early@example.org", "15:00")],
      "Early",
      "early@example.org",
    ],
    [
      "those of the first row if two joined at once",
      [row("One", "one@example.org", "15:00"), row("Two", "two@example.org", "15:00")],
      "One",
      "one@example.org",
    ],
    ["each from the first joining that has one", [row("", "early@example.org", "15:00"), row("Late", " ", "15:20")], "Late", "early@example.org"],
    [
      "each from another joining if the first has only blanks",
      [row(" \0", " ", "15:00"), row("Late", "late@example.org", "15:20")],
      "Late",
      "late@example.org",
    ],
    ["none if no joining has one", [row("", "", "15:00"), row(" ", " ", "15:20")], null, null],
    ["the name without blanks, the address as it is compared", [row(" Mina  ", " Mina@Example.org ", "15:00")], "Mina", "mina@example.org"],
  ])("%s", (_what, rows, name, email) => {
    expect(named(...rows)).toMatchObject([{ name, email }]);
  });

  it("nothing from a joining without a time if another has one", () => {
    const untimed = { ...row("Untimed", "untimed@example.org", "15:00"), join_time: undefined };
    expect(named(untimed, row("Timed", "timed@example.org", "15:40"))).toMatchObject([{ name: "Timed", email: "timed@example.org" }]);
  });
});

describe("each joining is shown", () => {
  it("cut to the webinar's time, in order, also those of no length", () => {
    const rows = [joined(ROSA, "15:40", "16:20"), joined(ROSA, "14:30", "14:40"), joined(ROSA, "15:10", "15:10"), joined(ROSA, "15:10", "15:20")];
    const rosa = personOf(rows, ROSA);
    expect(rosa?.joinings).toEqual([
      { from: at("15:00"), to: at("15:00") },
      { from: at("15:10"), to: at("15:10") },
      { from: at("15:10"), to: at("15:20") },
      { from: at("15:40"), to: at("16:00") },
    ]);
    expect(rosa).toMatchObject({ joins: 4, seconds: 30 * 60, first_join: at("15:10"), last_leave: at("16:00") });
  });

  it("in the order of the rows if several begin at once", () => {
    const ends = ["15:30", "15:10", "15:20"];
    for (const given of [ends, ends.toReversed()])
      expect(
        personOf(
          given.map((end) => joined(ROSA, "15:00", end)),
          ROSA,
        )?.joinings?.map(({ to }) => to),
      ).toEqual(given.map(at));
  });

  it("in the order of the rows also if very many begin at once", () => {
    const ends = Array.from({ length: 40 }, (_, nth) => `15:${10 + ((nth * 7) % 40)}`);
    expect(
      personOf(
        ends.map((end) => joined(ROSA, "15:00", end)),
        ROSA,
      )?.joinings?.map(({ to }) => to),
    ).toEqual(ends.map(at));
  });

  it("next to when its person registered, if that is known", () => {
    const registrants = [
      { id: "r-rosa", email: ROSA, status: "approved", create_time: at("09:00") },
      { id: "r-otto", email: "otto@example.com", status: "approved" },
    ];
    const { people } = toReport(webinarOf([joined(ROSA, "15:00", "15:10"), joined(GUEST, "15:00", "15:10")], { registrants }), {
      withJoinings: true,
    });
    expect(people.map(({ email, registered_at }) => [email, registered_at])).toEqual([
      ["ada@example.com", null],
      [ROSA, at("09:00")],
      ["otto@example.com", null],
      [GUEST, null],
    ]);
  });
});

describe("one link, used by two", () => {
  const as = (name: string, from: string, to: string, registrant_id: string | undefined = "r-rosa") =>
    joined(ROSA, from, to, { name, registrant_id });
  const isNoted = (...rows: JoiningRow[]) => (personOf(rows, ROSA)?.notes ?? []).length > 0;
  it.each<[what: string, rows: JoiningRow[], isNoted: boolean]>([
    ["is noted, and stays so with what follows", [as("Rosa", "15:00", "15:30"), as("Kim", "15:10", "15:20"), as("Rosa", "15:40", "15:50")], true],
    ["is not noted of rows that no registration led to", [as("Rosa", "15:00", "15:30", ""), as("Kim", "15:10", "15:20", "")], false],
    ["is noted if the later row came by the registration", [as("Rosa", "15:00", "15:30", ""), as("Kim", "15:10", "15:20")], true],
    ["is not noted of a joining of no length", [as("Rosa", "15:00", "15:30"), as("Kim", "15:10", "15:10")], false],
    ["is not noted of one that begins as the other ends", [as("Rosa", "15:00", "15:30"), as("Kim", "15:30", "15:40")], false],
    ["is noted of two that begin and end together", [as("Rosa", "15:00", "15:30"), as("Kim", "15:00", "15:30")], true],
    ["is not noted if the names differ only in what stands in brackets", [as("Rosa", "15:00", "15:30"), as("ROSA (phone)", "15:10", "15:20")], false],
  ])("%s", (_what, rows, expected) => {
    expect(isNoted(...rows)).toBe(expected);
  });
});
