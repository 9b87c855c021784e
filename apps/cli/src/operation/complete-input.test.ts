import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const HELD = "91974973765";
const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom() });
const run = (...words: string[]) => setUp()(words);

describe("a webinar", () => {
  it.each([
    HELD,
    "919 7497 3765",
    `https://us02web.zoom.us/j/${HELD}?pwd=abc.1`,
    `https://zoom.us/w/${HELD}`,
    "Getting started in 45 minutes",
    "getting STARTED",
  ])("is found by %s", async (text) => {
    expect(JSON.parse((await run("webinars", "get", text, "--json")).stdout)).toMatchObject({ id: HELD });
  });

  it("is told with its start in its own zone: the one that was found, and those that there are", async () => {
    const found = await run("webinars", "get", "Product tour");
    expect(found.stderr).toMatch(/^Product tour: \d+ \(Product tour: what is new, \w{3} \d{4}-\d\d-\d\d \d\d:\d\d Europe\/Berlin\)/);
    const { stderr } = await run("webinars", "get", "no such thing");
    expect(stderr).toMatch(/There are: \d+ \([^()]*, \w{3} \d{4}-\d\d-\d\d \d\d:\d\d Europe\/Berlin\);/);
    expect(stderr).not.toMatch(/T\d\d:\d\d:\d\dZ/);
  });

  it("is not guessed: a name that fits none or several is refused with the ones that exist", async () => {
    expect(await run("webinars", "get", "no such thing")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/nothing there is called.*\nhint: There are: /),
    });
    expect(await run("webinars", "get", "e")).toMatchObject({ code: 2, stderr: expect.stringMatching(/fits \d+\nhint: Give one of: \d+ \(/) });
  });
});

describe("a host", () => {
  it.each(["ada@example.com", "Ada Example", "ada"])("is found by %s", async (text) => {
    const { stdout, code } = await run("webinars", "list", "--host", text, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).webinars.length).toBeGreaterThan(0);
  });
});

describe("what is missing", () => {
  const DOWN = "\u001b[B";

  it("is asked for at a terminal, from a list if there is one", async () => {
    const { stdout, code } = await setUp()(["webinars", "list", "--no-color"], { columns: 80, keys: "\r", question: "host" });
    expect(code).toBe(0);
    expect(stdout).toContain("Product tour");
    const second = await setUp()(["webinars", "list", "--no-color"], { columns: 80, keys: `${DOWN}\r`, question: "host" });
    expect(second.stdout).not.toContain("Product tour");
  });

  it("is not asked for if it can only be JSON: an example says how to write it, before anything else is asked", async () => {
    const { code, stderr } = await setUp()(["polls", "create", "82834512568", "--no-color"], { columns: 100 });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: --questions: is required\n/);
    expect(stderr.replaceAll(/\s+/g, " ")).toMatch(
      /It takes JSON, or a file with --input\. As in: zoom-webinar polls create 82834512568 .*--questions/,
    );
  });

  it("is chosen from those whom the error names, by the name of the flag", async () => {
    const words = ["schedule", 'webinar "Tides" on 2032-03-01 at 10:00', "--dry-run", "--no-color"];
    const { code, stdout, stderr } = await setUp()(words, { columns: 100, keys: `${DOWN}\r`, question: "Grace Example" });
    expect([code, stdout]).toEqual([0, expect.stringContaining("Grace Example <grace@example.com>")]);
    expect(stderr).toContain("Who is the host? --host");
    expect(stderr).not.toContain("is missing");
    expect(stderr).not.toContain("user_selection");
    const piped = await setUp()(words);
    expect(piped.stderr).toMatch(
      /^error: --host: is missing: who is the host\?\n[\s\S]*grace@example\.com[\s\S]*hint: Choose one of these, by e-mail or number, as --host\.\n$/,
    );
  });

  it("that a sentence names is to be named there, or by the flag", async () => {
    const { stderr } = await run("schedule", 'webinar "Tides" on 2032-03-01 at 10:00, hosted by nobody@example.com', "--dry-run");
    expect(stderr).toContain('No user of the account is "nobody@example.com"');
    expect(stderr).toContain(
      "hint: Name one of these in the sentence, by e-mail or name, or leave the host out of it and give --host: the e-mail or the number.\n",
    );
  });

  it("is an error without a terminal, and for programs", async () => {
    expect(await run("webinars", "list")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--host: is required") });
    expect(await setUp()(["webinars", "list", "--json"], { columns: 80 })).toMatchObject({ code: 2, stdout: "" });
  });

  it("and may be left out is asked for as well, and an empty answer leaves it out", async () => {
    const create = ["webinars", "create", "--host", "ada@example.com", "--topic", "Tides", "--no-color"];
    const typed = await setUp()(create, { columns: 100, keys: "2032-03-01 10:00\r", question: "start-time" });
    expect([typed.code, typed.stdout]).toEqual([0, expect.stringMatching(/2032-03-01 10:00/)]);
    const empty = await setUp()(create, { columns: 100, keys: "\r", question: "empty: one hour from now" });
    expect([empty.code, empty.stderr]).toEqual([0, expect.stringContaining("it starts one hour from now")]);
    for (const more of [["--yes"], ["--json"], ["--type", "6"]])
      expect((await setUp()([...create, ...more], { columns: 100 })).stderr, more.join(" ")).not.toContain("empty:");
  });

  it("only once the operation looks at it is asked for then, with what it says", async () => {
    const cli = setUp();
    const clone = ["webinars", "clone", "82834512568", "--yes", "--no-color"];
    const { code, stderr, stdout } = await cli(clone, { columns: 100, keys: "2032-03-01 10:00\r", question: "When does it start?" });
    expect([code, stderr]).toEqual([0, expect.stringContaining("or in words: Tuesday 3 pm) --start-time")]);
    expect(stdout).toContain("2032-03-01");
    expect(await cli(clone)).toMatchObject({ code: 2, stderr: expect.stringContaining("--start-time: is required") });
  });

  it.each([
    ["a choice", ["webinars", "list"], "host"],
    ["a text", ["webinars", "create", "--host", "ada@example.com"], "topic"],
  ])("Ctrl-C, Ctrl-D and the end of the input at a question for %s are interruptions", async (_, line, question) => {
    for (const keys of ["\u0003", "\u0004", null]) {
      const { code, stderr } = await setUp()([...line, "--no-color"], { columns: 80, keys, question });
      expect([code, stderr]).toEqual([130, expect.stringMatching(/cancelled: Stopped before it was done\.\n$/)]);
    }
  });
});

