import type { Reply } from "../http/reply.ts";
import type { Switches } from "../rules/switches.ts";
import type { EmulatorState } from "../state/state.ts";
import { grantedScopes } from "./scopes.ts";
import { issueToken, revokeToken, TOKEN_SECONDS } from "./tokens.ts";
import { answerCode, answerRefresh, revokeSignIn } from "./user-sign-in.ts";

/** A server-to-server app that the emulator knows. */
export interface AppCredentials {
  /** Any text, unless the emulator checks credentials. */
  accountId: string;
  /** Any text, unless the emulator checks credentials. */
  clientId: string;
  /** Any text, unless the emulator checks credentials. */
  clientSecret: string;
}

/** The app of the demo world; the only one that `strictAuth` accepts unless others are given. Not a secret of anybody. */
export const DEMO_CREDENTIALS: AppCredentials = { accountId: "demo-account", clientId: "demo-client", clientSecret: "demo-secret" };

/** One request to OAuth, parsed. */
export interface OAuthRequest {
  path: string;
  authorization: string | undefined;
  /** From the query and the form body together: Zoom takes either. */
  parameters: URLSearchParams;
  /** The address that the token is good for. */
  apiUrl: string;
}

/** OAuth refuses in a shape of its own, and with 400 even for a wrong secret. Source: Zoom API. */
const refuse = (error: string, reason: string): Reply => ({ status: 400, body: { reason, error } });

const badClient = () => refuse("invalid_client", "Invalid client_id or client_secret");
const badRequest = () => refuse("invalid_request", "Bad Request");

const clientOf = (authorization: string | undefined): { clientId: string; clientSecret: string } | null => {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const [clientId = "", clientSecret = ""] = Buffer.from(encoded ?? "", "base64")
    .toString("utf8")
    .split(/:(.*)/s);
  return clientId === "" || clientSecret === "" ? null : { clientId, clientSecret };
};

/** Who may ask for tokens: null for anybody who sends an id and a secret. */
export type KnownApps = readonly AppCredentials[] | null;

/** True for the grants of people who sign in themselves. */
export const isSignIn = ({ parameters }: OAuthRequest): boolean => /^(authorization_code|refresh_token)$/.test(parameters.get("grant_type") ?? "");

/** A public client names itself in the form. */
const publicClient = ({ parameters }: OAuthRequest) => parameters.get("client_id") || null;

/** POST /oauth/token: gives out an access token. Changes the state only if a person signs in (`isSignIn`). */
export const answerToken = (
  asked: OAuthRequest,
  state: EmulatorState,
  { nowMs, apps, switches }: { nowMs: number; apps: KnownApps; switches: Switches },
): Reply => {
  const { authorization, parameters, apiUrl } = asked;
  const client = clientOf(authorization);
  if (isSignIn(asked)) {
    const clientId = client?.clientId ?? publicClient(asked);
    if (clientId === null) return badClient();
    const request = { parameters, clientId, apiUrl };
    return parameters.get("grant_type") === "refresh_token" ? answerRefresh(request, state, nowMs, switches) : answerCode(request, state, nowMs);
  }
  const app = apps?.find((known) => known.clientId === client?.clientId && known.clientSecret === client?.clientSecret);
  if (client === null || (apps !== null && app === undefined)) return badClient();
  if (parameters.get("grant_type") !== "account_credentials") return refuse("unsupported_grant_type", "unsupported grant type");
  const accountId = parameters.get("account_id") ?? "";
  if (accountId === "" || (app !== undefined && app.accountId !== accountId)) return badRequest();
  const access_token = issueToken(state, nowMs);
  return {
    status: 200,
    body: { access_token, token_type: "bearer", expires_in: TOKEN_SECONDS, scope: grantedScopes(state).join(" "), api_url: apiUrl },
  };
};

/** POST /oauth/revoke: ends one token, or with its refresh token a person's sign-in. */
export const answerRevoke = (asked: OAuthRequest, state: EmulatorState, apps: KnownApps): Reply => {
  const { authorization, parameters } = asked;
  const client = clientOf(authorization);
  const isKnown = apps === null || apps.some((known) => known.clientId === client?.clientId && known.clientSecret === client?.clientSecret);
  if (publicClient(asked) === null && (client === null || !isKnown)) return badClient();
  const token = parameters.get("token") ?? "";
  if (token === "") return badRequest();
  if (!revokeSignIn(state, token)) revokeToken(state, token);
  return { status: 200, body: { status: "success" } };
};
