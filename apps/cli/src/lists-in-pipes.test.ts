import { execFileSync } from "node:child_process";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "./test/run-cli.ts";

/** The words of an example as a POSIX shell reads them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  );

/** What a line of the shell makes of a text. */
const piped = (text: string, line: string): string => execFileSync("sh", ["-c", line], { input: text, encoding: "utf8" }).trim();

const operations = await Promise.all(manifest.map(async ({ examples, load }) => ({ example: examples[0] ?? "", operation: await load() })));
// Files go to stdout as they are. What writes may not be tried a second time on the same world, and lists of outcomes are no lists to read.
const LISTS = operations.flatMap(({ example, operation }) =>
  operation.rows !== undefined && operation.effect === "read" && operation.cli?.texts === undefined
    ? [[operation.id, wordsOf(example), operation.rows] as const]
    : [],
);

const withRows = new Set<string>();

describe("stdout of a list, in a pipe", () => {
  it("is tried for every list there is", () => {
    expect(LISTS.length).toBeGreaterThan(20);
  });

  it.each(LISTS)("%s gives rows alone to cut, wc -l and whoever reads JSON", async (id, words, rows) => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const short = await cli([...words, "--json"]);
    // What sums answers by default has people only in full.
    const full = short.code === 0 && !(rows in JSON.parse(short.stdout)) ? ["--full"] : [];
    const json = full.length === 0 ? short : await cli([...words, ...full, "--json"]);
    if (json.code !== 0) {
      expect(json.stdout).toBe(""); // the demo world has no such thing, and a pipe gets nothing of that
      return;
    }
    const found: unknown = JSON.parse(json.stdout)[rows];
    expect(Array.isArray(found)).toBe(true);
    const count = (found as unknown[]).length;
    if (count > 0) withRows.add(id);
    const text = async (flag: string) => (await cli([...words, ...full, flag].filter((word) => word !== ""))).stdout;

    expect(piped(await text("--jsonl"), "wc -l")).toBe(String(count));
    for (const [flag, cut] of [
      ["--csv", "cut -d, -f1"],
      ["--tsv", "cut -f1"],
      ["", "cut -f1"],
    ] as const) {
      const lines = await text(flag);
      if (count === 0 && lines === "") continue; // a table without rows has no head either
      expect(piped(lines, "wc -l"), `${flag || "a table"}: ${lines}`).toBe(String(count + 1));
      expect(piped(lines, `${cut} | wc -l`)).toBe(String(count + 1));
    }
  });

  it("had rows in most of them", () => {
    expect(withRows.size).toBeGreaterThan(LISTS.length / 2);
  });
});
