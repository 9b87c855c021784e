import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { APPS } from "../doors.ts";
import { openZoom, type Zoom } from "../tasks/zoom.ts";
import { openTerminal, type PseudoTerminal, whyNoTerminal } from "./pseudo-terminal.ts";

const NOON = "2027-02-01T12:00:00Z";
const NOON_AGAIN = "2027-02-02T12:00:00Z";
const LATE_MS = 1_000;
const TOPIC = "Harbour lights";
const CLOCK = fileURLToPath(new URL("still-time.mjs", import.meta.url));
const reason = whyNoTerminal();
if (reason !== null) console.warn(`The terminal session is not tried: ${reason}.`);

let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** What differs from run to run, with marks of the same width. */
const steady = (screen: string) =>
  screen
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => id.replaceAll(/[0-9a-f]/g, "0"))
    .replaceAll(/\beyJ[\w.-]+/g, (token) => "x".repeat(token.length))
    .replaceAll(/(?<![\d-])\d{11}(?!\d)/g, (id) => "0".repeat(id.length))
    .replaceAll(/(?<=pwd=|WN_)[\w.-]+/g, (word) => "x".repeat(word.length))
    .replaceAll(/(?<![\w-])[\w-]{22}(?![\w-])/g, (id) => (/\d/.test(id) ? "x".repeat(id.length) : id));

const openSession = async (columns: number) => {
  const zoom = openZoom(NOON);
  const { url } = await zoom.emulator.listen({ port: 0 });
  const cwd = await mkdtemp(join(tmpdir(), "zw-terminal-"));
  const running = new Set<PseudoTerminal>();
  close = async () => {
    for (const terminal of running) terminal.kill();
    await zoom.emulator.close();
    await rm(cwd, { recursive: true, force: true });
  };
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: cwd,
    TZ: "Europe/Berlin",
    ZOOM_WEBINAR_HOME: join(cwd, "home"),
    ZOOM_API_BASE_URL: `${url}/v2`,
    ZOOM_OAUTH_BASE_URL: url,
    ZOOM_ACCOUNT_ID: "demo-account",
    ZOOM_CLIENT_ID: "demo-client",
    ZOOM_CLIENT_SECRET: "demo-secret",
    NODE_OPTIONS: `--import=${CLOCK}`,
  };
  const screens: string[] = [];
  /** Types a command, answers its questions one after the other, and keeps the screen at each question, at what `meanwhile` waits for, and at the end. */
  const run = async (
    words: readonly string[],
    answers: readonly (readonly [question: RegExp, keys: string])[] = [],
    meanwhile?: (terminal: PseudoTerminal) => Promise<void>,
  ): Promise<string> => {
    const terminal = openTerminal([process.execPath, APPS.cli, ...words], {
      columns,
      env: { ...env, STILL_TIME: String(zoom.clock.now()) },
      cwd,
    });
    running.add(terminal);
    const shown = `$ zoom-webinar ${words.map((word) => (/[\s{]/.test(word) ? `"${word}"` : word)).join(" ")}`;
    for (const [question, keys] of answers) {
      // A prompt comes in several pieces; it is whole with the corner below it.
      await terminal.shows(new RegExp(`(?:${question.source})[\\s\\S]*└$`, question.flags));
      screens.push(`${shown}\n${terminal.screen()}`);
      terminal.press(keys);
    }
    if (meanwhile !== undefined) {
      await meanwhile(terminal);
      screens.push(`${shown}\n${terminal.screen()}`);
    }
    // Whatever is answered late is answered now, whenever it is asked for.
    const passing = setInterval(() => meanwhile && zoom.clock.advance(LATE_MS), 50);
    const code = await terminal.ended.finally(() => clearInterval(passing));
    running.delete(terminal);
    screens.push(`${shown}\n${terminal.screen()}\n(exit code ${code})`);
    return terminal.screen();
  };
  return { zoom, cwd, run, screens };
};

