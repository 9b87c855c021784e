import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

interface Figure {
  value: number;
  unit: string;
  most?: number;
  least?: number;
}

const { inDigits } = (await import(pathToFileURL(join(ROOT, "bench/figures.mjs")).href)) as { inDigits(figure: Figure): string };

it.each<[Figure, string]>([
  [{ value: 0.9962, unit: "x", least: 1 }, "0.996"],
  [{ value: 1.0049, unit: "x", most: 1 }, "1.005"],
  [{ value: 1.00004, unit: "x", most: 1 }, "1.00004"],
  [{ value: 100.4, unit: "bytes", most: 100 }, "100.4"],
  [{ value: 1, unit: "x", least: 1 }, "1.00"],
  [{ value: 1.0049, unit: "x" }, "1.00"],
  [{ value: 34.4, unit: "bytes", most: 100 }, "34"],
  [{ value: 12.34, unit: "s", most: 20 }, "12.3"],
])("the figure %j is written as %s, which is on the same side of its target", (figure, text) => {
  expect(inDigits(figure)).toBe(text);
});

it("the page of benchmarks says of no figure as it is printed what its target contradicts", () => {
  const rows = readFileSync(join(ROOT, "docs/benchmarks.md"), "utf8").split("\n");
  const judged = rows.flatMap((row) => {
    const [, , measured = "", , target = "", verdict = ""] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, side, bound] = /^at (most|least) ([\d.]+)/.exec(target) ?? [];
    const [, near, value] = /^(just below |just above )?([\d.]+)/.exec(measured) ?? [];
    if (side === undefined || value === undefined) return [];
    const nudge = near === undefined ? 0 : near === "just below " ? -1e-9 : 1e-9;
    const distance = Number(value) + nudge - Number(bound);
    return [{ row, holds: side === "most" ? distance <= 0 : distance >= 0, verdict }];
  });
  expect(judged.length).toBeGreaterThan(10);
  expect(judged.filter(({ holds, verdict }) => holds !== (verdict === "yes"))).toEqual([]);
});
