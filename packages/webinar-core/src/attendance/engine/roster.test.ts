import { describe, expect, it } from "vitest";
import type { HostRow, PanelistRow, RegistrantRow } from "./input.ts";
import { toRoster } from "./roster.ts";

const registrant = (id: string | undefined, email: string | undefined, more: Partial<RegistrantRow> = {}): RegistrantRow => ({
  id,
  email,
  first_name: id,
  status: "approved",
  create_time: "2027-01-05T10:00:00Z",
  ...more,
});
const rosterOf = (registrants: readonly RegistrantRow[] | null, panelists: readonly PanelistRow[] | null = null, hosts: readonly HostRow[] = []) =>
  toRoster(registrants, panelists, hosts);

describe("of several registrations of one address counts", () => {
  const at = (day: number): string => `2027-01-0${day}T10:00:00Z`;
  it.each<[which: string, rows: RegistrantRow[], id: string]>([
    [
      "the newer one",
      [registrant("new", "a@example.com", { create_time: at(6) }), registrant("old", "a@example.com", { create_time: at(5) })],
      "new",
    ],
    [
      "the newer one, in whatever order",
      [registrant("old", "a@example.com", { create_time: at(5) }), registrant("new", "a@example.com", { create_time: at(6) })],
      "new",
    ],
    [
      "the approved one, even if it is older",
      [registrant("yes", "a@example.com", { create_time: at(5) }), registrant("no", "a@example.com", { create_time: at(6), status: "denied" })],
      "yes",
    ],
    [
      "the approved one, even if it comes later",
      [registrant("no", "a@example.com", { create_time: at(6), status: "pending" }), registrant("yes", "a@example.com", { create_time: at(5) })],
      "yes",
    ],
    [
      "the newer one of those not approved",
      [
        registrant("old", "a@example.com", { create_time: at(5), status: "denied" }),
        registrant("new", "a@example.com", { create_time: at(6), status: "pending" }),
      ],
      "new",
    ],
    ["the last of the same time", [registrant("first", "a@example.com"), registrant("last", "a@example.com")], "last"],
    [
      "one with a time before one without",
      [registrant("timed", "a@example.com"), registrant("untimed", "a@example.com", { create_time: undefined })],
      "timed",
    ],
  ])("%s", (_which, rows, id) => {
    const { people, repeated, byRegistrantId } = rosterOf(rows);
    expect(people.map(({ registration }) => registration?.id)).toEqual([id]);
    expect(repeated).toBe(1);
    // Each of them leads to the one person.
    expect([...byRegistrantId.values()]).toEqual([0, 0]);
  });
});

describe("a registration", () => {
  it("is one person for each address, in any case, and for each row without an address", () => {
    const { people, byEmail } = rosterOf([
      registrant("1", "Rosa@Example.com"),
      registrant("2", " rosa@example.com "),
      registrant("3", ""),
      registrant("4", undefined),
      registrant(undefined, undefined),
    ]);
    expect(people.map(({ email, registration }) => [email, registration?.id])).toEqual([
      ["rosa@example.com", "2"],
      [null, "3"],
      [null, "4"],
      [null, null],
    ]);
    expect([...byEmail]).toEqual([["rosa@example.com", 0]]);
  });

  it("that is listed twice while people sign up is not counted as repeated", () => {
    expect(rosterOf([registrant("1", "rosa@example.com"), registrant("1", "rosa@example.com")])).toMatchObject({
      repeated: 0,
      people: { length: 1 },
    });
    expect(rosterOf([registrant("1", undefined), registrant("1", undefined)])).toMatchObject({ repeated: 0, people: { length: 1 } });
  });

  it.each([
    ["approved", "approved"],
    ["pending", "pending"],
    ["denied", "denied"],
    ["cancelled", null],
    [undefined, null],
  ])("with the status %s is %s", (status, known) => {
    expect(rosterOf([registrant("1", "rosa@example.com", { status })]).people[0]?.registration?.status).toBe(known);
  });

  it.each([
    ["Rosa", "Falter", "Rosa Falter"],
    [" Rosa ", undefined, "Rosa"],
    [undefined, "Falter", "Falter"],
    ["", "  ", null],
  ])("of %j %j has the name %j", (first_name, last_name, name) => {
    expect(rosterOf([registrant("1", "rosa@example.com", { first_name, last_name })]).people[0]?.registration?.name).toBe(name);
  });
});

describe("panelists and hosts", () => {
  const none = { registration: null, isPanelist: false, isHost: false, panelistName: null, hostName: null };

  it("are the registrant with their address, or somebody of their own", () => {
    const { people } = rosterOf(
      [registrant("r", "rosa@example.com")],
      [{ id: "p", email: "ROSA@example.com", name: "Rosa P." }, { email: "otto@example.com" }],
      [{ email: "otto@example.com", name: "Otto H." }, { email: "ada@example.com" }],
    );
    expect(people).toMatchObject([
      { registration: { id: "r" }, isPanelist: true, isHost: false, panelistName: "Rosa P.", hostName: null },
      { ...none, email: "otto@example.com", isPanelist: true, isHost: true, hostName: "Otto H." },
      { ...none, email: "ada@example.com", isHost: true },
    ]);
  });

  it("have the first name that a list gives them", () => {
    const email = "ada@example.com";
    const { people } = rosterOf(
      null,
      [{ email }, { email, name: " Ada " }, { email, name: "Else" }],
      [
        { email, name: "" },
        { email, name: "Ada H." },
        { email, name: "Else" },
      ],
    );
    expect(people).toMatchObject([{ panelistName: "Ada", hostName: "Ada H." }]);
  });

  it("without an address are somebody of their own, but for a host whose account is a panelist's", () => {
    expect(rosterOf(null, [{ id: "p" }, { id: "q" }], []).people).toHaveLength(2);
    const { people, byAccount } = rosterOf(null, [{ id: "p", email: "ada@example.com" }], [{ account_id: "p" }, { account_id: "h" }, {}]);
    expect(people.map(({ email, isHost, isPanelist }) => [email, isHost, isPanelist])).toEqual([
      ["ada@example.com", true, true],
      [null, true, false],
      [null, true, false],
    ]);
    expect(Object.fromEntries(byAccount)).toEqual({ p: 0, h: 1 });
  });

  it("are led to by their id, which is no registration; an id that is a registration's stays one", () => {
    const { byRegistrantId, panelistIds, byAccount } = rosterOf(
      [registrant("r", "rosa@example.com")],
      [{ id: "r", email: "otto@example.com" }, { id: "p", email: "ada@example.com" }, { email: "mina@example.com" }],
    );
    expect(Object.fromEntries(byRegistrantId)).toEqual({ r: 0, p: 2 });
    expect([...panelistIds]).toEqual(["p"]);
    expect(Object.fromEntries(byAccount)).toEqual({ r: 1, p: 2 });
  });

  it("share an account as the lists say: of panelists the first, and the host before them", () => {
    expect(
      Object.fromEntries(
        rosterOf(null, [
          { id: "a", email: "one@example.com" },
          { id: "a", email: "two@example.com" },
        ]).byAccount,
      ),
    ).toEqual({ a: 0 });
    const { byAccount } = rosterOf(null, [{ id: "a", email: "one@example.com" }], [{ account_id: "a", email: "host@example.com" }]);
    expect(Object.fromEntries(byAccount)).toEqual({ a: 1 });
  });

  it("are no registrants", () => {
    expect(rosterOf(null, [{ email: "ada@example.com" }])).toMatchObject({ hasRegistrants: false, repeated: 0 });
    expect(rosterOf([])).toMatchObject({ hasRegistrants: true, people: [] });
  });
});
