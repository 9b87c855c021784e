import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "./test/run-cli.ts";

const CTRL_C = "\u0003";

describe("what a command of the terminal alone cannot do without", () => {
  it("is chosen at a terminal, and an error with the choices in a pipe", async () => {
    const home = await mkdtemp(join(tmpdir(), "zw-ask-"));
    const cli = cliOf({ catalog: manifest, env: { HOME: home, XDG_CONFIG_HOME: join(home, ".config"), APPDATA: home } });
    const install = ["mcp", "install", "--dry-run", "--no-color"];
    const chosen = await cli(install, { columns: 100, keys: "\r", question: "Which assistant? --client" });
    expect([chosen.code, chosen.stdout]).toEqual([0, expect.stringContaining("claude-desktop")]);
    expect(await cli(install)).toMatchObject({ code: 2, stderr: expect.stringMatching(/--client: is required\nhint: One of claude-desktop, /) });
    expect(await cli([...install, "--json"], { columns: 100 })).toMatchObject({ code: 2 });
  });

  it.each([
    ["mcp uninstall", "Which assistant? --client"],
    ["config set", "Which one? (host, zone or format) <key>"],
    ["config set host", "Which value? <value>"],
    ["config get", "Which one? (host, zone or format) <key>"],
    ["skills show", "Which skill? <name>"],
    ["operations find", "What to look for? <words>"],
    ["emulator join", "Which webinar? <webinar-id>"],
    ["api", "Which method? (GET, POST, PATCH, PUT or DELETE) <method>"],
    ["api GET", "Which path, as Zoom documents it, with its IDs? (/webinars/95312345678) <path>"],
  ])("is asked for by %s, and may be refused", async (line, question) => {
    const cli = cliOf({ catalog: manifest });
    const asked = await cli(`${line} --no-color`, { columns: 120, keys: CTRL_C, question });
    expect([asked.code, asked.stderr]).toEqual([130, expect.stringMatching(/cancelled: Stopped before it was done\.\n$/)]);
    expect((await cli(line)).code).toBe(2);
  });

  it("is used once it was typed", async () => {
    const cli = cliOf({ catalog: manifest, configFolder: await mkdtemp(join(tmpdir(), "zw-ask-")) });
    const set = await cli(["config", "set", "zone", "--no-color"], { columns: 100, keys: "Europe/Berlin\r", question: "Which value?" });
    expect([set.code, set.stderr]).toEqual([0, expect.stringContaining("zone is now Europe/Berlin.")]);
    expect((await cli("config get zone")).stdout).toBe("Europe/Berlin\n");
  });
});

describe("what a sentence does not say", () => {
  const schedule = (sentence: string, more: { keys?: string; question?: string; columns?: number } = {}) =>
    cliOf({ catalog: manifest, emulator: demoZoom() })(["schedule", sentence, "--host", "ada@example.com", "--dry-run", "--no-color"], more);

  it.each([
    ['webinar "Tides" every Friday at 10:00', "When does the series end?", "3 times\r", /every week on Friday, 3 times/],
    ['webinar "Tides" on 2032-03-01', "At what time does it start?", "at 3 pm\r", /2032-03-01 15:00/],
    ['webinar "Tides" at 10:00', "On which day?", "2032-03-01\r", /2032-03-01 10:00/],
    ["webinar on 2032-03-01 at 10:00", "What is the topic?", '"Night at the Harbour"\r', /topic {4}Night at the Harbour\n/],
    ['Webinar "Ebbe" jeden Freitag um 10 Uhr', "When does the series end?", "4 Termine\r", /every week on Friday, 4 times/],
  ])("is asked for at a terminal, and an error in a pipe: %s", async (sentence, question, keys, read) => {
    const { code, stdout } = await schedule(sentence, { columns: 120, keys, question });
    expect([code, stdout]).toEqual([0, expect.stringMatching(read)]);
    expect(await schedule(sentence)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("error: <prompt>: it ") });
  });

  it("is not asked for if something that it says is at fault", async () => {
    const { code, stderr } = await schedule('webinar "Tides" on 30 February', { columns: 120 });
    expect([code, stderr]).toEqual([2, expect.stringContaining("30 February")]);
  });
});

it("objects that are missing are shown by an example that works, in a pipe and beside what else is missing", async () => {
  const cli = cliOf({ catalog: manifest });
  const example = /As in: zoom-webinar polls create 82834512568 --poll-title Lunch --questions '\[\{"name":/;
  expect((await cli("polls create 82834512568 --poll-title Quiz")).stderr).toMatch(example);
  const all = await cli("polls create");
  expect(all.stderr).toMatch(/webinars list --host <e-mail> shows what each of them has/);
  expect(all.stderr).toMatch(example);
});
