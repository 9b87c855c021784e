import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Clock, rememberSecret, type Store } from "@zoom-webinar/foundation";
import { comparableText } from "@zoom-webinar/zoom-client";
import type { Preview } from "../operation/preview.ts";

/** How long a person or a model has to answer a preview. */
export const CONFIRMATION_TTL_MS = 5 * 60_000;

/** Who brings the confirmation back: `caller` in an argument, `person` through a question that the door asked a person. */
export type ConfirmationChannel = "caller" | "person";

/** What a confirmation is bound to. */
export interface ConfirmationSubject {
  /** Whose call it is; one principal's confirmation is void for another. */
  principal: string;
  operation: string;
  input: unknown;
  preview: Preview;
  channel: ConfirmationChannel;
}

interface Claims {
  v: 1;
  digest: string;
  nonce: string;
  exp: number;
}

/** Why a confirmation was refused; the caller gets a new preview in any case. */
export type Refusal = "malformed" | "forged" | "expired" | "other call" | "used before";

/** Makes and checks confirmations. */
export interface Confirmations {
  /** A one-time token for exactly this call, with when it ends. */
  mint(subject: ConfirmationSubject): Promise<{ token: string; expiresAtMs: number }>;
  /** Spends the token: null when it is good for exactly this call, else why not. */
  spend(token: string, subject: ConfirmationSubject): Promise<Refusal | null>;
  /** Spends the token for nothing: the person said no, and no later yes may be put under the same question. Does nothing for a token that is not ours. */
  revoke(token: string): Promise<void>;
  /** Checks signature and age alone, for a protocol layer that must refuse what is not ours before it looks further: null if both are good. */
  refusalOf(token: string): Promise<Refusal | null>;
}

const KEY_NAME = "confirmation:key";
const KEY_BYTES = 32;

/** JSON with sorted keys and comparable addresses, so that equal inputs have one digest. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof inner === "string"
        ? comparableText(inner)
        : inner,
  ) ?? "null";

const digestOf = ({ principal, operation, input, preview, channel }: ConfirmationSubject): string =>
  createHash("sha256")
    .update(
      canonical({
        principal,
        operation,
        input,
        channel,
        targets: preview.targets.map(({ kind, id }) => [kind, id]).sort(),
        recipients: preview.recipients?.domains ?? [],
      }),
    )
    .digest("base64url");

/**
 * Confirmations signed with a random key that lives in the store, so that they survive a restart; spent nonces live there too, so that each works once.
 * A token proves that a preview of exactly these targets was shown; whether a person agreed is the channel's business.
 */
export const confirmations = ({ store, clock }: { store: Store; clock: Clock }): Confirmations => {
  let key: Promise<Buffer> | undefined;
  const loadKey = async (): Promise<Buffer> => {
    const fresh = randomBytes(KEY_BYTES).toString("base64url");
    await store.compareAndSet(KEY_NAME, null, fresh); // false: another process was first, and its key counts
    let stored = await store.get(KEY_NAME);
    if (stored !== null && Buffer.from(stored.value, "base64url").length !== KEY_BYTES) {
      // Anybody could sign with a key that is empty or cut. What it signed is void.
      await store.compareAndSet(KEY_NAME, stored.version, fresh);
      stored = await store.get(KEY_NAME);
    }
    const text = stored?.value ?? fresh;
    rememberSecret(text);
    return Buffer.from(text, "base64url");
  };
  const signed = async (body: string): Promise<Buffer> => {
    key ??= loadKey().catch((error: unknown) => {
      key = undefined; // a disk that is full now need not be so for ever
      throw error;
    });
    return createHmac("sha256", await key)
      .update(body)
      .digest();
  };
  const open = async (token: string): Promise<Claims | Refusal> => {
    const [body, signature, ...rest] = token.split(".");
    if (body === undefined || signature === undefined || rest.length > 0 || token.length > 1_000) return "malformed";
    const expected = await signed(body);
    const given = Buffer.from(signature, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "forged";
    const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Claims;
    return claims.exp <= clock.now() ? "expired" : claims;
  };
  /** One write that only one process can make: of all that bring the same token, whatever stands still meanwhile, one gets true. */
  const markSpent = ({ nonce }: Claims): Promise<boolean> =>
    store.compareAndSet(`confirmation:spent:${nonce}`, null, "1", { ttlMs: 2 * CONFIRMATION_TTL_MS });
  return {
    mint: async (subject) => {
      const expiresAtMs = clock.now() + CONFIRMATION_TTL_MS;
      const claims: Claims = { v: 1, digest: digestOf(subject), nonce: randomBytes(12).toString("base64url"), exp: expiresAtMs };
      const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
      return { token: `${body}.${(await signed(body)).toString("base64url")}`, expiresAtMs };
    },
    spend: async (token, subject) => {
      const claims = await open(token);
      if (typeof claims === "string") return claims;
      if (claims.digest !== digestOf(subject)) return "other call";
      return (await markSpent(claims)) ? null : "used before";
    },
    revoke: async (token) => {
      const claims = await open(token);
      if (typeof claims !== "string") await markSpent(claims);
    },
    refusalOf: async (token) => {
      const claims = await open(token);
      return typeof claims === "string" ? claims : null;
    },
  };
};

const REFUSALS: Readonly<Record<Refusal, string>> = {
  malformed: "That confirm_token is not one of ours.",
  forged: "That confirm_token is not one of ours.",
  expired: "That confirm_token has expired.",
  "other call": "That confirm_token was for another call, or what this call touches has changed since.",
  "used before": "That confirm_token was used before.",
};

/** Why a token was refused, for the caller. */
export const describeRefusal = (refusal: Refusal): string => REFUSALS[refusal];
