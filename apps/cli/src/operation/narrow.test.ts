import { stripVTControlCharacters } from "node:util";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../output/display-width.ts";
import { cliOf, demoZoom, entryOf } from "../test/run-cli.ts";

const HELD = "91974973765";
const IMPORT = {
  import_id: "3f0c2a8e-7d41-4b8e-9a55-0c1d2e3f4a5b",
  operation: "registrants.import",
  webinar_id: "82834512568",
  topic: null,
  file: "people.csv",
  begun_at: "2026-11-20T11:00:00Z",
  state: "unfinished",
  rows: 3000,
  left: 1200,
  resume_at: null,
};
const lines = (text: string) =>
  stripVTControlCharacters(text)
    .trimEnd()
    .split(/[\r\n]+/);
const headOf = (stdout: string) => (lines(stdout)[0] ?? "").split(/ {2,}/).map((head) => head.replace(/ \(.*/, ""));

describe("a table in a narrow terminal", () => {
  it.each([
    [80, ["status", "name", "email", "minutes"]],
    [60, ["status", "name", "email", "minutes"]],
  ])("of %i columns says of attendance who came and for how long, and that there is more", async (columns, heads) => {
    const { stdout, stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })(["attendance", "report", HELD], { columns });
    expect(headOf(stdout)).toEqual(expect.arrayContaining(heads));
    expect(stderr.replaceAll(/\s+/g, " ")).toMatch(
      /\d columns have no room here: .*last_leave.*--fields chooses columns; --csv and --json have all\./,
    );
    for (const line of lines(`${stdout}${stderr}`)) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
  });

  it("says nothing of columns if all fit, and nothing in a pipe or to a program", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    for (const { stderr } of [
      await cli(["attendance", "report", HELD], { columns: 220 }),
      await cli(["attendance", "report", HELD]),
      await cli(["attendance", "report", HELD, "--json"], { columns: 60 }),
    ])
      expect(stderr).not.toContain("no room");
  });

  it("breaks no sentence inside a word", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const whole = await cli(["webinars", "get", "no such topic"]);
    const { stderr } = await cli(["webinars", "get", "no such topic"], { columns: 80, env: { NO_COLOR: "1" } });
    expect(lines(stderr).length).toBeGreaterThan(2);
    for (const line of lines(stderr)) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    expect(stderr.split(/\s+/)).toEqual(whole.stderr.split(/\s+/));
  });

  it.each([
    ["--instances", "--status", "host"],
    ["--series", "--min-minutes", "30"],
    ["--series", "--asked"],
  ])("is refused if it would ignore a filter: %s with %s", async (...flags) => {
    const { code, stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })(["attendance", "report", HELD, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${flags[1]}: cannot be combined with ${flags[0]}: it is about one date`);
    expect(stderr).toContain("zoom-webinar past-webinars list-instances");
  });

  it("of imports has the id that imports show and abandon ask for", async () => {
    const operation = await manifest.find(({ id }) => id === "imports.list")?.load();
    if (operation === undefined) throw new Error("no such operation");
    const catalog = [entryOf({ ...operation, run: async () => ({ imports: [IMPORT] }) })];
    const { stdout, stderr } = await cliOf({ catalog, emulator: demoZoom() })(["imports", "list"], { columns: 80 });
    expect(stdout).toContain(IMPORT.import_id);
    expect(stderr).toContain("1 column has no room here: operation.");
  });
});
