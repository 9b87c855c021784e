import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

type Answers = readonly (readonly [question: string, keys: string])[];

const UPCOMING = "82834512568";
const CREATE = ["webinars", "create", "--host", "ada@example.com", "--topic", "Tides"];
const SERIES = ["webinars", "create-recurring", "--host", "ada@example.com", "--topic", "Tides", "--recurrence-type", "weekly"];
const AT_TEN = "2032-03-01 10:00\r";

const asked = async (line: readonly string[], answers: Answers, configFolder = "/nowhere") => {
  const cli = cliOf({ catalog: manifest, emulator: demoZoom(), configFolder });
  const { code, stdout, stderr } = await cli([...line, "--no-color"], { columns: 200, answers });
  return { code, stdout, stderr: stderr.replaceAll(/[\s│]+/g, " ") };
};

describe("a wrong answer to a question", () => {
  it.each<[string, readonly string[], Answers, string]>([
    [
      "an address",
      ["registrants", "add", UPCOMING, "--yes"],
      [
        ["Which e-mail address?", "not an email\r"],
        ["Expected an e-mail address, such as ada@example.com.", "ida@example.com\r"],
        ["What is the first name?", "Ida\r"],
      ],
      "ida@example.com",
    ],
    [
      "a day that is not there",
      CREATE,
      [
        ["When does it start?", "31 February\r"],
        ["February has 28 days in that year", AT_TEN],
      ],
      "2032-03-01 10:00 Europe/Berlin",
    ],
    [
      "a day without a time",
      CREATE,
      [
        ["When does it start?", "2032-03-01\r"],
        ['"2032-03-01" is not a date and time: it does not say at what time. Write it as 2032-03-01 10:00', AT_TEN],
      ],
      "2032-03-01 10:00 Europe/Berlin",
    ],
    [
      "a start that only the operation reads",
      ["webinars", "clone", UPCOMING, "--yes"],
      [
        ["When does it start?", "31 February\r"],
        ["February has 28 days in that year", AT_TEN],
      ],
      "2032-03-01 10:00",
    ],
    [
      "a number, and one out of bounds",
      [...SERIES, "--start-time", "2032-03-01 10:00"],
      [
        ["On which weekdays? (Tue,Thu; empty: the weekday of the start)", "\r"],
        ["How many dates? (empty: up to a day, which is asked next)", "many\r"],
        ['Expected a number, got "many".', "99\r"],
        ["Expected at most 60, got 99.", "3\r"],
      ],
      "2032-03-15 10:00",
    ],
    [
      "the last day in place of a number of dates",
      [...SERIES, "--start-time", "2032-03-01 10:00"],
      [
        ["On which weekdays?", "Mon,Wed\r"],
        ["How many dates?", "\r"],
        ["Up to which day? (2032-06-30, which still counts)", "soon\r"],
        ["is not a day or time that exists", "2032-03-10\r"],
      ],
      "2032-03-08 10:00",
    ],
    [
      "people",
      ["panelists", "add", UPCOMING, "--yes"],
      [
        ["Who are the panelists?", "linus\r"],
        ["Expected people, such as Ada Example <ada@example.com>.", "Linus Example <linus@example.com>, otto@example.com\r"],
      ],
      "otto@example.com",
    ],
    [
      "a part of a sentence",
      ["schedule", 'webinar "Tides" on 2032-03-01', "--host", "ada@example.com", "--yes"],
      [
        ["At what time does it start?", "banana\r"],
        ["It does not say at what time.", "10:00\r"],
      ],
      "2032-03-01 10:00 Europe/Berlin",
    ],
  ])("is told, and the question comes again, with what was said before: %s", async (_, line, answers, result) => {
    const { code, stdout, stderr } = await asked(line, answers);
    expect([code, stdout]).toEqual([0, expect.stringContaining(result)]);
    for (const [text] of answers) expect(stderr).toContain(text);
  });

  it("of a command of the terminal alone is told as well", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zw-again-"));
    const answers: Answers = [
      ["<key>", "zoen\r"],
      ["did you mean zone?", "zone\r"],
      ["Which value?", "Berlin/Europe\r"],
      ["error: zone:", "Europe/Berlin\r"],
    ];
    const { code, stderr } = await asked(["config", "set"], answers, folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining("zone is now Europe/Berlin.")]);
  });

  it.each(["\u0003", "\u0004"])("may be the last: the question that comes again can be broken off", async (key) => {
    const answers: Answers = [
      ["When does it start?", "31 February\r"],
      ["February has 28 days", key],
    ];
    expect(await asked(CREATE, answers)).toMatchObject({ code: 130, stderr: expect.stringMatching(/cancelled: Stopped before it was done\. $/) });
  });

  it("that was no answer, but typed with the command, ends it", async () => {
    const { code, stderr } = await asked([...CREATE, "--start-time", "31 February"], []);
    expect([code, stderr]).toEqual([2, expect.stringContaining("error: --start-time:")]);
  });
});

