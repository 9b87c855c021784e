import type { JsonObject } from "../http/json.ts";
import type { WebhookRecord } from "./state.ts";

/** Something that Zoom tells whoever subscribed to it. */
export interface WebhookEvent {
  /** "webinar.started" … */
  event: string;
  /** Milliseconds, by the emulator's clock. */
  event_ts: number;
  payload: JsonObject;
}

/** The events of a change, and their receivers: the webhooks as they were when it was made. */
export interface News {
  events: readonly WebhookEvent[];
  webhooks: readonly WebhookRecord[];
}

/** A change of which nobody hears. */
export const NO_NEWS: News = { events: [], webhooks: [] };