const holdIt = async (zoom: Zoom, webinarId: string, pollId: string) => {
  const { controls } = zoom.emulator;
  const people = ["ines@example.com", "olga@example.com", "pavel@example.com"];
  zoom.until("2027-03-01T09:00:00Z");
  await controls.startWebinar(webinarId);
  for (const email of people) await controls.join(webinarId, { email });
  await controls.vote(webinarId, pollId, { email: "ines@example.com", answers: ["By sea"] });
  await controls.vote(webinarId, pollId, { email: "olga@example.com", answers: ["By land"] });
  zoom.until("2027-03-01T09:20:00Z");
  await controls.leave(webinarId, { email: "pavel@example.com" });
  zoom.until("2027-03-01T09:45:00Z");
};

const SIGN_UPS = ["Ines Duarte", "Olga Olsen", "Pavel Prins", "Rita Russo", "Urs Unger"].map((name) => {
  const [first_name = "", last_name = ""] = name.split(" ");
  return { first_name, last_name, email: `${first_name.toLowerCase()}@example.com` };
});

describe.skipIf(reason !== null)("a session in a terminal", () => {
  it.each([80, 120])(
    "of %i columns goes from a new webinar to its end, with pickers, tables and confirmations",
    { timeout: 60_000 },
    async (columns) => {
      const { zoom, cwd, run, screens } = await openSession(columns);
      const { emulator } = zoom;

      await run(
        ["webinars", "create", "--start-time", "2027-03-01 10:00", "--timezone", "Europe/Berlin", "--registration", "manual"],
        [
          [/Who is the host\?/, "ada\r"],
          [/What is the topic\?/, `${TOPIC}\r`],
        ],
      );
      const [webinar] = (await emulator.state.webinars()).filter(({ topic }) => topic === TOPIC);
      const id = String(webinar?.id);
      expect(webinar).toMatchObject({ start_time: "2027-03-01T09:00:00Z", settings: { approval_type: 1 } });

      await zoom.signUp(id, SIGN_UPS);
      await writeFile(
        join(cwd, "guests.csv"),
        ["email,first_name", ...Array.from({ length: 40 }, (_, at) => `guest${at}@example.com,Guest`)].join("\n"),
      );
      // Zoom's answers are late, so that the bar stands still for a look at it.
      emulator.controls.addFault({ kind: "delay", ms: LATE_MS, times: 2, endpoint: "POST /webinars/{webinarId}/batch_registrants" });
      await run(["registrants", "import", TOPIC, "guests.csv"], [[/Go on\?/, "y\r"]], (terminal) => terminal.shows(/\b0% +Register 40/));
      zoom.until(NOON_AGAIN);
      expect(await emulator.state.registrants(id)).toHaveLength(45);

      await run(["registrants", "list", TOPIC, "--status", "pending", "--page-size", "5"]);
      await run(["registrants", "approve", TOPIC, "--pending", "--except", "urs@example.com"], [[/Go on\?/, "y\r"]]);
      expect((await emulator.state.registrants(id)).filter(({ status }) => status === "pending").map(({ email }) => email)).toEqual([
        "urs@example.com",
      ]);
      expect((await emulator.mailLog()).filter(({ kind }) => kind === "approved")).toHaveLength(44);

      const question = '[{"name":"How did you come?","type":"single","answers":["By sea","By land"]}]';
      await run(["polls", "create", TOPIC, "--poll-title", "Before we start", "--questions", question]);
      const [poll] = (await emulator.state.webinar(id))?.polls ?? [];
      await holdIt(zoom, id, poll?.id ?? "");

      await run(["webinars", "update-status", TOPIC, "--action", "end"], [[/Go on\?/, "y\r"]]);
      expect((await emulator.state.webinar(id))?.instances).toHaveLength(1);
      zoom.until("2027-03-01T12:00:00Z");
      expect(await run(["attendance", "report", TOPIC, "--status", "attended"])).toContain("Pavel Prins");
      expect(await run(["reports", "list-polls", TOPIC])).toContain("By sea");

      const refused = await run(["webinars", "delete", TOPIC], [[/Go on\?/, "n\r"]]);
      expect(refused.replaceAll(/\s*│?\s+/g, " ")).toContain("45 registrations");
      expect(await emulator.state.webinar(id)).toBeDefined();
      await run(["webinars", "delete", TOPIC], [[/Go on\?/, "y\r"]]);
      expect(await emulator.state.webinar(id)).toBeUndefined();

      expect(screens.map(steady).join("\n\n")).toMatchSnapshot();
    },
  );
});
