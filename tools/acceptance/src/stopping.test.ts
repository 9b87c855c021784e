import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { APPS } from "./doors.ts";
import { type HeldZoom, heldZoom } from "./held-zoom.ts";
import { callRaw } from "./raw-http.ts";

/** From the word to stop until Zoom sees it. */
const WITHIN_MS = 100;
const TURNS = 5;
const USER = { users: [{ id: "h", email: "ada@example.com", type: 2 }], total_records: 1, next_page_token: "" };

let home: string;
let zoom: HeldZoom;
let child: ChildProcess;
let printed: { stdout: string; stderr: string };
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-stopping-"));
  zoom = await heldZoom();
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  zoom.close();
  await rm(home, { recursive: true, force: true });
});

const start = (app: string, args: readonly string[]): ChildProcess => {
  child = spawn(process.execPath, [app, ...args], { env: { PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: home, ...zoom.env }, cwd: home });
  printed = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => {
      printed[stream] += text;
    });
  }
  return child;
};
const ended = async (): Promise<number | null> => (child.exitCode === null ? ((await once(child, "close")) as [number | null])[0] : child.exitCode);
const until = async (pattern: RegExp, stream: "stdout" | "stderr"): Promise<string> => {
  for (;;) {
    const found = pattern.exec(printed[stream]);
    if (found) return found[0];
    await Promise.race([once(child[stream] as NonNullable<ChildProcess["stdout"]>, "data"), once(child, "close")]);
  }
};
/** The middle one: a busy machine may hold up one of them. */
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const withoutStack = () => expect(printed.stderr).not.toMatch(/^\s+at /m);

const message = (id: number | null, method: string, params: object) =>
  `${JSON.stringify({ jsonrpc: "2.0", ...(id === null ? {} : { id }), method, params })}\n`;
const openStdio = (): void => {
  start(APPS.stdio, []).stdin?.write(
    message(1, "initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } }) +
      message(null, "notifications/initialized", {}),
  );
};
const callStdio = (id: number) => child.stdin?.write(message(id, "tools/call", { name: "get_users", arguments: {} }));

const callHttp = (url: string, signal?: AbortSignal) => callRaw(url, "get_users", {}, signal);
const openHttp = async (): Promise<string> => {
  start(APPS.http, ["--port", "0"]);
  return until(/http:\/\/127\.0\.0\.1:\d+\/mcp/, "stderr");
};

/** A signal is there before what follows: nothing outside the process shows that it was taken, and two of a kind that wait are one. */
const signalSeen = () => new Promise((resolve) => setTimeout(resolve, 50));

describe("a call that is stopped", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("in a terminal, by %s: Zoom sees it within 100 ms, exit 130, no stack", async (signal) => {
    start(APPS.cli, ["users", "list", "--json"]);
    const { gone } = await zoom.next();
    const fromMs = performance.now();
    child.kill(signal);
    expect((await gone) - fromMs).toBeLessThan(WITHIN_MS);
    expect(await ended()).toBe(130);
    expect(JSON.parse(printed.stderr)).toMatchObject({ error: { code: "cancelled" } });
    expect(printed.stdout).toBe("");
  });

  it("over stdio, by the client's notification: Zoom sees it within 100 ms, and the next call is served", async () => {
    openStdio();
    const times: number[] = [];
    for (let id = 2; id < 2 + TURNS; id++) {
      callStdio(id);
      const { gone } = await zoom.next();
      const fromMs = performance.now();
      child.stdin?.write(message(null, "notifications/cancelled", { requestId: id, reason: "enough" }));
      times.push((await gone) - fromMs);
    }
    expect(median(times)).toBeLessThan(WITHIN_MS);
    callStdio(99);
    (await zoom.next()).answer(200, USER);
    await until(/"id":99/, "stdout");
    expect(printed.stdout).not.toMatch(/"id":[2-6],"error"/);
    child.stdin?.end();
    expect(await ended()).toBe(0);
    withoutStack();
  });

  it("over HTTP, by a client that goes away: Zoom sees it within 100 ms, and the next call is served", async () => {
    const url = await openHttp();
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const away = new AbortController();
      const call = callHttp(url, away.signal).catch(() => "gone");
      const { gone } = await zoom.next();
      const fromMs = performance.now();
      away.abort();
      times.push((await gone) - fromMs);
      expect(await call).toBe("gone");
    }
    expect(median(times)).toBeLessThan(WITHIN_MS);
    const next = callHttp(url);
    (await zoom.next()).answer(200, USER);
    expect(await next).toContain("ada@example.com");
    child.kill("SIGTERM");
    expect(await ended()).toBe(0);
    withoutStack();
  });
});

describe("a server that is told to stop while a call runs", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("over stdio, by %s: the answer still comes, exit 0, no stack", async (signal) => {
    openStdio();
    callStdio(2);
    const held = await zoom.next();
    child.kill(signal);
    await signalSeen();
    held.answer(200, USER);
    expect(await ended()).toBe(0);
    expect(printed.stdout).toContain("ada@example.com");
    withoutStack();
  });

  it.each(["SIGINT", "SIGTERM"] as const)("over HTTP, by %s: the answer still comes, exit 0, no stack", async (signal) => {
    const url = await openHttp();
    const call = callHttp(url);
    const held = await zoom.next();
    child.kill(signal);
    await signalSeen();
    held.answer(200, USER);
    expect(await call).toContain("ada@example.com");
    expect(await ended()).toBe(0);
    withoutStack();
  });

  it.each([
    ["stdio", 1],
    ["http", 1],
  ] as const)("over %s, stopped twice: ends at once, no stack", async (door, code) => {
    let call: Promise<unknown> | null = null;
    if (door === "http") call = callHttp(await openHttp()).catch(() => null);
    else {
      openStdio();
      callStdio(2);
    }
    await zoom.next();
    child.kill("SIGTERM");
    await signalSeen();
    child.kill("SIGTERM");
    expect(await ended()).toBe(code);
    await call;
    withoutStack();
  });
});
