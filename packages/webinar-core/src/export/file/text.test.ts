import { expect, it } from "vitest";
import { rowText } from "./text.ts";

const ODD = ["=1+1", " \u{a0}=1+1", "\u{ff0b}1", "Hi\n@SUM(A1)"];

it("a CSV export has an apostrophe before what a spreadsheet would run, after spaces and in each line; JSONL keeps it as it is", async () => {
  const rows = ODD.map((name, at) => ({ row_id: `r${at}`, change: "new" as const, name, minutes: -5 }));
  const columns = ["name", "minutes"];
  const safe = await rowText({ format: "csv", columns, isRaw: false });
  expect(safe.toText(rows)).toBe(`'=1+1,-5\r\n' \u{a0}=1+1,-5\r\n'\u{ff0b}1,-5\r\n"Hi\n'@SUM(A1)",-5\r\n`);
  expect([...safe.guarded]).toEqual(["name"]);
  const jsonl = (await rowText({ format: "jsonl", columns: [], isRaw: false })).toText(rows);
  expect(
    jsonl
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual(rows);
});

it("a CSV export has its cells as they are with raw", async () => {
  const rows = ODD.map((name, at) => ({ row_id: `-${at}`, change: "new" as const, name }));
  const raw = await rowText({ format: "csv", columns: ["row_id", "name"], isRaw: true });
  expect(raw.toText(rows)).toBe(`-0,=1+1\r\n-1, \u{a0}=1+1\r\n-2,\u{ff0b}1\r\n-3,"Hi\n@SUM(A1)"\r\n`);
  expect([...raw.guarded]).toEqual([]);
});
