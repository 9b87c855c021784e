import { randomBytes } from "node:crypto";
import type { Clock } from "@zoom-webinar/foundation";
import type { Changer } from "../rules/change.ts";
import { nextOpaqueId } from "../state/ids.ts";
import type { WebhookRecord } from "../state/state.ts";
import { challenge, refuse } from "./challenge.ts";
import type { Courier } from "./courier.ts";
import { isLoopback } from "./send.ts";

/** Who wants to hear of what. */
export interface NewWebhook {
  url: string;
  /** The app's secret token, with which bodies are signed. Default: a random one. */
  secret?: string;
  /** Default: every event. */
  events?: readonly string[];
}

const parseUrl = (text: string): URL => {
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // refused below, like an address of another kind
  }
  throw refuse("A webhook needs an http or https address.");
};

/**
 * Subscribes an address to events, after the challenge with which Zoom makes sure of it. Only addresses of this machine, unless the emulator is told
 * otherwise: it must not send made-up events to the internet by mistake. Throws `Refusal`.
 */
export const subscribe = async (
  { url: address, secret = randomBytes(16).toString("base64url"), events }: NewWebhook,
  courier: Courier,
  change: Changer,
  { clock, webhookHosts }: { clock: Clock; webhookHosts: "loopback" | "any" },
): Promise<WebhookRecord> => {
  const url = parseUrl(address);
  if (webhookHosts === "loopback" && !isLoopback(url)) throw refuse("The emulator sends webhooks to addresses of this machine only.");
  await challenge(courier, { url: url.href, secret }, clock.now());
  return change(({ state, nowMs }) => {
    const id = nextOpaqueId(state, "webhook");
    const webhook: WebhookRecord = { id, url: url.href, secret, events: events === undefined ? null : [...events], validatedMs: nowMs, failures: 0 };
    state.webhooks.push(webhook);
    return { ...webhook };
  });
};
