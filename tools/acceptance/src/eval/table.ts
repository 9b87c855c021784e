import { BUDGETS } from "./budgets.ts";
import type { Outcome } from "./evaluate.ts";

/** What an outcome breaks of what is allowed, beside the judge's faults. */
export const overspent = ({ id, calls, bytes }: Outcome): string[] => {
  const allowed = BUDGETS[id];
  if (allowed === undefined) return [`there is no budget for task ${id}`];
  return [
    ...(calls > allowed.calls ? [`${calls} calls, ${allowed.calls} are allowed`] : []),
    ...(bytes > allowed.bytes ? [`${bytes} bytes, ${allowed.bytes} are allowed`] : []),
  ];
};

/** The table of an evaluation, with its sums. */
export const tableOf = (outcomes: readonly Outcome[]): string => {
  const done = outcomes.filter(({ faults }) => faults.length === 0).length;
  const sum = (key: "calls" | "bytes") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const rows = [
    ["task", "", "calls", "bytes", "judge"],
    ...outcomes.map(({ id, title, calls, bytes, faults }) => [id, title, String(calls), String(bytes), faults.length === 0 ? "done" : "not done"]),
    ["", `${done} of ${outcomes.length} done`, String(sum("calls")), String(sum("bytes")), ""],
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 2 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
