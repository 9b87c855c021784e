import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { afterAll, describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";
import { readSource, TooLargeError } from "./read-source.ts";

const folder = mkdtempSync(join(tmpdir(), "source-"));
afterAll(() => rmSync(folder, { recursive: true }));

const IO = { stdin: Readable.from([]), stderr: new PassThrough(), signal: new AbortController().signal };
const newPipe = (name: string): string => {
  const path = join(folder, name);
  execFileSync("mkfifo", [path]);
  return path;
};
/** As a shell's `<(…)` does: another process writes while we read. */
const feed = (path: string, text: string) => spawn("sh", ["-c", 'printf %s "$1" > "$2"', "sh", text, path], { stdio: "ignore" });

describe.skipIf(process.platform === "win32")("what a person named to be read (Windows has no such files)", () => {
  it("may be a pipe: it is waited for, and read until its writer is done", async () => {
    const path = newPipe("late");
    const reading = readSource(path, IO, 1_000_000);
    const long = "ü".repeat(50_000);
    setTimeout(() => feed(path, long), 20);
    expect(Buffer.from(await reading).toString("utf8")).toBe(long);
  });

  it("is no longer waited for once the user interrupts, and no thread stays behind", async () => {
    // More than the four threads that Node has: if one pipe held one up, reading the file would hang.
    const interrupts = Array.from({ length: 6 }, () => new AbortController());
    const waiting = interrupts.map(({ signal }, at) => readSource(newPipe(`silent-${at}`), { ...IO, signal }, 100).catch((error: unknown) => error));
    writeFileSync(join(folder, "plain"), "there");
    expect(Buffer.from(await readSource(join(folder, "plain"), IO, 100)).toString("utf8")).toBe("there");
    for (const interrupt of interrupts) interrupt.abort();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: "cancelled" });
  });

  it("is stdin under each of its names", async () => {
    for (const path of ["/dev/stdin", "/dev/fd/0"])
      expect(Buffer.from(await readSource(path, { ...IO, stdin: Readable.from([Buffer.from("typed")]) }, 100)).toString("utf8")).toBe("typed");
  });

  it("is refused beyond its bound, also if it has no end", async () => {
    symlinkSync("/dev/zero", join(folder, "endless"));
    await expect(readSource(join(folder, "endless"), IO, 1_000_000)).rejects.toBeInstanceOf(TooLargeError);
  });

  it("is typed at a terminal only after a word that says so, and a pipe hears nothing", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const typing = { columns: 80, keys: null, question: "Reading what is typed here, until Ctrl-D" };
    const input = await cli(["webinars", "create", "--input", "-", "--no-color"], typing);
    expect(input.stderr).toContain("Reading what is typed here, until Ctrl-D on a line of its own.\nerror: --input: stdin is empty");
    const file = await cli(["attendance", "report", "--from", "/dev/stdin", "--zone", "Europe/Berlin"], typing);
    expect(file.stderr).toContain("Reading what is typed here");
    const login = await cli(["auth", "login", "--server-to-server", "--stdin"], typing);
    expect(login.stderr).toContain("Reading what is typed here");
    expect((await cli(["webinars", "create", "--input", "-"], { stdin: "" })).stderr).not.toContain("typed");
  });

  it("reaches a command: --from and --input take a pipe", async () => {
    const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
    const report = await cli(["attendance", "report", "91974973765", "--csv", "--layout", "zoom", "--zone", "Europe/Berlin"]);
    const [from, input] = [newPipe("report"), newPipe("input")];
    feed(from, report.stdout);
    expect(await cli(["attendance", "report", "--from", from, "--zone", "Europe/Berlin", "--json"])).toMatchObject({ code: 0 });
    feed(input, '{"webinar_id": "91974973765"}');
    expect(await cli(["webinars", "get", "--input", input, "--json"])).toMatchObject({ code: 0 });
  });
});
