import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../../../apps/cli/dist/main.js", import.meta.url));
/** Else the limit on file sizes ends the process instead of failing the write. */
const CALM = 'data:text/javascript,process.on("SIGXFSZ",()=>{})';
/** The limit is in blocks of 512 bytes. The file is filled up to it, but for the 100 bytes that show what becomes of a part. */
const BLOCKS = 4_000;
const ROOM = 100;

let home: string;
let audit: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "zw-unaudited-"));
  audit = join(home, "audit.jsonl");
});
afterEach(() => rm(home, { recursive: true }));

const runWith = (blocks: number | "unlimited", ...args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const limited = ["-c", `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, "--import", CALM, CLI, "--emulator", "--json", ...args];
    execFile("/bin/sh", limited, { env: { PATH: process.env.PATH, ZOOM_WEBINAR_HOME: home } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
const CREATE = ["webinars", "create", "--user-id", "grace@example.com", "--topic", "Tides", "--start-time", "2030-03-01T10:00", "--timezone", "UTC"];
const create = (...more: readonly string[]) => runWith(BLOCKS, ...CREATE, "--audit-file", audit, ...more);
const topics = async () =>
  JSON.parse((await runWith("unlimited", "webinars", "list", "--user-id", "grace@example.com")).stdout).webinars.map(
    ({ topic }: { topic: string }) => topic,
  );
const fill = async () => {
  await writeFile(audit, "", { mode: 0o600 });
  await truncate(audit, BLOCKS * 512 - ROOM);
};

describe.skipIf(process.platform === "win32")("an audit file that takes no more", () => {
  it("stops a write before anything is sent, and says so and what to do", async () => {
    await fill();
    const { code, stdout, stderr } = await create();
    const { error } = JSON.parse([stdout, ...stderr.split("\n")].find((line) => line.startsWith("{")) ?? "");
    expect([code, error.code, error.retryable]).toEqual([6, "zoom_unavailable", false]);
    expect(error.message).toMatch(/^No line can be added to --audit-file, so the write was not made\..*Nothing was sent to Zoom\.$/);
    expect(error.hint).toContain("--audit-optional");
    expect(await topics()).not.toContain("Tides");
  });

  it("does not stop one with --audit-optional, and says so on stderr", async () => {
    await fill();
    const { code, stderr } = await create("--audit-optional");
    expect([code, stderr]).toEqual([0, expect.stringContaining(`cannot write to ${audit}`)]);
    expect(await topics()).toContain("Tides");
  });

  it("has whole lines again once there is room: one that was cut ends before the next", async () => {
    await fill();
    await create();
    expect((await readFile(audit, "utf8")).endsWith("\n")).toBe(false);
    expect((await runWith("unlimited", ...CREATE, "--audit-file", audit)).code).toBe(0);
    const lines = (await readFile(audit, "utf8")).trimEnd().split("\n").slice(-2);
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(["write_begins", "write"]);
  });
});
