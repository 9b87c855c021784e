import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { world } from "../doors.ts";
import { blocksOf, install, outputFault, PAGES, readPage, runBlocks, runCommand } from "./pages.ts";

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "zw-pages-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Each command is a process of its own. */
const TIMEOUT_MS = 180_000;

/** The README's commands have a test of their own. */
const commandPages = PAGES.filter((page) => page !== "README.md" && blocksOf(page, "cli").length > 0);
const programs = PAGES.flatMap((page) => blocksOf(page, "js").map((code, nth) => [page, nth + 1, code] as const));

describe("examples of the pages run as they are", { timeout: TIMEOUT_MS }, () => {
  it.each(commandPages)("the commands of %s, one after the other, in one world", async (page) => {
    await inFolder(async (home) => {
      expect(await runBlocks(page, home)).not.toHaveLength(0);
    });
  });

  it("docs/first-webinar.md quotes the line that says how a time was understood", async () => {
    await inFolder(async (home) => {
      const create = blocksOf("docs/first-webinar.md", "cli").find((text) => text.includes("webinars create")) ?? "";
      const [said = ""] = (await runCommand(`${create.trim()} 2>&1`, home)).split("\n");
      const [understood = ""] = /\S+ \S+ America\/New_York \(.+\)/.exec(said) ?? [];
      expect(understood, said).not.toBe("");
      expect(readPage("docs/first-webinar.md")).toContain(`\`${understood}\``);
    });
  });

  it.each(programs)("%s, program %i", async (_page, _nth, code) => {
    const { env, close } = await world();
    try {
      await inFolder(async (folder) => {
        install(folder);
        writeFileSync(join(folder, "example.mjs"), code);
        const { stdout } = await promisify(execFile)(process.execPath, ["example.mjs"], { cwd: folder, env, timeout: 60_000 });
        expect(outputFault(code, stdout)).toBeNull();
      });
    } finally {
      await close();
    }
  });

  it.each(["auth", "foundation", "mcp-server", "webinar-core", "zoom-client", "zoom-emulator"])("packages/%s has a program that runs", (name) => {
    expect(blocksOf(`packages/${name}/README.md`, "js")).not.toHaveLength(0);
  });
  it.each(["mcp-http", "mcp-stdio", "cli", "zoom-webinar"])("apps/%s has commands that run", (name) => {
    expect(blocksOf(`apps/${name}/README.md`, "cli")).not.toHaveLength(0);
  });
});

describe("what a program says that it prints is all that it prints", () => {
  const code = 'console.log("one"); // prints one\nconsole.log("two");\n// prints two\n';
  it("accepts the whole output", () => expect(outputFault(code, "one\ntwo\n")).toBeNull());
  it.each([
    ["a line that is not in the comments", "one\ntwo\nthree\n"],
    ["a line that is not printed", "one\n"],
    ["more on a line than the comment says", "one\ntwo and more\n"],
    ["another order", "two\none\n"],
    ["nothing", ""],
  ])("finds %s", (_what, stdout) => {
    expect(outputFault(code, stdout)).toEqual({ promised: ["one", "two"], printed: stdout.replace(/\n$/, "").split("\n") });
  });
  it("finds a program that says nothing of what it prints", () => expect(outputFault('console.log("one");', "one\n")).not.toBeNull());
});
