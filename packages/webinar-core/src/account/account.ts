import { type AccessToken, type Credentials, type PeekableTokenSource, TOKEN_MARGIN_MS } from "@zoom-webinar/auth";
import { AuthError, type Clock, PolicyError } from "@zoom-webinar/foundation";

/** Where a token stands. Never the token itself. */
export interface TokenStatus {
  /** expiring: within five minutes, the next call renews it; unknown: brought by the caller, who alone knows how long it lives. */
  state: "no_credentials" | "not_requested" | "valid" | "expiring" | "expired" | "unknown";
  minutes_left: number | null;
  /** UTC */
  expires_at: string | null;
  /** Sorted; null if Zoom did not say. */
  scopes: string[] | null;
  account_id: string | null;
  /** "environment", ".env", "--dotenv", "profile prod", "emulator", "options". */
  credentials_from: string | null;
}

/** Credentials as they were found, with where. */
export interface FoundCredentials {
  /** Null: there are none. */
  credentials: Credentials | null;
  /** Null if there are none. */
  source: string | null;
  /** Names of the variables that are set, of those that concern credentials. */
  variables: readonly string[];
  /** The profile that they are from. */
  profile?: string | null | undefined;
  /** Addresses that go with them; absent: Zoom's own. */
  apiBaseUrl?: string | undefined;
  /** Where their tokens are asked for; Zoom's own unless given. */
  oauthBaseUrl?: string | undefined;
}

/** The profiles that a session may be switched to, by the operator's word. */
export interface ProfileChoice {
  /** Names that the operator allowed; empty: it stays with what it was opened with. */
  readonly allowed: readonly string[];
  find(name: string): Promise<FoundCredentials>;
}

/** What looking for credentials again came to. */
export interface Rediscovery {
  /** Null if the operator's setting is that this session keeps what it was opened with. */
  found: FoundCredentials | null;
  /** True if the session now works with other credentials than before: there were none, or Zoom refused those of the same account. */
  switched: boolean;
  /** True if credentials of somebody else were found and left alone: looking again never changes whom the session acts for. */
  leftAlone: boolean;
}

/** The session's own standing with Zoom, as operations may see and touch it. */
export interface AccountAccess {
  /** Asks Zoom nothing. */
  describe(): Promise<TokenStatus>;
  /** Asks Zoom for a new token. Throws `AuthError`: no credentials, refused, or a token that its owner brought. */
  refresh(): Promise<TokenStatus>;
  /** Looks for credentials again if the session may. Fills what is missing or no longer works, and never changes whom the session acts for. */
  rediscover(): Promise<Rediscovery>;
  /** The current profile, null if the credentials are from elsewhere, and the profiles to which it may be switched. */
  profiles(): { current: string | null; allowed: readonly string[] };
  /** Throws `PolicyError` (`not_allowed`) for a profile that the operator did not allow: before anybody is asked about it. */
  assertMayUse(name: string): void;
  /** Goes on with another profile. Throws `PolicyError` (`not_allowed`) for one that the operator did not allow, `AuthError` if there is none. */
  useProfile(name: string): Promise<void>;
  /** The token that there is; null if none was asked for yet. Never asks Zoom, never for an answer. */
  token(): Promise<AccessToken | null>;
  /** The current credentials, for the session itself; never for an answer. */
  readonly inForce: FoundCredentials;
}

/** What an account access is made from. */
export interface AccountOptions {
  found: FoundCredentials;
  clock: Clock;
  toTokens(found: FoundCredentials): PeekableTokenSource;
  /** Absent: the session keeps what it was opened with. */
  rediscover?: (() => Promise<FoundCredentials>) | undefined;
  profiles?: ProfileChoice | undefined;
  /** What is thrown if there are no credentials. */
  missing(): AuthError;
}

