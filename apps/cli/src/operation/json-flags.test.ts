import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { madeUpOperations } from "../test/operations.ts";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const cli = cliOf({ catalog: manifest });

describe("a field inside an object", () => {
  it.each(["--settings.on-demand", "--settings-on-demand", "--on-demand"])("is written as %s", async (flag) => {
    const { catalog, got } = madeUpOperations();
    const { code, stderr } = await cliOf({ catalog })(`big-things set 5 ${flag}`);
    expect(code, stderr).toBe(0);
    expect(got).toEqual([expect.objectContaining({ settings: { on_demand: true } })]);
  });

  it("is turned off in each spelling", async () => {
    const { catalog, got } = madeUpOperations();
    for (const flag of ["--no-settings.on-demand", "--no-settings-on-demand", "--no-on-demand"]) await cliOf({ catalog })(`big-things set 5 ${flag}`);
    expect(got.map((input) => (input as { settings: object }).settings)).toEqual(Array.from({ length: 3 }, () => ({ on_demand: false })));
  });

  it("is refused if two spellings say it twice", async () => {
    const { catalog } = madeUpOperations();
    const { code, stderr } = await cliOf({ catalog })("big-things set 5 --on-demand --settings.on-demand");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("given twice") });
  });

  it("gives its last name to no flag that another field has", async () => {
    // `type` of recurrence stays behind `--recurrence-type`: the webinar has a type, too.
    const { stdout } = await cli("webinars update --help-all", { columns: 100 });
    expect(stdout).toContain("--type <value>");
    expect(stdout).toContain("--recurrence.type <value>");
  });
});

it("a list of IDs may be written for one of them, as other commands name the only one", async () => {
  const zoom = cliOf({ catalog: manifest, emulator: demoZoom() });
  const said = async (flag: string) =>
    zoom(`registrants add 82834512568 --email tove@example.com --first-name Tove ${flag} 1648194360000 --dry-run --json`);
  const [one, list] = [await said("--occurrence-id"), await said("--occurrence-ids")];
  expect(list.stderr).not.toContain("unknown");
  expect(one).toEqual(list);
});

describe("words for codes", () => {
  const change = async (words: readonly string[], stdin?: string) => {
    const zoom = cliOf({ catalog: manifest, emulator: demoZoom() });
    return zoom(["webinars", "update", "82834512568", ...words, "--dry-run"], stdin === undefined ? {} : { stdin });
  };

  it.each([
    ["in JSON", ["--recurrence", '{"type":"weekly","weekly_days":"Tue","end_times":6}'], undefined],
    ["in JSON from stdin", ["--input", "-"], '{"recurrence":{"type":"Weekly","weekly_days":"tuesday","end_times":6}}'],
    ["in flags", ["--recurrence-type", "weekly", "--weekly-days", "Tue", "--end-times", "6"], undefined],
  ])("are taken %s", async (_where, words, stdin) => {
    const { code, stderr, stdout } = await change(words, stdin);
    expect([code, stderr]).toEqual([0, expect.stringContaining("Dry run")]);
    expect(stdout).toContain("becomes 6 dates");
  });

  it("and minutes are taken in JSON as they are in flags", async () => {
    const { stdout } = await change(["--input", "-"], '{"duration":"1h30"}');
    expect(stdout).toMatch(/60 becomes 90/);
  });

  it.each([
    [["--recurrence", "weekly"], '--recurrence: expected JSON, such as {"key": "value"}, or --recurrence.type weekly'],
    [["--settings", "on"], "or a flag for each part, such as --settings."],
  ])("that stand where JSON is wanted are led to the flag: %j", async (words, message) => {
    const { code, stderr } = await change(words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

it("a list of objects that is no JSON is refused with an object as it has to be", async () => {
  const create = ["polls", "create", "82834512568", "--poll-title", "Before we start", "--questions", "Is it?"];
  const { code, stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })(create);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--questions: expected JSON, such as [{"name":"…","type":"single"')]);
});

describe("help on JSON", () => {
  it("names the fields of each object in a list, and what they may be", async () => {
    const { stdout } = await cli("polls create --help", { columns: 80 });
    expect(stdout).toContain("JSON of --questions:");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("One of single, multiple, matching, rank_order, short_answer");
    expect(stdout).toMatch(/\n {2}rating_min_value {2,}Lowest mark/);
  });

  it("names fields that lie too deep for a flag, once for all that have the same", async () => {
    const { stdout } = await cli("webinars update --help-all", { columns: 100 });
    expect(stdout).toContain("JSON of --settings.follow-up-attendees-email-notification, --settings.follow-up-absentees-email-notification:");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("0 never, 1 hour, 2 day, 3 hour+day");
  });

  it.each(["webinars create", "webinars update", "webinars create-recurring"])("keeps %s within sixty lines", async (command) => {
    const { stdout } = await cli(`${command} --help`, { columns: 80 });
    expect(stdout.split("\n").length).toBeLessThanOrEqual(60);
  });
});
