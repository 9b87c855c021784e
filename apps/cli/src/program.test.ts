import { commandOf } from "@zoom-webinar/webinar-core/doors";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { kebab } from "./command-path.ts";
import { PROGRAM_FLAGS } from "./globals.ts";
import { madeUpOperations } from "./test/operations.ts";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const setUp = () => {
  const made = madeUpOperations();
  return { ...made, cli: cliOf({ catalog: made.catalog }) };
};

describe("help", () => {
  it("lists resources with their verbs, and the global flags, without loading an operation", async () => {
    const load = () => Promise.reject(new Error("loaded"));
    const cli = cliOf({ catalog: madeUpOperations().catalog.map((entry) => ({ ...entry, load })) });
    for (const line of ["", "--help", "help", "big-things --help", "help big-things", "--version"]) expect((await cli(line)).code).toBe(0);
    const { stdout } = await cli("--help");
    expect(stdout).toMatch(/big-things +set, list, fail, delete/);
    const { stdout: flagsHelp } = await cli("help flags");
    for (const { flags, isHidden } of PROGRAM_FLAGS) if (isHidden !== true) expect(flagsHelp).toContain(flags);
    expect((await cli("big-things --help")).stdout).toContain("List things, one page at a time.");
  });

  it("shows a command with arguments, flags, defaults, examples, whom Zoom mails and whether it asks", async () => {
    const { cli } = setUp();
    const { stdout, code } = await cli("big-things set --help", { columns: 100 });
    expect(code).toBe(0);
    expect(stdout).toMatchSnapshot();
    expect((await cli("help big-things delete")).stdout.replaceAll("\n", " ")).toContain(
      "Zoom may mail registrants. Asks first, showing what it will touch; --yes skips the question.",
    );
  });

  it("prints the version alone", async () => {
    expect(await setUp().cli("--version")).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
  });

  it("names commands as the core does", () => {
    for (const { id } of manifest) expect(id.split(".").map(kebab).join(" ")).toBe(commandOf(id));
  });
});

