import { describe, expect, it } from "vitest";
import { randomFrom } from "../../test/attendance/generated-webinar.ts";
import { webinarOf } from "../../test/attendance/small-webinar.ts";
import { type PersonStatus, STATUSES } from "../report-types.ts";
import { type Counted, inOrder } from "./people.ts";
import { toReport } from "./report.ts";

const [EXAMPLE] = toReport(webinarOf([])).people;

/** Somebody who came in that second, or never. */
const counted = (status: PersonStatus, second: number | null, email: string | null, name: string | null = null): Counted => {
  if (EXAMPLE === undefined) throw new Error("nobody to make people from");
  const stay = { spans: second === null ? [] : [second, second + 60], seconds: 60, joins: 1, rule: 0, name, email } as const;
  const roles = { isHost: false, isPanelist: false, isAttendee: false, isShared: false, joinings: null };
  return {
    status,
    listed: null,
    stay: second === null ? null : { ...stay, spans: [...stay.spans], ...roles },
    shown: { ...EXAMPLE, status, email, name },
  };
};

describe("people are listed", () => {
  const order = (...people: Counted[]) => inOrder(people).map(({ status, email, name }) => email ?? name ?? status);

  it("by status, whenever they came", () => {
    const people = STATUSES.map((status, place) => counted(status, 1000 - place, status));
    expect(order(...people.toReversed())).toEqual(STATUSES);
  });

  it("then by the second in which they came, and who was never there last", () => {
    const people = [counted("host", null, "never"), counted("host", 1002, "third"), counted("host", 1000, "first"), counted("host", 1001, "second")];
    expect(order(...people)).toEqual(["first", "second", "third", "never"]);
  });

  it("then by their address, or else their name", () => {
    const people = [counted("attendee", 7, "c"), counted("attendee", 7, "a", "z"), counted("attendee", 7, null, "b"), counted("attendee", 7, null)];
    expect(order(...people)).toEqual(["attendee", "a", "b", "c"]);
    expect(order(...people.toReversed())).toEqual(["attendee", "a", "b", "c"]);
    expect(order(counted("absent", null, "b"), counted("absent", null, "a"))).toEqual(["a", "b"]);
  });

  it("by the second also if a wrong year lies between them", () => {
    const far = 2 ** 31;
    const people = [counted("attendee", far + 1, "a"), counted("attendee", far, "b"), counted("attendee", 5, "c"), counted("absent", null, "d")];
    expect(order(...people)).toEqual(["d", "c", "b", "a"]);
  });

  it("in the same order whatever the order of the rows", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const random = randomFrom(seed);
      const below = (most: number): number => Math.floor(random() * most);
      const people = Array.from({ length: 40 }, (_, nth) =>
        counted(STATUSES[below(STATUSES.length)] ?? "host", below(5) === 0 ? null : 1_800_000_000 + below(4), `${below(3)} ${nth}`),
      );
      const keyOf = ({ status, stay, shown }: Counted) => [STATUSES.indexOf(status), stay?.spans[0] ?? 9_999_999_999, shown.email].join(" ");
      const expected = people.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).map(({ shown }) => shown);
      expect(inOrder(people)).toEqual(expected);
      expect(inOrder(people, 39)).toEqual(expected);
    }
  });

  it("in the same order if there are more than have room in numbers", () => {
    const people = [
      counted("attendee", 1, "last"),
      counted("absent", null, "third"),
      counted("attended", 2, "second"),
      counted("attended", 1, "first"),
    ];
    const before = [...people];
    const shown = ["first", "second", "third", "last"];
    expect([3, 4, 5].map((most) => inOrder(people, most).map(({ email }) => email))).toEqual([shown, shown, shown]);
    expect(people).toEqual(before);
  });
});
