import { expect, it } from "vitest";
import { rowText } from "./text.ts";

const ODD = ["=1+1", " \u{a0}=1+1", "\u{ff0b}1", "Hi\n@SUM(A1)"];

it("a CSV export has an apostrophe before what a spreadsheet would run, after spaces and in each line; JSONL keeps it as it is", async () => {
  const rows = ODD.map((name, at) => ({ row_id: `r${at}`, change: "new" as const, name, minutes: -5 }));
  const csv = (await rowText("csv", ["name", "minutes"])).toText(rows);
  expect(csv).toBe(`'=1+1,-5\r\n' \u{a0}=1+1,-5\r\n'\u{ff0b}1,-5\r\n"Hi\n'@SUM(A1)",-5\r\n`);
  const jsonl = (await rowText("jsonl", [])).toText(rows);
  expect(
    jsonl
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual(rows);
});
