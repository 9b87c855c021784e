import { describe, expect, it } from "vitest";
import { PAGES, readPage } from "./pages.ts";

/** Languages that somebody copies and runs, or puts into a file. */
const RUNS = new Set(["sh", "js", "ts", "json", "yaml", "toml"]);

/** Which pages a test reads for what stands below `<!-- test: kind -->`; docs/assistants.md is generated from the table that the tests of `mcp install` try. */
const RUN_BY: Readonly<Record<string, (page: string) => boolean>> = {
  cli: () => true,
  js: () => true,
  http: (page) => ["README.md", "apps/mcp-http/README.md", "docs/http.md"].includes(page),
  json: (page) => page === "README.md" || page === "docs/assistants.md",
  yaml: (page) => page === "README.md",
  toml: (page) => page === "docs/assistants.md",
};

/** Blocks that no test runs, by their first words, and why. */
const NOT_RUN: readonly (readonly [page: string, begin: string, reason: string])[] = [
  ["README.md", "npx -y pnpm@12.21.0 demo", "CI runs both"],
  ["README.md", "alias zoom-webinar=", "the tests of commands take the built command by its path"],
  ["docs/library.md", "npx -y pnpm@12.21.0 -r", "scripts/check-packaging.mjs packs and installs the same in CI"],
  ["docs/http.md", "docker build", "no container can be built here; tools/release reads the Dockerfile and runs its commands in a bare folder"],
  ["README.md", "export ZOOM_ACCOUNT_ID=…", "your own values go there"],
  ["README.md", "claude mcp add", "another program; docs/assistants.md has the same entry, tested"],
  ["README.md", "zoom-webinar emulator --port", "it runs until it is stopped; the emulator's own tests start it"],
  ["packages/zoom-emulator/README.md", "import { createEmulator }", "it calls your own code; docs/emulator-in-tests.md has whole programs"],
  ["packages/zoom-emulator/README.md", "const { url, close }", "one line of a program"],
];

/** Types, generated from what they describe. */
const GENERATED = new Set(["docs/api.md"]);

/** What takes our packages from npm, where nothing is before the first release. */
const FROM_NPM = /npx (-y )?zoom-webinar|"npx"|npm install (--[a-z-]+ )*@?zoom-webinar|vscode\.dev\/redirect|cursor\.com\/.*install/;

/** Lines that take a package from npm although neither the line nor the heading of level two above it names the release. */
const earlyIn = (text: string): string[] => {
  let heading = "";
  return text.split("\n").filter((line) => {
    if (line.startsWith("## ")) heading = line;
    return FROM_NPM.test(line) && !/\brelease/.test(line) && !/after the first release/.test(heading);
  });
};

const faultsOf = (page: string, text = readPage(page)): string[] =>
  [...text.matchAll(/(?:<!-- test: (\w+) -->\n)?^```(\w+)\n(.*?)^```/gms)].flatMap(([, kind, language = "", code = ""]) => {
    if (!RUNS.has(language)) return [];
    const [first = ""] = code.split("\n");
    if (kind !== undefined)
      return RUN_BY[kind]?.(page) === true || ["principals", "env"].includes(kind) ? [] : [`no test runs ${kind} of ${page}: ${first}`];
    return NOT_RUN.some(([where, begin]) => where === page && first.startsWith(begin)) ? [] : [`neither run nor excused: ${first}`];
  });

describe("what a page shows to be copied is run by a test, or excused here with the reason", () => {
  it.each(PAGES.filter((page) => !GENERATED.has(page)))("%s", (page) => {
    expect(faultsOf(page)).toEqual([]);
  });

  it("finds a block without a mark, and a mark that no test knows", () => {
    const block = (mark: string, language: string, code: string) => `${mark}\`\`\`${language}\n${code}\n\`\`\`\n`;
    const text = [
      block("", "sh", "zoom-webinar users list"),
      block("<!-- test: yaml -->\n", "yaml", "a: 1"),
      block("<!-- test: cli -->\n", "sh", "zoom-webinar users list"),
      block("", "mermaid", "flowchart TD"),
    ].join("\n");
    expect(faultsOf("docs/limits.md", text)).toEqual([
      "neither run nor excused: zoom-webinar users list",
      "no test runs yaml of docs/limits.md: a: 1",
    ]);
  });

  it("excuses nothing that is gone", () => {
    for (const [page, begin] of NOT_RUN) expect(readPage(page), begin).toContain(`\n${begin}`);
  });
});

describe("what works only after the first release says so", () => {
  // READMEs of packages and apps are shown on npm: there, the release has happened.
  it.each(PAGES.filter((page) => !/^(apps|packages)\//.test(page)))("%s", (page) => {
    expect(earlyIn(readPage(page))).toEqual([]);
  });

  it("finds a link and an entry under a heading that does not say so", () => {
    const text =
      '## One click\n[Add it](https://vscode.dev/redirect?url=x)\n"command": "npx",\n## By hand, after the first release\n"command": "npx",';
    expect(earlyIn(text)).toEqual(["[Add it](https://vscode.dev/redirect?url=x)", '"command": "npx",']);
  });
});
