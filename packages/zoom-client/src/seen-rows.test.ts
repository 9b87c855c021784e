import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowKey } from "./row-keys.ts";
import { seenRows } from "./seen-rows.ts";

const BY_ID: RowKey = { fields: ["id", "day"], isUnique: true };
const COUNTED: RowKey = { fields: ["id", "day"], isUnique: false };

/** What tells a row apart, in the plainest way: its fields if the first of them is a text, else all of it. */
const nameOf = (key: RowKey | null, row: unknown): { name: string; isOwn: boolean } => {
  const all = { name: `all ${JSON.stringify(row)}`, isOwn: false };
  if (key === null || typeof row !== "object" || row === null || Array.isArray(row)) return all;
  const fields = row as Record<string, unknown>;
  const [first, ...rest] = key.fields;
  if (typeof fields[first] !== "string" || fields[first] === "") return all;
  return { name: JSON.stringify([fields[first], ...rest.map((field) => String(fields[field] ?? ""))]), isOwn: true };
};

/** The same by counting, with nothing saved. */
const plainly = (key: RowKey | null) => {
  const unique = new Set<string>();
  const given = new Map<string, number>();
  let left = new Map<string, number>();
  return {
    startAnew: () => {
      left = new Map(given);
    },
    newOf: (rows: readonly unknown[]) =>
      rows.filter((row) => {
        const { name, isOwn } = nameOf(key, row);
        if (key?.isUnique && isOwn) {
          const isNew = !unique.has(name);
          unique.add(name);
          return isNew;
        }
        const skip = left.get(name) ?? 0;
        if (skip > 0) left.set(name, skip - 1);
        else given.set(name, (given.get(name) ?? 0) + 1);
        return skip === 0;
      }),
  };
};

const row = fc.oneof(
  fc.record({ id: fc.constantFrom("a", "b", "", 7, null), day: fc.constantFrom("1", "2", null) }, { requiredKeys: [] }),
  fc.constantFrom("a", "", null, 7, [], ["a"], [{ id: "a" }], { name: "Jo" }),
);
const step = fc.oneof({ weight: 4, arbitrary: fc.array(row, { maxLength: 5 }) }, { weight: 1, arbitrary: fc.constant("anew" as const) });

describe("the rows of a list that were there before", () => {
  test.each([
    ["known by their fields", BY_ID],
    ["counted by their fields", COUNTED],
    ["counted by all their content", null],
  ])("are recognized as by plain counting: rows %s", (_name, key) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const seen = seenRows(key);
        const plain = plainly(key);
        for (const each of steps) {
          if (each === "anew") {
            seen.startAnew();
            plain.startAnew();
          } else expect(seen.newOf(each)).toEqual(plain.newOf(each));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a page of new rows alone is given as it is, not copied", () => {
    const rows = [{ id: "a" }, { id: "b" }];
    const seen = seenRows(BY_ID);
    expect(seen.newOf(rows)).toBe(rows);
    expect(seen.newOf(rows)).toEqual([]);
  });

  test("a list is read again only after a fresh start", () => {
    const seen = seenRows(null);
    expect(seen.isRepeating).toBe(false);
    seen.startAnew();
    expect(seen.isRepeating).toBe(true);
  });

  test("rows with one id on two days are two, and so are rows that differ only behind the first hundred characters", () => {
    expect(
      seenRows(BY_ID).newOf([
        { id: "a", day: "1" },
        { id: "a", day: "2" },
        { id: "a", day: "1" },
      ]),
    ).toHaveLength(2);
    const seen = seenRows(null);
    const long = (end: string) => ({ text: "x".repeat(200) + end });
    seen.newOf([long("1"), long("2")]);
    seen.startAnew();
    expect(seen.newOf([long("2"), long("3"), long("1")])).toEqual([long("3")]);
  });
});
