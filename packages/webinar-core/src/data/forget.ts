import { readFile } from "node:fs/promises";
import { InputError, UnavailableError } from "@zoom-webinar/foundation";
import { addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../operation/operation.ts";
import { noteForgotten } from "../people/forgotten.ts";
import { keyedHash, lastingStore } from "../people/keyed-hash.ts";
import { toEmailKey } from "../people/names.ts";
import { pseudonymOf } from "../people/pseudonym.ts";
import { addressFinder } from "./address-forms.ts";
import type { ForgetAnswer } from "./forget-answer.ts";
import { type Job, jobOf, journalBeside, type Trail } from "./jobs.ts";
import { readRemembered, remember } from "./remembered.ts";
import { type Forgotten, forgetIn, held, holds } from "./rewrite.ts";
import { kindOf, readStateFiles, type StateFile, stateFolderOf } from "./state-files.ts";
import { type Trace, traceReader } from "./traces.ts";
import { type Concerned, commandFor, zoomCommands } from "./zoom-commands.ts";

/** Whether a file holds somebody now, or did before they were forgotten. */
const lookIn = async ({ path }: StateFile, who: Forgotten): Promise<{ isIn: boolean; wasIn: boolean }> => {
  const bytes = await readFile(path).catch(() => null);
  return { isIn: bytes !== null && holds(bytes, who), wasIn: bytes !== null && held(bytes, who) };
};

/** The job that a file is part of. */
const jobWith = async (folder: string, file: StateFile): Promise<Job | null> => {
  const journal = journalBeside(file);
  return journal === null ? jobOf(file) : jobOf({ ...file, path: journal, kind: await kindOf(folder, journal) });
};

/** `needed`: the jobs of the imports, by the ids of these. */
const stillNeeded = (needed: ReadonlyMap<string, Job>, account: OperationContext["account"]) =>
  new InputError(
    `An import that is not done still needs this address: ${[...needed.keys()].join(", ")}.`,
    [{ field: "email", message: "is in an import that is not done" }],
    {
      hint: `Go on with it to its end, or give it up: ${[...needed].map(([id, job]) => commandFor(job, account, `imports abandon ${id}`)).join("; ")}. Nothing was changed.`,
    },
  );

/** An import writes its rows before its journal, and a file must not change under it. */
const BEGINNING_MS = 60_000;
const isBeginning = ({ file, job }: { file: StateFile; job: Job | null }): boolean =>
  job === null && file.kind?.id === "import-rows" && Date.now() - file.changedMs < BEGINNING_MS;

/** What the files of an import or an export say of somebody. */
interface Traced extends Concerned {
  holding: string[];
  unread: string[];
}

/** Looks for somebody in the files of a job outside the state folder; null if they are surely in none, and not in its notes. */
const trace = async (job: Trail, isNoted: boolean, read: (path: string) => Promise<Trace>): Promise<Traced | null> => {
  const paths = [...job.files, job.draft, job.source].filter((path) => path !== null);
  const traces = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
  const pathsWith = (wanted: Trace) => traces.flatMap(([path, found]) => (found === wanted ? [path] : []));
  const [holding, unread] = [pathsWith("held"), pathsWith("unread")];
  const isSure = isNoted || holding.length > 0;
  const isOpen = unread.length > 0 || (paths.length === 0 && !job.knowsAll);
  return isSure || isOpen ? { job, isSure, holding, unread } : null;
};

/**
 * Takes a person out of the state folder: their address is replaced by a keyed hash, or the file goes. From then on no export holds them.
 * Throws `InputError` if an import that is not done needs the address; nothing is changed then. Safe to repeat.
 */
export const forgetPerson = async (email: string, ctx: OperationContext): Promise<ForgetAnswer> => {
  const folder = stateFolderOf(ctx);
  const store = lastingStore(ctx);
  const address = toEmailKey(email);
  const keyed = await keyedHash(store);
  const hash = keyed.of(address);
  const spellings = [...new Set([email.trim(), address, addressKey(email), address.normalize("NFC"), address.normalize("NFD")])];
  const who: Forgotten = { finder: addressFinder(spellings), key: addressKey(email), hash };
  const found: { file: StateFile; job: Job | null }[] = [];
  const jobs = new Map<string, { job: Job; isNoted: boolean }>();
  for (const file of await readStateFiles(folder)) {
    const job = await jobWith(folder, file);
    const { isIn, wasIn } = await lookIn(file, who);
    if (isIn) found.push({ file, job });
    if (job === null) continue;
    const name = job.importId ?? file.path;
    jobs.set(name, { job, isNoted: isIn || wasIn || jobs.get(name)?.isNoted === true });
  }
  const needed = new Map(found.flatMap(({ job }) => (job?.importId && !job.isDone ? [[job.importId, job] as const] : [])));
  if (needed.size > 0) throw stillNeeded(needed, ctx.account);
  if (found.some(isBeginning))
    throw new UnavailableError("An import with this address is being saved right now.", "not-sent", {
      hint: "Nothing was changed. Try again in a minute.",
    });
  const pseudonym = pseudonymOf({ email: address, registrant_id: null, name: null }, keyed) ?? hash;
  const read = traceReader(ctx.files, { finder: who.finder, pseudonym });
  const purged = (await readRemembered(store)).map((one) => ({ job: { ...one, draft: null, knowsAll: true }, isNoted: false }));
  const all = [...jobs.values(), ...purged];
  const traced = (await Promise.all(all.map(({ job, isNoted }) => trace(job, isNoted, read)))).filter((one) => one !== null);
  const pathsOf = (kind: "holding" | "unread") => [...new Set(traced.flatMap((one) => one[kind]))].sort();
  // First, so that an export that begins now leaves them out already.
  await noteForgotten(store, hash);
  const result: ForgetAnswer = {
    ...{ person: `forgotten-${hash}`, replaced: [], removed: [], elsewhere: pathsOf("holding"), unread: pathsOf("unread") },
    ...zoomCommands(address, traced, ctx.account),
  };
  for (const { file, job } of found) {
    const deed = job === null ? await forgetIn(file, who) : await store.lock(job.lock, () => forgetIn(file, who));
    if (deed !== null) result[deed].push(file.path);
    if (deed === "removed" && job !== null) await remember(store, [job]);
  }
  return result;
};
