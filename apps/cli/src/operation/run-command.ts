import { redact } from "@zoom-webinar/foundation";
import {
  type AnyOperation,
  type CallOptions,
  type FileHint,
  type OpenedSession,
  type Progress,
  type RenderedFile,
  runPages,
} from "@zoom-webinar/webinar-core";
import { kebab } from "../command-path.ts";
import type { CliDeps } from "../deps.ts";
import type { Field } from "../fields/fields.ts";
import { type Io, write } from "../io.ts";
import type { CliOutput } from "../output/output.ts";
import { safeLine } from "../output/safe-text.ts";
import { writeOut } from "../output/write-file.ts";
import type { Settings } from "../settings.ts";
import { answerOf, shapeOf } from "./answer.ts";
import { countEach, EVERY, runEvery } from "./by-value.ts";
import { completeInput } from "./complete-input.ts";
import { runConfirmed, terminalAsk } from "./confirm.ts";
import { showDryRun } from "./dry-run.ts";
import { lookUpEveryone, type readEveryone } from "./everyone.ts";
import type { FileRequest } from "./files.ts";
import { type Paging, toWalkInput } from "./pages.ts";

/** One call of an operation from the command line. */
export interface RunOptions {
  operation: AnyOperation;
  input: Record<string, unknown>;
  /** The operation's fields as flags. */
  fields: readonly Field[];
  settings: Settings;
  paging: Paging;
  output: CliOutput;
  file: FileRequest;
  /** The field that divides the list, with its values. */
  divided: { readonly field: string; readonly values: readonly unknown[] } | null;
  /** A field that is still to be filled from another list. */
  everyone: ReturnType<typeof readEveryone>;
  /** Show what it would touch, and change nothing. */
  isDry: boolean;
  deps: CliDeps;
}

/** Opens a session, runs the operation, writes what it answers, and gives the session back whatever happens. Throws only errors of ours. */
export const runCommand = async (options: RunOptions): Promise<void> => {
  const { operation, fields, settings, paging, file, divided, output, deps } = options;
  const { io } = deps;
  const ownFields = new Set(fields.map(({ path: [name = ""] }) => name));
  output.assertCanShow(shapeOf(operation, options.input, ownFields));
  const opened = await openFor(settings, deps);
  try {
    const progress = progressLine(io, output.isJson);
    const call: CallOptions = { signal: io.signal, onProgress: progress.show, onWait: progress.wait };
    const { everyone } = options;
    // What a flag fills from a list is not asked for.
    const open = fields.filter(({ path: [name] }) => name !== everyone?.everyone.field);
    const completion = { fields: open, catalog: deps.catalog, session: opened.session, call, io, output };
    const whole = await completeInput(operation, options.input, completion).finally(progress.clear);
    const input = everyone === null ? whole : await lookUpEveryone(everyone, whole, deps.catalog, opened.session, call).finally(progress.clear);
    const answer = answerOf({ operation, input, ownFields, output });
    if (options.isDry) return await showDryRun(operation, input, opened.session, call, output).finally(progress.clear);
    const confirming = { ask: terminalAsk(io), confirmToken: settings["confirm-token"], call };
    const runWhole = () => runConfirmed(operation, input, opened.session, confirming).finally(progress.clear);
    if (file.hint !== null) return await writeOut(await toFile(await runWhole(), file.hint, file, settings, deps), file.output, io);
    if (divided !== null && input[divided.field] === EVERY) {
      const steps = runEvery(operation, divided, toWalkInput(input, paging), opened.session, call);
      await answer.pages(steps, paging.maxPages).finally(progress.clear);
      return;
    }
    const isEmpty = paging.all
      ? (await answer.pages(runPages(operation, toWalkInput(input, paging), opened.session, call), paging.maxPages).finally(progress.clear)) === 0
      : await answer.whole(await runWhole());
    if (!isEmpty || divided === null || output.isJson) return;
    const counts = await countEach(operation, divided, input, opened.session, call);
    if (counts !== null) await output.remark(`There are ${counts}: --${kebab(divided.field)} ${EVERY} lists them together.`);
  } finally {
    await opened.close();
  }
};

/** The file of an answer, by the renderer that the operation names. */
const toFile = async (
  answer: unknown,
  { renderer }: FileHint,
  { layout, isRaw }: FileRequest,
  { zone }: Settings,
  { renderers }: CliDeps,
): Promise<RenderedFile> => {
  const load = renderers[renderer];
  if (load === undefined) throw new TypeError(`no renderer is called ${renderer}`);
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
    reveal,
    zone: zone ?? null,
    pace,
    door: "cli",
    logFile: settings["log-file"],
    auditFile: settings["audit-file"],
    auditOptional: settings["audit-optional"],
    loadEmulator,
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
