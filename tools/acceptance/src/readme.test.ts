import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { commandOf, manifest } from "@zoom-webinar/webinar-core/doors";
import { expect, it } from "vitest";
import { ROOT, world } from "./doors.ts";
import { blocksOf, outputFault, readPage, runBlocks } from "./pages/pages.ts";

const README = readPage("README.md");
const blocks = (kind: string) => blocksOf("README.md", kind);

/** Each command is a process of its own. */
const TOUR_MS = 180_000;

/** The README sends its readers to their first webinar before its tour, and both pages use the same webinar of one lasting world. */
const FIRST = "docs/first-webinar.md";

it("runs every command of the first webinar and then of the tour as it is, in one home", { timeout: TOUR_MS }, async () => {
  expect(README.indexOf(FIRST)).toBeLessThan(README.indexOf("## The five jobs"));
  const home = mkdtempSync(join(tmpdir(), "zw-readme-"));
  try {
    const [file = ""] = blocks("yaml");
    expect(file.trimEnd().split("\n")).toHaveLength(12);
    writeFileSync(join(home, "launch.yaml"), file);
    await runBlocks(FIRST, home);
    const answers = await runBlocks("README.md", home);
    const lists = answers.filter(({ command }) => command.includes("webinars list") && command.includes("--json"));
    expect(lists.map(({ stdout }) => stdout)).toEqual([expect.stringContaining("Harbour tides")]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

it("has configurations that parse and name files that are built", () => {
  const configurations = blocks("json");
  expect(configurations).toHaveLength(2);
  for (const text of configurations) expect(JSON.stringify(JSON.parse(text))).toContain('apps/cli/dist/main.js","mcp","serve"');
  for (const path of README.match(/apps\/[\w-]+\/dist\/main\.js/g) ?? []) expect(() => readFileSync(join(ROOT, path))).not.toThrow();
});

it("shows library code that type-checks, and runs as it is, as plain JavaScript", async () => {
  const folder = join(ROOT, "tools/acceptance/node_modules/.readme");
  const { env: zoomEnv, close } = await world();
  try {
    mkdirSync(folder, { recursive: true });
    const [code = ""] = blocks("js");
    writeFileSync(join(folder, "sample.ts"), code);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: "../../../../tsconfig.base.json",
        compilerOptions: { composite: false, declaration: false, declarationMap: false, outDir: "out", noUncheckedIndexedAccess: true },
        include: ["*.ts"],
      }),
    );
    execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
    // As plain JavaScript: what is shown runs without a compiler.
    writeFileSync(join(folder, "sample.mjs"), code);
    const { stdout } = await promisify(execFile)(process.execPath, ["sample.mjs"], { env: { ...zoomEnv }, cwd: folder });
    expect(outputFault(code, stdout)).toBeNull();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await close();
  }
});

it("says on its first screen what people must know", () => {
  const first = README.slice(0, 2_600);
  for (const words of ["@modelcontextprotocol/server", "@modelcontextprotocol/sdk", "is ours", "No telemetry", "Not affiliated"])
    expect(first).toContain(words);
});

it("comes to what people look for in this order", () => {
  const headings = [...README.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(["Two commands", "Install", "The five jobs", "Safety", "Limits", "More"]);
  const jobs = [...(README.split("## The five jobs")[1]?.split("\n## ")[0] ?? "").matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(jobs).toEqual(["Plan", "Register", "Run", "Look back", "Automate"]);
  expect(README.indexOf("![")).toBeLessThan(README.indexOf("## Two commands"));
});

/** The longest paragraph or bullet that people still read. */
const LONGEST = 500;
const tooLong = (text: string) =>
  text
    .replaceAll(/```.*?```/gs, "")
    .split("\n")
    .filter((line) => !line.startsWith("|") && line.length > LONGEST);

it(`has no paragraph and no bullet of more than ${LONGEST} characters`, () => {
  expect(tooLong(README)).toEqual([]);
  expect(tooLong(`a\n${"b".repeat(501)}\n- ${"c".repeat(500)}`)).toHaveLength(2);
});

/** Commands with their arguments in the middle of a sentence of the five jobs: nobody can paste them, and no test runs them. */
const inlineCommands = (text: string) => {
  const jobs = (text.split("## The five jobs")[1]?.split("\n## ")[0] ?? "").replaceAll(/```.*?```/gs, "");
  const words = new Set(manifest.map(({ id }) => commandOf(id)));
  return [...jobs.matchAll(/`(zoom-webinar )?([^`]+)`/g)]
    .filter(([, name, command = ""]) => name !== undefined || words.has(command.split(" ").slice(0, 2).join(" ")))
    .map(([, , command = ""]) => command)
    .filter((command) => / --|\d{9}/.test(command));
};

it("has every command of the five jobs that can be pasted in a block that is run", () => {
  expect(inlineCommands(README)).toEqual([]);
  const planted = "## The five jobs\n`webinars diff` `webinars clone 82834512568` `zoom-webinar data list --emulator` `zoom-webinar api`\n## More";
  expect(inlineCommands(planted)).toEqual(["webinars clone 82834512568", "data list --emulator"]);
});