describe("a list in which nothing matches what was typed", () => {
  const POLL = "90035372588";
  it.each<[question: string, line: readonly string[]]>([
    ["Who is the host?", ["webinars", "create", "--topic", "Tides"]],
    ["Who is the host?", ["schedule", 'webinar "Tides" tomorrow at 9']],
    ["Which webinar?", ["webinars", "get"]],
    ["Which registrants?", ["registrants", "deny", UPCOMING]],
    ["Which panelist?", ["panelists", "remove", UPCOMING]],
    ["Which poll?", ["polls", "delete", POLL]],
  ])("takes no Enter, and stays: %s %j", async (question, line) => {
    const answers: Answers = [
      [question, "zzz\r"],
      ["Nothing in the list matches: type less of it, or something else.", "\u0003"],
    ];
    const { code, stdout, stderr } = await asked(line, answers);
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).not.toContain("undefined");
  });

  it("takes what is typed after it", async () => {
    const answers: Answers = [
      ["Which panelist?", "zzz\r"],
      ["Nothing in the list matches", `${"\u007f".repeat(3)}grace\r`],
    ];
    expect(await asked(["panelists", "remove", UPCOMING, "--yes"], answers)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("Grace Example"),
    });
  });
});

describe("a webinar that takes no registrations", () => {
  const world = async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    await cli(["webinars", "create", "--host", "ada@example.com", "--topic", "Closed circle", "--start-time", "2032-03-01T10:00", "--json"]);
    return cli;
  };

  it("is told as soon as it is chosen, and another can be", async () => {
    const cli = await world();
    const answers: Answers = [
      ["Which webinar?", "Closed circle\r"],
      ["It is a webinar that takes no registrations. Turn it on first", `${UPCOMING}\r`],
      ["Which e-mail address?", "ida@example.com\r"],
      ["What is the first name?", "Ida\r"],
    ];
    const { code, stdout } = await cli(["registrants", "add", "--yes", "--no-color"], { columns: 300, answers });
    expect([code, stdout]).toEqual([0, expect.stringContaining("ida@example.com")]);
  });

  it("is told before anything is asked if it was typed with the command", async () => {
    const cli = await world();
    for (const command of ["add", "approve"]) {
      const { code, stderr } = await cli(["registrants", command, "Closed circle"], { columns: 200, answers: [] });
      expect([code, stderr]).toEqual([2, expect.stringContaining("is a webinar that takes no registrations")]);
      expect(stderr).not.toContain("Which");
    }
  });
});

describe("a host who is not there", () => {
  it("is told before anything is asked", async () => {
    const { code, stderr } = await asked(["webinars", "create", "--host", "nobody@example.com", "--topic", "Tides"], []);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/error: Zoom does not know it: .*nobody@example\.com/)]);
    expect(stderr).not.toContain("When does it start?");
  });
});

describe("panelists", () => {
  it.each([
    [["Linus Example <linus@example.com>, otto@example.com"]],
    [["otto@example.com,Linus Example <linus@example.com>"]],
    [["--panelists", "Linus Example <linus@example.com>; otto@example.com"]],
    [["--panelists", "otto@example.com", "--panelists", "Linus Example <linus@example.com>"]],
  ])("are written by name and address, or by address alone, in one text: %s", async (words) => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const { code, stdout, stderr } = await cli(["panelists", "add", UPCOMING, ...words, "--yes", "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    const names = (JSON.parse(stdout).results as Record<string, string>[]).map(({ name, email }) => `${name} ${email}`);
    expect(names.sort()).toEqual(["Linus Example linus@example.com", "otto otto@example.com"]);
  });
});
