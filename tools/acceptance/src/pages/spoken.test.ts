import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { APPS } from "../doors.ts";
import { blocksOf, PAGES, readPage } from "./pages.ts";

const home = mkdtempSync(join(tmpdir(), "zw-spoken-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = async (...args: readonly string[]): Promise<string> =>
  promisify(execFile)(process.execPath, [APPS.cli, ...args], { env: { PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: home } }).then(
    ({ stdout }) => stdout,
    (error: { stderr?: string }) => Promise.reject(new Error(error.stderr ?? String(error))),
  );

/** Commands in the middle of a sentence. */
const spokenIn = (text: string): string[] =>
  [...text.replace(/```.*?```/gs, "").matchAll(/`(?:npx (?:-y )?)?zoom-webinar ([^`]+)`/g)].map(([, command = ""]) =>
    command.replaceAll(/\s+/g, " "),
  );

/** Commands of the blocks that a test runs: they work, but may have an old name of a flag, which help does not show. */
const blockCommandsOf = (page: string): string[] =>
  blocksOf(page, "cli")
    .flatMap((text) => text.split("\n"))
    .flatMap((line) => line.split(/ (?:&&|\|) /))
    .flatMap((command) => /^(?:npx )?zoom-webinar (.+)$/.exec(command)?.[1] ?? []);

/** Each command once, with the page that says it first. */
const spoken = new Map<string, string>();
for (const page of PAGES)
  for (const command of [...spokenIn(readPage(page)), ...blockCommandsOf(page)]) if (!spoken.has(command)) spoken.set(command, page);

/** The words before the first argument or flag: at most a resource and its verb. */
const wordsOf = (command: string): string[] => {
  const [resource = "", verb = ""] = command.split(" ");
  const isWord = (word: string) => /^[a-z][a-z-]*$/.test(word);
  return [resource, verb].slice(0, !isWord(resource) ? 0 : isWord(verb) ? 2 : 1);
};
const flagsOf = (command: string): string[] => command.match(/(?<= )--[a-z-]+/g) ?? [];

const helps = new Map<string, Promise<string>>();
/** The help of a command, read once. */
const helpOf = (...words: readonly string[]): Promise<string> => {
  const key = words.join(" ");
  const known = helps.get(key) ?? run(...words);
  helps.set(key, known);
  return known;
};

/** What the command's help does not have: the command itself, or flags. */
const faultsOf = async (command: string): Promise<string[]> => {
  const words = wordsOf(command);
  if (words[0] === "help") return run(...command.split(" ")).then(() => []);
  const help = await helpOf(...words, "--help-all").catch((error: Error) => error);
  if (help instanceof Error) return [help.message.split("\n")[0] ?? ""];
  const known = `${help}\n${await helpOf("help", "flags")}`;
  return flagsOf(command).filter((flag) => !new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(known));
};

describe("a command that a page names, in a sentence or in a block, is there, and its help shows its flags", { timeout: 60_000 }, () => {
  it("finds them on many pages", () => expect(new Set(spoken.values()).size).toBeGreaterThan(8));

  it.each([...spoken])("%s (%s)", async (command) => {
    expect(await faultsOf(command)).toEqual([]);
  });

  it.each([
    ["webinars invent 1", 'error: "invent" is not a command of zoom-webinar webinars'],
    ["webinars list --invented", "--invented"],
    ["webinars list --user-id ada@example.com --emulator", "--user-id"],
  ])("finds %j to be wrong", async (command, fault) => {
    expect(await faultsOf(command)).toEqual([fault]);
  });
});
