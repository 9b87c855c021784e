import type { AccessToken, HttpResponse, Send, TokenSource } from "@zoom-webinar/auth";
import { tidyTrackingId, UnavailableError } from "@zoom-webinar/foundation";
import type { Breaker } from "../breaker.ts";
import type { RateLabel } from "../endpoint-info.ts";
import { isScopeRefusal } from "../errors/refusal.ts";
import { type LayerRequest, type Next, noteSent } from "./layer.ts";

/** What the auth layer needs. */
export interface AuthLayerOptions {
  tokens: TokenSource;
  send: Send;
  /** Holds requests back while Zoom is down, each label by itself. */
  breakerOf: (label: RateLabel) => Breaker;
  /** Without it, and for null, the region's host that the token names. */
  baseUrl: (() => string | null) | null;
}

const ZOOM_API_BASE_URL = "https://api.zoom.us/v2";

const baseUrlOf = ({ baseUrl }: AuthLayerOptions, token: AccessToken): string => {
  const own = baseUrl?.() ?? null;
  if (own !== null) return own;
  return token.apiUrl === null ? ZOOM_API_BASE_URL : `${token.apiUrl.replace(/\/+$/, "")}/v2`;
};

const isStale = (response: HttpResponse) => response.status === 401 && !isScopeRefusal(response.text);

/** However a request for a token ended, the call itself was surely not sent. */
const withToken = async ({ progress }: LayerRequest, token: Promise<AccessToken>): Promise<AccessToken> => {
  progress.isSigningIn = true;
  try {
    const given = await token;
    progress.isSigningIn = false;
    return given;
  } catch (error) {
    // An attempt that ended without a token leaves the call waiting for one: the next attempt asks again.
    if (!(error instanceof UnavailableError)) progress.isSigningIn = false;
    if (!(error instanceof UnavailableError) || error.sent === "not-sent") throw error;
    throw new UnavailableError(error.message, "not-sent", { cause: error, hint: error.hint, trackingId: error.trackingId });
  }
};

/**
 * The innermost layer of ours: adds host and token and sends. A token that Zoom refuses is renewed once and the request sent once more;
 * a second refusal is the answer. A missing scope is not a reason to renew.
 */
export const authenticated =
  (options: AuthLayerOptions): Next<HttpResponse> =>
  async (request) => {
    const { tokens } = options;
    const { signal } = request;
    const token = await withToken(request, tokens.get({ signal }));
    const response = await sendWith(options, request, token);
    if (!isStale(response)) return response;
    return sendWith(options, request, await withToken(request, tokens.renew(token, { signal })));
  };

const sendWith = async (options: AuthLayerOptions, request: LayerRequest, token: AccessToken): Promise<HttpResponse> => {
  const { progress, body, signal, info } = request;
  try {
    const response = await options.breakerOf(info.rate).run(async () => {
      progress.attempts += 1;
      progress.sent = "maybe-sent";
      progress.status = null;
      const answer = await options.send({
        method: info.method,
        url: baseUrlOf(options, token).replace(/\/+$/, "") + request.target,
        headers: {
          accept: "application/json",
          authorization: `Bearer ${token.value}`,
          "user-agent": "zoom-webinar",
          ...(body === null ? {} : { "content-type": body.contentType }),
          ...(body?.content instanceof Blob ? { "content-length": String(body.content.size) } : {}),
        },
        // A new stream for each attempt.
        body: body?.content instanceof Blob ? body.content.stream() : body?.content,
        signal,
        onStatus: (status) => {
          progress.status = status;
        },
      });
      // A read whose answer broke off is simply read again; the answer to a write is its status.
      if (answer.unread !== undefined && info.method === "GET") throw answer.unread;
      return answer;
    });
    progress.status = response.status;
    if (response.status === 429) progress.rateLimited += 1;
    const trackingId = response.headers["x-zm-trackingid"];
    progress.trackingId = trackingId === undefined ? undefined : tidyTrackingId(trackingId);
    // Refused, so not done; what follows (renewing, waiting) leaves it so.
    if (response.status >= 400 && response.status < 500) noteSent(progress, "not-sent");
    return response;
  } catch (error) {
    progress.status = null;
    if (error instanceof UnavailableError) noteSent(progress, error.sent);
    throw error;
  }
};
