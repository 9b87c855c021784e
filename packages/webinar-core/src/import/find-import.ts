import { InputError, NotFoundError, PolicyError } from "@zoom-webinar/foundation";
import { commandIn } from "../account/account-flags.ts";
import { partOf } from "../operation/counts.ts";
import type { ImportHome } from "../operation/import-home.ts";
import { commandOf, type OperationContext } from "../operation/operation.ts";
import type { SendOptions } from "./journal/events.ts";
import { hasRows, type ImportOwner, listImports, readImport, type StoredImport } from "./journal/import-folders.ts";
import { countOf } from "./journal/standing.ts";
import { isComplete, isOpen } from "./result.ts";
import { type GivenRows, openGiven } from "./source.ts";
import type { Subject } from "./subject.ts";
import type { Table } from "./table/open-table.ts";
import { findYours, giveUp } from "./ways-on.ts";

/** What an import's caller says. */
export interface ImportInput extends GivenRows {
  webinar_id: string;
  map?: readonly string[] | undefined;
  dry_run?: boolean | undefined;
  resume?: boolean | undefined;
  retry_unknown?: boolean | undefined;
  /** An import that is to go on, whatever became of its file. */
  import_id?: string | undefined;
  method?: "single" | "batch" | "auto" | undefined;
  results?: string | undefined;
  include_join_links?: boolean | undefined;
}

/** One call about one subject. */
export interface ImportCall {
  subject: Subject;
  input: ImportInput;
  options: SendOptions;
  ctx: OperationContext;
}

/** What a call is about: a table that is not imported yet, an import that goes on, or one that is done. `earlier`: all of the same webinar, of any kind. */
export type Found =
  | { kind: "new"; table: Table; earlier: readonly StoredImport[] }
  | { kind: "unfinished"; one: StoredImport }
  | { kind: "finished"; one: StoredImport };

/** Zoom prints ids with spaces. */
export const plainId = (webinarId: string): string => webinarId.replace(/\D/g, "");

/** Where imports are kept. Throws `PolicyError` if the session keeps none. */
export const homeOf = ({ imports }: OperationContext): ImportHome => {
  if (imports !== null) return imports;
  throw new PolicyError("not_allowed", "This session has no folder to keep imports in.", { hint: "Open it with a stateFolder." });
};

/** Who asks: on which account, and which caller of a server. */
export const ownerOf = async ({ account, principal }: OperationContext): Promise<ImportOwner> => {
  const { account_id } = await account.describe();
  const { credentials, profile } = account.inForce;
  const clientId = credentials !== null && "clientId" in credentials ? credentials.clientId : null;
  return { principal, account: account_id ?? profile ?? clientId ?? "own" };
};

const mustResume = ({ folder, read: { standing } }: StoredImport, { account }: OperationContext): InputError => {
  const rows = standing.codes.length;
  return InputError.at(
    "resume",
    `${partOf(rows - countOf(standing, "open"), rows, "row")} ${rows === 1 ? "is" : "are"} done, the import is not finished`,
    `Go on with resume: true (--resume), or ${giveUp(account, folder.id)}.`,
  );
};

const otherFile = ({ folder: { id }, read }: StoredImport, { account }: OperationContext): InputError => {
  const { file, kind, webinar } = read.standing.head;
  const goOn = commandIn(account, `${commandOf(kind)} ${webinar} --import-id ${id} --resume`);
  return InputError.at(
    "file",
    `import ${id} into this webinar is not finished, and its file was another one (${file ?? "rows of a call"})`,
    `See it with ${commandIn(account, `imports show ${id}`)}. Go on with import_id: ${id} and resume: true (${goOn}), or ${giveUp(account, id)}.`,
  );
};

/** What a call asks for that goes on with an import: the field and its flag. */
const asksFor = ({ resume }: ImportInput): readonly [field: string, said: string] =>
  resume === true ? ["resume", "resume: true (--resume)"] : ["retry_unknown", "retry_unknown: true (--retry-unknown)"];

const wasGivenUp = ({ folder: { id } }: StoredImport, input: ImportInput): InputError => {
  const [field, said] = asksFor(input);
  return InputError.at(
    field,
    `the import of this file (${id}) was given up, so that nobody can go on with it`,
    `To start anew, leave out ${said}: whoever is done is left out.`,
  );
};

const isOfWebinar = ({ read }: StoredImport, { input }: ImportCall): boolean => read.standing.head.webinar === plainId(input.webinar_id);

const isFor = (one: StoredImport, call: ImportCall): boolean => one.read.standing.head.kind === call.subject.kind && isOfWebinar(one, call);

