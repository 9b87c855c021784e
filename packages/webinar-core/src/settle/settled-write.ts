import type { Clock, Store } from "@zoom-webinar/foundation";
import type { FoundCredentials } from "../account/account.ts";

/** Something that a look-up found and that may be what the write made. */
export interface Candidate<Result> {
  id: string;
  /** For people. */
  label: string;
  /** The result that the write would have had. */
  adopt(): Promise<Result>;
  /** Only a part of what was written shows. It is looked at again; if it happens again, `adopt` says which part, or throws. */
  isPartial?: boolean;
}

/** A write that must not happen twice. */
export interface SettledWrite<Result> {
  /** "webinars.create" */
  operation: string;
  /** For messages: `The webinar "Tides"`. */
  what: string;
  /** All that the request says. Identical writes of one account wait for each other. */
  identity: unknown;
  /** Sends it; called twice at most. */
  send(): Promise<Result>;
  /** What the write made, null if it has no id of its own: then one thing may be the result of several writes. */
  idOf(result: Result): string | null;
  /**
   * Finds what the write may have made since then (milliseconds since the epoch); looks at all there is, or throws. Null: Zoom has nothing to look it up
   * in; it is never repeated.
   */
  find: ((sinceMs: number) => Promise<readonly Candidate<Result>[]>) | null;
  /** What `find` returns does not say when it was made. So it is looked at before the write as well, and what was there then is not taken. */
  isUndated?: boolean;
  /** The result of a write that Zoom said was done, if its answer is not needed for it. */
  unread?(): Result;
  /** Where to look, for hints: "the host's webinars". */
  where: string;
}

/** What settling needs of a call's context. */
export interface SettleContext {
  store: Store;
  clock: Clock;
  signal: AbortSignal | undefined;
  account: { readonly inForce: Pick<FoundCredentials, "credentials" | "apiBaseUrl"> };
  /** Tells the caller what happened on the way, beside the result. */
  note(text: string): void;
  /** Which world of an emulator gave the latest answer; null before the first one, and always at Zoom. */
  world(): string | null;
}

/** The result, and whether it was found rather than answered. */
export interface Settled<Result> {
  result: Result;
  adopted: boolean;
}
