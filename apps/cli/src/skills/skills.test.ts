import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { skills } from "@zoom-webinar/webinar-core/doors/skills";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cliOf } from "../test/run-cli.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "zoom-webinar-skills-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const cli = (...words: string[]) => cliOf({ catalog: manifest })(["skills", ...words], { env: { HOME: home } });
const outcomes = (stdout: string) => (JSON.parse(stdout) as { skills: { file: string; outcome: string }[] }).skills;

describe("skills", () => {
  it("lists them, and prints one as it is", async () => {
    const { stdout } = await cli("list", "--json");
    expect(JSON.parse(stdout).skills.map(({ name }: { name: string }) => name)).toEqual(skills.map(({ name }) => name));
    expect((await cli("show", "webinar-follow-up")).stdout).toBe(skills.find(({ name }) => name === "webinar-follow-up")?.files["SKILL.md"]);
    expect(await cli("show", "webinar-folow-up")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean webinar-follow-up?") });
  });

  it("installs them for each assistant that is found here", async () => {
    for (const folder of [".claude", ".codex", join(".codeium", "windsurf")]) await mkdir(join(home, folder), { recursive: true });
    const { code, stdout, stderr } = await cli("install", "--json");
    expect([code, stderr]).toEqual([0, `Wrote ${3 * skills.length} files. Start the assistant again.\n`]);
    expect(outcomes(stdout).every(({ outcome }) => outcome === "written")).toBe(true);
    for (const folder of [".claude", ".codex", join(".codeium", "windsurf")]) {
      for (const { name, files } of skills) expect(await readFile(join(home, folder, "skills", name, "SKILL.md"), "utf8")).toBe(files["SKILL.md"]);
    }
    expect(existsSync(join(home, ".cursor"))).toBe(false);
    expect((await cli("install")).stderr).toBe("They were there already.\n");
  });

  it.each([
    ["claude-code", ".claude/skills"],
    ["vscode", ".copilot/skills"],
  ])("finds an assistant by the configuration that mcp install wrote: %s", async (client, folder) => {
    const env = { HOME: home, XDG_CONFIG_HOME: join(home, ".config") };
    expect((await cliOf({ catalog: manifest })(["mcp", "install", "--client", client, "--emulator"], { env })).code).toBe(0);
    const { stdout } = await cliOf({ catalog: manifest })(["skills", "install", "--json"], { env });
    expect(outcomes(stdout).map(({ file }) => file.startsWith(join(home, folder)))).toEqual(skills.map(() => true));
  });

  it.each([
    ["claude-code", ".claude/skills"],
    ["codex", ".codex/skills"],
    ["cursor", ".cursor/skills"],
    ["gemini", ".gemini/skills"],
    ["vscode", ".copilot/skills"],
    ["windsurf", ".codeium/windsurf/skills"],
  ])("installs one for %s into ~/%s", async (client, folder) => {
    expect((await cli("install", "webinar-follow-up", "--client", client)).code).toBe(0);
    expect(existsSync(join(home, folder, "webinar-follow-up", "SKILL.md"))).toBe(true);
    expect(existsSync(join(home, folder, "webinar-end-to-end"))).toBe(false);
  });

  it("writes nothing in a dry run", async () => {
    const folder = join(home, "project", "skills");
    const { code, stdout, stderr } = await cli("install", "--folder", folder, "--dry-run", "--json");
    expect([code, stderr, existsSync(folder)]).toEqual([0, `Dry run, nothing was written: ${skills.length} files would be.\n`, false]);
    expect(outcomes(stdout)).toHaveLength(skills.length);
    expect(new Set(outcomes(stdout).map(({ outcome }) => outcome))).toEqual(new Set(["would be written"]));
  });

  it("keeps what stood there before beside it", async () => {
    const file = join(home, "webinar-follow-up", "SKILL.md");
    await mkdir(join(home, "webinar-follow-up"));
    await writeFile(file, "my own words");
    const { stdout } = await cli("install", "webinar-follow-up", "--folder", home, "--json");
    expect(outcomes(stdout)).toMatchObject([{ outcome: "replaced", backup: `${file}.before-zoom-webinar` }]);
    expect(await readFile(`${file}.before-zoom-webinar`, "utf8")).toBe("my own words");
  });

  it.each([
    [["install"], "--client: no assistant was found on this machine"],
    [["install", "--client", "claude-desktop"], "--client: claude-desktop has no folder of skills; it gets them over MCP"],
    [["install", "--client", "claude"], '--client: there is no "claude"'],
    [["install", "--client", "codex", "--folder", "x"], "--folder: a folder and an assistant were named"],
    [["install", "no-such", "--folder", "x"], '<name>: there is no skill "no-such"'],
  ])("refuses %j", async (words, message) => {
    expect(await cli(...words)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
  });

  it.each([
    ["the file", (mine: string) => symlink(mine, join(home, "skills", "webinar-follow-up", "SKILL.md"))],
    [
      "the file that would be kept",
      async (mine: string) => {
        await writeFile(join(home, "skills", "webinar-follow-up", "SKILL.md"), "earlier");
        await symlink(mine, join(home, "skills", "webinar-follow-up", "SKILL.md.before-zoom-webinar"));
      },
    ],
    [
      "its folder",
      async () => {
        await rm(join(home, "skills", "webinar-follow-up"), { recursive: true });
        await symlink(join(home, "private"), join(home, "skills", "webinar-follow-up"));
      },
    ],
  ])("follows no link below the folder, which may have come with a project: %s", async (_what, plant) => {
    await mkdir(join(home, "skills", "webinar-follow-up"), { recursive: true });
    await mkdir(join(home, "private"));
    const mine = join(home, "private", "SKILL.md");
    await writeFile(mine, "mine alone", { mode: 0o600 });
    await plant(mine);
    const { code, stderr } = await cli("install", "webinar-follow-up", "--folder", join(home, "skills"));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: --folder: cannot write .*\(.* is a link\)\n/)]);
    expect(await readFile(mine, "utf8")).toBe("mine alone");
    expect(await readdir(join(home, "private"))).toEqual(["SKILL.md"]);
  });

  it("keeps an earlier file as private as it was", async () => {
    const file = join(home, "webinar-follow-up", "SKILL.md");
    await mkdir(join(home, "webinar-follow-up"));
    await writeFile(file, "my own words", { mode: 0o600 });
    await cli("install", "webinar-follow-up", "--folder", home);
    for (const name of [file, `${file}.before-zoom-webinar`]) expect((await stat(name)).mode & 0o777).toBe(0o600);
  });

  it("names the file that cannot be written", async () => {
    await writeFile(join(home, "taken"), "a file");
    expect(await cli("install", "--folder", join(home, "taken"))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--folder: cannot write"),
    });
  });
});
