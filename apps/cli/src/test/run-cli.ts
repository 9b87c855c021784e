import { PassThrough, Readable, Writable } from "node:stream";
import { type Clock, clockFrom, memoryStore } from "@zoom-webinar/foundation";
import { pageRenderers } from "@zoom-webinar/report-page/renderers";
import {
  type AnyOperation,
  type Catalog,
  type CatalogEntry,
  createSession,
  type OpenSessionOptions,
  toEntry,
} from "@zoom-webinar/webinar-core/doors";
import { fileRenderers } from "@zoom-webinar/webinar-core/doors/file-renderers";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import type { CliDeps } from "../deps.ts";
import type { Input, Io, Output } from "../io.ts";
import { createProgram } from "../program.ts";

/** The time at which each command is typed, so that no screen depends on the day of the run. */
const TYPED_AT = Date.parse("2026-11-20T12:00:00Z");

/** Goes on from that time. */
export const clockOfCommands = (): Clock => clockFrom(TYPED_AT);

/** What one command line did. */
export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface TestOptions {
  catalog: Catalog;
  emulator?: Emulator;
  /** For sessions. Default: goes on from the time at which commands are typed. */
  clock?: Clock;
  env?: Record<string, string>;
  /** Text on stdin, if there is no terminal. */
  stdin?: string;
  /** A terminal that is this wide. */
  columns?: number;
  /** And this high. */
  rows?: number;
  platform?: NodeJS.Platform;
  /** The viewer's own zone. Default UTC. */
  zone?: string;
  startPager?: Io["startPager"];
  openLink?: Io["openLink"];
  /** Keys that are typed at the first question. Null: the terminal's input ends there. */
  keys?: string | null;
  /** How that question reads. Default "Go on?". */
  question?: string;
  /** Several questions in their order, each with the keys that are typed at it. */
  answers?: readonly (readonly [question: string, keys: string])[];
  /** Folder of the person's own settings. Default: one that is not there. */
  configFolder?: string;
  signal?: AbortSignal;
  onStdout?(text: string): void;
  onStderr?(text: string): void;
  /** Instead of sessions on the emulator. */
  openSession?: CliDeps["openSession"];
  /** Told how each session was opened. */
  onOpen?(options: OpenSessionOptions): void;
}

/** An entry of the manifest for an operation. */
export const entryOf = (operation: AnyOperation): CatalogEntry => ({ ...toEntry(operation), load: async () => operation });

const sink = (columns: number | undefined, rows: number | undefined, onText?: (text: string) => void): Output & { text: () => string } => {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString("utf8"));
      onText?.(chunk.toString("utf8"));
      done();
    },
  });
  return Object.assign(stream, {
    text: () => chunks.join(""),
    ...(columns === undefined ? {} : { isTTY: true, columns, ...(rows === undefined ? {} : { rows }) }),
  });
};

const keyboard = (): Input & { type: (keys: string | null) => void } => {
  const stream = new PassThrough();
  const typed = { isTTY: true, setRawMode: () => stream, type: (keys: string | null) => void (keys === null ? stream.end() : stream.write(keys)) };
  return Object.assign(stream, typed);
};

/** Sessions on an emulator, or on nothing: each command opens its own, as processes do, over one store. */
const sessions = (emulator: Emulator | undefined, { onOpen, clock }: { onOpen: TestOptions["onOpen"]; clock: Clock }): CliDeps["openSession"] => {
  const store = memoryStore();
  return async (options) => {
    onOpen?.(options);
    const { safety, reveal, zone, log, onInternalError } = options;
    const session = createSession({
      credentials: emulator ? { kind: "server-to-server", ...DEMO_CREDENTIALS } : null,
      send: emulator ? (request) => emulator.send(request) : () => Promise.reject(new Error("nothing may be sent")),
      store,
      clock,
      safety,
      reveal,
      zone,
      log,
      onInternalError,
    });
    return { session, variables: {}, folders: { config: "", state: "", data: "" }, source: null, close: () => session.close() };
  };
};

/** The command line over a catalog: runs one line after another, as a user would, without a process. */
export const cliOf = ({
  catalog,
  emulator,
  onOpen,
  clock = clockOfCommands(),
  openSession = sessions(emulator, { onOpen, clock }),
  ...rest
}: TestOptions) => {
  return async (line: string | readonly string[], overrides: Partial<TestOptions> = {}): Promise<CliResult> => {
    const {
      env = {},
      stdin,
      columns,
      rows,
      startPager,
      platform,
      zone = "UTC",
      openLink,
      keys,
      question = "Go on?",
      answers = keys === undefined ? [] : [[question, keys] as const],
      signal,
      onStdout,
      onStderr,
      configFolder = "/nowhere",
    } = { ...rest, ...overrides };
    const input = columns === undefined ? Readable.from(stdin === undefined ? [] : [stdin]) : keyboard();
    const open = [...answers];
    const onText = (text: string) => {
      onStderr?.(text);
      const [next] = open;
      if (next === undefined || !text.includes(next[0])) return;
      open.shift();
      setImmediate(() => (input as ReturnType<typeof keyboard>).type(next[1]));
    };
    const stdout = sink(columns, rows, onStdout);
    const stderr = sink(columns, rows, onText);
    const io: Io = {
      stdout,
      stderr,
      stdin: input,
      env,
      cwd: process.cwd(),
      zone,
      now: () => TYPED_AT,
      ...(platform === undefined ? {} : { platform }),
      ...(startPager === undefined ? {} : { startPager }),
      ...(openLink === undefined ? {} : { openLink }),
      signal: signal ?? new AbortController().signal,
    };
    const program = createProgram({
      catalog,
      io,
      version: "1.2.3",
      configFolder: async () => configFolder,
      openSession,
      renderers: { ...fileRenderers, ...pageRenderers },
      loadEmulator: () => Promise.reject(new Error("not in this test")),
    });
    const argv = typeof line === "string" ? line.split(" ").filter((word) => word !== "") : line;
    return { code: await program.run(argv), stdout: stdout.text(), stderr: stderr.text() };
  };
};

/** A fresh emulator with the demo data, dated from the time at which commands are typed. */
export const demoZoom = (): Emulator => createEmulator({ rateLimits: false, clock: clockOfCommands() });
