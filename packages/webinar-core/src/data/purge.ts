import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Store } from "@zoom-webinar/foundation";
import { dropDraft } from "../export/file/draft.ts";
import type { OperationContext } from "../operation/operation.ts";
import { lastingStore } from "../people/keyed-hash.ts";
import { type Job, jobOf, journalBeside } from "./jobs.ts";
import { pathsIn, remember } from "./remembered.ts";
import { readStateFiles, type StateFile, stateFolderOf } from "./state-files.ts";

const DAY_MS = 86_400_000;
/** What is done is kept for this long, to show what was done. */
export const KEPT_DAYS = 30;

/** What `data purge` would remove, or removed. */
export interface Purge {
  removed: string[];
  /** Imports and exports that are not done: what they need stays. */
  kept: string[];
}

/** A job with its files, or a file by itself. */
interface Removal {
  title: string;
  paths: readonly string[];
  job: Job | null;
  file: StateFile;
}

/** What is older than so many milliseconds: of a job since it was done, else since it was last written. */
const removalsOf = async (folder: string, nowMs: number, olderMs: number): Promise<{ removals: Removal[]; kept: string[] }> => {
  const files = await readStateFiles(folder);
  const journals = new Set(files.filter(({ kind }) => kind?.id === "import-journal").map(({ path }) => path));
  const removals: Removal[] = [];
  const kept: string[] = [];
  for (const file of files) {
    if (file.kind?.purge !== "when it is old") continue;
    const journal = journalBeside(file);
    // What belongs to a journal goes with it.
    if (journal !== null && journals.has(journal)) continue;
    const job = await jobOf(file);
    // The disk has a clock of its own.
    const ageMs = typeof job?.doneMs === "number" ? nowMs - job.doneMs : Date.now() - file.changedMs;
    const isOld = ageMs >= olderMs;
    if (job !== null && !job.isDone && !(job.importId === null && isOld)) kept.push(job.title);
    else if (isOld) removals.push({ title: job?.title ?? file.path, paths: [job?.importId ? dirname(file.path) : file.path], job, file });
  }
  return { removals, kept };
};

const remove = async ({ paths, job }: Removal): Promise<void> => {
  for (const path of paths) await rm(path, { recursive: true, force: true });
  if (job?.draft) await dropDraft(job.draft);
};

/** Removes what is old, each job while nobody works on it: what somebody took up meanwhile stays. */
const removeAll = async (removals: readonly Removal[], store: Store): Promise<string[]> => {
  const removed: string[] = [];
  // Files that are gone are forgotten also if nothing is removed.
  await remember(store, []);
  for (const removal of removals) {
    const { job, file } = removal;
    const act = async () => {
      const now = job === null ? null : await jobOf(file);
      if (job !== null && (now === null || now.isDone !== job.isDone)) return;
      // The files elsewhere stay, and whoever is to be forgotten may be in them.
      if (now !== null) await remember(store, [now]);
      await remove(removal);
      removed.push(...removal.paths);
    };
    if (job === null) await act();
    else await store.lock(job.lock, act, { waitMs: 0 }).catch(() => undefined);
  }
  return removed;
};

/** What `purgeData` would remove, and how many files elsewhere it would leave without their notes. */
export const planPurge = async (ctx: OperationContext, days: number): Promise<Purge & { left: number }> => {
  const { removals, kept } = await removalsOf(stateFolderOf(ctx), ctx.clock.now(), days * DAY_MS);
  const left = new Set(removals.flatMap(({ job }) => (job === null ? [] : pathsIn(job))));
  return { removed: removals.flatMap(({ paths }) => paths), kept, left: left.size };
};

/** Removes notes of imports and exports that were done so many days ago, and of writes. What is not done stays. */
export const purgeData = async (ctx: OperationContext, days: number): Promise<Purge> => {
  const { removals, kept } = await removalsOf(stateFolderOf(ctx), ctx.clock.now(), days * DAY_MS);
  return { removed: await removeAll(removals, lastingStore(ctx)), kept };
};

/** Removes what is older than it is kept. Called by whatever writes there anyway. A failure is ignored: the next call tries again. */
export const purgeOld = async (ctx: OperationContext): Promise<void> => {
  if (ctx.stateFolder === null) return;
  const { removals } = await removalsOf(ctx.stateFolder, ctx.clock.now(), KEPT_DAYS * DAY_MS);
  await removeAll(removals, lastingStore(ctx));
};
