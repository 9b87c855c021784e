import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf } from "../test/run-cli.ts";

const cli = cliOf({ catalog: manifest });
const suggested = async (...words: string[]) => (await cli(["completion", "suggest", "--", ...words])).stdout.split("\n").filter(Boolean);
const run = promisify(execFile);

describe("completion", () => {
  it("offers resources, verbs, flags and the values of a choice", async () => {
    expect(await suggested("web")).toEqual(["webinars"]);
    expect(await suggested("op")).toEqual(["operations"]);
    expect(await suggested("webinars", "upd")).toEqual(["update", "update-status"]);
    expect(await suggested("users", "")).toEqual(["list", "get"]);
    expect(await suggested("webinars", "create", "--ho")).toEqual(["--host", "--host-video"]);
    expect(await suggested("registrants", "list", "95312345678", "--status", "")).toEqual(["pending", "approved", "denied"]);
    expect(await suggested("webinars", "create-recurring", "--recurrence-type", "w")).toEqual(["weekly"]);
    expect(await suggested("registrants", "approve", "--pen")).toEqual(["--pending"]);
    expect(await suggested("wibble", "x", "")).toEqual([]);
  });

  it("works in a real bash", async () => {
    const folder = await mkdtemp(join(tmpdir(), "completion-"));
    const { stdout: script } = await cli("completion bash");
    const words = (await cli(["completion", "suggest", "--", "webinars", "upd"])).stdout.trim().split("\n");
    // The program is stood in for by its own answer: what is tried is the script.
    await writeFile(
      join(folder, "try.sh"),
      `zoom-webinar() { printf '%s\\n' "$*" >&2; printf '%s\\n' ${words.join(" ")}; }\n${script}\nCOMP_WORDS=(zoom-webinar webinars upd); COMP_CWORD=2; _zoom_webinar; printf '%s\\n' "\${COMPREPLY[@]}"\n`,
    );
    const { stdout } = await run("bash", ["--norc", join(folder, "try.sh")]);
    expect(stdout.trim().split("\n")).toEqual(["update", "update-status"]);
  });

  it.each(["bash", "zsh", "fish", "powershell"])("prints a script for %s that asks this program", async (shell) => {
    expect(await cli(`completion ${shell}`)).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("zoom-webinar completion suggest --"),
    });
  });
});

describe("operations find", () => {
  it("finds a command by a person's words", async () => {
    const { stdout } = await cli(["operations", "find", "let", "people", "in", "--json"]);
    expect(
      JSON.parse(stdout)
        .operations.map(({ command }: { command: string }) => command)
        .slice(0, 3),
    ).toContain("registrants approve");
    expect(await cli("operations find")).toMatchObject({ code: 2, stderr: expect.stringContaining("<words>: is required") });
  });
});

describe("what operations find prints", () => {
  it("are commands of this program, not names of tools", async () => {
    const { stdout } = await cli(["operations", "find", "who", "came", "--json"]);
    const commands: string[] = JSON.parse(stdout).operations.map(({ command }: { command: string }) => command);
    expect(commands).toHaveLength(10);
    for (const command of commands) expect(await cli([...command.split(" "), "--help"]), command).toMatchObject({ code: 0 });
  });
});

describe("version", () => {
  it("is a document with --json", async () => {
    expect((await cli("version")).stdout).toBe("1.2.3\n");
    expect(JSON.parse((await cli("version --json")).stdout)).toMatchObject({ version: "1.2.3", node: process.version });
  });
});
