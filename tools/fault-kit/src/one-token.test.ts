import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, expect, test } from "vitest";

/** CI starts 20 processes; FAULTS=long 200, of which 20 run at a time on a small machine. */
const PROCESSES = process.env.FAULTS === "long" ? 200 : 20;
const CALLS = 20;
const SCRIPT = fileURLToPath(new URL("./token-caller.mjs", import.meta.url));

let emulator: Emulator;
let folder: string;
let base: string;

beforeEach(async () => {
  emulator = createEmulator({ rateLimits: false });
  base = (await emulator.listen()).url;
  folder = await mkdtemp(join(tmpdir(), "one-token-"));
});
afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (calls: number): ChildProcess =>
  spawn(process.execPath, [SCRIPT, String(calls)], {
    env: { PATH: process.env.PATH, STATE_FOLDER: folder, ZOOM_API_BASE_URL: `${base}/v2`, ZOOM_OAUTH_BASE_URL: base },
    stdio: ["ignore", "ignore", "pipe"],
  });

const ended = async (child: ChildProcess): Promise<number | null> => {
  let told = "";
  child.stderr?.on("data", (chunk) => {
    told += chunk;
  });
  await once(child, "close");
  if (child.exitCode !== 0 && child.signalCode === null) throw new Error(told);
  return child.exitCode;
};

/** The emulator remembers its latest thousand requests, so they are counted as they come. */
const countTokenRequests = () => {
  let last = 0;
  return async (until: Promise<unknown>): Promise<number> => {
    const seen = () => emulator.requests().filter(({ path }) => path === "/oauth/token").length;
    const timer = setInterval(() => {
      last = Math.max(last, seen());
    }, 20);
    await until;
    clearInterval(timer);
    return Math.max(last, seen());
  };
};

test(`${PROCESSES} processes with ${CALLS} calls each, all cold: one request for a token`, async () => {
  const run = async () => {
    for (let left = PROCESSES; left > 0; left -= 20) await Promise.all(Array.from({ length: Math.min(left, 20) }, () => ended(start(CALLS))));
  };
  expect(await countTokenRequests()(run())).toBe(1);
}, 600_000);

test("the process that asks for the token is killed while it holds the lock: the next one asks at once", async () => {
  emulator.controls.addFault({ kind: "delay", ms: 60_000, on: "oauth" });
  const holder = start(1);
  const gone = ended(holder);
  for (let i = 0; i < 400 && !(await isLocked()); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  const waiting = ended(start(1));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const killedAtMs = performance.now();
  holder.kill("SIGKILL");
  await gone;
  expect(await waiting).toBe(0);
  expect(performance.now() - killedAtMs).toBeLessThan(10_000);
}, 60_000);

const isLocked = async (): Promise<boolean> => (await readdir(folder)).some((name) => name.endsWith(".lock"));
