import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plainTargetOf, writeTargetOf } from "./write-target.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "zw-target-")));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => "nothing",
    (error: unknown) => (error instanceof Error ? error.message : "no error"),
  );

describe.skipIf(process.platform === "win32")("what a path that is to be written names (Windows has no such files)", () => {
  it("is a file if one is there, with its permission, and if none is yet", async () => {
    writeFileSync(at("shared"), "");
    chmodSync(at("shared"), 0o644);
    expect(await writeTargetOf(at("shared"))).toEqual({ kind: "file", path: at("shared"), mode: 0o644 });
    expect(await writeTargetOf(at("new"))).toEqual({ kind: "file", path: at("new"), mode: null });
  });

  it("is what its links lead to, one after the other, also if nothing is yet", async () => {
    mkdirSync(at("far"));
    symlinkSync("far/away", at("second"));
    symlinkSync(at("second"), at("first"));
    expect(await writeTargetOf(at("first"))).toEqual({ kind: "file", path: at("far/away"), mode: null });
    writeFileSync(at("far/away"), "", { mode: 0o600 });
    expect(await writeTargetOf(at("first"))).toEqual({ kind: "file", path: at("far/away"), mode: 0o600 });
  });

  it("is a pipe, also behind a link; plainTargetOf refuses it", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    symlinkSync("pipe", at("to-pipe"));
    expect(await writeTargetOf(at("to-pipe"))).toEqual({ kind: "pipe", path: at("pipe") });
    expect(await refusal(plainTargetOf(at("to-pipe")))).toBe("is a pipe or a device, not a plain file");
  });

  it("is a descriptor of this process, whatever is behind it", async () => {
    symlinkSync("/dev/stdout", at("to-stdout"));
    const fds = ["/dev/stdout", "/dev/stderr", "/dev/fd/63", `/proc/${process.pid}/fd/7`, at("to-stdout")];
    expect(await Promise.all(fds.map(writeTargetOf))).toEqual([1, 2, 63, 7, 1].map((fd) => ({ kind: "descriptor", fd })));
  });

  it("is refused if it is a folder or a circle of links, or lies in no folder", async () => {
    symlinkSync("circle", at("circle"));
    expect(await refusal(writeTargetOf(folder))).toBe("is a folder");
    expect(await refusal(writeTargetOf(at("circle")))).toBe("is a link that leads in a circle");
    expect(await refusal(writeTargetOf(at("none/file")))).toContain("ENOENT");
  });
});
