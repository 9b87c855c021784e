import { AuthError, ForbiddenError, RateLimitError, ResponseError, redact, rememberSecret, UnavailableError } from "@zoom-webinar/foundation";
import { describePage, readPage, toNotZoomError } from "../answer-page.ts";
import { assertBaseUrl } from "../base-url.ts";
import { sendWithin } from "../request-deadline.ts";
import type { HttpRequest, HttpResponse } from "../send.ts";
import type { AccessToken } from "./token.ts";
import type { TokenParts } from "./token-parts.ts";

/** The app that asks: with its secret, or as a public client that has none. */
export interface OAuthClient {
  clientId: string;
  clientSecret?: string | undefined;
}

/** What Zoom's token endpoint gave. */
export interface TokenGrant {
  token: AccessToken;
  /** Null for server-to-server apps. */
  refreshToken: string | null;
}

/** Hints for a refused request, by what is probably wrong. */
export interface RefusalHints {
  client: string;
  grant: string;
}

const formHeaders = ({ clientId, clientSecret }: OAuthClient): Record<string, string> => {
  const proof = clientSecret === undefined ? undefined : Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  rememberSecret(proof?.replace(/=+$/, ""));
  return {
    ...(proof === undefined ? {} : { authorization: `Basic ${proof}` }),
    "content-type": "application/x-www-form-urlencoded",
    accept: "application/json",
  };
};

/** A public client names itself in the form, as it has nothing to prove itself with. */
const formOf = ({ clientId, clientSecret }: OAuthClient, fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams({ ...fields, ...(clientSecret === undefined ? { client_id: clientId } : {}) }).toString();

/** Far beyond what Zoom takes, and short enough that nobody waits long for the lock of a token. */
const DEADLINE_MS = 20_000;

/** Every request to Zoom's sign-in service ends: a lock is held meanwhile, and other processes wait for it. */
const post = ({ send, oauthBaseUrl, deadlineMs = DEADLINE_MS }: TokenParts, request: Omit<HttpRequest, "method">): Promise<HttpResponse> =>
  sendWithin(send, { method: "POST", ...request }, deadlineMs, () => {
    const { host } = new URL(oauthBaseUrl);
    return new UnavailableError(`Zoom's sign-in service (${host}) did not answer within ${deadlineMs / 1000} s.`, "maybe-sent", {
      hint: "Try again in a minute; if it happens again, look at status.zoom.us and at the network.",
    });
  });

/**
 * Asks Zoom for a token. Throws `AuthError` (`auth_failed`) with Zoom's reason if it refuses, `RateLimitError`, `ForbiddenError`, or
 * `UnavailableError` if nobody knows whether the request arrived, at the latest when the deadline is over. Source: POST /oauth/token.
 */
export const askForToken = async (
  parts: TokenParts,
  client: OAuthClient,
  fields: Readonly<Record<string, string>>,
  hints: RefusalHints,
): Promise<TokenGrant> => {
  const { clock, oauthBaseUrl, allowBaseUrl } = parts;
  const askedAtMs = clock.now();
  const response = await post(parts, { url: `${oauthBaseUrl}/oauth/token`, headers: formHeaders(client), body: formOf(client, fields) });
  // A token that cannot be read is no token.
  if (response.unread !== undefined) throw response.unread;
  const body = parseObject(response.text);
  const page = readPage(response);
  if (page?.isZooms === false) throw toNotZoomError(page, response);
  if (response.status !== 200) throw toTokenError(response, body, hints);
  const { access_token: value, refresh_token: refreshToken, expires_in: seconds, scope, api_url: apiUrl } = body;
  if (typeof value !== "string" || value === "") {
    throw new ResponseError("Zoom's token answer holds no token.", { trackingId: response.headers["x-zm-trackingid"] });
  }
  rememberSecret(value);
  if (typeof refreshToken === "string") rememberSecret(refreshToken);
  return {
    token: {
      value,
      expiresAtMs: askedAtMs + (typeof seconds === "number" ? seconds : 3600) * 1000,
      scopes: typeof scope === "string" ? scope.split(" ").filter(Boolean).sort() : null,
      apiUrl: typeof apiUrl === "string" ? assertBaseUrl("api_url of Zoom's token answer", apiUrl, { allowAnyHost: allowBaseUrl }) : null,
    },
    refreshToken: typeof refreshToken === "string" && refreshToken !== "" ? refreshToken : null,
  };
};

/** Ends a token at Zoom. Throws as `askForToken` does. Source: POST /oauth/revoke. */
export const revokeToken = async (parts: TokenParts, client: OAuthClient, token: string): Promise<void> => {
  rememberSecret(token);
  const response = await post(parts, {
    url: `${parts.oauthBaseUrl}/oauth/revoke`,
    headers: formHeaders(client),
    body: formOf(client, { token }),
  });
  const hint = "End it in the Zoom Marketplace instead, by removing the app.";
  if (response.status !== 200) throw toTokenError(response, parseObject(response.text), { client: hint, grant: hint });
};

const parseObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

const MOST_LETTERS = 300;

/** The answer's own words, on one line: line breaks in them would look like lines of ours. */
const oneLine = (said: string): string =>
  redact(
    said
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, MOST_LETTERS),
  );

/** Source: facts of Zoom's OAuth errors: HTTP 400 with `{reason, error}`. None of them passes by waiting. */
const toTokenError = (response: HttpResponse, body: Readonly<Record<string, unknown>>, hints: RefusalHints) => {
  const trackingId = response.headers["x-zm-trackingid"];
  const page = readPage(response);
  const said = body.reason ?? body.error_description ?? body.error ?? (page === null ? `HTTP ${response.status}` : describePage(page));
  const reason = oneLine(String(said));
  if (response.status >= 500)
    return new UnavailableError("Zoom's sign-in service is down.", "not-sent", { trackingId, hint: "Try again in a minute." });
  if (response.status === 429) return new RateLimitError("Zoom asks to wait before another token is requested.", "unknown", null, { trackingId });
  if (response.status === 403) return new ForbiddenError(`Zoom refused to give a token: ${reason}`, { trackingId, foreign: ["message"] });
  const hint = body.error === "invalid_client" ? hints.client : hints.grant;
  return new AuthError("auth_failed", `Zoom refused the credentials: ${reason}`, {
    trackingId,
    hint,
    foreign: ["message", "reason", "error"],
    details: { reason, ...(typeof body.error === "string" ? { error: oneLine(body.error) } : {}) },
  });
};
