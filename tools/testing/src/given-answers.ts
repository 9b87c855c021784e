import type { AccessToken, HttpRequest, HttpResponse, Send, TokenSource } from "@zoom-webinar/auth";
import { UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import type { CallLog } from "@zoom-webinar/zoom-client";
import { type ClientOptions, createClient } from "@zoom-webinar/zoom-client";

/** What Zoom does with a request. */
export type Answer = Partial<HttpResponse> | Error | ((request: HttpRequest) => Promise<HttpResponse>);
/** A token that never ends. */
export const token = (value: string, apiUrl: string | null = null): AccessToken => ({
  value,
  apiUrl,
  expiresAtMs: Number.POSITIVE_INFINITY,
  scopes: null,
});

/** Tokens t1, t2, … : the next one after each renewal. */
export const countingTokens = (apiUrl: string | null = null) => {
  let count = 1;
  const tokens: TokenSource = {
    get: async () => token(`t${count}`, apiUrl),
    renew: async () => token(`t${++count}`, apiUrl),
  };
  return tokens;
};

/** A client whose answers are given in advance; the last one repeats. Time moves by itself when somebody sleeps. */
export const setUp = (answers: readonly Answer[], options: Partial<ClientOptions> = {}) => {
  const requests: HttpRequest[] = [];
  const logged: CallLog[] = [];
  const clock = virtualClock(Date.UTC(2027, 0, 15, 12), { autoAdvance: true });
  const send: Send = async (request) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {};
    requests.push(request);
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer(request) : { status: 200, headers: {}, text: "{}", ...answer };
  };
  const client = createClient({ tokens: countingTokens(), send, clock, random: () => 0.5, log: (entry) => logged.push(entry), ...options });
  return { client, requests, logged, clock };
};

/** Arguments of any call about one webinar. */
export const read = { path: { webinarId: "95312345678" } };

export const notSent = new UnavailableError("refused", "not-sent");
export const maybeSent = new UnavailableError("reset", "maybe-sent");
export const perSecond = {
  status: 429,
  text: '{"code":429,"message":"You have reached the maximum per-second rate limit for this API. Try again later."}',
};
export const daily = {
  status: 429,
  text: '{"code":429,"message":"You have reached the maximum daily rate limit for this API."}',
  headers: { "retry-after": "2027-01-16T00:00:00Z" },
};
export const created = { status: 201, text: '{"id":95312345678}' };
export const refusedToken = { status: 401, text: '{"code":124,"message":"Invalid access token."}' };

/** A send that never answers and ignores its signal. */
export const deaf = () => new Promise<HttpResponse>(() => {});
