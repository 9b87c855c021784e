import { accountKeyOf } from "../account/account-key.ts";
import { doubtOf } from "./doubt.ts";
import { type Intent, withIntent } from "./intents.ts";
import { type ListLag, listLag } from "./list-lag.ts";
import { isSurelyAbsent, type Looked, look, lookBefore } from "./look.ts";
import { ambiguous, doneUnseen } from "./refusal.ts";
import type { Candidate, SettleContext, Settled, SettledWrite } from "./settled-write.ts";

/** How long a write may take with all its looks, in milliseconds: a lag that ends later is not waited for. */
const DEADLINE_MS = 90_000;
/** After this time an attempt without a known end is over: the deadline of one call to Zoom, in milliseconds. */
const LONGEST_ATTEMPT_MS = 60_000;

/** What is known while a write is settled. */
interface Run<Result> {
  readonly write: SettledWrite<Result>;
  readonly context: SettleContext;
  readonly intent: Intent;
  readonly lag: ListLag;
  readonly deadlineMs: number;
  /** When the first attempt began and the last one ended, in milliseconds since the epoch. */
  sinceMs: number;
  endedMs: number;
  /** What was there before the first attempt; null: nobody could look. */
  known: readonly string[] | null;
  isRepeated: boolean;
  /** Why nobody knows what came of the last attempt. */
  cause: unknown;
  answered: Settled<Result> | null;
}

type StateName = "earlier" | "send" | "look" | "once more" | "doubles";
type State = <Result>(run: Run<Result>) => Promise<StateName | Settled<Result>>;

const lookNow = <Result>({ write, context, lag, intent, sinceMs, endedMs, deadlineMs }: Run<Result>) =>
  look(write, context, lag, intent, { sinceMs, endedMs, deadlineMs });

/** The error that says what is known: it was done, or nobody knows. */
const undecided = <Result>(run: Run<Result>, looked: Looked<Result>) =>
  run.intent.isDone ? doneUnseen(run.write, looked, run.cause) : ambiguous(run.write, looked, run);

/** Takes the one thing that was found, or null. Throws if the look failed, or if it is not clear which one it is. */
const adoptOne = async <Result>(run: Run<Result>, looked: Looked<Result>): Promise<Settled<Result> | null> => {
  const { write, intent, context } = run;
  const [only, ...others] = looked.candidates;
  if (only === undefined) {
    if (looked.failure !== null) throw undecided(run, looked);
    return null;
  }
  if (others.length > 0 || intent.known === null) {
    const error = undecided(run, looked);
    // The caller hears of them; an identical call afterwards means another one.
    await intent.close(looked.candidates.map(({ id }) => id));
    throw error;
  }
  const { isDone } = intent;
  // Zoom does such a write whole or not at all: it said that it was done, so the list is late.
  if (only.isPartial === true && isDone) return null;
  // It stays a part, and does not hold up an identical call afterwards.
  if (only.isPartial === true) await intent.close();
  const result = await only.adopt();
  const id = write.idOf(result);
  await intent.close(id === null ? [] : [id]);
  context.note(`Zoom's answer ${isDone ? "could not be read" : "was lost"}; what was made was found in ${write.where}.`);
  return { result, adopted: true };
};

/** Sends it once. Null: nobody knows what came of it, or what it made. What was surely not done is thrown. */
const sendOnce = async <Result>(run: Run<Result>): Promise<Settled<Result> | null> => {
  const { write, intent, context } = run;
  let result: Result;
  try {
    result = await write.send();
  } catch (error) {
    run.endedMs = context.clock.now();
    run.cause = error;
    const doubt = doubtOf(error);
    if (doubt === "none") await intent.close();
    if (doubt === "none" || doubt === "stopped") throw error;
    if (doubt === "done") await intent.done();
    return null;
  }
  run.endedMs = context.clock.now();
  const id = write.idOf(result);
  await intent.close(id === null ? [] : [id]);
  return { result, adopted: false };
};

/** An identical write was cut off: by a kill, by its caller, or undecided. What it made is what this one is to make. */
const earlier: State = async (run) => {
  const { openSinceMs } = run.intent;
  if (openSinceMs === null || run.write.find === null) return "send";
  const looked = await lookNow({ ...run, sinceMs: openSinceMs, endedMs: openSinceMs + LONGEST_ATTEMPT_MS });
  const found = await adoptOne(run, looked);
  if (found !== null) return found;
  if (!isSurelyAbsent(looked)) throw undecided(run, looked);
  return "send";
};

