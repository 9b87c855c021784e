import { readFile } from "node:fs/promises";
import { InputError, UnavailableError } from "@zoom-webinar/foundation";
import { addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../operation/operation.ts";
import { readForgotten } from "../people/forgotten.ts";
import { type KeyedHash, lastingStore } from "../people/keyed-hash.ts";
import { toEmailKey } from "../people/names.ts";
import { pseudonymOf } from "../people/pseudonym.ts";
import { addressFinder } from "./address-forms.ts";
import { type Job, jobOf, journalBeside, type Trail } from "./jobs.ts";
import { readRemembered } from "./remembered.ts";
import { type Deed, deedFor, type Forgotten, held } from "./rewrite.ts";
import { kindOf, readStateFiles, type StateFile, stateFolderOf } from "./state-files.ts";
import { type Trace, traceReader } from "./traces.ts";
import { type Concerned, commandFor } from "./zoom-commands.ts";

/** A file of the state folder that holds somebody, with the job that it is part of, and what takes them out of it. */
export interface Holding {
  file: StateFile;
  job: Job | null;
  deed: NonNullable<Deed>;
}

/** Where somebody is on this machine. */
export interface Whereabouts {
  who: Forgotten;
  /** Their address in one spelling. */
  address: string;
  inState: Holding[];
  /** Files outside the state folder that hold them, and those that could not be looked into. */
  elsewhere: string[];
  unread: string[];
  /** The imports and exports that they are in, or may be in. */
  concerned: Concerned[];
  /** True if they were forgotten before. */
  isForgotten: boolean;
}

/** What a file says of somebody now, and whether it did before they were forgotten. */
const lookIn = async ({ path, kind }: StateFile, who: Forgotten): Promise<{ deed: Deed; wasIn: boolean }> => {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? { deed: null, wasIn: false } : { deed: deedFor(bytes, kind, who), wasIn: held(bytes, who) };
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
const isBeginning = ({ file, job }: Holding): boolean =>
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

/** Every spelling of an address that files may have. */
const spellingsOf = (email: string, address: string): string[] => [
  ...new Set([email.trim(), address, addressKey(email), address.normalize("NFC"), address.normalize("NFD")]),
];

/**
 * Looks for a person in every file that we know of, and changes nothing. `keyed` is this machine's, or any other if it has none yet: then no file has a
 * name that was made with it. Throws `InputError` if an import that is not done needs the address.
 */
export const findPerson = async (email: string, keyed: KeyedHash, ctx: OperationContext): Promise<Whereabouts> => {
  const folder = stateFolderOf(ctx);
  const store = lastingStore(ctx);
  const address = toEmailKey(email);
  const hash = keyed.of(address);
  const who: Forgotten = { finder: addressFinder(spellingsOf(email, address)), key: addressKey(email), hash };
  const inState: Holding[] = [];
  const jobs = new Map<string, { job: Job; isNoted: boolean }>();
  for (const file of await readStateFiles(folder)) {
    const job = await jobWith(folder, file);
    const { deed, wasIn } = await lookIn(file, who);
    if (deed !== null) inState.push({ file, job, deed });
    if (job === null) continue;
    const name = job.importId ?? file.path;
    jobs.set(name, { job, isNoted: deed !== null || wasIn || jobs.get(name)?.isNoted === true });
  }
  const needed = new Map(inState.flatMap(({ job }) => (job?.importId && !job.isDone ? [[job.importId, job] as const] : [])));
  if (needed.size > 0) throw stillNeeded(needed, ctx.account);
  if (inState.some(isBeginning))
    throw new UnavailableError("An import with this address is being saved right now.", "not-sent", {
      hint: "Nothing was changed. Try again in a minute.",
    });
  const pseudonym = pseudonymOf({ email: address, registrant_id: null, name: null }, keyed) ?? hash;
  const read = traceReader(ctx.files, { finder: who.finder, pseudonym });
  const purged = (await readRemembered(store)).map((one) => ({ job: { ...one, draft: null, knowsAll: true }, isNoted: false }));
  const all = [...jobs.values(), ...purged];
  const traced = (await Promise.all(all.map(({ job, isNoted }) => trace(job, isNoted, read)))).filter((one) => one !== null);
  const pathsOf = (kind: "holding" | "unread") => [...new Set(traced.flatMap((one) => one[kind]))].sort();
  const isForgotten = (await readForgotten(store)).has(hash);
  return { who, address, inState, elsewhere: pathsOf("holding"), unread: pathsOf("unread"), concerned: traced, isForgotten };
};
