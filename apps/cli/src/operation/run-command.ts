import { EXIT_CODES, InputError, redact } from "@zoom-webinar/foundation";
import { anyFiles, type CallOptions, type Session } from "@zoom-webinar/webinar-core";
import {
  type AnyOperation,
  type FileHint,
  type OpenedSession,
  parseInput,
  portalPage,
  type RenderedFile,
  runPages,
  sessionOptionsOf,
} from "@zoom-webinar/webinar-core/doors";
import { kebab } from "../command-path.ts";
import type { CliDeps } from "../deps.ts";
import type { Field } from "../fields/fields.ts";
import { say } from "../io.ts";
import type { Names } from "../our-names.ts";
import type { CliOutput } from "../output/output.ts";
import { isRow } from "../output/shape.ts";
import { isPlainFile } from "../output/sink.ts";
import { viewerZone } from "../output/times.ts";
import { writeOut } from "../output/write-file.ts";
import { createProgress } from "../progress/progress.ts";
import type { Settings } from "../settings.ts";
import { quotedFor, shellOf } from "../shell-quotes.ts";
import { answerOf, shapeOf } from "./answer.ts";
import { countEach, EVERY, runEvery, valuesAsked } from "./by-value.ts";
import { completeInput } from "./complete-input.ts";
import { runConfirmed, terminalAsk } from "./confirm.ts";
import { withDays, zoneOfHost } from "./days.ts";
import { type FilePaths, showDryRun } from "./dry-run.ts";
import { lookUpEveryone, type readEveryone } from "./everyone.ts";
import type { FileRequest } from "./files.ts";
import { type Paging, toWalkInput } from "./pages.ts";
import { runAsking } from "./run-asking.ts";
import { type AnswerUse, EXIT_DIFFERENT, useAnswer } from "./texts.ts";
import { showWebPage } from "./web-page.ts";

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
  /** Open the portal's page in place of an answer. */
  asksWeb: boolean;
  paths: FilePaths;
  /** Show what it would touch, and change nothing. */
  isDry: boolean;
  use: AnswerUse;
  /** What this door calls fields and commands. */
  names: Names;
  /** The field that holds the person's own default host; null: none does. */
  ownHost: string | null;
  deps: CliDeps;
}

/**
 * Opens a session, runs the operation, writes what it answers, and gives the session back whatever happens. Returns the exit code of the answer: one that is not
 * all that was asked for has the code of the error it stands for. Throws only errors of ours.
 */
export const runCommand = async (options: RunOptions): Promise<number> => {
  const { operation, fields, settings, paging, file, use, divided, output, deps } = options;
  const { io } = deps;
  const ownFields = new Set(fields.map(({ path: [name = ""] }) => name));
  output.assertCanShow(shapeOf(operation, options.input, ownFields));
  const { files = {}, texts } = operation.cli ?? {};
  await output.assertFree(file.hint !== null || texts !== undefined ? null : Object.keys(files));
  const opened = await openFor(settings, deps);
  try {
    const progress = createProgress(io, { isJson: output.isJson, isLong: operation.long === true, isQuiet: output.isPaging });
    const call: CallOptions = { signal: io.signal, onProgress: progress.show, onWait: progress.wait };
    // Finding what a name stands for is quick, however long the call takes itself.
    const search = createProgress(io, { isJson: output.isJson, isLong: false, isQuiet: output.isPaging });
    const searching: CallOptions = { signal: io.signal, onProgress: search.show, onWait: search.wait };
    const { everyone } = options;
    // What a flag fills from a list is not asked for.
    const open = fields.filter(({ path: [name] }) => name !== everyone?.everyone.field);
    const completion = {
      fields: open,
      catalog: deps.catalog,
      session: opened.session,
      call: searching,
      io,
      output,
      clear: () => {
        search.clear();
        progress.clear();
      },
      names: options.names,
      ownHost: options.ownHost,
      asksMore: !settings.yes,
      asked: new Set<string>(),
    };
    const zone = async () => settings.zone ?? (await zoneOfHost(operation, options.input, opened.session)) ?? io.zone ?? viewerZone();
    const dated = await withDays(operation, options.input, { zone, now: opened.session.now, remark: output.remark });
    const whole = await completeInput(operation, dated, completion).finally(search.clear);
    const input = everyone === null ? whole : await lookUpEveryone(everyone, whole, deps.catalog, opened.session, call).finally(progress.clear);
    if (options.asksWeb) {
      // As the operation reads it: an id has many spellings.
      const page = portalPage(operation.id, parseInput(operation.input, input) as Readonly<Record<string, unknown>>);
      if (page === null) throw InputError.at("--web", "the portal has no page for this", "Leave --web out.");
      await showWebPage(page, opened, io, output);
      return 0;
    }
    const toCommand = (words: string) => quotedFor(["zoom-webinar", words, ...options.names.account].join(" "), shellOf(io.env, io.platform));
    const answer = answerOf({
      operation,
      input,
      ownFields,
      divided,
      output,
      names: options.names,
      toCommand,
      now: opened.session.now,
      zoomNow: () => opened.session.zoom.zoomTime(opened.session.clock.now()),
      clear: progress.clear,
    });
    const reader = { names: options.names, viewerZone: () => settings.zone ?? io.zone ?? viewerZone() };
    if (options.isDry) {
      await showDryRun(operation, input, opened.session, call, { output, reader, fields, paths: options.paths }).finally(progress.clear);
      return 0;
    }
    const confirming = { ask: asksNothing(operation) ? null : terminalAsk(io), confirmToken: settings["confirm-token"], reader, call };
    const runWhole = () =>
      runAsking(operation, input, completion, (asked) => runConfirmed(operation, asked, opened.session, confirming).finally(progress.clear));
    if (file.hint !== null) {
      const made = await runWhole();
      const isFile = await isPlainFile(file.output, io);
      await writeOut(await toFile(made, { ...file, hint: file.hint, isFile }, settings, deps), file.output, io, output);
      return 0;
    }
    const each = divided === null ? null : valuesAsked(input[divided.field], divided.values);
    if (!paging.all && each === null) {
      const found = await runWhole();
      const shown = await useAnswer(found, use, io, output);
      if (shown !== null) await ((await answer.whole(shown)) ? noteCounts(options, input, opened.session, call) : noteLeftOut(options, input));
      if (use.differs?.(found as Readonly<Record<string, unknown>>) === true) return EXIT_DIFFERENT;
      const code = operation.endsAs?.(found) ?? null;
      return code === null ? 0 : EXIT_CODES[code];
    }
    const asked = toWalkInput(input, paging);
    const steps =
      divided === null || each === null
        ? runPages(operation, asked, opened.session, call, paging)
        : runEvery(operation, { ...divided, values: each }, asked, opened.session, call, paging);
    const rows = await answer.pages(steps, paging.maxPages).finally(progress.clear);
    if (each === null) await (rows === 0 ? noteCounts(options, input, opened.session, call) : noteLeftOut(options, input));
    return 0;
  } finally {
    await opened.close();
  }
};

