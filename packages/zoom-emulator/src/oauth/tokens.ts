import { createHmac, randomBytes } from "node:crypto";
import { asNumber, asText, isObject } from "../http/json.ts";
import { refusals } from "../rules/refusals.ts";
import type { EmulatorState } from "../state/state.ts";

/** Seconds that an access token lives. */
export const TOKEN_SECONDS = 3600;

const sign = (seed: string, payload: string) => createHmac("sha256", `${seed} token`).update(payload).digest("base64url");

/** A token says itself when it ends, and is signed: giving one out changes no state, so that many can be live at once, also over several processes. */
export const issueToken = (state: EmulatorState, nowMs: number): string => {
  const content = { id: randomBytes(9).toString("base64url"), until: nowMs + TOKEN_SECONDS * 1000, generation: state.tokenGeneration };
  const payload = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${payload}.${sign(state.seed, payload)}`;
};

/** What a token of this emulator says, null for any other text. */
const contentOf = (state: EmulatorState, token: string): { id: string; until: number; generation: number } | null => {
  const [payload = "", signature = ""] = token.split(".");
  if (signature !== sign(state.seed, payload)) return null;
  const content: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const fields = isObject(content) ? content : {};
  return { id: asText(fields.id) ?? "", until: asNumber(fields.until) ?? 0, generation: asNumber(fields.generation) ?? 0 };
};

/** Lets a request through that carries a live token. Throws `Refusal` 401/124 otherwise; Zoom words an expired token differently from an unknown one. */
export const assertToken = (state: EmulatorState, authorization: string | undefined, nowMs: number): void => {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const content = token === undefined ? null : contentOf(state, token);
  if (content === null || state.revokedTokens.includes(content.id)) throw refusals.tokenInvalid();
  if (content.until <= nowMs || content.generation < state.tokenGeneration) throw refusals.tokenExpired();
};

const MOST_REVOKED = 1000;

/** Makes a token useless. A text that is no token of ours changes nothing. */
export const revokeToken = (state: EmulatorState, token: string): void => {
  const content = contentOf(state, token);
  if (content === null) return;
  state.revokedTokens.push(content.id);
  if (state.revokedTokens.length > MOST_REVOKED) state.revokedTokens.shift();
};