/** An account access, and the tokens that the session's client takes: always those of the current credentials. */
export const createAccount = ({
  found,
  clock,
  toTokens,
  rediscover,
  profiles,
  missing,
}: AccountOptions): { account: AccountAccess; tokens: PeekableTokenSource } => {
  let inForce = found;
  let isRefused = false;
  /** The same tokens, with a note of whether Zoom refuses the credentials. */
  const watched = (of: FoundCredentials): PeekableTokenSource => {
    const source = toTokens(of);
    const noted = async (token: Promise<AccessToken>): Promise<AccessToken> => {
      try {
        const good = await token;
        if (inForce === of) isRefused = false;
        return good;
      } catch (error) {
        if (inForce === of && error instanceof AuthError) isRefused = true;
        throw error;
      }
    };
    return { ...source, get: (options) => noted(source.get(options)), renew: (stale, options) => noted(source.renew(stale, options)) };
  };
  let tokens = watched(found);
  const goOnWith = (next: FoundCredentials) => {
    inForce = next;
    isRefused = false;
    tokens = watched(next);
  };
  const describe = async (): Promise<TokenStatus> => ({
    ...stateOf(inForce.credentials, inForce.credentials && (await tokens.peek()), clock.now()),
    account_id: inForce.credentials && "accountId" in inForce.credentials ? inForce.credentials.accountId : null,
    credentials_from: inForce.source,
  });
  const assertMayUse = (name: string): void => {
    const allowed = profiles?.allowed ?? [];
    if (name !== inForce.profile && !allowed.includes(name)) throw notAllowed(name, allowed);
  };
  const account: AccountAccess = {
    describe,
    refresh: async () => {
      const { credentials } = inForce;
      if (!credentials) throw missing();
      if (credentials.kind === "access-token") throw cannotRenew();
      const known = await tokens.peek();
      await (known === null ? tokens.get() : tokens.renew(known));
      return describe();
    },
    rediscover: async () => {
      if (!rediscover) return { found: null, switched: false, leftAlone: false };
      const again = await rediscover();
      // Credentials that are gone from a file are not a reason to drop those that work.
      if (again.credentials === null || JSON.stringify(again.credentials) === JSON.stringify(inForce.credentials))
        return { found: again, switched: false, leftAlone: false };
      const switched = inForce.credentials === null || (isRefused && isSameSubject(inForce, again));
      if (switched) goOnWith(again);
      return { found: again, switched, leftAlone: !switched };
    },
    profiles: () => ({ current: inForce.profile ?? null, allowed: profiles?.allowed ?? [] }),
    assertMayUse,
    useProfile: async (name) => {
      assertMayUse(name);
      if (profiles !== undefined && name !== inForce.profile) goOnWith(await profiles.find(name));
    },
    token: async () => inForce.credentials && tokens.peek(),
    get inForce() {
      return inForce;
    },
  };
  return {
    account,
    tokens: { get: (options) => tokens.get(options), renew: (stale, options) => tokens.renew(stale, options), peek: () => tokens.peek() },
  };
};

/** Whether both act for the same: the same app of the same account, or the same person, at the same addresses, and found in the same place. */
const isSameSubject = (one: FoundCredentials, other: FoundCredentials): boolean => {
  const isSamePlace = one.source === other.source && one.apiBaseUrl === other.apiBaseUrl && one.oauthBaseUrl === other.oauthBaseUrl;
  const [a, b] = [subjectOf(one.credentials), subjectOf(other.credentials)];
  return isSamePlace && a !== null && a === b;
};

/** Null if nobody knows whom the credentials act for. */
const subjectOf = (credentials: Credentials | null): string | null => {
  if (credentials === null || credentials.kind === "access-token") return null;
  if (credentials.kind === "user") return credentials.user && JSON.stringify([credentials.clientId, credentials.user.id]);
  return JSON.stringify([credentials.clientId, credentials.accountId]);
};

const notAllowed = (name: string, allowed: readonly string[]) =>
  new PolicyError("not_allowed", `This program may not switch to the profile "${name}".`, {
    hint:
      allowed.length === 0
        ? "The operator starts it with --profile NAME, or names those to choose from with --profiles A,B."
        : `The operator allowed ${allowed.join(", ")}, with --profiles.`,
    details: { profiles: allowed },
  });

const cannotRenew = () =>
  new AuthError("auth_failed", "The access token comes from ZOOM_ACCESS_TOKEN, and only whoever made it can make a new one.", {
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
