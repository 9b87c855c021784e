import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { quoted, quotedFor, shellOf } from "./shell-quotes.ts";
import { cliOf } from "./test/run-cli.ts";

it.each([
  [{ SHELL: "/bin/zsh" }, "darwin", "posix"],
  [{}, "linux", "posix"],
  [{ PROMPT: "$P$G" }, "win32", "cmd"],
  [{}, "win32", "powershell"],
  [{ SHELL: "/usr/bin/bash", PROMPT: "$P$G" }, "win32", "posix"],
] as const)("%j on %s is %s", (env, platform, shell) => {
  expect(shellOf(env, platform)).toBe(shell);
});

/** How cmd hands its words on: split at spaces outside double quotes, with a backslash before a quote that is meant. */
const wordsOfCmd = (line: string): string[] =>
  [...line.matchAll(/(?:"((?:\\.|[^"\\])*)"|([^\s"]+))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll(/\\(["\\])/g, "$1").replaceAll("%%", "%"),
  );
const wordsOfPowershell = (line: string): string[] => [...line.matchAll(/'([^']*)'|([^\s']+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

it.each([
  ["posix", String.raw`data forget 'o'\''hara@example.com' 'a b'`],
  ["powershell", "data forget 'o''hara@example.com' 'a b'"],
  ["cmd", 'data forget "o\'hara@example.com" "a b"'],
] as const)("an apostrophe inside quotes is one in %s", (shell, line) => {
  expect(quotedFor(["data forget", quoted("o'hara@example.com"), quoted("a b")].join(" "), shell)).toBe(line);
});

describe("examples", () => {
  const examples = manifest.flatMap(({ examples: lines }) => lines);

  it("mean the same words in each shell", () => {
    expect(examples.filter((line) => line.includes("'")).length).toBeGreaterThan(5);
    for (const line of examples) {
      const meant = wordsOfPowershell(line);
      expect(wordsOfCmd(quotedFor(line, "cmd")), line).toEqual(meant);
      expect(wordsOfPowershell(quotedFor(line, "powershell")), line).toEqual(meant);
      expect(quotedFor(line, "posix")).toBe(line);
    }
  });

  it("of help are written for the shell that it is read in", async () => {
    const help = async (env: Record<string, string>) => (await cliOf({ catalog: manifest, platform: "win32", env })("polls create --help")).stdout;
    expect(await help({ PROMPT: "$P$G" })).toContain(String.raw`--questions "[{\"name\":\"What do you eat?\",`);
    expect(await help({})).toContain(`--questions '[{"name":"What do you eat?",`);
  });
});
