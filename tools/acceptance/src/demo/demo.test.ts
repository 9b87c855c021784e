import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { emulated } from "@zoom-webinar/testing/emulated";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../doors.ts";
// @ts-expect-error the demo is plain JavaScript
import { lookAround } from "./look-around.mjs";

const run = promisify(execFile);
/** The demo takes four seconds on an idle machine. */
const TIMEOUT_MS = 120_000;

describe("the demo", { timeout: TIMEOUT_MS }, () => {
  let home: string;
  let stdout = "";
  let stderr = "";
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "zw-demo-"));
    // stands for the program that opens files here
    writeFileSync(join(home, "xdg-open"), `#!/bin/sh\necho "$1" > "${home}/opened"\n`, { mode: 0o755 });
    const env = { PATH: `${home}:${process.env.PATH}`, ZOOM_WEBINAR_DEMO_HOME: join(home, "kept") };
    ({ stdout, stderr } = await run(process.execPath, [join(ROOT, "tools/acceptance/src/demo/demo.mjs"), "--open"], { env, cwd: ROOT }));
  }, TIMEOUT_MS);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("plans, registers, approves, holds and reports, without a warning", () => {
    expect(stderr).toBe("");
    const steps = [...stdout.matchAll(/^ *(\d+)\. (.+)$/gm)].map(([, number, text]) => `${number} ${text}`);
    expect(steps.map((step) => step.replace(/[0-9.]{5,}|http\S+|\d{4}-\S+/g, "…"))).toEqual([
      expect.stringMatching(/^1 An emulator of Zoom listens/),
      expect.stringMatching(/^2 Created webinar/),
      expect.stringMatching(/^3 .*registered/),
      expect.stringMatching(/^4 Three of them are approved/),
      "5 Zoom would have sent 3 mails; the emulator only notes them:",
      expect.stringMatching(/^6 The host opens the webinar, people come and leave/),
      "7 The webinar is ended for everybody.",
      "8 Who came: 2 of 3 who were approved, 1 without a sign-up; 33.7 minutes on average, 3 at once.",
      "9 Library and CLI see the same 5 people.",
      expect.stringMatching(/^10 As a page/),
    ]);
    expect(stdout).toMatch(/^ +attended +Alan Tern +alan@example\.net +38 +2$/m);
    expect(stdout).toMatch(/^ +absent +Mary Somer/m);
    expect(stdout).toMatch(/^That was the whole way, in \d+\.\d s/m);
  });

  it("shows each preview once", () => {
    const previews = stdout
      .split("The server asks before it acts")
      .slice(1)
      .map((text) => /\| (.+)/.exec(text)?.[1] ?? "");
    expect(previews).toHaveLength(3);
    expect(new Set(previews.map((text) => text.split(" ")[0]))).toEqual(new Set(["Register", "Approve", "End"]));
  });

  it("leaves a page of the report, and opens it on request", async () => {
    const page = join(home, "kept", "who-came.html");
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>.*Alan Tern/is);
    if (process.platform === "linux") await expect.poll(() => readFileSync(join(home, "opened"), "utf8").trim(), { timeout: 10_000 }).toBe(page);
  });

  it("ends with commands that run as they are, in any folder, and leave no setting behind", async () => {
    const lines = [...stdout.slice(stdout.indexOf("Look around")).matchAll(/^ {2}(.+)$/gm)].map(([, line = ""]) => line);
    const inShell = async (script: readonly string[]) =>
      (await run("bash", ["-ec", ["shopt -s expand_aliases", ...script].join("\n")], { cwd: home, env: { PATH: process.env.PATH } })).stdout;
    const commands = lines.filter((line) => line.startsWith("zoom-webinar "));
    const settings = lines.slice(0, lines.indexOf(commands[0] ?? ""));
    expect([settings.length, commands.length, lines.length]).toEqual([3, 4, 8]);
    const shown: string[] = [];
    for (const command of commands) shown.push(await inShell([...settings, command]));
    expect(shown).toEqual([
      expect.stringContaining("Alan Tern"),
      expect.stringContaining("juan@example.com"),
      expect.stringContaining("alan@example.net"),
      expect.stringContaining("moonlight"),
    ]);
    const kept = "env | grep -c ZOOM_ || true";
    expect(await inShell([...settings, kept])).toBe("2\n");
    expect(await inShell([...settings, ...lines.slice(settings.length + commands.length), kept])).toBe("0\n");
  });

  it("says how to run it again as the README says it", () => {
    const [start = ""] = /npx -y pnpm@\S+ demo/.exec(readFileSync(join(ROOT, "README.md"), "utf8")) ?? [];
    expect(stdout).toContain(`\`${start} --open\` opens the report.`);
  });
});

const END = { root: "/home/somebody/zoom-webinar", home: "/home/somebody/zoom-webinar/.demo", webinarId: "95312345678", start: "npx demo" };

it("names a day in its last command that is one day only, whatever day it is", async () => {
  const page: string = lookAround(END);
  const [, sentence = "", user = ""] = /schedule "([^"]+)" --host (\S+)/.exec(page) ?? [];
  const { run: call, clock } = emulated();
  const { load } = manifest.find(({ id }) => id === "webinars.scheduleFromPrompt") ?? {};
  const operation = await load?.();
  if (operation === undefined) throw new Error("There is no such operation.");
  // From a Friday to the Thursday after it.
  const starts = new Set<string>();
  for (let day = 0; day < 7; day += 1) {
    const created = (await call(operation, { prompt: sentence, user_selection: user })) as { starts: { local: string } };
    expect(new Date(`${created.starts.local}Z`).getUTCDay()).toBe(4);
    starts.add(created.starts.local);
    clock.advance(86_400_000);
  }
  expect(starts.size).toBe(1);
});

it("spells the commands at its end for PowerShell on Windows", () => {
  const page: string = lookAround({ ...END, root: "C:/demo", home: "C:/demo/.demo", platform: "win32" });
  expect(page).toContain('$env:ZOOM_WEBINAR_HOME = "C:/demo/.demo"\n  $env:ZOOM_EMULATOR = "1"\n');
  expect(page).toMatch(/^ {2}function zoom-webinar \{ node ".+main\.js" @args \}$/m);
  expect(page).toContain("  Remove-Item Env:ZOOM_WEBINAR_HOME, Env:ZOOM_EMULATOR\n");
  expect(page).not.toMatch(/export|alias|unset/);
});
