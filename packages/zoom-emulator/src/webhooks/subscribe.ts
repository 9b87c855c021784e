import { randomBytes, randomUUID } from "node:crypto";
import { isObject } from "../http/json.ts";
import { Refusal } from "../http/reply.ts";
import type { Settled } from "../options.ts";
import type { Changer } from "../state/change.ts";
import { nextOpaqueId } from "../state/ids.ts";
import type { WebhookRecord } from "../state/state.ts";
import type { Courier } from "./courier.ts";
import { isLoopback } from "./send.ts";
import { encryptedToken } from "./sign.ts";

/** Who wants to hear of what. */
export interface NewWebhook {
  url: string;
  /** The app's secret token, with which bodies are signed. Default: a random one. */
  secret?: string;
  /** Default: every event. */
  events?: readonly string[];
}

const refuse = (message: string) => new Refusal(400, 300, message);

const parseUrl = (text: string): URL => {
  try {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // refused below, like an address of another kind
  }
  throw refuse("A webhook has an http or https address.");
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Zoom's challenge: the receiver shows that it knows the secret. Throws `Refusal` where it does not. */
const challenge = async (courier: Courier, { url, secret }: { url: string; secret: string }, nowMs: number): Promise<void> => {
  const plainToken = randomBytes(16).toString("base64url");
  const body = JSON.stringify({ payload: { plainToken }, event_ts: nowMs, event: "endpoint.url_validation" });
  const answer = await courier.post({ url, secret }, body, randomUUID());
  if (answer === null) throw refuse("The webhook did not answer the validation within 3 seconds.");
  const said = parse(answer.text);
  const isRight = isObject(said) && said.plainToken === plainToken && said.encryptedToken === encryptedToken(secret, plainToken);
  if (answer.status !== 200 || !isRight) throw refuse("The webhook did not answer the validation with its plainToken and the encryptedToken.");
};

/**
 * Subscribes an address to events, after the challenge with which Zoom makes sure of it. Only addresses of this machine, unless the emulator is told
 * otherwise: it must not send made-up news into the world by mistake. Throws `Refusal`.
 */
export const subscribe = async (
  { url: address, secret = randomBytes(16).toString("base64url"), events }: NewWebhook,
  courier: Courier,
  change: Changer,
  { clock, webhookHosts }: Settled,
): Promise<WebhookRecord> => {
  const url = parseUrl(address);
  if (webhookHosts === "loopback" && !isLoopback(url)) throw refuse("The emulator sends webhooks to addresses of this machine only.");
  await challenge(courier, { url: url.href, secret }, clock.now());
  return change(({ state }) => {
    const webhook: WebhookRecord = { id: nextOpaqueId(state, "webhook"), url: url.href, secret, events: events === undefined ? null : [...events] };
    state.webhooks.push(webhook);
    return { ...webhook };
  });
};