/** Which world of an emulator is there now; null: Zoom itself. Only an answer says it, so something is asked for; a refusal says it as well. */
export const worldNow = async ({ world }: Pick<OperationContext, "world">, asked: Promise<unknown>): Promise<string | null> => {
  await asked.catch(() => {});
  return world();
};

/** Without the imports into a world of an emulator that is gone: it was reset since, and nobody of them is there. `ask` asks Zoom for something. */
export const ofThisWorld = async (
  stored: readonly StoredImport[],
  ctx: Pick<OperationContext, "world">,
  ask: () => Promise<unknown>,
): Promise<StoredImport[]> => {
  const worldOf = ({ read }: StoredImport) => read.standing.head.world ?? null;
  if (stored.every((one) => worldOf(one) === null)) return [...stored];
  // A refusal comes again where the webinar is read.
  const now = await worldNow(ctx, ask());
  return stored.filter((one) => worldOf(one) === now);
};

const rowsGone = ({ folder: { id } }: StoredImport, { account }: OperationContext): InputError =>
  new InputError(`Import ${id} cannot go on: its rows are no longer kept.`, [], {
    hint: `To start anew, ${giveUp(account, id)} and import the file again: whoever is done is left out.`,
  });

/** A stored import that a call names: it goes on if something of it is left to send, or unknown and to be tried again. One that is done stays as it is. */
const takeUp = async (one: StoredImport, { input, ctx }: ImportCall): Promise<Found> => {
  const { standing } = one.read;
  if (isComplete(standing)) {
    if (input.retry_unknown !== true) return { kind: "finished", one };
    if (!isOpen(standing)) {
      ctx.note(`No row of import ${one.folder.id} is unknown: nothing is tried again.`);
      return { kind: "finished", one };
    }
  }
  if (!(await hasRows(one.folder))) throw rowsGone(one, ctx);
  return { kind: "unfinished", one };
};

const byId = async (call: ImportCall, home: ImportHome, owner: ImportOwner, id: string): Promise<Found> => {
  const one = await readImport(home.folder, id, owner, findYours(call.ctx.account));
  if (!isFor(one, call)) {
    const { kind, webinar } = one.read.standing.head;
    throw InputError.at("import_id", `${id} is an import of another kind or webinar (${kind}, ${webinar})`, findYours(call.ctx.account));
  }
  if (one.read.standing.isAbandoned)
    throw InputError.at(
      "import_id",
      `${id} was given up, so that nobody can go on with it`,
      "To start anew, give the file or the rows instead, without resume and retry_unknown: whoever is done is left out.",
    );
  const { resume, retry_unknown, dry_run } = call.input;
  if (!isComplete(one.read.standing) && resume !== true && retry_unknown !== true && dry_run !== true) throw mustResume(one, call.ctx);
  return takeUp(one, call);
};

/**
 * Finds out what a call is about. Nothing is changed. Throws `InputError` if an unfinished import is in the way, and says how to go on with it or give it up;
 * `NotFoundError` if it does not exist.
 */
export const findImport = async (call: ImportCall): Promise<Found> => {
  const { input, ctx } = call;
  const home = homeOf(ctx);
  const owner = await ownerOf(ctx);
  if (input.import_id !== undefined) return byId(call, home, owner, input.import_id);
  const table = await openGiven(input, ctx.files);
  const earlier = await ofThisWorld(
    (await listImports(home.folder, owner)).filter((one) => isOfWebinar(one, call)),
    ctx,
    () => ctx.zoom.call("GET /webinars/{webinarId}", { path: { webinarId: plainId(input.webinar_id) } }),
  );
  const live = earlier.filter((one) => isFor(one, call) && !one.read.standing.isAbandoned);
  const unfinished = live.find(({ read }) => !isComplete(read.standing));
  const goesOn = input.resume === true || input.retry_unknown === true;
  if (unfinished !== undefined) {
    if (unfinished.read.standing.head.digest !== table.digest) throw otherFile(unfinished, ctx);
    // A plan sends nothing: it shows how the import stands.
    if (!goesOn && input.dry_run !== true) throw mustResume(unfinished, ctx);
    return takeUp(unfinished, call);
  }
  const finished = live.find(({ read }) => read.standing.head.digest === table.digest);
  if (goesOn && finished !== undefined) return takeUp(finished, call);
  const givenUp = earlier.find((one) => isFor(one, call) && one.read.standing.isAbandoned && one.read.standing.head.digest === table.digest);
  if (goesOn && givenUp !== undefined) throw wasGivenUp(givenUp, input);
  if (input.retry_unknown === true)
    throw new NotFoundError("There is no import of this file whose rows could be tried again.", { hint: findYours(ctx.account) });
  return { kind: "new", table, earlier };
};
