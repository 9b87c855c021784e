import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError, type Lease } from "@zoom-webinar/foundation";
import { DiskError } from "../files/disk.ts";
import { countOf } from "../operation/counts.ts";
import { begin, cannotKeep, plan } from "./begin-import.ts";
import { findImport, homeOf, type ImportCall, ownerOf, plainId } from "./find-import.ts";
import type { SendOptions } from "./journal/events.ts";
import { dropRows, hasRows, type ImportFolder, removeHalfPlanned, runLock, type StoredImport } from "./journal/import-folders.ts";
import { continueJournal, type Journal } from "./journal/journal.ts";
import { codeOf, countOf as rowsWith } from "./journal/standing.ts";
import { storedRows } from "./journal/stored-rows.ts";
import { effortOf } from "./plan/effort.ts";
import { leftOf, planOfLeft } from "./plan/left.ts";
import { type ImportResult, isOpen, toImportResult, withValues } from "./result.ts";
import { wordsOf } from "./results/outcomes.ts";
import { freePath, writeResults } from "./results/write-results.ts";
import { withGrace } from "./run/grace.ts";
import { withLease } from "./run/lease.ts";
import { reportProgress } from "./run/report-progress.ts";
import { type RunEnd, runRows } from "./run/run-rows.ts";
import type { Task } from "./run/task.ts";
import type { Target } from "./subject.ts";
import { findYours } from "./ways-on.ts";

/** The file beside a journal that asks whoever runs the import to stop. */
export const stopFile = (folder: ImportFolder): string => join(dirname(folder.journalPath), "stop");

/** What one import is run with. */
interface OpenImport {
  call: ImportCall;
  folder: ImportFolder;
  journal: Journal;
  task: Task;
  lease: Lease;
  rowsByKey: ReadonlyMap<string, number>;
  isResumed: boolean;
}

const lockName = ({ subject, input }: ImportCall, account: string): string =>
  runLock({ account, kind: subject.kind, webinar: plainId(input.webinar_id) });

/** The file of results as its caller would name it. */
const shownPath = ({ input }: ImportCall, { head }: Journal["standing"], written: string | null): string | null => {
  if (written === null) return null;
  const given = input.results ?? head.file;
  return given === null ? written : join(dirname(given), basename(written));
};

const rowsByKeyOf = async (folder: ImportFolder, { standing }: Journal): Promise<Map<string, number>> => {
  const duplicate = codeOf("duplicate");
  const rows = new Map<string, number>();
  for await (const { at, key } of storedRows(folder.rowsPath)) if (key !== null && standing.codes[at] !== duplicate) rows.set(key, at);
  return rows;
};

const linksOf = async (one: OpenImport): Promise<Map<number, string> | null> => {
  if (one.call.input.include_join_links !== true) return null;
  const listed = await one.task.look(one.rowsByKey);
  const links = new Map<number, string>();
  for (const [key, { joinUrl }] of listed) {
    const at = one.rowsByKey.get(key);
    if (at !== undefined && joinUrl !== null) links.set(at, joinUrl);
  }
  return links;
};

