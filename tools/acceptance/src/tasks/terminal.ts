import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { createProgram } from "@zoom-webinar/cli/program";
import { pageRenderers } from "@zoom-webinar/report-page/renderers";
import { manifest, openSession } from "@zoom-webinar/webinar-core/doors";
import { fileRenderers } from "@zoom-webinar/webinar-core/doors/file-renderers";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import type { Ending, Task, World } from "./task.ts";
import type { Body } from "./zoom.ts";

/** A terminal in a world, with a folder of its own. */
export interface Terminal {
  /** Runs one line, as it is typed behind `zoom-webinar`, and returns what it writes to stdout. Throws if its exit code is not 0. */
  zw(line: string): Promise<string>;
  /** The same, with `--yes`. */
  agree(line: string): Promise<string>;
  /** The rows of a line with `--csv`, each by the names of its columns. */
  rows(line: string): Promise<Record<string, string>[]>;
  /** What a line answers with `--json`. */
  json(line: string): Promise<Body>;
  /** Writes a file into the folder, as `> name` does. */
  save(name: string, text: string): Promise<void>;
  /** The path of a file in the folder. */
  pathOf(name: string): string;
}

const sink = () => {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString("utf8"));
      done();
    },
  });
  return Object.assign(stream, { text: () => chunks.join("") });
};

/** The words of a line as a POSIX shell reads them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  );

const runIn = async ({ emulator, clock }: World, cwd: string, line: string) => {
  const [stdout, stderr] = [sink(), sink()];
  const program = createProgram({
    catalog: manifest,
    io: {
      stdout,
      stderr,
      stdin: Readable.from([]),
      env: { ZOOM_EMULATOR: "1", ZOOM_WEBINAR_HOME: join(cwd, ".home") },
      cwd,
      zone: "Europe/Berlin",
      now: () => clock.now(),
      signal: new AbortController().signal,
    },
    version: "0.0.0",
    configFolder: async () => join(cwd, ".home"),
    openSession,
    renderers: { ...fileRenderers, ...pageRenderers },
    loadEmulator: async () => ({
      send: emulator.send,
      now: emulator.now,
      credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
      close: async () => {},
    }),
  });
  const code = await program.run(wordsOf(line));
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};

/** Does a task in a terminal: `work` types, and returns the answer. Returns the judge's faults. */
export const doInTerminal = async (task: Task | undefined, work: (terminal: Terminal) => Promise<string>): Promise<string[]> => {
  if (task === undefined) throw new Error("There is no such task.");
  const world = await task.start();
  const cwd = await mkdtemp(join(tmpdir(), "zw-task-"));
  const run = async (line: string) => {
    const { code, stdout, stderr } = await runIn(world, cwd, line);
    if (code !== 0) throw new Error(`zoom-webinar ${line}\nexit code ${code}\n${stderr}`);
    return stdout;
  };
  try {
    await mkdir(join(cwd, ".home"));
    for (const [name, content] of Object.entries(world.files)) await writeFile(join(cwd, name), content);
    const { parse } = await import("csv-parse/sync");
    const answer = await work({
      zw: run,
      agree: (line) => run(`${line} --yes`),
      rows: async (line) => parse(await run(`${line} --csv`), { columns: true, bom: true }) as Record<string, string>[],
      json: async (line) => JSON.parse(await run(`${line} --json`)),
      save: (name, text) => writeFile(join(cwd, name), text),
      pathOf: (name) => join(cwd, name),
    });
    return await task.judge(world, await endingIn(cwd, answer));
  } finally {
    await world.emulator.close();
    await rm(cwd, { recursive: true, force: true });
  }
};

const endingIn = async (cwd: string, answer: string): Promise<Ending> => {
  const names = (await readdir(cwd)).filter((name) => name.endsWith(".csv"));
  return { answer, files: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(cwd, name), "utf8")]))) };
};
