import { type AccessToken, type Credentials, missingCredentials, type PeekableTokenSource, TOKEN_MARGIN_MS } from "@zoom-webinar/auth";
import { AuthError, type Clock } from "@zoom-webinar/foundation";

/** Where a token stands. Never the token itself. */
export interface TokenStatus {
  /** expiring: within five minutes, the next call renews it; unknown: brought by the caller, who alone knows how long it lives. */
  state: "no_credentials" | "not_requested" | "valid" | "expiring" | "expired" | "unknown";
  minutes_left: number | null;
  /** UTC */
  expires_at: string | null;
  /** Sorted; null where Zoom did not say. */
  scopes: string[] | null;
  account_id: string | null;
  /** "environment", ".env", "--env-file", "emulator", "options". */
  credentials_from: string | null;
}

/** Credentials as they were found, with where. */
export interface FoundCredentials {
  credentials: Credentials | null;
  /** Null where there are none. */
  source: string | null;
  /** Names of the variables that are set, of those that concern credentials. */
  variables: readonly string[];
}

/** What looking for credentials again came to. */
export interface Rediscovery {
  /** Null where the operator's setting is that this session keeps what it was opened with. */
  found: FoundCredentials | null;
  /** True where the session now works with other credentials than before. */
  switched: boolean;
}

/** The session's own standing with Zoom, as operations may see and touch it. */
export interface AccountAccess {
  /** Asks Zoom nothing. */
  describe(): Promise<TokenStatus>;
  /** Asks Zoom for a new token. Throws `AuthError`: no credentials, refused, or a token that its owner brought. */
  refresh(): Promise<TokenStatus>;
  /** Looks for credentials again where the session may, and goes on with them if they are others. */
  rediscover(): Promise<Rediscovery>;
}

/** What an account access is made from. */
export interface AccountOptions {
  found: FoundCredentials;
  clock: Clock;
  toTokens(credentials: Credentials | null): PeekableTokenSource;
  /** Absent: the session keeps what it was opened with. */
  rediscover?: (() => FoundCredentials) | undefined;
}

/** An account access, and the tokens that the session's client takes: always those of the credentials in force. */
export const createAccount = ({ found, clock, toTokens, rediscover }: AccountOptions): { account: AccountAccess; tokens: PeekableTokenSource } => {
  let inForce = found;
  let tokens = toTokens(found.credentials);
  const describe = async (): Promise<TokenStatus> => ({
    ...stateOf(inForce.credentials, inForce.credentials && (await tokens.peek()), clock.now()),
    account_id: inForce.credentials && "accountId" in inForce.credentials ? inForce.credentials.accountId : null,
    credentials_from: inForce.source,
  });
  const account: AccountAccess = {
    describe,
    refresh: async () => {
      const { credentials } = inForce;
      if (!credentials) throw missingCredentials();
      if (credentials.kind === "access-token") throw cannotRenew();
      const known = await tokens.peek();
      await (known === null ? tokens.get() : tokens.renew(known));
      return describe();
    },
    rediscover: async () => {
      if (!rediscover) return { found: null, switched: false };
      const again = rediscover();
      // Credentials that are gone from a file are no reason to drop those that work.
      const switched = again.credentials !== null && JSON.stringify(again.credentials) !== JSON.stringify(inForce.credentials);
      if (switched) {
        inForce = again;
        tokens = toTokens(again.credentials);
      }
      return { found: again, switched };
    },
  };
  return {
    account,
    tokens: { get: (options) => tokens.get(options), renew: (stale, options) => tokens.renew(stale, options), peek: () => tokens.peek() },
  };
};

const cannotRenew = () =>
  new AuthError("auth_failed", "The access token was brought from outside (ZOOM_ACCESS_TOKEN); only who made it can make a new one.", {
    hint: "Set a fresh ZOOM_ACCESS_TOKEN, or ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET instead.",
  });

const stateOf = (
  credentials: Credentials | null,
  token: AccessToken | null,
  nowMs: number,
): Pick<TokenStatus, "state" | "minutes_left" | "expires_at" | "scopes"> => {
  if (token === null) return { state: credentials === null ? "no_credentials" : "not_requested", minutes_left: null, expires_at: null, scopes: null };
  const scopes = token.scopes === null ? null : [...token.scopes];
  if (!Number.isFinite(token.expiresAtMs)) return { state: "unknown", minutes_left: null, expires_at: null, scopes };
  const leftMs = token.expiresAtMs - nowMs;
  const state = leftMs <= 0 ? "expired" : leftMs <= TOKEN_MARGIN_MS ? "expiring" : "valid";
  return { state, minutes_left: Math.max(Math.floor(leftMs / 60_000), 0), expires_at: new Date(token.expiresAtMs).toISOString(), scopes };
};
