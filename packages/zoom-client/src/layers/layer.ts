import type { SentState } from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import type { EndpointId } from "../generated/endpoints.ts";
import type { RequestBody } from "../request/body.ts";

/** What is known of a call while it runs; layers keep it up to date for each other, for errors and for the log. */
export interface CallProgress {
  /** Requests sent so far, each with a fresh answer. */
  attempts: number;
  /** Whether the call may have had its effect by now. */
  sent: SentState;
  /** HTTP status and tracking id of the last answer. */
  status: number | null;
  trackingId: string | undefined;
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
  /** On the client's monotonic clock, in milliseconds: nothing is waited for beyond it. */
  readonly deadlineAtMs: number;
  readonly progress: CallProgress;
}

/** Whatever comes after a layer: it takes the request and gives its result, an answer or what was read from it. */
export type Next<Result> = (request: LayerRequest) => Promise<Result>;

/** One concern of a call, around all that come after it; it does not look at the result. */
export type Layer = <Result>(next: Next<Result>) => Next<Result>;

/** Puts layers around the innermost function; the first one is outermost. */
export const stack = <Result>(layers: readonly Layer[], innermost: Next<Result>): Next<Result> =>
  layers.reduceRight<Next<Result>>((next, layer) => layer(next), innermost);
