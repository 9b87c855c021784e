import { execFileSync, spawn } from "node:child_process";
import { chmod, lstat, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cliOf, demoZoom, type TestOptions } from "../test/run-cli.ts";
import { fileSink } from "./sink.ts";

const HELD = "91974973765";
const COMMANDS = [
  ["a table of rows", ["registrants", "list", HELD, "--jsonl"], "@example.com"],
  ["a report's page", ["attendance", "report", HELD, "--html"], "</html>"],
  ["a report's CSV", ["attendance", "report", HELD, "--csv"], "@example.com"],
] as const;

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sink-"));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (words: readonly string[], options: Partial<TestOptions> = {}) => cliOf({ catalog: manifest, emulator: demoZoom(), ...options })(words);

/** A device of our own that swallows everything, as /dev/null does. Returns the reason if the machine does not let us make or use one. */
const makeDevice = (path: string): string | null => {
  try {
    execFileSync("mknod", [path, "c", "1", "3"], { stdio: "pipe" });
    execFileSync("sh", ["-c", 'echo x > "$1"', "sh", path], { stdio: "pipe" });
    return null;
  } catch (error) {
    return `this machine gives us no device of our own: ${error instanceof Error ? error.message : "unknown"}`;
  }
};

describe.skipIf(process.platform === "win32").each(COMMANDS)("--output, with %s, (Windows has no such files)", (_what, words, expected) => {
  it("writes into a pipe, and leaves it a pipe", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "inherit"] });
    const [read, { code }] = await Promise.all([text(reader.stdout), run([...words, "--output", pipe])]);
    expect(code).toBe(0);
    expect(read).toContain(expected);
    expect((await lstat(pipe)).isFIFO()).toBe(true);
    expect(await readdir(folder)).toEqual(["pipe"]);
  });

  it("writes into a device, and leaves it a device", async ({ skip }) => {
    const device = join(folder, "device");
    const missing = makeDevice(device);
    if (missing !== null) return skip(missing);
    expect(await run([...words, "--output", device])).toMatchObject({ code: 0 });
    expect((await lstat(device)).isCharacterDevice()).toBe(true);
    expect(await readdir(folder)).toEqual(["device"]);
  });

  it("writes to stdout if that is what the path means, also behind a link", async () => {
    const link = join(folder, "link");
    await symlink("/dev/stdout", link);
    for (const path of ["/dev/stdout", "/dev/fd/1", link]) {
      const { code, stdout } = await run([...words, "--output", path]);
      expect({ code, has: stdout.includes(expected) }).toEqual({ code: 0, has: true });
    }
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it("replaces what a link leads to, whole and with its permission, also if nothing is there yet; the link stays", async () => {
    const [target, link] = [join(folder, "target"), join(folder, "link")];
    await symlink("target", link);
    expect((await run([...words, "--output", link])).code).toBe(0);
    expect((await stat(target)).mode & 0o777).toBe(0o600);
    await writeFile(target, "old");
    await chmod(target, 0o640);
    expect((await run([...words, "--output", link])).code).toBe(2);
    expect(await readFile(target, "utf8")).toBe("old");
    expect((await run([...words, "--output", link, "--replace"])).code).toBe(0);
    expect(await readlink(link)).toBe("target");
    expect(await readFile(target, "utf8")).toContain(expected);
    expect((await stat(target)).mode & 0o777).toBe(0o640);
    expect((await readdir(folder)).sort()).toEqual(["link", "target"]);
  });
});

describe.skipIf(process.platform === "win32")("--output (Windows has no such files)", () => {
  it("stops waiting for a pipe's reader when the user interrupts", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const interrupt = new AbortController();
    const io = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, env: {}, cwd: folder, signal: interrupt.signal };
    const ended = fileSink(pipe, io);
    setTimeout(() => interrupt.abort(), 1);
    await expect(ended).rejects.toMatchObject({ code: "cancelled" });
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it("refuses a link that leads in a circle, and says so", async () => {
    const link = join(folder, "link");
    await symlink("link", link);
    expect(await run(["registrants", "list", HELD, "--output", link])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("leads in a circle"),
    });
  });
});
