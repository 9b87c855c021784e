import { randomUUID } from "node:crypto";
import { asNotSent, CancelledError, InputError, InternalError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { type CallWait, type ListPage, walkList, type ZoomClient } from "@zoom-webinar/zoom-client";
import type * as z from "zod";
import { answerInOrder } from "./operation/by-time.ts";
import { withDateIds } from "./operation/called-off.ts";
import { parseInput } from "./operation/input-faults.ts";
import type { AnyOperation, OperationContext } from "./operation/operation.ts";
import { type Preview, toShown } from "./operation/preview.ts";
import { toAnswer } from "./operation/short.ts";
import { refusalOf } from "./policy/allowed.ts";
import { type Audit, isSurelyNotDone, startAudit } from "./policy/audit.ts";
import { auditingCalls, countingWrites } from "./policy/audit-calls.ts";
import { type CallOptions, readCallOptions } from "./policy/call-options.ts";
import { assertConsent, needsYes, previewOf } from "./policy/consent.ts";
import { isGiven } from "./policy/reveal.ts";
import { missingScope } from "./policy/scopes.ts";
import { withholdSecrets } from "./policy/secrets.ts";
import { describeWait } from "./session/describe-wait.ts";
import type { Session } from "./session/session.ts";

/**
 * Runs an operation: policy, input, scopes, confirmation, the call, audit, secrets. Every door comes through here or `runPages`, and nothing else calls
 * `run`. Throws only errors of ours; an unexpected exception becomes `InternalError`, its text going to the session's `onInternalError`.
 */
export const runOperation = async <Op extends AnyOperation>(
  op: Op,
  rawInput: unknown,
  session: Session,
  given: CallOptions = {},
): Promise<z.output<Op["output"]>> => {
  const call = readCallOptions(given);
  const audit = startAudit(op, rawInput, session, call.principal ?? "local");
  let hasBegun = false;
  try {
    const { input, ctx, notes, giveBack, writes } = await admit(op, rawInput, session, call, audit);
    const begin = async () => {
      audit.begins();
      hasBegun = true;
      return op.run(input, ctx);
    };
    const ran = await begin().catch(async (error: unknown) => {
      if (!hasBegun || (isZoomWebinarError(error) && isSurelyNotDone(error))) await giveBack();
      throw error;
    });
    const output = withNotes(answerInOrder(op, ran, input, ctx.zoom.zoomTime(ctx.clock.now())), notes);
    audit.done(output, writes.count > 0);
    return withoutSecrets(op, output, input, session);
  } catch (error) {
    const ours = toOurs(hasBegun ? error : asNotSent(error), session, call);
    audit.failed(ours);
    throw ours;
  }
};

/** What happened on the way, after the notes that the answer has already. Each appears once, however many slices it concerns. */
const withNotes = (output: unknown, notes: readonly string[]): unknown => {
  if (notes.length === 0 || typeof output !== "object" || output === null) return output;
  const own: readonly unknown[] = "notes" in output && Array.isArray(output.notes) ? output.notes : [];
  return { ...output, notes: [...new Set([...own, ...notes])] };
};

/** How far a walk through a list goes. */
export interface PagesBounds {
  /** For reading all pages, in milliseconds. Default 30 minutes. */
  maxMs?: number | undefined;
}

/** One page of a walk through a list. */
export interface PageStep<Page> {
  /** The operation's output, its rows without those of earlier pages. */
  page: Page;
  /** Token of the page that follows, or null. */
  next: string | null;
  /** True for the last page of a list that was read to its end. */
  complete: boolean;
}

/**
 * Runs a list operation page by page, each when it is asked for, by the walk of `walkList`: policy and input are checked once, before the first page.
 * An operation without pages yields its one output. Throws as `runOperation` does; pages already yielded stay valid.
 */
export async function* runPages<Op extends AnyOperation>(
  op: Op,
  rawInput: unknown,
  session: Session,
  given: CallOptions = {},
  { maxMs }: PagesBounds = {},
): AsyncGenerator<PageStep<z.output<Op["output"]>>, void, undefined> {
  const call = readCallOptions(given);
  const audit = startAudit(op, rawInput, session, call.principal ?? "local");
  try {
    const { input, ctx } = await admit(op, rawInput, session, call, audit);
    const asked: Readonly<Record<string, unknown>> = { ...(input as object), all: undefined };
    const from = typeof asked.next_page_token === "string" ? asked.next_page_token : undefined;
    let done = 0;
    const read = async (next_page_token: string | undefined) => toListPage(op, await op.run({ ...asked, next_page_token }, ctx));
    for await (const { page, rows, next, complete } of walkList(read, { key: op.rowKey ?? null, clock: ctx.clock, from, maxMs })) {
      done += rows.length;
      ctx.progress({ done, total: page.total_records ?? null });
      const output = answerInOrder(op, toOutput(op, page, { rows, next, complete }), input, ctx.zoom.zoomTime(ctx.clock.now()));
      yield { page: withoutSecrets(op, output, input, session), next, complete };
    }
    audit.done(null, true);
  } catch (error) {
    const ours = toOurs(error, session, call);
    audit.failed(ours);
    throw ours;
  }
}

/** What a call would touch, read from Zoom; nothing is changed and nobody is asked. Throws what the call itself would be refused with. */
export const previewOperation = (op: AnyOperation, rawInput: unknown, session: Session, call: CallOptions = {}): Promise<Preview> =>
  beforehand(op, rawInput, session, call, async (input, ctx) => toShown((await op.outlook?.(input, ctx)) ?? (await previewOf(op, input, ctx))));

/** Whether somebody is asked before a call runs; nothing is changed. Throws what the call itself would be refused with. */
export const asksBefore = (op: AnyOperation, rawInput: unknown, session: Session, call: CallOptions = {}): Promise<boolean> =>
  beforehand(op, rawInput, session, call, (input, ctx) => needsYes(op, input, ctx, session));

/** What can be said of a call that does not run. */
const beforehand = async <Said>(
  op: AnyOperation,
  rawInput: unknown,
  session: Session,
  given: CallOptions,
  look: (input: unknown, ctx: OperationContext) => Promise<Said>,
): Promise<Said> => {
  const call = readCallOptions(given);
  try {
    const refusal = refusalOf(op, session);
    if (refusal !== null) throw refusal;
    const parsed = parseInput(op.input, rawInput);
    const lacking = await missingScope(op, (await session.account.describe()).scopes);
    if (lacking !== null) throw lacking;
    const ctx = toContext(session, call, () => {});
    const input = await withDateIds(parsed, ctx.zoom);
    return await look(input, ctx);
  } catch (error) {
    throw toOurs(error, session, call);
  }
};

interface OutputPage extends ListPage<unknown> {
  output: Readonly<Record<string, unknown>>;
}

/** A list operation's output as a page: the fields that `pagedOutput` gives it, and its rows. */
const toListPage = ({ rows: list = "" }: AnyOperation, output: unknown): OutputPage => {
  const page = output as Readonly<Record<string, unknown>> & ListPage<unknown>;
  const rows = page[list];
  return { output: page, rows: Array.isArray(rows) ? rows : [], next_page_token: page.next_page_token, total_records: page.total_records };
};

/** The output of a page as the walk sees it: fresh rows only, and complete only at the end of the list. */
const toOutput = (
  { rows: list = "" }: AnyOperation,
  { output, rows: all }: OutputPage,
  { rows, next, complete }: { rows: readonly unknown[]; next: string | null; complete: boolean },
): unknown => ({
  ...output,
  ...(rows === all ? {} : { [list]: rows }),
  ...("next_page_token" in output ? { next_page_token: next } : {}),
  ...("complete" in output ? { complete } : {}),
});

/** Everything that is checked before an operation runs. Throws the refusal. */
const admit = async (op: AnyOperation, rawInput: unknown, session: Session, call: CallOptions, audit: Audit) => {
  const read = readInput(op, rawInput);
  // Before any refusal: the audit names ids in one spelling, whatever came of the call.
  if (read.fault === null) audit.understood(read.input);
  const refusal = refusalOf(op, session) ?? read.fault;
  if (refusal !== null) throw refusal;
  const parsed = read.input;
  const lacking = await missingScope(op, (await session.account.describe()).scopes);
  if (lacking !== null) throw lacking;
  const notes: string[] = [];
  const base = toContext(session, call, (text) => notes.push(text));
  const input = await withDateIds(parsed, base.zoom);
  const { giveBack } = await assertConsent(op, input, base, session, call, audit.unconfirmed);
  const writes = { count: 0 };
  const zoom = countingWrites(base.zoom, writes);
  const ctx = { ...base, zoom: op.auditsCalls === true ? auditingCalls(zoom, op, session, call.principal ?? "local") : zoom };
  return { input, ctx, notes, giveBack, writes };
};

/** The input as the operation takes it, or what is wrong with it. */
const readInput = (op: AnyOperation, raw: unknown): { input: unknown; fault: null } | { input?: never; fault: InputError } => {
  try {
    return { input: parseInput(op.input, raw), fault: null };
  } catch (error) {
    if (error instanceof InputError) return { fault: error };
    throw error;
  }
};

const withoutSecrets = <Op extends AnyOperation>(op: Op, output: unknown, input: unknown, session: Session): z.output<Op["output"]> => {
  // An operation that exists to return links needs no further request for them.
  const asksForLinks = op.reveals === "personal" || (input as { include_join_links?: boolean } | null)?.include_join_links === true;
  const given = withholdSecrets(op.output, output, (secret) => isGiven(secret, session.reveal, asksForLinks));
  // Both walks keep the shape and only leave out fields that every output declares as optional.
  return toAnswer(op, given, input) as z.output<Op["output"]>;
};

const toContext = (
  session: Session,
  { signal, onProgress, onWait, confirmChannel, principal = "local" }: CallOptions,
  note: (text: string) => void,
): OperationContext => ({
  zoom: signal === undefined && onWait === undefined ? session.zoom : withCall(session.zoom, signal, onWait),
  account: session.account,
  clock: session.clock,
  world: () => session.observation().world,
  now: session.now,
  store: session.store,
  zone: session.zone,
  principal,
  files: session.files,
  imports: session.imports,
  stateFolder: session.stateFolder,
  pace: session.pace,
  asksPerson: session.safety === "confirm" && confirmChannel === "person",
  signal,
  progress: (progress) => onProgress?.(progress),
  gives: (secret) => isGiven(secret, session.reveal, false),
  note,
});

/** The same client, every call of which stops with the signal and says when it waits. */
export const withCall = (zoom: ZoomClient, signal: AbortSignal | undefined, tell?: CallOptions["onWait"]): ZoomClient => {
  const onWait = (wait: CallWait) => {
    const message = describeWait(wait);
    if (message !== null) tell?.(message);
  };
  return {
    ...zoom,
    call: (id, args, options) => zoom.call(id, args, { signal, onWait, ...options }),
    pages: (id, args, options) => zoom.pages(id, args, { signal, onWait, ...options }),
  };
};

/** Any error as one of ours; what was not expected goes to the session's `onInternalError`. */
export const toOurs = (error: unknown, session: Session, { signal }: CallOptions): ZoomWebinarError => {
  if (isZoomWebinarError(error)) return error;
  if (signal?.aborted) return new CancelledError();
  const correlationId = randomUUID();
  session.onInternalError(error, correlationId);
  return new InternalError(correlationId, { cause: error });
};
