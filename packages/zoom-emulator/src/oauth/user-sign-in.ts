import { createHash, randomBytes } from "node:crypto";
import { asNumber, asText } from "../http/json.ts";
import type { Reply } from "../http/reply.ts";
import type { Switches } from "../rules/switches.ts";
import type { EmulatorState } from "../state/state.ts";
import { userScopes } from "./scopes.ts";
import { issueToken, openSeal, seal, TOKEN_SECONDS } from "./tokens.ts";

/** What a person's sign-in asks with. */
export interface SignInRequest {
  parameters: URLSearchParams;
  /** From the Basic header, else from the form: a public client has no secret. */
  clientId: string | null;
  apiUrl: string;
}

/** A code is good for so long, and once. Source: Zoom API. */
const CODE_MS = 5 * 60_000;
const MOST_USED_CODES = 1000;

const refuse = (error: string, reason: string): Reply => ({ status: 400, body: { reason, error } });
const badCode = () => refuse("invalid_request", "Invalid authorization code");
const badRefreshToken = () => refuse("invalid_grant", "Invalid Token!");

/**
 * GET /oauth/authorize: what Zoom's page does once the person agreed, without asking anybody: sends the browser back with a code. Signs in the first
 * licensed person of the account. Refuses what Zoom refuses: no code asked for, no redirect address, a challenge that is not S256.
 */
export const answerAuthorize = (parameters: URLSearchParams, state: EmulatorState, nowMs: number): Reply => {
  const [clientId, redirectUri] = [parameters.get("client_id"), parameters.get("redirect_uri")];
  const user = state.users.find(({ type, status }) => type === 2 && status === "active");
  if (parameters.get("response_type") !== "code" || !clientId || !redirectUri || !URL.canParse(redirectUri) || user === undefined) {
    return refuse("invalid_request", "Bad Request");
  }
  const challenge = parameters.get("code_challenge") ?? "";
  if (challenge !== "" && parameters.get("code_challenge_method") !== "S256") return refuse("invalid_request", "Invalid code challenge method");
  const code = seal(state, "code", {
    id: randomBytes(9).toString("base64url"),
    until: nowMs + CODE_MS,
    clientId,
    redirectUri,
    challenge,
    userId: user.id,
  });
  const back = new URL(redirectUri);
  back.searchParams.set("code", code);
  const stateParameter = parameters.get("state");
  if (stateParameter !== null) back.searchParams.set("state", stateParameter);
  return { status: 302, headers: { location: back.href } };
};

/** Grant `authorization_code`: a code for an access token and the first refresh token. Changes the state. */
export const answerCode = (asked: SignInRequest, state: EmulatorState, nowMs: number): Reply => {
  const { parameters, clientId } = asked;
  const code = openSeal(state, "code", parameters.get("code") ?? "");
  const signIns = signInsOf(state);
  const id = asText(code?.id) ?? "";
  if (code === null || (asNumber(code.until) ?? 0) <= nowMs || signIns.usedCodes.includes(id)) return badCode();
  if (code.clientId !== clientId || code.redirectUri !== parameters.get("redirect_uri")) return badCode();
  const proof = createHash("sha256")
    .update(parameters.get("code_verifier") ?? "")
    .digest("base64url");
  if (code.challenge !== "" && code.challenge !== proof) return badCode();
  signIns.usedCodes.push(id);
  if (signIns.usedCodes.length > MOST_USED_CODES) signIns.usedCodes.shift();
  const grant = randomBytes(9).toString("base64url");
  signIns.grants[grant] = { clientId: clientId ?? "", userId: asText(code.userId) ?? "", serial: 0 };
  return grantReply(asked, state, nowMs, grant);
};

/** Grant `refresh_token`: replaces the refresh token; the old one is dead, unless the switch lets it live once more. Changes the state. */
export const answerRefresh = (asked: SignInRequest, state: EmulatorState, nowMs: number, { oldRefreshToken }: Switches): Reply => {
  const token = openSeal(state, "refresh", asked.parameters.get("refresh_token") ?? "");
  const name = asText(token?.grant) ?? "";
  const grant = signInsOf(state).grants[name];
  if (grant === undefined || grant.clientId !== asked.clientId) return badRefreshToken();
  const age = grant.serial - (asNumber(token?.serial) ?? -1);
  if (age !== 0 && !(age === 1 && oldRefreshToken === "tolerated")) return badRefreshToken();
  grant.serial += 1;
  return grantReply(asked, state, nowMs, name);
};

/** Ends a sign-in by its refresh token. False for any other text. */
export const revokeSignIn = (state: EmulatorState, token: string): boolean => {
  const grant = asText(openSeal(state, "refresh", token)?.grant);
  if (grant === undefined || grant === null) return false;
  delete signInsOf(state).grants[grant];
  return true;
};

const signInsOf = (state: EmulatorState) => {
  state.signIns ??= { usedCodes: [], grants: {} };
  return state.signIns;
};

const grantReply = ({ apiUrl }: SignInRequest, state: EmulatorState, nowMs: number, name: string): Reply => {
  const grant = signInsOf(state).grants[name];
  return {
    status: 200,
    body: {
      access_token: issueToken(state, nowMs, grant?.userId),
      token_type: "bearer",
      refresh_token: seal(state, "refresh", { grant: name, serial: grant?.serial ?? 0 }),
      expires_in: TOKEN_SECONDS,
      scope: userScopes(state).join(" "),
      api_url: apiUrl,
    },
  };
};
