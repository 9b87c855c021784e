import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./doors.ts";

const MOST_LINES = 300;
const listFiles = (...patterns: string[]): string[] =>
  execFileSync("git", ["ls-files", ...patterns], { cwd: ROOT, encoding: "utf8" })
    .trim()
    .split("\n");
const SOURCES = listFiles("packages/*/src/*", "apps/*/src/*", "scripts/*").filter(
  (file) => /\.(ts|tsx|mjs)$/.test(file) && !/\/generated\//.test(file),
);
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const THINGS =
  "calls|columns|dates|days|duplicates|events|fields|guests|hosts|hours|imports|joinings|lines|mails|minutes|panelists|participants|people|polls|questions|registrants|registrations|rows|seconds|users|webinars";
/** A number before a plural, as in "3 rows", in what answers and previews say: it may be one, unless it stands behind "of" or is a constant. */
const PLURAL = new RegExp(
  `(?<!\\bof )\\$\\{(?!(?:countOf|many|partOf)\\()(?![A-Z_]+\\b)[^{}"\`]+\\} (?:more |own |other |standard )?(?:${THINGS})\\b`,
  "g",
);
const SAYS = /^packages\/(?:webinar-core|mcp-server)\/src\/(?!test\/|prompt\/)/;
/** Counts that are never one, because one of them has words of its own or is not worth a message. */
const NEVER_ONE: ReadonlySet<string> = new Set([
  "time/recurrence.ts",
  "operation/list-operation.ts",
  "operations/files/copy-rows.ts",
  "operations/files/match.ts",
  "operations/files/yaml-read.ts",
  "operations/webinars/schedule-risk.ts",
]);
const plurals = (file: string, text: string): string[] =>
  SAYS.test(file) && ![...NEVER_ONE].some((other) => file.endsWith(other)) ? [...text.matchAll(PLURAL)].map(([found]) => found) : [];

/** What breaks a house rule in a file. */
const breaches = (file: string, text: string): string[] => {
  const isTest = /\.test\.|\.browser\./.test(file);
  const isVague = /^(utils?|helpers?|common|misc|shared)(?=\.)/.test(basename(file));
  const pages = [...text.matchAll(/(?<![\w{}./-])([A-Za-z0-9][\w./-]*\.md)\b/g)].flatMap(([, page = ""]) => page);
  const isThere = (page: string) =>
    basename(page) === "SKILL.md" || [ROOT, join(ROOT, "docs"), dirname(join(ROOT, file))].some((from) => existsSync(join(from, page)));
  return [
    ...(!isTest && text.trimEnd().split("\n").length > MOST_LINES ? [`${file}: more than ${MOST_LINES} lines`] : []),
    ...(isVague ? [`${file}: a name that says nothing`] : []),
    ...(isTest ? [] : plurals(file, text).map((found) => `${file}: may say "1 rows": ${found}`)),
    ...(isTest ? [] : pages.filter((page) => !isThere(page)).map((page) => `${file}: cites ${page}, which is not here`)),
  ];
};

it("sources have at most 300 lines and names that say something, and cite only pages that are here", () => {
  expect(SOURCES.length).toBeGreaterThan(800);
  expect(SOURCES.flatMap((file) => breaches(file, read(file)))).toEqual([]);
});

it.each([
  ["a file that is too long", "packages/auth/src/long.ts", "x;\n".repeat(301), /more than 300 lines/],
  ["a name that says nothing", "packages/auth/src/utils.ts", "x;\n", /a name that says nothing/],
  ["a number that may be one before a plural", "packages/webinar-core/src/counted.ts", "const text = `$" + "{count} rows`;\n", /may say "1 rows"/],
  ["a paper that is not here", "packages/auth/src/cited.ts", "/** Source: papers.md §4. */\n", /cites papers\.md/],
])("finds %s", (_what, file, text, fault) => {
  expect(breaches(file, text)).toEqual([expect.stringMatching(fault)]);
});
