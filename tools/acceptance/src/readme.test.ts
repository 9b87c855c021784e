import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { APPS, ROOT, world } from "./doors.ts";

const README = readFileSync(join(ROOT, "README.md"), "utf8");
const blocks = (kind: string) =>
  [...README.matchAll(new RegExp(`<!-- test: ${kind} -->\\n\`\`\`\\w+\\n(.*?)\`\`\``, "gs"))].map(([, text]) => text as string);
const env = (home: string) => ({ PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: home });

it("runs every command of the CLI tour as it stands", async () => {
  const home = mkdtempSync(join(tmpdir(), "zw-readme-"));
  try {
    const commands = blocks("cli").flatMap((text) => text.trim().split("\n"));
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const script = `zoom-webinar() { "${process.execPath}" "${APPS.cli}" "$@"; }\n${command}`;
      const { stdout } = await promisify(execFile)(
        "bash",
        ["-c", script.replaceAll("zoom-webinar ", "zoom_webinar ").replace("zoom-webinar()", "zoom_webinar()")],
        { env: env(home), cwd: home },
      );
      expect(stdout, command).not.toBe("");
      if (command.includes("webinars list") && command.includes("--json")) expect(stdout).toContain("Harbour tides");
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

it("has configurations that parse and name files that are built", () => {
  const configurations = blocks("json");
  expect(configurations).toHaveLength(2);
  for (const text of configurations) expect(JSON.stringify(JSON.parse(text))).toContain("apps/mcp-stdio/dist/main.js");
  for (const path of README.match(/apps\/[\w-]+\/dist\/main\.js/g) ?? []) expect(() => readFileSync(join(ROOT, path))).not.toThrow();
});

it("shows library code that runs as it stands, as plain JavaScript, and type-checks", async () => {
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
    writeFileSync(join(folder, "sample.mjs"), code);
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "sample.mjs")], { env: { ...zoomEnv }, cwd: folder });
    expect(stdout).toContain("mina@example.com");
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
