import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { APPS, ROOT } from "../doors.ts";

const run = promisify(execFile);

const namesIn = (folder: string) => readdirSync(join(ROOT, folder)).sort();

/** Pages that people read first, as paths from the root: the README, `docs/`, and the README of each package and app. Decisions are history. */
export const PAGES: readonly string[] = [
  "README.md",
  ...namesIn("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...["packages", "apps"]
    .flatMap((folder) => namesIn(folder).map((name) => `${folder}/${name}/README.md`))
    .filter((page) => existsSync(join(ROOT, page))),
];

/** The text of a page. */
export const readPage = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The code blocks of a page that stand below `<!-- test: kind -->`. */
export const blocksOf = (page: string, kind: string): string[] =>
  [...readPage(page).matchAll(new RegExp(`<!-- test: ${kind} -->\\n\`\`\`\\w+\\n(.*?)\`\`\``, "gs"))].map(([, text = ""]) => text);

/** What a program says in its comments that it prints: one line of output for each `// prints …`. */
const promisedOutput = (code: string): string[] => [...code.matchAll(/\/\/ prints (.+)$/gm)].map(([, line = ""]) => line);

/** Compares what a program printed with what its comments promise, line by line. Returns null if they are the same, and both if not. */
export const outputFault = (code: string, stdout: string): { promised: string[]; printed: string[] } | null => {
  const promised = promisedOutput(code);
  const printed = stdout.replace(/\n$/, "").split("\n");
  return promised.join("\n") === printed.join("\n") ? null : { promised, printed };
};

/** Runs a shell line with the built apps under the names that an install has. Returns its stdout; rejects if it fails. */
export const runCommand = async (command: string, home: string): Promise<string> => {
  const apps = { zoom_webinar_mcp_http: APPS.http, zoom_webinar_mcp: APPS.stdio, zoom_webinar: APPS.cli };
  const functions = Object.entries(apps).map(([name, file]) => `${name}() { "${process.execPath}" "${file}" "$@"; }`);
  const spelled = command
    .replace(/\bnpx (-y )?(?=zoom-webinar)/g, "")
    .replace(/\bzoom-webinar(-mcp-http|-mcp)?(?= |$)/g, (name) => name.replaceAll("-", "_"));
  const env = { PATH: process.env.PATH ?? "", HOME: home, ZOOM_WEBINAR_HOME: home };
  const { stdout } = await run("bash", ["-c", [...functions, spelled].join("\n")], { env, cwd: home });
  return stdout;
};

/** Commands of the pages that only say on stderr what they did: every other one has an answer on stdout. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(["zoom-webinar emulator reset"]);

/** Runs the commands of a page one after the other, as they are. Returns what each answered; rejects at the first that fails or answers nothing. */
export const runBlocks = async (page: string, home: string): Promise<{ command: string; stdout: string }[]> => {
  const answers = [];
  for (const command of blocksOf(page, "cli").flatMap((text) => text.trim().split("\n"))) {
    const stdout = await runCommand(command, home);
    if (stdout === "" && !WITHOUT_ANSWER.has(command)) throw new Error(`${page}: ${command} answers nothing`);
    answers.push({ command, stdout });
  }
  return answers;
};

/** Makes our packages installed in a folder, as npm would: programs in it import them by name. */
export const install = (folder: string): void => {
  const scope = join(folder, "node_modules/@zoom-webinar");
  mkdirSync(scope, { recursive: true });
  for (const name of namesIn("packages")) symlinkSync(join(ROOT, "packages", name), join(scope, name));
  // The SDK, in the versions that the acceptance tests have.
  symlinkSync(join(ROOT, "tools/acceptance/node_modules/@modelcontextprotocol"), join(folder, "node_modules/@modelcontextprotocol"));
};
