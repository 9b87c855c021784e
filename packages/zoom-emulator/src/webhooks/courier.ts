import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "@zoom-webinar/foundation";
import type { News, WebhookEvent } from "../state/event.ts";
import type { WebhookRecord } from "../state/state.ts";
import { isDisabled } from "./disabled.ts";
import type { WebhookSend } from "./send.ts";
import { signatureHeaders } from "./sign.ts";

const MINUTE_MS = 60_000;
/** How long a receiver may take. */
const TIMEOUT_MS = 3000;
/** When a failed delivery is tried again, after the attempt before. Source: Zoom API. */
const RETRIES_MS = [5 * MINUTE_MS, 20 * MINUTE_MS, 60 * MINUTE_MS];

/** One attempt to deliver an event. */
export interface WebhookDelivery {
  event: string;
  url: string;
  /** The same for every attempt of one event to one webhook. */
  request_id: string;
  /** From 1. */
  attempt: number;
  /** What the receiver answered, null if it did not. */
  status: number | null;
}

interface Parcel {
  webhook: WebhookRecord;
  event: WebhookEvent;
  requestId: string;
  attempt: number;
  dueMs: number;
}

const MOST_REMEMBERED = 1000;

/** Brings events to webhooks. */
export interface Courier {
  /** Sends events off, without waiting for anybody. */
  tell(news: News): void;
  /** Posts one body, signed. Returns what the receiver says, null if it does not answer in time. */
  post(webhook: Pick<WebhookRecord, "url" | "secret">, body: string, requestId: string): Promise<{ status: number; text: string } | null>;
  /** Takes note of the emulator's time, and tries again what is due by then. */
  wake(nowMs: number): void;
  /** Resolves once nothing is on its way; what waits for another attempt is not waited for. */
  settle(): Promise<void>;
  deliveries(): readonly WebhookDelivery[];
  /** Forgets what waits, and breaks off what is on its way. */
  close(): void;
}

/**
 * Delivers each event to the webhooks that want it, and again after 5, 20 and 60 minutes of the emulator's time if the receiver answers with a status of
 * 500 and above, or not within three seconds. What waits is of this process and is lost with it. A timer is set only if time moves by itself, and holds no process.
 */
export const courier = (send: WebhookSend, clock: Clock): Courier => {
  const stop = new AbortController();
  const underway = new Set<Promise<void>>();
  const deliveries: WebhookDelivery[] = [];
  let waiting: Parcel[] = [];
  let offsetMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const post: Courier["post"] = async ({ url, secret }, body, requestId) => {
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Zoom Marketplace/1.0a",
      "x-zm-request-id": requestId,
      ...signatureHeaders(secret, body, clock.now() + offsetMs),
    };
    try {
      return await send({ url, headers, body, signal: AbortSignal.any([stop.signal, AbortSignal.timeout(TIMEOUT_MS)]) });
    } catch {
      return null; // no answer is an outcome here, for any reason
    }
  };

  const setTimer = () => {
    clearTimeout(timer);
    if (clock !== systemClock || waiting.length === 0) return;
    const dueMs = Math.min(...waiting.map((parcel) => parcel.dueMs));
    timer = setTimeout(() => tryDue(), Math.max(0, dueMs - clock.now() - offsetMs)).unref();
  };

  const deliver = async (parcel: Parcel): Promise<void> => {
    const { webhook, event, requestId, attempt } = parcel;
    const answer = await post(webhook, JSON.stringify(event), requestId);
    if (stop.signal.aborted) return;
    deliveries.push({ event: event.event, url: webhook.url, request_id: requestId, attempt, status: answer?.status ?? null });
    if (deliveries.length > MOST_REMEMBERED) deliveries.shift();
    const pauseMs = RETRIES_MS[attempt - 1];
    // A redirect or a refusal is final: Zoom tries again only if the receiver failed or did not answer.
    const isFinal = answer !== null && answer.status < 500;
    if (isFinal || pauseMs === undefined) return;
    waiting.push({ ...parcel, attempt: attempt + 1, dueMs: parcel.dueMs + pauseMs });
    setTimer();
  };

  const start = (parcel: Parcel): void => {
    const going = deliver(parcel).finally(() => underway.delete(going));
    underway.add(going);
  };

  const tryDue = (): void => {
    const nowMs = clock.now() + offsetMs;
    const due = waiting.filter(({ dueMs }) => dueMs <= nowMs);
    waiting = waiting.filter(({ dueMs }) => dueMs > nowMs);
    for (const parcel of due) start(parcel);
    setTimer();
  };

  const settle = async (): Promise<void> => {
    while (underway.size > 0) await Promise.all(underway);
  };

  return {
    post,
    settle,
    tell: ({ events, webhooks }) => {
      for (const event of events) {
        offsetMs = event.event_ts - clock.now();
        for (const webhook of webhooks) {
          if (isDisabled(webhook) || (webhook.events !== null && !webhook.events.includes(event.event))) continue;
          start({ webhook, event, requestId: randomUUID(), attempt: 1, dueMs: event.event_ts });
        }
      }
      if (waiting.length > 0) tryDue();
    },
    wake: (nowMs) => {
      offsetMs = nowMs - clock.now();
      tryDue();
    },
    deliveries: () => [...deliveries],
    close: () => {
      stop.abort();
      clearTimeout(timer);
      waiting = [];
    },
  };
};
