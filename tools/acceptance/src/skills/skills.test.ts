import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { skills } from "@zoom-webinar/webinar-core/doors/skills";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APPS } from "../doors.ts";
import { install } from "../pages/pages.ts";
import { type Step, stepsOf } from "./skill-steps.ts";

const run = promisify(execFile);
/** Each command is a process of its own. */
const TIMEOUT_MS = 180_000;

const UPCOMING = "82834512568";
const HELD = "91974973765";
/** The webinar that a skill is about, in the demo world; the first step that creates one puts its own in its place. */
const WEBINARS: Readonly<Record<string, string>> = { "webinar-follow-up": HELD };

const day = (fromNow: number) => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

let home: string;
let webinarId: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "zw-skills-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const envOf = () => ({ PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: home, ZOOM_EMULATOR: "1" });
const filled = (text: string) =>
  text.replaceAll("WEBINAR_ID", webinarId).replaceAll("HOST", "ada@example.com").replaceAll("FIRST_DAY", day(0)).replaceAll("LAST_DAY", day(60));
/** Notes the webinar that an answer made. */
const noteWebinar = (answer: unknown) => {
  const { webinar, starts } = answer as { webinar?: { id?: string }; starts?: unknown };
  if (starts !== undefined && typeof webinar?.id === "string") webinarId = webinar.id;
};

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** One command line with the built command. */
const shell = async (line: string): Promise<Ran> => {
  const script = `zoom-webinar() { "${process.execPath}" "${APPS.cli}" "$@"; }\n${line}`;
  try {
    return { code: 0, ...(await run("bash", ["-c", script], { cwd: home, env: envOf() })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ran;
    return { code, stdout, stderr };
  }
};

/** Lines that belong together: a here document is one command. */
const commandsOf = (text: string): string[] => (text.includes("<<") ? [text] : text.trim().split("\n"));

/** Runs a step's lines. A command that asks is run as the skill says: its preview first, then with the token of its hint. */
const runLines = async (text: string): Promise<{ asked: boolean }> => {
  let asked = false;
  for (const command of commandsOf(filled(text))) {
    let ran = await shell(command);
    if (ran.code === 3) {
      asked = true;
      expect(ran.stderr, command).toMatch(/needs a confirmation\. .*\n/);
      const token = /--confirm-token (\S+)/.exec(ran.stderr)?.[1];
      ran = await shell(`${command} --confirm-token ${token}`);
    }
    expect([command, ran.code, ran.code === 0 ? "" : ran.stderr]).toEqual([command, 0, ""]);
    if (command.includes("--json") && command.includes("create")) noteWebinar(JSON.parse(ran.stdout));
  }
  return { asked };
};

const runProgram = async (code: string) => {
  if (!existsSync(join(home, "node_modules"))) install(home);
  writeFileSync(join(home, "example.mjs"), code);
  const { stdout } = await run(process.execPath, ["example.mjs"], { cwd: home, env: envOf() });
  const printed = [...code.matchAll(/\/\/ prints (.+)$/gm)].map(([, text]) => text);
  expect(printed.length).toBeGreaterThan(0);
  for (const text of printed) expect(stdout).toContain(text);
};

interface ToolCall {
  tool: string;
  arguments: Record<string, unknown>;
}

/** Calls the tool of a step, and where it asks, again with the token of its preview. */
const callTool = async (client: Client, text: string): Promise<{ asked: boolean }> => {
  const { tool, arguments: args } = JSON.parse(filled(text)) as ToolCall;
  const call = async (more: object) => client.callTool({ name: tool, arguments: { ...args, ...more } });
  let result = await call({});
  const confirm_token = /\\?"confirm_token\\?":\\?"([^"\\]+)/.exec(JSON.stringify(result.content))?.[1];
  if (confirm_token !== undefined) result = await call({ confirm_token });
  expect([tool, result.isError ?? false, result.isError ? result.content : ""]).toEqual([tool, false, ""]);
  noteWebinar(result.structuredContent);
  return { asked: confirm_token !== undefined };
};

const STEPS = skills.map((skill) => [skill.name, stepsOf(skill.files["SKILL.md"] ?? "")] as const);
const WITH_TOOLS = STEPS.filter(([, steps]) => steps.some(({ blocks }) => blocks.some(({ kind }) => kind === "json")));

const asks = (steps: readonly Step[]) => steps.filter(({ asksFirst }) => asksFirst).map(({ title }) => title);

describe.each(STEPS)("%s", { timeout: TIMEOUT_MS }, (name, steps) => {
  beforeEach(() => {
    webinarId = WEBINARS[name] ?? UPCOMING;
  });

  it("has numbered steps, each of which shows what to do or says who does it", () => {
    expect(steps.map(({ title }) => Number.parseInt(title, 10))).toEqual(steps.map((_, index) => index + 1));
    for (const { blocks, title } of steps) expect([title, blocks.length > 0]).toEqual([title, true]);
  });

  it("runs step by step as commands, and asks where it says so", async () => {
    const asked: string[] = [];
    for (const { title, blocks } of steps) {
      let isAsked = false;
      for (const { kind, text } of blocks) {
        if (kind === "js") await runProgram(text);
        else if (kind !== "json") isAsked = (await runLines(text)).asked || isAsked;
      }
      if (isAsked) asked.push(title);
    }
    expect(asked).toEqual(asks(steps));
  });
});

describe.each(WITH_TOOLS)("%s", { timeout: TIMEOUT_MS }, (name, steps) => {
  beforeEach(() => {
    webinarId = WEBINARS[name] ?? UPCOMING;
  });

  it("runs step by step as MCP tools, and asks where it says so", async () => {
    const client = new Client({ name: "skills", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [APPS.stdio], env: envOf(), cwd: home, stderr: "ignore" }));
    const asked: string[] = [];
    try {
      for (const { title, blocks } of steps) {
        const hasTool = blocks.some(({ kind }) => kind === "json");
        let isAsked = false;
        for (const { kind, text } of blocks) {
          if (kind === "json") isAsked = (await callTool(client, text)).asked || isAsked;
          // what only a terminal can do, or a person in Zoom
          else if (!hasTool || kind === "sh emulator") isAsked = (await runLines(text)).asked || isAsked;
        }
        if (isAsked) asked.push(title);
      }
    } finally {
      await client.close();
    }
    expect(asked).toEqual(asks(steps));
  });
});