describe("a command of its own at the top", () => {
  const catalog = () => {
    const made = madeUpOperations();
    return { ...made, cli: cliOf({ catalog: made.catalog.map((entry) => (entry.id === "bigThings.delete" ? { ...entry, alias: "drop" } : entry)) }) };
  };

  it("does the same as the command that it stands for", async () => {
    const { cli, got } = catalog();
    expect((await cli("drop 5 --yes")).code).toBe(0);
    expect((await cli("big-things delete 5 --yes")).code).toBe(0);
    expect(got).toEqual([{ thing_id: "5" }, { thing_id: "5" }]);
    expect((await cli("drop --help")).stdout).toContain("zoom-webinar drop");
    expect((await cli("--help")).stdout).toMatch(/ drop +/);
    expect((await cli("dorp 5")).stderr).toContain("did you mean drop?");
  });

  it("schedule reads a sentence and shows it as a card", async () => {
    const cli = cliOf({ catalog: manifest, emulator: createEmulator() });
    const { code, stdout } = await cli(["schedule", 'webinar "Tides" tomorrow at 3, hosted by Grace, in the blue room', "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/topic +Tides/);
    expect(stdout).toMatch(/host +Grace Example/);
    expect(stdout).toMatch(/assumed .*by daytime habit/);
    expect(stdout).toMatch(/not_used +blue room/);
  });

  it("what a card says already is not said again below it", async () => {
    const cli = cliOf({ catalog: manifest, emulator: createEmulator() });
    const sentence = ["schedule", 'webinar "Tides" on 1 March 2032 at 3, hosted by ada@example.com', "--yes"];
    const { stdout, stderr } = await cli(sentence);
    expect(stdout).toContain("by daytime habit");
    expect(stderr).not.toContain("by daytime habit");
  });

  it("a dry run repeats nothing that it names already", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const gone = await cli("webinars delete 82834512568 --dry-run");
    expect(gone.stdout).toContain("- webinar 82834512568:");
    expect(gone.stdout).not.toContain("<webinar-id>");
    const made = await cli("webinars create --host ada@example.com --topic Launch --dry-run");
    expect(made.stdout).toMatch(/--topic +Launch/);
  });
});

describe("what does not exist", () => {
  it.each([
    ["big-tings list", '"big-tings" is not a command, did you mean big-things?'],
    ["big-things lst", '"lst" is not a command of zoom-webinar big-things, did you mean list?'],
    ["list_big_things", "did you mean big-things list?"],
    ["bigThings.list", "did you mean big-things list?"],
    ["big-things list --page-sizes 3", "--page-sizes: unknown flag, did you mean --page-size?"],
    ["big-things set 1 --host-vidoe", "--host-vidoe: unknown flag, did you mean --host-video?"],
    ["big-things set 1 --host-video=perhaps", "--host-video: takes no value but true or false"],
    ["--jsno big-things list", "--jsno: unknown flag, did you mean --json?"],
    ["big-things list --zone", "--zone: needs a value"],
    ["big-things list 5", 'unexpected argument "5"'],
    ["big-things list --safety careful", "--safety: expected one of read-only, confirm, trusted"],
    ["big-things list --zone Nowhere/Town", "is not a time zone"],
    ["big-things list --max-pages none", "--max-pages: expected a whole number from 1 to 1000000"],
  ])("%s", async (line, message) => {
    const { code, stdout, stderr } = await setUp().cli(line);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("takes an id that begins with a dash by position, among flags", async () => {
    for (const line of [
      ["big-things", "set", "-hIp_x9Tq", "ada@example.com", "--topic", "-x9"],
      ["big-things", "set", "--topic", "-x9", "-hIp_x9Tq", "ada@example.com"],
      ["--log", "off", "big-things", "set", "-hIp_x9Tq", "--topic", "-x9", "--", "ada@example.com"],
      ["big-things", "set", "--topic=-x9", "--", "-hIp_x9Tq", "ada@example.com"],
    ]) {
      const { cli, got } = setUp();
      expect((await cli(line)).stderr).toBe("Set -hIp_x9Tq\n");
      expect(got).toMatchObject([{ thing_id: "-hIp_x9Tq", emails: ["ada@example.com"], topic: "-x9" }]);
    }
  });

  it("still names a flag that lost a dash, and a short flag that does not exist", async () => {
    expect((await setUp().cli("big-things list -json")).stderr).toContain("-j");
    expect(await setUp().cli("big-things list -x")).toMatchObject({ code: 2, stderr: expect.stringContaining("-x") });
    expect((await setUp().cli("big-things set -h")).stdout).toContain("Usage:");
  });

  it("explains an id without quotes", async () => {
    expect((await setUp().cli("big-things delete 953 1234 5678")).stderr).toContain('Put quotes around a value that has spaces: "953 1234 5678"');
  });

  it("shows a resource's help if the verb is missing, and as JSON says so in an error", async () => {
    const { cli } = setUp();
    expect(await cli("big-things")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("Usage: zoom-webinar big-things") });
    const { stderr, code } = await cli("big-things --json");
    expect(code).toBe(2);
    expect(JSON.parse(stderr).error).toMatchObject({
      code: "input_invalid",
      message: "zoom-webinar big-things needs one of: set, list, fail, delete",
    });
  });
});

describe("flags", () => {
  it("carries every kind of field to the operation", async () => {
    const { cli, got } = setUp();
    const line = [
      "big-things",
      "set",
      "953 1234 5678",
      "ada@example.com",
      "bo@example.com,cy@example.com",
      "--topic",
      "A, b",
      "--amount=2",
      "--ratio",
      "-0.5",
      "--no-host-video",
    ];
    line.push(
      "--no-of-employees",
      "7",
      "--kind",
      "large",
      "--level",
      "1",
      "--days",
      "1,2",
      "--days",
      "3",
      "--answers",
      '{"title":"x"}',
      "--either",
      '["a"]',
    );
    line.push("--settings", '{"approval_type":0,"deep":{"on":true}}', "--settings.approval-type", "1", "--settings.on-demand", "false");
    expect((await cli(line)).stderr).toBe("Set 953 1234 5678\n");
    expect(got).toEqual([
      {
        thing_id: "953 1234 5678",
        emails: ["ada@example.com", "bo@example.com", "cy@example.com"],
        topic: "A, b",
        amount: 2,
        ratio: -0.5,
        host_video: false,
        no_of_employees: 7,
        kind: "large",
        level: 1,
        days: [1, 2, 3],
        answers: [{ title: "x" }],
        either: ["a"],
        settings: { approval_type: 1, on_demand: false, deep: { on: true } },
      },
    ]);
  });

  it("sends nothing that was not given: defaults are the operation's", async () => {
    const { cli, got } = setUp();
    await cli("big-things set --thing-id 1");
    expect(got).toEqual([{ thing_id: "1", amount: 30, kind: "small" }]);
  });

  it("takes global flags before and after the command", async () => {
    const { cli } = setUp();
    for (const line of ["--json big-things set 1", "big-things --json set 1", "big-things set --json 1", "big-things set 1 --json"]) {
      expect(JSON.parse((await cli(line)).stdout)).toMatchObject({ thing_id: "1" });
    }
  });

  it("reads fields from --input, under flags", async () => {
    const { cli, got } = setUp();
    const { code } = await cli("big-things set --input - --amount 3", { stdin: '{"thing_id":"9","amount":1,"topic":"T"}' });
    expect(code).toBe(0);
    expect(got).toEqual([{ thing_id: "9", amount: 3, topic: "T", kind: "small" }]);
    expect((await cli("big-things set --input -", { stdin: '{"thing_id":"9","amuont":1}' })).stderr).toContain(
      "amuont: unknown field, did you mean amount?",
    );
    expect((await cli("big-things set --input -", { stdin: "[1]" })).stderr).toContain("--input: stdin holds no JSON object");
    expect((await cli("big-things set --input -", { stdin: "{" })).stderr).toContain("--input: stdin is not JSON");
    expect((await cli("big-things set --input /none.json")).stderr).toContain("--input: cannot read /none.json");
  });

  it("names fields as flags to people and as the operation does in JSON", async () => {
    const { cli } = setUp();
    const human = await cli("big-things set 1 --amount 301 --settings.approval-type x");
    expect(human.stderr).toBe(
      'error: --settings.approval-type: expected a number, got "x"\nhint: Correct the named fields; nothing was sent to Zoom.\n',
    );
    expect((await cli("big-things set --amount 301")).stderr).toContain("error: <thing-id>: is required; --amount: expected at most 300, got 301");
    const { stderr, stdout, code } = await cli("big-things set 1 --amount 301 --json");
    expect([code, stdout]).toEqual([2, ""]);
    expect(JSON.parse(stderr).error.details.faults).toEqual([{ field: "amount", message: "expected at most 300, got 301" }]);
  });

  it("refuses a field given by position and as a flag", async () => {
    expect((await setUp().cli("big-things set 1 --thing-id 2")).stderr).toContain("<thing-id>: given twice, by position and as --thing-id");
  });
});

describe("settings", () => {
  const opened = async (line: string, env: Record<string, string> = {}) => {
    const seen: Record<string, unknown>[] = [];
    const result = await cliOf({ catalog: madeUpOperations().catalog, onOpen: (options) => seen.push({ ...options }) })(line, { env });
    return { ...result, options: seen[0] };
  };

  it("asks before it acts unless told otherwise", async () => {
    expect((await opened("big-things list")).options).toMatchObject({
      safety: "confirm",
      reveal: "personal",
      zone: null,
      emulator: false,
      allowBaseUrl: false,
    });
    expect((await opened("big-things list --safety trusted --reveal none --zone Europe/Berlin --emulator --allow-base-url")).options).toMatchObject({
      safety: "trusted",
      reveal: "none",
      zone: "Europe/Berlin",
      emulator: true,
      allowBaseUrl: true,
    });
  });

  it("reads each flag from its variable, under the flag", async () => {
    const env = {
      ZOOM_WEBINAR_SAFETY: "read-only",
      ZOOM_WEBINAR_REVEAL: "host",
      ZOOM_WEBINAR_EMULATOR: "1",
      ZOOM_WEBINAR_JSON: "true",
      ZOOM_WEBINAR_ZONE: "UTC",
    };
    const { options, stdout } = await opened("big-things list --reveal shared", env);
    expect(options).toMatchObject({ safety: "read-only", reveal: "shared", emulator: true, zone: "UTC" });
    expect(JSON.parse(stdout)).toHaveProperty("things");
    expect((await opened("big-things list", { ZOOM_EMULATOR: "1" })).options).toMatchObject({ emulator: true });
    expect((await opened("big-things list", { ZOOM_WEBINAR_YES: "maybe" })).stderr).toContain("ZOOM_WEBINAR_YES: expected on or off");
    expect((await opened("big-things list", { ZOOM_WEBINAR_SAFETY: "none" })).stderr).toContain("ZOOM_WEBINAR_SAFETY: expected one of");
  });

  it("--yes trusts this one call, but never beats read-only", async () => {
    expect((await opened("big-things list --yes")).options).toMatchObject({ safety: "trusted" });
    expect((await opened("big-things list --yes --safety read-only")).options).toMatchObject({ safety: "read-only" });
  });
});

describe("output", () => {
  it("gives people the sentence and the values", async () => {
    expect(await setUp().cli("big-things set 1 --topic T")).toEqual({
      code: 0,
      stderr: "Set 1\n",
      stdout: "thing_id  1\ntopic     T\ntags      a, b\nparts\nname\tsize\nx\t1\n",
    });
  });

  it("gives a list as tabs, in a terminal as a table, and says how to go on", async () => {
    const { cli } = setUp();
    const piped = await cli("big-things list");
    expect(piped.stdout).toBe("id\tname\tnested.deep\nr0\tName 0\t0\nr1\tName 1\t1\n");
    expect(piped.stderr).toBe("2 things\nThere is more: add --all, or --next-page-token 2 (valid for 15 minutes).\n");
    expect((await cli("big-things list --no-color", { columns: 80 })).stdout).toBe("id  name    nested.deep\nr0  Name 0  0\nr1  Name 1  1\n");
  });

  it("gives one JSON document on stdout and nothing else anywhere", async () => {
    const { stdout, stderr } = await setUp().cli("big-things list --json");
    expect(JSON.parse(stdout)).toMatchObject({ next_page_token: "2" });
    expect(stderr).toBe("");
  });
});

describe("help on the real commands, at 80 columns", () => {
  const cli = cliOf({ catalog: manifest });
  const linesOf = async (line: string) => (await cli(line)).stdout.trimEnd().split("\n");

  it("fits a screen: the root in 45 lines, create and update in 60, no line wider than the terminal", async () => {
    const root = await linesOf("--help");
    expect(root.length).toBeLessThanOrEqual(45);
    for (const line of root) expect(line.length).toBeLessThanOrEqual(80);
    for (const line of ["webinars create --help", "webinars update --help"]) expect((await linesOf(line)).length, line).toBeLessThanOrEqual(60);
  });

  it("lists every resource, and shows with --help-all what few people need", async () => {
    const root = (await linesOf("--help")).join("\n");
    for (const { id, isHidden } of manifest) if (!isHidden) expect(root).toContain(` ${kebab(id.split(".")[0] ?? "")} `);
    expect((await linesOf("webinars create --help")).join("\n")).not.toContain("--settings.approval-type");
    expect((await linesOf("webinars create --help-all")).join("\n")).toContain("--settings.approval-type");
    expect((await linesOf("users --help")).join("\n")).not.toContain("list-for-selection");
    expect((await linesOf("users --help-all")).join("\n")).toContain("list-for-selection");
  });

  it.each(["wibble --help", "webinars wibble --help", "auth wibble --help", "emulator wibble --help", "help wibble"])(
    "%s is an error",
    async (line) => {
      expect(await cli(line)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining('"wibble" is not a command') });
    },
  );

  it.each(["webinars ls", "webinars rm", "registrants ls"])("%s is taken for the verb that it stands for", async (line) => {
    expect((await cli(`${line} --help`)).stdout).toContain("Usage: zoom-webinar");
  });

  it("emulator with neither verb nor flag shows its help, and serves with `serve` or any flag", async () => {
    expect(await cli("emulator")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("Usage: zoom-webinar emulator") });
  });
});

describe("short forms", () => {
  it("take words for codes and hours for minutes", async () => {
    const { catalog, got } = madeUpOperations();
    const cli = cliOf({ catalog });
    for (const [typed, minutes] of [
      ["1h30", 90],
      ["1:30", 90],
      ["45m", 45],
      ["2h", 120],
      ["20", 20],
    ] as const) {
      expect((await cli(`big-things set 1 --amount ${typed}`)).code).toBe(0);
      expect(got.at(-1)).toMatchObject({ amount: minutes });
    }
    expect((await cli("big-things set 1 --amount 1h75")).stderr).toContain(
      '--amount: expected minutes, such as 90, or a length such as 1h30, 1:30 or 90 min, got "1h75"',
    );
    await cli("big-things set 1 --level middle --days Tue,thursday");
    expect(got.at(-1)).toMatchObject({ level: 1, days: [3, 5] });
    expect((await cli("big-things set 1 --days Someday")).stderr).toContain("--days");
    await cli("big-things set 1 --title T");
    expect(got.at(-1)).toMatchObject({ topic: "T" });
    expect((await cli("big-things set 1 --help")).stdout).toContain("--title <text>");
  });
});