const saveResults = async (one: OpenImport): Promise<string | null> => {
  const { journal, folder } = one;
  const { head } = journal.standing;
  if (head.results === null) return null;
  const links = await linksOf(one).catch(() => null);
  return writeResults({ journal, rowsPath: folder.rowsPath, path: head.results, words: wordsOf(head.kind), links });
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Runs an import that is written down, and writes down how it ended. */
const runOpen = async (one: OpenImport): Promise<ImportResult> => {
  const { call, folder, journal, task, lease, rowsByKey, isResumed } = one;
  const { ctx, input } = call;
  const { standing } = journal;
  const words = wordsOf(standing.head.kind);
  const soFar = (written: string | null = standing.results) => toImportResult(standing, folder, words, shownPath(call, standing, written));
  const grace = withGrace(ctx.signal);
  const settling = { journal, task, clock: ctx.clock, signal: ctx.signal, zoomTime: ctx.zoom.zoomTime, rowsByKey };
  const total = rowsWith(standing, "open") + (input.retry_unknown === true ? rowsWith(standing, "unknown") : 0);
  if (total > 0) ctx.progress({ done: 0, total, message: describePlan(one, total), soFar: soFar() });
  let end: RunEnd;
  try {
    await journal.commit({ t: "owner", fence: lease.fence, at: ctx.clock.now() });
    end = await runRows({
      sending: {
        journal,
        task,
        clock: ctx.clock,
        lease,
        signal: ctx.signal,
        hardSignal: grace.signal,
        isGivenUp: () => exists(stopFile(folder)),
        onAnswer: reportProgress({ standing, total, soFar }, ctx),
      },
      settling,
      rowsPath: folder.rowsPath,
      rules: { columns: standing.head.columns, form: standing.head.form, needs: call.subject.needs },
      isResumed,
      retryUnknown: input.retry_unknown === true,
    });
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return diskResult(soFar(), error);
  } finally {
    grace.clear();
  }
  const { complete, stop } = end;
  const stopped = stop === null ? null : { code: stop.code, message: stop.message };
  try {
    await journal.commit({ t: "end", at: ctx.clock.now(), complete, stopped, resumeAt: stop?.resumeAtMs ?? null });
    const written = await saveResults(one);
    if (!isOpen(standing)) await dropRows(folder);
    return soFar(written);
  } catch (error) {
    // All that was done is written down; only the file of results is missing, or that it ended.
    return diskResult(soFar(), error instanceof DiskError ? error : new DiskError(error));
  }
};

/** The answer of an import that could not write on. */
const diskResult = (result: ImportResult, { reason }: DiskError): ImportResult => ({
  ...result,
  complete: false,
  stopped: { code: "partial", message: `${reason}: nothing more was sent. Make room, then go on with resume: true (--resume).` },
});

const describePlan = ({ call: { subject, ctx }, journal: { standing }, task }: OpenImport, people: number): string => {
  const { head } = standing;
  const { calls, seconds } = effortOf(people, task, subject.endpoint(head.method), ctx.pace);
  return `${subject.verb(people)} "${head.topic ?? head.webinar}": ${countOf(calls, "call")}, about ${seconds} s`;
};

/** The path for results: as asked for, or beside the file. Throws `InputError` if somebody's file has the name that was asked for. */
const resultsPath = async ({ input, ctx }: ImportCall): Promise<string | null> => {
  if (input.results !== undefined) {
    const path = await ctx.files.toWrite(input.results, "results");
    if ((await freePath(path)) !== path) throw InputError.at("results", `${input.results} exists already`, "Name a file that does not exist yet.");
    return path;
  }
  return input.file === undefined ? null : freePath(await ctx.files.toWrite(`${input.file}.results.csv`, "results"));
};

const startNew = async (
  call: ImportCall,
  table: Extract<Awaited<ReturnType<typeof findImport>>, { kind: "new" }>,
  account: string,
  lease: Lease,
): Promise<ImportResult> => {
  const { subject, input, options, ctx } = call;
  const planning = { subject, ctx, webinarId: plainId(input.webinar_id), ...table, map: input.map ?? [], method: input.method ?? "auto", options };
  await removeHalfPlanned(homeOf(ctx).folder, homeOf(ctx).store);
  const file = input.file ?? null;
  const path = file === null ? null : await ctx.files.toRead(file);
  const { folder, journal, planned } = await begin(planning, homeOf(ctx), { file, path, results: await resultsPath(call), account });
  try {
    const { rowsByKey, values } = planned.sorted;
    const result = await runOpen({ call, folder, journal, task: planned.task, lease, rowsByKey, isResumed: false });
    return { ...result, invalid: withValues(result.invalid, values) };
  } finally {
    await journal.close();
  }
};

const goOn = async (call: ImportCall, { folder }: StoredImport, lease: Lease): Promise<ImportResult> => {
  const { subject, ctx } = call;
  const journal = await continueJournal(folder.journalPath, homeOf(ctx).disk).catch((error: unknown) => {
    throw error instanceof DiskError ? cannotKeep(error) : error;
  });
  if (journal === null) throw new InputError(`Import ${folder.id} is gone.`, [], { hint: findYours(ctx.account) });
  try {
    const { head } = journal.standing;
    const target = { topic: head.topic, mails: null, type: null, status: head.status, form: head.form, notes: [] };
    const task = subject.task(ctx.zoom, head.webinar, head.method, target, head.options);
    const rowsByKey = (await hasRows(folder)) ? await rowsByKeyOf(folder, journal) : new Map<string, number>();
    return await runOpen({ call, folder, journal, task, lease, rowsByKey, isResumed: true });
  } finally {
    await journal.close();
  }
};

/** What an import is going to do. */
interface LookedAhead {
  result: ImportResult;
  /** True: of an import that was begun, and its plan is that of what is left. */
  goesOn: boolean;
  digest: string;
  /** As its caller named it; null if the rows came with a call. */
  file: string | null;
  topic: string | null;
  /** Why Zoom writes to the people. */
  why: string;
  /** False: nobody knows whether Zoom writes to the people, because they wait for approval or the settings cannot be read. */
  mailsSurely: boolean;
}

/** The plan of a call, or how the import that it goes on with stands, and which rows it is about. For a preview. */
export const lookAhead = async (call: ImportCall): Promise<LookedAhead> => {
  const { subject, input, options, ctx } = call;
  const found = await findImport(call);
  const waits = (status: Target["status"], { auto_approve }: SendOptions) => status === "pending" && auto_approve !== true;
  if (found.kind !== "new") {
    const { digest, file, topic, status, options: given } = found.one.read.standing.head;
    const left = await leftOf(found.one, { subject, ctx, retryUnknown: input.retry_unknown === true });
    const result = answerOf(call, found.one);
    const planned = planOfLeft(result.plan, found.one.read.standing, left);
    const mailsSurely = left.target?.mails === true && !waits(left.target.status ?? status, given);
    const why = subject.why(left.target?.status ?? status, given);
    return { result: { ...result, plan: planned }, goesOn: true, digest, file, topic, why, mailsSurely };
  }
  // What becomes of each row has to have a place: nobody is asked about an import that is refused afterwards.
  await resultsPath(call);
  const planning = { subject, ctx, webinarId: plainId(input.webinar_id), ...found, map: input.map ?? [], method: input.method ?? "auto", options };
  const planned = await plan(planning);
  const { topic, mails, status } = planned.target;
  return {
    result: plannedResult(call, planned),
    goesOn: false,
    digest: found.table.digest,
    file: input.file ?? null,
    topic,
    why: subject.why(status, options),
    mailsSurely: mails === true && !waits(status, options),
  };
};

const plannedResult = ({ subject, input }: ImportCall, { plan: figures, notes, sorted }: Awaited<ReturnType<typeof plan>>): ImportResult => {
  const words = wordsOf(subject.kind);
  const counts: Record<string, number> = {};
  for (const [name, word] of Object.entries(words)) if (name !== "open" && name !== "duplicate") counts[word] = 0;
  counts[words.already] = figures.already_registered;
  if (words.denied !== words.already) counts[words.denied] = figures.denied;
  counts.unknown = (figures.unsure ?? 0) + (figures.unknown ?? 0);
  counts.invalid = figures.invalid;
  const invalid = notes.flatMap(([, , , message, field, line]) => (line === undefined || !message ? [] : [{ line, field: field ?? "row", message }]));
  return {
    import_id: null,
    webinar_id: plainId(input.webinar_id),
    plan: figures,
    counts,
    invalid: withValues(invalid.slice(0, 500), sorted.values),
    results_file: null,
    complete: figures.new === 0 && counts.unknown === 0,
    resume_at: null,
    stopped: null,
  };
};

/** An import in its current state; does nothing. */
const answerOf = (call: ImportCall, { folder, read }: StoredImport): ImportResult =>
  toImportResult(read.standing, folder, wordsOf(read.standing.head.kind), shownPath(call, read.standing, read.standing.results));

/**
 * Imports a table: plans it, writes the plan down, sends what is new, settles what got no answer. Takes up an import that was cut off if the call says so.
 * Throws `InputError` before anything is sent; afterwards the answer says what was done and why it ended.
 */
export const runImport = async (call: ImportCall): Promise<ImportResult> => {
  const { input, ctx } = call;
  // what stopped an earlier run has not stopped this one
  if (input.dry_run === true) return { ...(await lookAhead(call)).result, stopped: null };
  const { account } = await ownerOf(ctx);
  return withLease(
    { store: homeOf(ctx).store, account: ctx.account },
    lockName(call, account),
    async (lease) => {
      const found = await findImport(call);
      if (found.kind === "new") return startNew(call, found, account, lease);
      return found.kind === "finished" ? answerOf(call, found.one) : goOn(call, found.one, lease);
    },
    ctx.signal,
  );
};
