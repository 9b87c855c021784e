import type { Clock, SentState } from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import type { EndpointId } from "../generated/endpoints.ts";
import type { RequestBody } from "../request/body.ts";

/** What is known of a call while it runs; layers keep it up to date for each other, for errors and for the log. */
export interface CallProgress {
  /** Requests sent so far, each with a fresh answer. */
  attempts: number;
  /** Those of them that Zoom refused with 429. */
  rateLimited: number;
  /** Whether the call may have had its effect by now. */
  sent: SentState;
  /** HTTP status of the last answer, known as soon as its head is there, and its tracking id. */
  status: number | null;
  trackingId: string | undefined;
  /** An earlier attempt may have been done: no later one can say that it was not. */
  inDoubt: boolean;
  /** Waiting for a token right now, so not for Zoom's API. */
  isSigningIn: boolean;
  /** Milliseconds spent waiting on purpose so far. */
  waitedMs: number;
}

/** Why a call waits: our own pace, a limit that Zoom named, a failure before, or Zoom being down. */
export type WaitReason = "pace" | "rate-limit" | "retry";

/** A call that waits on purpose, reported when the wait begins. */
export interface CallWait {
  /** "GET /webinars/{webinarId}", with the placeholder. */
  endpoint: string;
  reason: WaitReason;
  /** Milliseconds, as far as is known by now. */
  waitMs: number;
}

/** A request on its way through the layers. Layers never change it; the auth layer adds host and token. */
export interface LayerRequest {
  /** "GET /webinars/{webinarId}" */
  readonly id: EndpointId;
  readonly info: EndpointInfo;
  /** Path and query. */
  readonly target: string;
  readonly body: RequestBody | null;
  readonly signal: AbortSignal | undefined;
  /** For the whole call, in milliseconds. */
  readonly deadlineMs: number;
  /** On the client's monotonic clock, in milliseconds: nothing is waited for beyond it. */
  readonly deadlineAtMs: number;
  readonly progress: CallProgress;
  /** Called with every wait; must not throw. */
  readonly onWait: ((wait: CallWait) => void) | undefined;
}

/** True once Zoom has answered a write with success: whatever fails after that, it was done. */
export const isAnsweredDone = ({ info, progress: { status } }: LayerRequest): boolean =>
  info.method !== "GET" && status !== null && status >= 200 && status < 300;

/** Notes how far the last attempt got; once there is doubt, it stays. */
export const noteSent = (progress: CallProgress, sent: SentState): void => {
  progress.sent = progress.inDoubt ? "maybe-sent" : sent;
};

/** Waits on purpose, visibly; ends with the signal's reason when it aborts. */
export const wait = async (clock: Clock, request: LayerRequest, waitMs: number, reason: WaitReason): Promise<void> => {
  request.onWait?.({ endpoint: request.id, reason, waitMs });
  const startedMs = clock.monotonic();
  try {
    await clock.sleep(waitMs, request.signal);
  } finally {
    request.progress.waitedMs += clock.monotonic() - startedMs;
  }
};

/** The rest of the chain: takes the request and returns its result. */
export type Next<Result> = (request: LayerRequest) => Promise<Result>;

/** One concern of a call, around all that come after it; it does not look at the result. */
export type Layer = <Result>(next: Next<Result>) => Next<Result>;

/** Puts layers around the innermost function; the first one is outermost. */
export const stack = <Result>(layers: readonly Layer[], innermost: Next<Result>): Next<Result> =>
  layers.reduceRight<Next<Result>>((next, layer) => layer(next), innermost);