const send: State = async (run) => {
  run.sinceMs = run.context.clock.now();
  run.known = await lookBefore(run.write, run.sinceMs);
  await run.intent.open(run.sinceMs, run.known);
  return (await sendOnce(run)) ?? "look";
};

/** No answer that can be used: what is there is taken, and what is surely absent is sent once more if nothing but the way to Zoom failed. */
const lookForIt: State = async (run) => {
  const { write, intent, context } = run;
  const { isDone } = intent;
  if (write.find === null) {
    const error = undecided(run, { candidates: [], failure: null, afterMs: 0, lagMs: 0 });
    await intent.close();
    throw error;
  }
  const looked = await lookNow(run);
  const isThere = looked.candidates.some(({ isPartial }) => isPartial !== true);
  if (isDone && !isThere && write.unread !== undefined) {
    await intent.close();
    context.note(`Zoom said that it was done, but the rest of its answer could not be read, and ${write.where} did not show it yet.`);
    return { result: write.unread(), adopted: false };
  }
  const found = await adoptOne(run, looked);
  if (found !== null) return found;
  const mayRepeat = !run.isRepeated && doubtOf(run.cause) === "open" && isSurelyAbsent(looked);
  if (!mayRepeat) throw undecided(run, looked);
  const waited = Math.round(looked.afterMs / 1000);
  context.note(`Zoom did not answer at first, and ${write.where} did not show it for ${waited} s, so it was sent once more.`);
  return "once more";
};

const sendAgain: State = async (run) => {
  run.isRepeated = true;
  try {
    run.answered = await sendOnce(run);
  } catch (error) {
    // Refused, perhaps because the first one is there after all.
    const late = await adoptOne(run, await lookNow(run));
    if (late !== null) return late;
    throw error;
  }
  return run.answered === null ? "look" : "doubles";
};

/** If the first attempt shows up only now, there are two: the caller must hear of both. A look that fails takes nothing from the answer. */
const lookForDoubles: State = async (run) => {
  const { write, intent, answered, lag, context, sinceMs, known } = run;
  if (answered === null) throw new Error("nothing was answered");
  if (write.find === null || write.idOf(answered.result) === null || known === null) return answered;
  const isOld = ({ id }: Candidate<unknown>) => known.includes(id);
  const found = (await write.find(sinceMs).catch(() => [])).filter((one) => !isOld(one));
  if (found.every(({ id }) => intent.ids.includes(id))) return answered;
  await lag.shown(context.clock.now() - sinceMs);
  throw ambiguous(write, { candidates: found, failure: null, afterMs: 0, lagMs: 0 }, run);
};

const STATES: Readonly<Record<StateName, State>> = {
  earlier,
  send,
  look: lookForIt,
  "once more": sendAgain,
  doubles: lookForDoubles,
};

/**
 * Does a write that must not happen twice, whatever the network does. It is noted before it is sent. If no usable answer came, it is looked up: what
 * is there is adopted; what a whole list does not show for longer than any lag of this account is sent once more (`note` says so), unless Zoom had
 * said that it was done; anything else is an error that says what is known: `AmbiguousError`, or `ResponseError` with `sent: "done"`.
 */
export const settleWrite = <Result>(write: SettledWrite<Result>, context: SettleContext): Promise<Settled<Result>> =>
  withIntent(context, write.operation, [accountKeyOf(context.account.inForce), write.identity], async (intent) => {
    const { clock, store, account } = context;
    const { credentials } = account.inForce;
    const accountId = credentials !== null && "accountId" in credentials ? String(credentials.accountId) : null;
    const nowMs = clock.now();
    const run: Run<Result> = {
      write,
      context,
      intent,
      lag: listLag(store, accountId),
      deadlineMs: nowMs + DEADLINE_MS,
      sinceMs: nowMs,
      endedMs: nowMs,
      known: [],
      isRepeated: false,
      cause: undefined,
      answered: null,
    };
    let state: StateName | Settled<Result> = "earlier";
    while (typeof state === "string") state = await STATES[state](run);
    return state;
  });
