import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { beforeEach, describe, expect, it } from "vitest";
import { displayWidth } from "../output/display-width.ts";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const TOUR = "82834512568";
const LONG = "An hour about everything that is new, with the people who made it, and with time for each question that you bring along";

let cli: ReturnType<typeof cliOf>;
let file: string;
beforeEach(async () => {
  cli = cliOf({ catalog: manifest, emulator: demoZoom() });
  file = join(await mkdtemp(join(tmpdir(), "changes-")), "launch.yaml");
  await cli(["webinars", "export", TOUR, "--output", file]);
  const text = await readFile(file, "utf8");
  const changed = text
    .replace(/^topic:.*$/m, "topic: Launch day")
    .replace(/^duration:.*$/m, "duration: 75")
    .replace(/^agenda:.*$/m, `agenda: ${LONG}`);
  await writeFile(file, `${changed.trimEnd()}\n  - name: Linus Example\n    email: linus@example.com\n`);
});

/** What a screen says, however it is wrapped. */
const unwrapped = (screen: string) => screen.replaceAll(/\s+/g, " ");
/** The words of a column of a table, from its head to the next one. */
const wordsBelow = (screen: string, head: string, next = "\n") => {
  const lines = screen.split("\n");
  const at = lines.findIndex((line) => /^ *at .* from .* to$/.test(line));
  const from = lines[at]?.indexOf(` ${head}`) ?? 0;
  const end = lines[at]?.indexOf(` ${next}`, from + 1) ?? -1;
  return unwrapped(
    lines
      .slice(at + 1)
      .map((line) => line.slice(from, end < 0 ? undefined : end))
      .join(" "),
  );
};

describe("what a file changes, in a terminal", () => {
  it.each([80, 120, 200])("of %i columns is shown by plan field by field, from and to, whole", async (columns) => {
    const { code, ...shown } = await cli(["webinars", "plan", file], { columns });
    const stdout = stripVTControlCharacters(shown.stdout);
    expect(code).toBe(0);
    for (const line of stdout.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    // The path of the file may be cut.
    expect(stdout.slice(stdout.indexOf("\n\n"))).not.toContain("…");
    const at = wordsBelow(stdout, "at", "from").replaceAll(" ", "");
    for (const field of ["topic", "duration", "agenda", "panelists[linus@example.com]"]) expect(at).toContain(field);
    const to = wordsBelow(stdout, "to");
    for (const value of ["Launch day", "75", LONG, "name: Linus Example, email: linus@example.com"]) expect(to).toContain(value);
    expect(stdout).toContain("Product tour");
  });

  it("is the same block in a pipe, below one line for each file; programs have --json", async () => {
    const blockOf = (text: string) => stripVTControlCharacters(text).slice(text.indexOf("\n\n"));
    const { stdout } = await cli(["webinars", "plan", file]);
    expect(stdout.slice(0, stdout.indexOf("\n\n")).split("\n")).toHaveLength(2);
    const [inPipe, inTerminal] = [blockOf(stdout), blockOf((await cli(["webinars", "plan", file, "--no-color"], { columns: 110 })).stdout)];
    expect(inPipe).toMatch(/\n {2}changes\n {4}at +from +to\n[\s\S]*\n {4}duration +60 +75\n/);
    expect(inPipe).toBe(inTerminal);
  });

  it("is previewed with both values, and the file's text is not printed", async () => {
    const { stdout, code } = await cli(["webinars", "apply", file, "--dry-run"], { columns: 80 });
    expect(code).toBe(0);
    const said = unwrapped(stdout);
    expect(said).toContain('topic: "Product tour: what is new" becomes "Launch day"');
    expect(said).toContain("duration: 60 becomes 75");
    expect(said).toContain(`becomes "${LONG}"`);
    expect(said).not.toContain("format: 1");
    for (const line of stdout.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });

  it("that makes a new webinar is previewed with the file's name, not with its text", async () => {
    await writeFile(file, "topic: Spring talk\nhost: ada@example.com\nstart_time: 2032-03-01T10:00\ntimezone: Europe/Berlin\n");
    const { stdout } = await cli(["webinars", "apply", file, "--dry-run"], { columns: 80 });
    expect(stdout).toContain("Spring talk");
    expect(unwrapped(stdout).replaceAll(" ", "")).toContain(file);
    expect(stdout).not.toContain("start_time:");
  });

  it("is what diff shows of two webinars, whole", async () => {
    const stdout = stripVTControlCharacters((await cli(["webinars", "diff", TOUR, "90035372588"], { columns: 80 })).stdout);
    // The path of the file may be cut.
    expect(stdout.slice(stdout.indexOf("\n\n"))).not.toContain("…");
    expect(wordsBelow(stdout, "from", "to")).toContain("what comes next, and your questions.");
  });
});