describe("a person", () => {
  const UPCOMING = "82834512568";
  const get = async (text: string) => JSON.parse((await run("registrants", "get", UPCOMING, text, "--json")).stdout).email;

  it.each(["mina@example.com", "MINA@example.com", "Mina Muster", "mina muster", "Mina"])("is found among registrants by %s", async (text) => {
    expect(await get(text)).toBe("mina@example.com");
  });

  it("is shown as it was understood, and not guessed", async () => {
    const { stderr } = await run("registrants", "get", UPCOMING, "Mina");
    expect(stderr).toMatch(/^Mina: \S+ \(Mina Muster, mina@example.com\)\n/);
    expect(await run("registrants", "get", UPCOMING, "nobody@example.com")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nobody there is called "nobody@example.com"\nhint: There are: /),
    });
    expect((await run("registrants", "get", UPCOMING, "Min")).code).toBe(2);
  });

  it("is found in every status, and several at once", async () => {
    const { stdout, stderr, code } = await run("registrants", "approve", UPCOMING, "Juan", "mina@example.com", "--yes", "--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).results.map(({ email, outcome }: Record<string, string>) => [email, outcome])).toEqual([
      ["juan@example.com", "done"],
      ["mina@example.com", "skipped"],
    ]);
  });

  it("is found among panelists", async () => {
    const cli = setUp();
    const [panelist] = JSON.parse((await cli(`panelists list ${UPCOMING} --json`)).stdout).panelists;
    expect(await cli(["panelists", "remove", UPCOMING, panelist.name, "--yes"])).toMatchObject({ code: 0 });
    expect(JSON.parse((await cli(`panelists list ${UPCOMING} --json`)).stdout).panelists).not.toContainEqual(panelist);
  });

  it("who shares a name with another is refused with both", async () => {
    const cli = setUp();
    for (const email of ["one@example.com", "two@example.com"])
      await cli(["registrants", "add", UPCOMING, "--email", email, "--first-name", "Sam", "--last-name", "Twin", "--yes"]);
    const { code, stderr } = await cli(["registrants", "cancel", UPCOMING, "Sam Twin", "--yes"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/"Sam Twin" fits 2\nhint: Give one of: .*one@example.com.*two@example.com/);
    expect((await cli(["registrants", "cancel", UPCOMING, "two@example.com", "--yes"])).code).toBe(0);
  });

  it("is chosen from a list at a terminal", async () => {
    const { stdout, code } = await setUp()(["registrants", "get", UPCOMING, "--no-color"], { columns: 100, keys: "\r", question: "registrant-id" });
    expect(code).toBe(0);
    expect(stdout).toContain("@example.com");
  });
});
