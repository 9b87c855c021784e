import { createHash } from "node:crypto";
import { rememberSecret } from "@zoom-webinar/foundation";
import type { ServerToServerCredentials } from "../credentials.ts";
import { type CredentialNames, credentialNames } from "./credential-names.ts";
import { sharedTokens } from "./shared-tokens.ts";
import type { PeekableTokenSource } from "./token.ts";
import { askForToken, type RefusalHints } from "./token-endpoint.ts";
import { type TokenParts, ZOOM_OAUTH_BASE_URL } from "./token-parts.ts";

/** What tokens of a Server-to-Server OAuth app are asked for with. */
export interface ServerToServerOptions extends Pick<TokenParts, "send" | "store" | "clock" | "deadlineMs" | "names"> {
  /** The app's own. */
  credentials: ServerToServerCredentials;
  /** Default https://zoom.us */
  oauthBaseUrl?: string;
  /** The operator's `--allow-base-url`: the `api_url` of the answer may then be any https host. */
  allowBaseUrl?: boolean;
}

/** Where the store has the token of a server-to-server app: host, account and client in it, so that switching accounts never reuses a token. */
export const serverToServerKey = (oauthBaseUrl: string, { accountId, clientId, clientSecret }: ServerToServerCredentials): string => {
  const secretTag = createHash("sha256").update(clientSecret).digest("hex").slice(0, 8);
  return `token:${oauthBaseUrl}:${accountId}:${clientId}:${secretTag}`;
};

const hintsOf = ({ accountId, clientId, clientSecret, where }: CredentialNames): RefusalHints => ({
  client: `Check ${clientId} and ${clientSecret}${where}, and that the app is activated in the Zoom Marketplace.`,
  grant: `Check ${accountId}${where}, and that the app is a Server-to-Server OAuth app of that account, activated in the Zoom Marketplace.`,
});

/**
 * Tokens of a Server-to-Server OAuth app: cached, renewed five minutes early, one request however many callers.
 * Source: POST /oauth/token with grant account_credentials; a new token does not end an older one.
 */
export const serverToServerTokens = (options: ServerToServerOptions): PeekableTokenSource => {
  const { credentials, send, store, clock, oauthBaseUrl = ZOOM_OAUTH_BASE_URL, allowBaseUrl = false, names = credentialNames(null) } = options;
  const { clientId, clientSecret, accountId } = credentials;
  rememberSecret(clientSecret);
  const parts: TokenParts = { send, store, clock, oauthBaseUrl, allowBaseUrl, deadlineMs: options.deadlineMs };
  const fields = { grant_type: "account_credentials", account_id: accountId };
  const request = async () => (await askForToken(parts, { clientId, clientSecret }, fields, hintsOf(names))).token;
  return sharedTokens({ store, clock, key: serverToServerKey(oauthBaseUrl, credentials), request });
};
