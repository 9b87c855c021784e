import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./output/display-width.ts";
import { cliOf, demoZoom } from "./test/run-cli.ts";

/** The words of an example as a POSIX shell reads them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  );

/** Each format on a world of its own: an example may be a deletion. */
const run = (words: readonly string[], more: readonly string[], columns?: number) => {
  const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
  return cli([...words, "--yes", "--reveal", "host", ...more], columns === undefined ? {} : { columns });
};

const CASES = manifest.flatMap(({ id, examples }) => examples.slice(0, 1).map((example) => [id, wordsOf(example)] as const));

describe("every command of docs/operations.md", () => {
  it("has an example", () => {
    expect(CASES.map(([id]) => id)).toEqual(manifest.map(({ id }) => id));
  });

  it.each(CASES)("%s writes one document, rows below one head, and text that fits, or fails alike in each", async (_id, words) => {
    const json = await run(words, ["--json"]);
    const csv = await run(words, ["--csv"]);
    const lines = await run(words, ["--jsonl"]);
    const narrow = await run(words, ["--no-color"], 80);
    const wide = await run(words, ["--no-color"], 120);
    const codes = new Set([json.code, csv.code, lines.code, narrow.code, wide.code]);
    // an internal error says what happened only in the log
    const shown = codes.size > 1 ? await run(words, ["--no-color", "--log", "debug"], 80) : narrow;
    expect(codes.size, json.stderr + csv.stderr + shown.stderr).toBe(1);
    if (json.code !== 0) {
      // The demo world has no such thing: a failure says so, and stdout stays empty.
      expect([json.stdout, csv.stdout, lines.stdout, narrow.stdout]).toEqual(["", "", "", ""]);
      const { code, message } = JSON.parse(json.stderr.trim().split("\n").at(-1) ?? "").error;
      if (!message.includes("cannot read the file")) expect(code).not.toBe("input_invalid"); // pictures of examples are not here
      return;
    }
    const document: unknown = JSON.parse(json.stdout);
    expect(document).toBeTypeOf("object");
    for (const line of lines.stdout.split("\n").filter(Boolean)) expect(JSON.parse(line)).toBeTypeOf("object");
    const [head = [], ...rows] = parse(csv.stdout) as string[][];
    expect(new Set(head).size).toBe(head.length);
    for (const row of rows) expect(row).toHaveLength(head.length);
    // The text of a file is as it is, however wide the terminal.
    if (narrow.stdout.startsWith("# yaml-language-server")) return;
    for (const [shown, width] of [
      [narrow.stdout, 80],
      [wide.stdout, 120],
    ] as const) {
      // Cards show whole links; a table never leaves the terminal.
      for (const line of shown.split("\n").filter((each) => !/^ *(- )?\w+ {2}/.test(each) || each.split(/ {2,}/).length > 2)) {
        if (/https?:/.test(line)) continue;
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe("a screen of", () => {
  it.each([80, 120])("%i columns", async (columns) => {
    const screens: string[] = [];
    for (const line of [
      "webinars list --host ada@example.com",
      "registrants list 91974973765",
      "users list",
      "webinars get 91974973765",
      "webinars create --host ada@example.com --topic Launch --start-time 2027-03-01T10:00 --timezone America/New_York --registration manual",
      "webinars create-recurring --host ada@example.com --topic Drills --start-time 2027-03-02T10:00 --timezone Europe/Berlin --weekly-days Tue,Thu --end-times 4",
      "reports list-polls 91974973765",
      "reports list-polls 91974973765 --each",
      "past-webinars list-qa 91974973765",
      "reports get-survey 91974973765",
      "--help",
    ]) {
      const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
      const { stdout, stderr } = await cli(`${line} --no-color`, { columns });
      const steady = (text: string) => text.replaceAll(/pwd=[\w.-]+/g, "pwd=…").replaceAll(/password( +)\w+/g, "password$1…");
      screens.push(`$ zoom-webinar ${line}\n${steady(stdout)}${steady(stderr)}`);
    }
    expect(screens.join("\n")).toMatchSnapshot();
  });
});
