import { EXIT_CODES, redact } from "@zoom-webinar/foundation";
import {
  type AnyOperation,
  anyFiles,
  type CallOptions,
  type OpenedSession,
  type Progress,
  type RenderedFile,
  runPages,
} from "@zoom-webinar/webinar-core";
import type { CliDeps } from "../deps.ts";
import type { Display } from "../globals.ts";
import { type Io, write } from "../io.ts";
import { toJson } from "../output/json.ts";
import { openOutput } from "../output/open-output.ts";
import { safeLine } from "../output/safe-text.ts";
import { writeOut } from "../output/write-file.ts";
import type { Settings } from "../settings.ts";
import { runConfirmed, terminalAsk } from "./confirm.ts";
import type { FileRequest } from "./files.ts";
import { type Paging, toWalkInput } from "./pages.ts";

/** One call of an operation from the command line. */
export interface RunOptions {
  operation: AnyOperation;
  input: Record<string, unknown>;
  settings: Settings;
  paging: Paging;
  file: FileRequest;
  display: Display;
  deps: CliDeps;
}

/**
 * Opens a session, runs the operation, writes what it answers, and gives the session back whatever happens. Gives the exit code of the answer: one that is not
 * all that was asked for has the code of the error it stands for. Throws only errors of ours.
 */
export const runCommand = async ({ operation, input, settings, paging, file, display, deps }: RunOptions): Promise<number> => {
  const { io } = deps;
  const opened = await openFor(settings, deps);
  try {
    const progress = operation.long === true ? progressLines(io, display.json) : progressLine(io, display.json);
    const call: CallOptions = { signal: io.signal, onProgress: progress.show, onWait: progress.wait };
    const options = { ask: terminalAsk(io), confirmToken: settings["confirm-token"], call };
    const output = openOutput({ operation, input, display, io });
    const runWhole = () => runConfirmed(operation, input, opened.session, options).finally(progress.clear);
    if (file.kind !== null || file.output !== undefined) {
      await writeOut(await toFile(await runWhole(), file, settings, deps), file.output, io);
      return 0;
    }
    if (!paging.all) {
      const answer = await runWhole();
      await output.whole(answer);
      const code = operation.endsAs?.(answer) ?? null;
      return code === null ? 0 : EXIT_CODES[code];
    }
    let pages = 0;
    try {
      for await (const step of runPages(operation, toWalkInput(input, paging), opened.session, call)) {
        await output.page(step);
        pages += 1;
        if (pages === paging.maxPages) break;
      }
    } finally {
      progress.clear();
      // Also after a failure: what came before it is valid, and the document says that it is not complete.
      await output.end();
    }
    return 0;
  } finally {
    await opened.close();
  }
};

/** The file of an answer, by the renderer that the operation names; without one the answer as JSON. */
const toFile = async (answer: unknown, { hint, layout, isRaw }: FileRequest, { zone }: Settings, { renderers }: CliDeps): Promise<RenderedFile> => {
  if (hint === null) return { name: "answer.json", pieces: [`${toJson(answer, 2)}\n`] };
  const load = renderers[hint.renderer];
  if (load === undefined) throw new TypeError(`no renderer is called ${hint.renderer}`);
  const render = await load();
  return render({ answer, zone: zone ?? null, layout, isRaw });
};

/** Opens the session that the global flags ask for. */
export const openFor = (settings: Settings, { io, openSession, loadEmulator }: CliDeps): Promise<OpenedSession> => {
  const { emulator, profile, zone, pace, safety, reveal, log: level } = settings;
  const say = (line: string) => void io.stderr.write(`${line}\n`);
  return openSession({
    env: io.env,
    cwd: io.cwd,
    profile,
    envFile: settings["env-file"],
    allowBaseUrl: settings["allow-base-url"],
    emulator,
    safety,
    mostRecipients: settings["most-recipients"],
    recipientDomains: settings["recipient-domains"],
    reveal,
    zone: zone ?? null,
    pace,
    door: "cli",
    logFile: settings["log-file"],
    auditFile: settings["audit-file"],
    auditOptional: settings["audit-optional"],
    loadEmulator,
    files: anyFiles(io.cwd),
    warn: say,
    ...(level === "off" || level === "error"
      ? {}
      : {
          log: ({ endpoint, status, error, attempts, durationMs, trackingId }) =>
            say(
              `${endpoint} ${status ?? "-"} ${Math.round(durationMs)} ms${attempts > 1 ? ` ${attempts} attempts` : ""}${error === null ? "" : ` ${error}`}${trackingId === undefined ? "" : ` ${trackingId}`}`,
            ),
        }),
    onInternalError: (error, correlationId) => {
      if (level === "debug") say(`${correlationId}: ${redact(error instanceof Error ? error.message : String(error))}`);
    },
  });
};

/** How far a long call has come, on one line of the terminal that is gone when the call is over. */
const progressLine = ({ stderr }: Io, json: boolean) => {
  if (stderr.isTTY !== true || json) return { show: undefined, wait: undefined, clear: () => {} };
  let isShown = false;
  let latest = "";
  const put = (text: string) => {
    isShown = true;
    void write(stderr, `\r\u001b[K${safeLine(text)}`);
  };
  return {
    show: ({ done, total, message }: Progress) => {
      latest = `${done}${total === null ? "" : ` of ${total}`}${message === undefined ? "" : ` ${message}`}`;
      put(latest);
    },
    wait: (message: string) => put(latest === "" ? message : `${latest}, ${message}`),
    clear: () => {
      if (isShown) void write(stderr, "\r\u001b[K");
      isShown = false;
    },
  };
};

/** A line for whoever reads along without a terminal is not written more often. */
const LINE_GAP_MS = 5_000;

/** How far an operation has come that takes long: said also where there is no terminal, a line now and then. */
const progressLines = (io: Io, json: boolean): ReturnType<typeof progressLine> => {
  if (io.stderr.isTTY === true) return progressLine(io, false);
  let toldAtMs = Number.NEGATIVE_INFINITY;
  const tell = (line: string) => {
    const nowMs = performance.now();
    if (nowMs - toldAtMs < LINE_GAP_MS) return;
    toldAtMs = nowMs;
    // The last line of stderr is an error's JSON where there is one: these come before it.
    void write(io.stderr, json ? `${JSON.stringify({ progress: line })}\n` : `${line}\n`);
  };
  return {
    show: ({ done, total, message }) => tell(`${done}${total === null ? "" : ` of ${total}`}${message === undefined ? "" : ` ${message}`}`),
    wait: tell,
    clear: () => {},
  };
};
