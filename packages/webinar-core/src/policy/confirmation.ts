import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Clock, rememberSecret, type Store } from "@zoom-webinar/foundation";
import { addressKey, comparableText } from "@zoom-webinar/zoom-client";
import type { Preview } from "../operation/preview.ts";

/** How long a person or a model has to answer a preview. */
export const CONFIRMATION_TTL_MS = 5 * 60_000;

/** Who brings the confirmation back: `caller` in an argument, `person` through a question that the door asked a person. */
export type ConfirmationChannel = "caller" | "person";

/** What a confirmation is bound to. */
export interface ConfirmationSubject {
  /** Whose call it is; one principal's confirmation is void for another. */
  principal: string;
  /** What names the Zoom account and the address that the call goes to; see `accountKeyOf`. */
  account: string;
  operation: string;
  input: unknown;
  preview: Preview;
  channel: ConfirmationChannel;
}

/** What a confirmation is bound to besides the call itself, each by a digest of its own, so that a refusal can say what changed. */
const PARTS = ["account", "targets", "effects", "recipients"] as const;
type BoundPart = (typeof PARTS)[number];

interface Claims {
  /** Hash of the call: who makes it, how, with which input. */
  digest: string;
  parts: Readonly<Record<BoundPart, string>>;
  /** How many people were to be written to. */
  count: number;
  nonce: string;
  exp: number;
}

/** Why a confirmation was refused; the caller gets a new preview in any case. */
export type Refusal = "malformed" | "forged" | "expired" | "other call" | "changed" | "used before";

/** Makes and checks confirmations. */
export interface Confirmations {
  /** A one-time token for exactly this call, with when it ends. */
  mint(subject: ConfirmationSubject): Promise<{ token: string; expiresAtMs: number }>;
  /** Uses the token up: null if it is valid for exactly this call, else why not. */
  spend(token: string, subject: ConfirmationSubject): Promise<Refusal | null>;
  /** What has changed since the token's preview, in words for the caller; empty if nothing has, or if the token is not ours. */
  changesSince(token: string, subject: ConfirmationSubject): Promise<string[]>;
  /** Makes the token unusable, because the person said no: nobody can say yes to the same question later. Does nothing for a token that is not ours. */
  revoke(token: string): Promise<void>;
  /** Checks signature and age alone, for a protocol layer that must refuse what is not ours before it looks further: null if both are valid. */
  refusalOf(token: string): Promise<Refusal | null>;
}

const KEY_NAME = "confirmation:key";
const spentKey = (nonce: string): string => `confirmation:spent:${nonce}`;
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

/** A sentence with its addresses by their key: two spellings of one address say the same. */
const comparableSentence = (text: string): string => text.replace(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g, addressKey);

/** What a token says of the call, and of each part of its preview, before it is hashed. */
const boundTo = ({ principal, operation, input, channel, account, preview }: ConfirmationSubject): Record<"digest" | BoundPart, unknown> => {
  const { summary, targets, changes = [], consequences = [], recipients, reversible } = preview;
  return {
    digest: { principal, operation, input, channel },
    account,
    targets: targets.map(({ kind, id, label = "" }) => canonical([kind, id, comparableSentence(label)])).sort(),
    effects: [[summary, ...changes, ...consequences.map(({ kind, text }) => `${kind}: ${text}`)].map(comparableSentence), reversible],
    recipients: recipients && [recipients.count, recipients.why, recipients.domains, [...(recipients.addresses ?? [])].sort()],
  };
};

/** A token of another version is refused: we do not know what it was bound to. */
const VERSION = "3";
/** 128 bits, keyed: nobody without the key can search for two previews of one hash. Whole hashes would double a token that a model has to copy. */
const HASH_BYTES = 16;

const toBody = ({ digest, parts, count, nonce, exp }: Claims): string =>
  [VERSION, digest, ...PARTS.map((part) => parts[part]), count, nonce, exp.toString(36)].join("~");

/** Reads the body of a token whose signature is valid; null if another version of ours wrote it. */
const readBody = (body: string): Claims | null => {
  const [version, digest = "", account = "", targets = "", effects = "", recipients = "", count, nonce = "", exp = ""] = body.split("~");
  if (version !== VERSION) return null;
  return { digest, parts: { account, targets, effects, recipients }, count: Number(count), nonce, exp: Number.parseInt(exp, 36) };
};

const countIn = ({ preview }: ConfirmationSubject): number => preview.recipients?.count ?? 0;

