import { createHash } from "node:crypto";
import {
  AuthError,
  type Clock,
  ForbiddenError,
  RateLimitError,
  ResponseError,
  redact,
  rememberSecret,
  type Store,
  UnavailableError,
} from "@zoom-webinar/foundation";
import { assertBaseUrl } from "./base-url.ts";
import type { ServerToServerCredentials } from "./credentials.ts";
import type { HttpResponse, Send } from "./send.ts";
import type { AccessToken, PeekableTokenSource } from "./token.ts";

export const ZOOM_OAUTH_BASE_URL = "https://zoom.us";

/** A token is renewed this long before it ends, so that a call that starts with it can finish with it. */
export const TOKEN_MARGIN_MS = 5 * 60_000;

export interface ServerToServerOptions {
  credentials: ServerToServerCredentials;
  send: Send;
  /** Tokens are shared through it: by callers of this process, and with a file store by the processes of this machine. */
  store: Store;
  clock: Clock;
  /** Default https://zoom.us */
  oauthBaseUrl?: string;
  /** The operator's `--allow-base-url`: the `api_url` of the answer may then be any https host. */
  allowBaseUrl?: boolean;
}

/**
 * Tokens of a Server-to-Server OAuth app: cached, renewed five minutes early, one request however many callers.
 * The cache key holds host, account and client, so that switching accounts never reuses a token.
 * Source: POST /oauth/token with grant account_credentials; a new token does not end an older one.
 */
export const serverToServerTokens = (options: ServerToServerOptions): PeekableTokenSource => {
  const { credentials, store, clock } = options;
  const oauthBaseUrl = options.oauthBaseUrl ?? ZOOM_OAUTH_BASE_URL;
  rememberSecret(credentials.clientSecret);
  const secretTag = createHash("sha256").update(credentials.clientSecret).digest("hex").slice(0, 8);
  const key = `token:${oauthBaseUrl}:${credentials.accountId}:${credentials.clientId}:${secretTag}`;
  let current: AccessToken | null = null;
  let underway: Promise<AccessToken> | null = null;

  const isGood = (token: AccessToken | null): token is AccessToken => token !== null && token.expiresAtMs - clock.now() > TOKEN_MARGIN_MS;
  const fromStore = async (): Promise<AccessToken | null> => {
    const stored = await store.get(key);
    if (stored === null) return null;
    const token = JSON.parse(stored.value) as AccessToken;
    rememberSecret(token.value);
    return token;
  };
  /** Under the store's lock: takes what another process fetched meanwhile, else asks Zoom. */
  const obtain = (stale: AccessToken | null) =>
    store.lock(key, async () => {
      const stored = await fromStore();
      if (isGood(stored) && stored.value !== stale?.value) return stored;
      const token = await requestToken(options, oauthBaseUrl);
      await store.set(key, JSON.stringify(token), { ttlMs: Math.max(token.expiresAtMs - clock.now(), 1) });
      return token;
    });
  const shared = (stale: AccessToken | null) => {
    underway ??= obtain(stale)
      .then((token) => {
        current = token;
        return token;
      })
      .finally(() => {
        underway = null;
      });
    return underway;
  };
  return {
    peek: async () => (isGood(current) ? current : ((await fromStore()) ?? current)),
    get: async ({ signal } = {}) => {
      if (isGood(current)) return current;
      return orAbort(shared(null), signal);
    },
    renew: async (stale, { signal } = {}) => {
      if (isGood(current) && current.value !== stale.value) return current;
      const token = await orAbort(shared(stale), signal);
      // A request that was already under way for others may have answered with the very token that Zoom refused.
      return token.value === stale.value ? orAbort(shared(stale), signal) : token;
    },
  };
};

/** One caller that gives up must not take the request away from the others. */
const orAbort = <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (signal === undefined) return work;
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
};

const requestToken = async ({ credentials, send, clock, allowBaseUrl }: ServerToServerOptions, oauthBaseUrl: string): Promise<AccessToken> => {
  const { accountId, clientId, clientSecret } = credentials;
  const askedAtMs = clock.now();
  const response = await send({
    method: "POST",
    url: `${oauthBaseUrl}/oauth/token`,
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
    },
    body: new URLSearchParams({ grant_type: "account_credentials", account_id: accountId }).toString(),
  });
  const body = parseObject(response.text);
  if (response.status !== 200) throw toTokenError(response, body);
  const { access_token: value, expires_in: seconds, scope, api_url: apiUrl } = body;
  if (typeof value !== "string" || value === "") {
    throw new ResponseError("Zoom's token answer holds no token.", { trackingId: response.headers["x-zm-trackingid"] });
  }
  rememberSecret(value);
  return {
    value,
    expiresAtMs: askedAtMs + (typeof seconds === "number" ? seconds : 3600) * 1000,
    scopes: typeof scope === "string" ? scope.split(" ").filter(Boolean).sort() : null,
    apiUrl: typeof apiUrl === "string" ? assertBaseUrl("api_url of Zoom's token answer", apiUrl, { allowAnyHost: allowBaseUrl ?? false }) : null,
  };
};

const parseObject = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** Source: facts of Zoom's OAuth errors: HTTP 400 with `{reason, error}`. None of them passes by waiting. */
const toTokenError = (response: HttpResponse, body: Record<string, unknown>) => {
  const trackingId = response.headers["x-zm-trackingid"];
  const reason = redact(String(body.reason ?? body.error_description ?? body.error ?? `HTTP ${response.status}`));
  if (response.status >= 500)
    return new UnavailableError("Zoom's sign-in service is down.", "not-sent", { trackingId, hint: "Try again in a minute." });
  if (response.status === 429) return new RateLimitError("Zoom asks to wait before another token is requested.", "unknown", null, { trackingId });
  if (response.status === 403) return new ForbiddenError(`Zoom refused to give a token: ${reason}`, { trackingId });
  const hint =
    body.error === "invalid_client"
      ? "Check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and that the app is activated in the Zoom Marketplace."
      : "Check ZOOM_ACCOUNT_ID, and that the app is a Server-to-Server OAuth app of that account, activated in the Zoom Marketplace.";
  return new AuthError("auth_failed", `Zoom refused the credentials: ${reason}`, { trackingId, hint, details: { reason } });
};
