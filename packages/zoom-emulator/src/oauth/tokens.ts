import { createHmac, randomBytes } from "node:crypto";
import { asNumber, asText, isObject, type JsonObject } from "../http/json.ts";
import { refusals } from "../rules/refusals.ts";
import type { EmulatorState } from "../state/state.ts";

/** Seconds that an access token lives. */
export const TOKEN_SECONDS = 3600;

const sign = (seed: string, kind: string, payload: string) => createHmac("sha256", `${seed} ${kind}`).update(payload).digest("base64url");

/** A text that says something and cannot be made up: what is given out changes no state, so that many can be live at once, also over several processes. */
export const seal = (state: EmulatorState, kind: string, content: JsonObject): string => {
  const payload = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${payload}.${sign(state.seed, kind, payload)}`;
};

/** What a sealed text of this emulator says, null for any other text. */
export const openSeal = (state: EmulatorState, kind: string, text: string): JsonObject | null => {
  const [payload = "", signature = ""] = text.split(".");
  if (signature !== sign(state.seed, kind, payload)) return null;
  const content: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  return isObject(content) ? content : {};
};

/** An access token, which says itself when it ends; with a user, one that acts for that person only. */
export const issueToken = (state: EmulatorState, nowMs: number, userId?: string): string =>
  seal(state, "token", {
    id: randomBytes(9).toString("base64url"),
    until: nowMs + TOKEN_SECONDS * 1000,
    generation: state.tokenGeneration,
    ...(userId === undefined ? {} : { userId }),
  });

interface TokenContent {
  id: string;
  until: number;
  generation: number;
  /** Null: the whole account. */
  userId: string | null;
  /** Null: all that the app, or the person's sign-in, holds. */
  scopes: readonly string[] | null;
}

/** What a token of this emulator says, null for any other text. */
const contentOf = (state: EmulatorState, token: string): TokenContent | null => {
  const fixed = Object.hasOwn(state.fixedTokens ?? {}, token) ? state.fixedTokens?.[token] : undefined;
  if (fixed !== undefined) {
    const { userId, scopes, expired } = fixed;
    return { id: token, until: expired ? 0 : Number.POSITIVE_INFINITY, generation: Number.POSITIVE_INFINITY, userId, scopes };
  }
  const fields = openSeal(state, "token", token);
  if (fields === null) return null;
  return {
    id: asText(fields.id) ?? "",
    until: asNumber(fields.until) ?? 0,
    generation: asNumber(fields.generation) ?? 0,
    userId: asText(fields.userId) ?? null,
    scopes: null,
  };
};

/** What a live token lets its holder do. */
export interface Permit {
  /** Null: the whole account. */
  userId: string | null;
  /** Null: all that the app, or the person's sign-in, holds. */
  scopes: readonly string[] | null;
}

/** Lets a request through that carries a live token, and says what it permits. Throws `Refusal` 401/124 otherwise; Zoom words an expired token differently from an unknown one. */
export const assertToken = (state: EmulatorState, authorization: string | undefined, nowMs: number): Permit => {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const content = token === undefined ? null : contentOf(state, token);
  if (content === null || state.revokedTokens.includes(content.id)) throw refusals.tokenInvalid();
  if (content.until <= nowMs || content.generation < state.tokenGeneration) throw refusals.tokenExpired();
  return { userId: content.userId, scopes: content.scopes };
};

const MOST_REVOKED = 1000;

/** Makes a token useless. Any other text changes nothing. */
export const revokeToken = (state: EmulatorState, token: string): void => {
  const content = contentOf(state, token);
  if (content === null) return;
  state.revokedTokens.push(content.id);
  if (state.revokedTokens.length > MOST_REVOKED) state.revokedTokens.shift();
};