const describeChange = (part: BoundPart, before: number, now: number): string => {
  if (part === "account") return "the Zoom account";
  if (part === "targets") return "the webinar or person that it is about";
  if (part === "effects") return "what it does or takes away";
  return before === now ? "who is written to" : `who is written to (${before} before, ${now} now)`;
};

/**
 * Confirmations signed with a random key that lives in the store, so that they survive a restart; spent nonces live there too, so that each works once.
 * A token proves that a preview of exactly this was shown; whether a person agreed depends on the channel.
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
  const signed = async (text: string): Promise<Buffer> => {
    key ??= loadKey().catch((error: unknown) => {
      key = undefined; // a disk that is full now need not be so for ever
      throw error;
    });
    return createHmac("sha256", await key)
      .update(text)
      .digest();
  };
  /** One part under its name: neither two parts nor a part and a token's body are ever signed as the same text. */
  const hashed = async (name: string, value: unknown): Promise<string> =>
    (await signed(`${name}\n${canonical(value)}`)).subarray(0, HASH_BYTES).toString("base64url");
  const hashesOf = async (subject: ConfirmationSubject): Promise<Pick<Claims, "digest" | "parts">> => {
    const bound = boundTo(subject);
    const [digest, account, targets, effects, recipients] = await Promise.all([
      hashed("digest", bound.digest),
      hashed("account", bound.account),
      hashed("targets", bound.targets),
      hashed("effects", bound.effects),
      hashed("recipients", bound.recipients),
    ]);
    return { digest, parts: { account, targets, effects, recipients } };
  };
  const open = async (token: string): Promise<Claims | Refusal> => {
    const [body, signature, ...rest] = token.split(".");
    if (body === undefined || signature === undefined || rest.length > 0 || token.length > 1_500) return "malformed";
    const expected = await signed(body);
    const given = Buffer.from(signature, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return "forged";
    const claims = readBody(body);
    return claims === null || claims.exp <= clock.now() ? "expired" : claims;
  };
  /** A write that only one process can make: of all that bring the same token, one gets true. */
  const markSpent = ({ nonce }: Claims): Promise<boolean> => store.compareAndSet(spentKey(nonce), null, "1", { ttlMs: 2 * CONFIRMATION_TTL_MS });
  const isSpent = async ({ nonce }: Claims): Promise<boolean> => (await store.get(spentKey(nonce))) !== null;
  return {
    mint: async (subject) => {
      const expiresAtMs = clock.now() + CONFIRMATION_TTL_MS;
      const claims: Claims = {
        ...(await hashesOf(subject)),
        count: countIn(subject),
        nonce: randomBytes(12).toString("base64url"),
        exp: expiresAtMs,
      };
      const body = toBody(claims);
      return { token: `${body}.${(await signed(body)).toString("base64url")}`, expiresAtMs };
    },
    spend: async (token, subject) => {
      const claims = await open(token);
      if (typeof claims === "string") return claims;
      const now = await hashesOf(subject);
      if (claims.digest !== now.digest) return "other call";
      // What its first use did changes what there is to do: that it was used says more.
      if (await isSpent(claims)) return "used before";
      if (changedParts(claims, now).length > 0) return "changed";
      return (await markSpent(claims)) ? null : "used before";
    },
    changesSince: async (token, subject) => {
      const claims = await open(token);
      if (typeof claims === "string") return [];
      return changedParts(claims, await hashesOf(subject)).map((part) => describeChange(part, claims.count, countIn(subject)));
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

const changedParts = ({ parts }: Pick<Claims, "parts">, now: Pick<Claims, "parts">): BoundPart[] =>
  PARTS.filter((part) => parts[part] !== now.parts[part]);

const REFUSALS: Readonly<Record<Refusal, string>> = {
  malformed: "Nothing was done: that confirm_token is not one of ours.",
  forged: "Nothing was done: that confirm_token is not one of ours.",
  expired: "Nothing was done: that confirm_token has expired, each works for five minutes.",
  "other call": "Nothing was done: that confirm_token was for another call.",
  changed: "Nothing was done: something has changed since the preview of that confirm_token.",
  "used before":
    "Nothing was done this time: that confirm_token was used before, and each works once. Check first if the earlier call did it; a yes now does what is shown here.",
};

/** Why a token was refused, for the caller, and what changed if that is why. */
export const describeRefusal = (refusal: Refusal, changes: readonly string[] = []): string =>
  refusal === "changed" && changes.length > 0
    ? `Nothing was done, because this has changed since the preview: ${changes.join("; ")}.`
    : REFUSALS[refusal];
