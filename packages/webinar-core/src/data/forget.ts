import { readFile } from "node:fs/promises";
import { InputError, UnavailableError } from "@zoom-webinar/foundation";
import { addressKey } from "@zoom-webinar/zoom-client";
import { commandIn } from "../account/account-flags.ts";
import type { OperationContext } from "../operation/operation.ts";
import { noteForgotten } from "../people/forgotten.ts";
import { keyedHash, lastingStore } from "../people/keyed-hash.ts";
import { toEmailKey } from "../people/names.ts";
import { addressFinder } from "./address-forms.ts";
import { type Job, jobOf, journalBeside } from "./jobs.ts";
import { type Forgotten, forgetIn, holds } from "./rewrite.ts";
import { kindOf, readStateFiles, type StateFile, stateFolderOf } from "./state-files.ts";

/** What was done to forget somebody. */
export interface ForgetResult {
  person: string;
  replaced: string[];
  removed: string[];
  /** Files outside the state folder, which are not searched. */
  elsewhere: string[];
  /** What is left to do at Zoom. */
  commands: string[];
}

const holdsIt = async ({ path }: StateFile, who: Forgotten): Promise<boolean> => {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && holds(bytes, who);
};

/** The job that a file is part of. */
const jobWith = async (folder: string, file: StateFile): Promise<Job | null> => {
  const journal = journalBeside(file);
  return journal === null ? jobOf(file) : jobOf({ ...file, path: journal, kind: await kindOf(folder, journal) });
};

const stillNeeded = (imports: readonly string[]) =>
  new InputError(
    `An import that is not done still needs this address: ${imports.join(", ")}.`,
    [{ field: "email", message: "is in an import that is not done" }],
    {
      hint: `Go on with it to its end, or give it up: ${imports.map((id) => `imports abandon ${id}`).join("; ")}. Nothing was changed.`,
    },
  );

/** An import writes its rows before its journal, and a file must not change under it. */
const BEGINNING_MS = 60_000;
const isBeginning = ({ file, job }: { file: StateFile; job: Job | null }): boolean =>
  job === null && file.kind?.id === "import-rows" && Date.now() - file.changedMs < BEGINNING_MS;

const toCommands = (email: string, webinars: readonly string[], { account }: OperationContext): string[] => {
  const shown = `'${email.replaceAll("'", "'\\''")}'`;
  const words = webinars.flatMap((webinar) => [`registrants delete ${webinar} ${shown}`, `panelists remove ${webinar} ${shown}`]);
  return (words.length > 0 ? words : [`registrants delete WEBINAR_ID ${shown}`]).map((each) => commandIn(account, each));
};

/**
 * Takes a person out of the state folder: their address is replaced by a keyed hash, or the file goes. From then on no export holds them.
 * Throws `InputError` if an import that is not done needs the address; nothing is changed then. Safe to repeat.
 */
export const forgetPerson = async (email: string, ctx: OperationContext): Promise<ForgetResult> => {
  const folder = stateFolderOf(ctx);
  const store = lastingStore(ctx);
  const address = toEmailKey(email);
  const hash = (await keyedHash(store)).of(address);
  const spellings = [...new Set([email.trim(), address, addressKey(email), address.normalize("NFC"), address.normalize("NFD")])];
  const who: Forgotten = { finder: addressFinder(spellings), key: addressKey(email), hash };
  const found: { file: StateFile; job: Job | null }[] = [];
  const elsewhere = new Set<string>();
  const webinars = new Set<string>();
  for (const file of await readStateFiles(folder)) {
    const job = await jobWith(folder, file);
    for (const path of [...(job?.files ?? []), job?.draft, job?.source]) if (path) elsewhere.add(path);
    if (job?.webinar) webinars.add(job.webinar);
    if (await holdsIt(file, who)) found.push({ file, job });
  }
  const needed = found.flatMap(({ job }) => (job?.importId && !job.isDone ? [job.importId] : []));
  if (needed.length > 0) throw stillNeeded([...new Set(needed)]);
  if (found.some(isBeginning))
    throw new UnavailableError("An import with this address is being saved right now.", "not-sent", {
      hint: "Nothing was changed. Try again in a minute.",
    });
  // First, so that an export that begins now leaves them out already.
  await noteForgotten(store, hash);
  const result: ForgetResult = { person: `forgotten-${hash}`, replaced: [], removed: [], elsewhere: [...elsewhere].sort(), commands: [] };
  for (const { file, job } of found) {
    const deed = job === null ? await forgetIn(file, who) : await store.lock(job.lock, () => forgetIn(file, who));
    if (deed !== null) result[deed].push(file.path);
  }
  return { ...result, commands: toCommands(address, [...webinars].sort(), ctx) };
};
