import { mkdir, mkdtemp, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { beforeAll, describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const UPCOMING = "82834512568";
const NOISE = Uint8Array.from({ length: 300 }, (_, at) => (at * 89 + 128) % 256);
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "cut.json": '{\n  "topic": "x"',
  "odd.json": '{\n  "topic": nothing\n}',
  "table.json": "a,b\n1,2\n",
  "noise.json": NOISE,
  "empty.json": "",
  "mark.json": '\u{feff}{"topic": "Bom"}',
  "broken.yaml": "a: [1\nb",
  "rows.csv": '[{"email":"a@example.com"}]',
  "noise.csv": NOISE,
  "empty.csv": "",
  "open.csv": 'email,first_name\na@example.com,"Ann\n',
  "short.csv": "email,first_name\na@example.com\n",
  "mark.csv": "\u{feff}email,first_name\nzoe@example.com,Zoe\n",
  "utf16.csv": Buffer.from("\u{feff}email,first_name\nzoe@example.com,Zoe\n", "utf16le"),
  "huge.json": "",
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bad-input-"));
  await mkdir(join(folder, "folder.csv"));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
  await truncate(join(folder, "huge.json"), 60_000_000);
});

const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
const COMMANDS = {
  "webinars create": ["webinars", "create", "--host", "ada@example.com", "--dry-run", "--input"],
  "registrants add-batch": ["registrants", "add-batch", UPCOMING, "--dry-run", "--input"],
  "registrants import": ["registrants", "import", UPCOMING, "--dry-run", "--input"],
} as const;
const run = (command: keyof typeof COMMANDS, file: string) => cli([...COMMANDS[command], join(folder, file)]);

describe("a word that every object answers to", () => {
  const WORDS = ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"];
  const LINES: readonly ((word: string) => string[])[] = [
    (word) => [word],
    (word) => ["help", word],
    (word) => ["webinars", word],
    (word) => ["mcp", "install", "--client", word],
    (word) => ["skills", "install", "--client", word],
    (word) => ["skills", "show", word],
    (word) => ["config", "get", word],
    (word) => ["completion", word],
    (word) => ["emulator", word],
    (word) => ["auth", word],
    (word) => ["users", "list", "--zone", word],
    (word) => ["users", "list", "--safety", word],
    (word) => ["attendance", "report", UPCOMING, "--csv", "--layout", word],
    (word) => ["webinars", "update-status", UPCOMING, "--action", word],
  ];
  it.each(LINES.map((line) => [line("WORD").join(" "), line] as const))("is not a command, name or choice of ours: %s", async (_what, line) => {
    for (const word of WORDS) {
      const { code, stderr } = await cli(line(word));
      expect([word, code, stderr.includes("went wrong inside")]).toEqual([word, 2, false]);
    }
  });
});

describe("a file for --input", () => {
  it.each([
    ["webinars create", "missing.json", /cannot read .*: it is not there/],
    ["webinars create", "cut.json", /is not JSON, line 2/],
    ["webinars create", "odd.json", /is not JSON, line 2/],
    ["webinars create", "table.json", /is not JSON.*\nhint: It looks like a table, and this command takes no rows/],
    ["registrants add-batch", "table.json", /is not JSON.*\nhint: It looks like a table: .* \.csv/],
    ["registrants import", "table.json", /is not JSON.*\nhint: It looks like a table: name it as <file>, without --input/],
    ["registrants import", "mark.csv", /is a table, and --input takes fields here\nhint: Name it as <file>, without --input/],
    ["webinars create", "noise.json", /is not UTF-8 text/],
    ["webinars create", "empty.json", /is empty/],
    ["webinars create", "broken.yaml", /is not YAML/],
    ["webinars create", "folder.csv", /it is a folder/],
    ["webinars create", "huge.json", /larger than 50 MB/],
    ["webinars create", "mark.csv", /is a table, and this command takes no rows/],
    ["registrants add-batch", "rows.csv", /holds JSON, not rows\nhint: .* \.json/],
    ["registrants add-batch", "noise.csv", /is not UTF-8 text/],
    ["registrants add-batch", "empty.csv", /is empty/],
    ["registrants add-batch", "open.csv", /is not a table.*\nhint: A quote is opened and never closed/],
    ["registrants add-batch", "short.csv", /is not a table, on line 2\nhint: Every line needs as many cells/],
    ["registrants add-batch", "utf16.csv", /is UTF-16 text, and UTF-8 is expected/],
  ] as const)("that cannot be used is one error and one way out, exit 2: %s %s", async (command, file, message) => {
    const { code, stdout, stderr } = await run(command, file);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(message)]);
    expect(stderr).toMatch(/^error: --input: [^\n]+\nhint: [^\n]+\n$/);
  });

  it.each([
    ["registrants import", "--input -", "save the rows as a file whose name ends in .csv. Then name it as <file>."],
    ["registrants approve-from", "--input -", "save the rows as a file whose name ends in .csv. Then name it as <file>."],
    ["registrants add-batch", "--input -", "save the rows as a file whose name ends in .csv."],
    ["registrants approve", "--input -", "this command takes no rows"],
  ])("or for %s is no table from a pipe: %s", async (command, words, hint) => {
    const line = [...command.split(" "), UPCOMING, ...words.split(" "), "--dry-run"];
    const { code, stderr } = await cli(line, { stdin: "email,first_name\nzoe@example.com,Zoe\n" });
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });

  it("takes from a pipe what its help says", async () => {
    const helpOf = async (command: string) => (await cli([...command.split(" "), "--help"])).stdout.replaceAll(/\s+/g, " ");
    expect(await helpOf("registrants import")).toContain("fields from a JSON or YAML file, or - for JSON that is piped in");
    expect(await helpOf("registrants add-batch")).toContain("rows from a CSV file, or - for JSON that is piped in");
  });

  it("may begin with a byte order mark", async () => {
    expect((await run("webinars create", "mark.json")).code).toBe(0);
    expect((await run("registrants add-batch", "mark.csv")).code).toBe(0);
  });
});

describe("a command line that is wrong", () => {
  it.each([
    ["webinars list --host ada@example.com --zone EST", /choose America\/New_York/],
    ["webinars list --host ada@example.com --page-size abc", /--page-size: expected a number, got "abc"/],
    ["webinars list --host ada@example.com --nope", /--nope: unknown flag/],
    ["webinars list --host ada@example.com --json --csv", /cannot be combined with/],
    ["webinars list --host ada@example.com --output /no/such/folder/x.csv", /there is no such folder/],
    ["webinars list --host ada@example.com --fields nope", /there is no field "nope"/],
    ["webinars get 123", /expected a webinar ID/],
    ["webinars list --host", /--host: needs a value/],
    [`registrants approve ${UPCOMING}`, /<registrants>: is required/],
    [`registrants list ${UPCOMING} --status aproved`, /did you mean approved/],
  ])("%s says what is wrong in one or two lines, exit 2", async (line, message) => {
    const { code, stdout, stderr } = await cli(line);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(message)]);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([1, 10, 20, 40])("fits no terminal of %i columns worse than line by line", async (columns) => {
    const { code, stdout } = await cli("webinars list --host ada@example.com --no-color", { columns });
    expect(code).toBe(0);
    expect(stdout).toContain(UPCOMING);
  });
});