/** A plain read asks nobody anything, so stdin stays closed. */
const asksNothing = ({ effect, emails, confirms }: AnyOperation): boolean => effect === "read" && emails === "nobody" && confirms === undefined;

/** Where else there is something, if a list that is divided had nothing. */
const noteCounts = async (
  { operation, divided, output }: RunOptions,
  input: Readonly<Record<string, unknown>>,
  session: Session,
  call: CallOptions,
) => {
  if (divided === null || output.isJson) return;
  const counts = await countEach(operation, divided, input, session, call);
  if (counts !== null) await output.remark(`There are ${counts}: --${kebab(divided.field)} ${EVERY} lists them together.`);
};

/** What is not among the rows of a list that is divided, if nobody said which part of it to list. */
const noteLeftOut = async ({ operation, divided, output }: RunOptions, input: Readonly<Record<string, unknown>>) => {
  if (divided === null || output.isJson || input[divided.field] !== undefined) return;
  const read = operation.input.safeParse(input).data;
  const listed = isRow(read) ? read[divided.field] : undefined;
  const others = divided.values.filter((value) => value !== listed);
  if (listed !== undefined && others.length > 0)
    await output.remark(`Only ${String(listed)}, not ${others.join(" or ")}: --${kebab(divided.field)} ${EVERY} lists them together.`);
};

/** The file of an answer, by the renderer that the operation names. */
const toFile = async (
  answer: unknown,
  { hint: { renderer }, layout, isRaw, isFile }: FileRequest & { hint: FileHint; isFile: boolean },
  { zone }: Settings,
  { renderers }: CliDeps,
): Promise<RenderedFile> => {
  const load = renderers[renderer];
  if (load === undefined) throw new TypeError(`no renderer is called ${renderer}`);
  const render = await load();
  return render({ answer, zone: zone ?? null, layout, isRaw, isFile });
};

/** Opens the session that the global flags ask for. */
export const openFor = (settings: Settings, { io, openSession, loadEmulator }: CliDeps): Promise<OpenedSession> => {
  const { zone, log: level } = settings;
  const tell = (line: string) => void say(io.stderr, line);
  return openSession({
    env: io.env,
    cwd: io.cwd,
    ...sessionOptionsOf(settings),
    zone: zone ?? null,
    door: "cli",
    loadEmulator,
    files: anyFiles(io.cwd),
    warn: tell,
    ...(level === "off" || level === "error"
      ? {}
      : {
          log: ({ endpoint, status, error, attempts, durationMs, trackingId }) =>
            tell(
              `${endpoint} ${status ?? "-"} ${Math.round(durationMs)} ms${attempts > 1 ? ` ${attempts} attempts` : ""}${error === null ? "" : ` ${error}`}${trackingId === undefined ? "" : ` ${trackingId}`}`,
            ),
        }),
    onInternalError: (error, correlationId) => {
      if (level === "debug") tell(`${correlationId}: ${redact(error instanceof Error ? error.message : String(error))}`);
    },
  });
};
