import type { AccessToken, HttpRequest, HttpResponse, Send, TokenSource } from "@zoom-webinar/auth";
import {
  AuthError,
  CancelledError,
  InputError,
  RateLimitError,
  ResponseError,
  ScopeError,
  UnavailableError,
  virtualClock,
} from "@zoom-webinar/foundation";
import { afterEach, expect, test, vi } from "vitest";
import { type ClientOptions, createClient } from "./client.ts";
import type { CallLog } from "./layers/log.ts";

type Answer = Partial<HttpResponse> | Error | ((request: HttpRequest) => Promise<HttpResponse>);
const token = (value: string, apiUrl: string | null = null): AccessToken => ({ value, apiUrl, expiresAtMs: Number.POSITIVE_INFINITY, scopes: null });

/** Tokens t1, t2, … : the next one after each renewal. */
const countingTokens = (apiUrl: string | null = null) => {
  let count = 1;
  const tokens: TokenSource = {
    get: async () => token(`t${count}`, apiUrl),
    renew: async () => token(`t${++count}`, apiUrl),
  };
  return tokens;
};

/** A client whose answers are given in advance; the last one repeats. Time moves by itself when somebody sleeps. */
const setUp = (answers: readonly Answer[], options: Partial<ClientOptions> = {}) => {
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

const read = { path: { webinarId: "95312345678" } };
const notSent = new UnavailableError("refused", "not-sent");
const maybeSent = new UnavailableError("reset", "maybe-sent");
const perSecond = { status: 429, text: '{"code":429,"message":"You have reached the maximum per-second rate limit for this API. Try again later."}' };
const daily = {
  status: 429,
  text: '{"code":429,"message":"You have reached the maximum daily rate limit for this API."}',
  headers: { "retry-after": "2027-01-16T00:00:00Z" },
};
const created = { status: 201, text: '{"id":95312345678}' };
const refusedToken = { status: 401, text: '{"code":124,"message":"Invalid access token."}' };

afterEach(() => {
  vi.useRealTimers();
});

test("a call sends method, address, token and body, and reads the reply", async () => {
  const { client, requests, logged } = setUp([{ ...created, headers: { "x-zm-trackingid": "WEB_1" } }]);
  const reply = await client.call("POST /users/{userId}/webinars", {
    path: { userId: "jo@example.com" },
    body: { topic: "Launch", agenda: undefined },
  });
  expect(reply).toEqual({ id: "95312345678" });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ method: "POST", url: "https://api.zoom.us/v2/users/jo%40example.com/webinars", body: '{"topic":"Launch"}' });
  expect(requests[0]?.headers).toEqual({
    accept: "application/json",
    authorization: "Bearer t1",
    "content-type": "application/json",
    "user-agent": "zoom-webinar",
  });
  expect(logged).toEqual([{ endpoint: "POST /users/{userId}/webinars", status: 201, error: null, attempts: 1, durationMs: 0, trackingId: "WEB_1" }]);
});

test("the address: the operator's, else the token's region, else Zoom's", async () => {
  for (const [options, host] of [
    [{ baseUrl: "http://127.0.0.1:4646/v2/" }, "http://127.0.0.1:4646/v2/webinars/"],
    [{ baseUrl: () => "https://x.zoom.us/v2", tokens: countingTokens("https://api-eu.zoom.us") }, "https://x.zoom.us/v2/webinars/"],
    [{ tokens: countingTokens("https://api-eu.zoom.us") }, "https://api-eu.zoom.us/v2/webinars/"],
    [{}, "https://api.zoom.us/v2/webinars/"],
  ] as const) {
    const { client, requests } = setUp([{}], options);
    await client.call("GET /webinars/{webinarId}", read);
    expect(requests[0]?.url).toBe(`${host}95312345678`);
  }
});

test("success without a body is null, whatever stands in it", async () => {
  for (const answer of [
    { status: 204, text: "" },
    { status: 200, text: "" },
    { status: 200, text: "ok" },
  ]) {
    const { client } = setUp([answer]);
    expect(await client.call("PUT /webinars/{webinarId}/status", { ...read, body: { action: "end" } })).toBeNull();
  }
});

test("a success that is not the documented JSON is a ResponseError with the tracking id", async () => {
  for (const text of ["", "<html>", "[]", "7"]) {
    const { client, logged } = setUp([{ text, headers: { "x-zm-trackingid": "WEB_1" } }]);
    await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "unexpected_response", trackingId: "WEB_1" });
    expect(logged[0]).toMatchObject({ status: 200, error: "unexpected_response" });
  }
});

test("what cannot be sent is an InputError, and nothing goes out", async () => {
  const { client, requests } = setUp([{}]);
  await expect(client.call("GET /webinars/{webinarId}", { path: { webinarId: ".." } })).rejects.toThrow(InputError);
  expect(requests).toHaveLength(0);
});

test("R1 what was surely not sent is repeated, whatever the verb", async () => {
  const { client, requests, logged } = setUp([notSent, notSent, created]);
  await client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} });
  expect(requests).toHaveLength(3);
  expect(logged[0]).toMatchObject({ attempts: 3, error: null });
});

test("R1 what may have been done is never repeated by a verb that writes", async () => {
  for (const answer of [maybeSent, { status: 500, text: "" }, { status: 503, text: "", headers: { "retry-after": "1" } }]) {
    for (const call of [
      (client: ReturnType<typeof setUp>["client"]) => client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} }),
      (client: ReturnType<typeof setUp>["client"]) => client.call("PATCH /webinars/{webinarId}", { ...read, body: {} }),
      (client: ReturnType<typeof setUp>["client"]) =>
        client.call("PUT /webinars/{webinarId}/registrants/status", { ...read, body: { action: "approve" } }),
      (client: ReturnType<typeof setUp>["client"]) => client.call("DELETE /webinars/{webinarId}", read),
    ]) {
      const { client, requests } = setUp([answer]);
      await expect(call(client)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent" });
      expect(requests).toHaveLength(1);
    }
  }
});

test("R1 a read is repeated after a cut and after a 5xx", async () => {
  for (const answer of [maybeSent, { status: 502, text: "<html>" }]) {
    const { client, requests } = setUp([answer, {}]);
    await client.call("GET /webinars/{webinarId}", read);
    expect(requests).toHaveLength(2);
  }
});

test("R1 a request for a token that was cut is no doubt about the call itself", async () => {
  let asked = 0;
  const tokens: TokenSource = {
    get: async () => {
      asked += 1;
      if (asked === 1) throw maybeSent;
      return token("t1");
    },
    renew: async () => token("t2"),
  };
  const { client, requests } = setUp([created], { tokens });
  await client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} });
  expect([asked, requests.length]).toEqual([2, 1]);
});

test("R2 three attempts at most, with full jitter between them", async () => {
  const { client, requests, clock } = setUp([maybeSent]);
  const startMs = clock.now();
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toBe(maybeSent);
  expect(requests).toHaveLength(3);
  expect(clock.now() - startMs).toBe(0.5 * 500 + 0.5 * 1000);
});

test("R2 a limit per second is waited for, at least as long as Zoom says, by any verb", async () => {
  const post = { path: { webinarId: "95312345678" }, body: { email: "jo@example.com", first_name: "Jo" } };
  for (const [headers, waitMs] of [
    [{}, 1250],
    [{ "retry-after": "2" }, 2250],
    [{ "retry-after": "Fri, 15 Jan 2027 12:00:05 GMT" }, 5250],
    [{ "retry-after": "2027-01-15T12:00:03Z" }, 3250],
  ] as const) {
    const { client, requests, clock } = setUp([{ ...perSecond, headers }, created]);
    const startMs = clock.now();
    await client.call("POST /webinars/{webinarId}/registrants", post);
    expect([requests.length, clock.now() - startMs]).toEqual([2, waitMs]);
  }
});

test("R2 a daily limit goes to the caller at once, with the time when it ends", async () => {
  const { client, requests, clock } = setUp([daily]);
  const startMs = clock.now();
  const error = await client.call("GET /webinars/{webinarId}", read).catch((thrown: unknown) => thrown);
  expect(error instanceof RateLimitError && error.retryAt?.toISOString()).toBe("2027-01-16T00:00:00.000Z");
  expect([requests.length, clock.now() - startMs]).toEqual([1, 0]);
});

test("R2 a time that Zoom names with a 503 is waited for", async () => {
  const { client, requests, clock } = setUp([{ status: 503, text: "", headers: { "retry-after": "7" } }, {}]);
  const startMs = clock.now();
  await client.call("GET /webinars/{webinarId}", read);
  expect([requests.length, clock.now() - startMs]).toEqual([2, 7250]);
});

test("R2 nothing is waited for beyond the deadline", async () => {
  const { client, requests, clock } = setUp([{ ...perSecond, headers: { "retry-after": "120" } }]);
  const startMs = clock.now();
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "rate_limited" });
  expect([requests.length, clock.now() - startMs]).toEqual([1, 0]);
});

test("R5 a refused token is renewed once and the call repeated once, also a write", async () => {
  const { client, requests } = setUp([refusedToken, created]);
  await client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: { topic: "x" } });
  expect(requests.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    ["Bearer t1", '{"topic":"x"}'],
    ["Bearer t2", '{"topic":"x"}'],
  ]);
});

test("R5 always 401: exactly two requests, then an AuthError", async () => {
  const { client, requests } = setUp([refusedToken]);
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toThrow(AuthError);
  expect(requests).toHaveLength(2);
});

test("R5 a missing scope is no reason to renew", async () => {
  for (const status of [400, 401]) {
    const { client, requests } = setUp([
      { status, text: '{"code":4711,"message":"Invalid access token, does not contain scopes:[webinar:read:webinar]."}' },
    ]);
    await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toThrow(ScopeError);
    expect(requests).toHaveLength(1);
  }
});

/** A send that never answers and does not listen to its signal. */
const deaf = () => new Promise<HttpResponse>(() => {});

test("R6 a call that hangs ends at its deadline and says whether it may have been done", async () => {
  vi.useFakeTimers();
  const { client, logged } = setUp([deaf], { deadlineMs: 5000 });
  const hanging = expect(client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} })).rejects.toMatchObject({
    code: "zoom_unavailable",
    sent: "maybe-sent",
    message: /within 5 s/,
  });
  await vi.advanceTimersByTimeAsync(5000);
  await hanging;
  expect(logged[0]).toMatchObject({ error: "zoom_unavailable", attempts: 1 });
});

test("R6 a token that never comes ends the call, which was then surely not sent", async () => {
  vi.useFakeTimers();
  const { client } = setUp([{}], { tokens: { get: () => new Promise(() => {}), renew: () => new Promise(() => {}) } });
  const hanging = expect(client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "not-sent" });
  await vi.advanceTimersByTimeAsync(60_000);
  await hanging;
});

test("R6 an abort by the call's or the client's signal ends the call at once, even if what is inside is deaf", async () => {
  for (const place of ["call", "client"] as const) {
    const stop = new AbortController();
    const { client, requests } = setUp([deaf], place === "client" ? { signal: stop.signal } : {});
    const call = client.call("GET /webinars/{webinarId}", read, place === "call" ? { signal: stop.signal } : {});
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    stop.abort();
    await expect(call).rejects.toThrow(CancelledError);
    expect(requests[0]?.signal?.aborted).toBe(true);
  }
});

test("R6 a signal that has aborted already: nothing is sent", async () => {
  const { client, requests } = setUp([{}]);
  await expect(client.call("GET /webinars/{webinarId}", read, { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError);
  expect(requests).toHaveLength(0);
});

test("R6 an abort while waiting to try again", async () => {
  const stop = new AbortController();
  const { client, requests } = setUp([perSecond], { clock: virtualClock() });
  const call = client.call("GET /webinars/{webinarId}", read, { signal: stop.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  stop.abort();
  await expect(call).rejects.toThrow(CancelledError);
  expect(requests).toHaveLength(1);
});

test("R6 a stopped write says that it may have been done", async () => {
  const stop = new AbortController();
  const { client, requests } = setUp([deaf]);
  const call = client.call("DELETE /webinars/{webinarId}", read, { signal: stop.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  stop.abort();
  await expect(call).rejects.toMatchObject({ code: "cancelled", details: { sent: "maybe-sent" } });
});

test("a refusal told with status 200 throws", async () => {
  const { client } = setUp([
    {
      text: '{"code":200,"message":"Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user abc to perform this action."}',
    },
  ]);
  await expect(client.call("GET /past_webinars/{webinarId}/absentees", read)).rejects.toMatchObject({ code: "plan_missing" });
});

test("R10 pages go on until the token is empty, with the filters of the first", async () => {
  const { client, requests } = setUp([
    { text: '{"registrants":[{"id":"a"}],"next_page_token":"T1"}' },
    { text: '{"registrants":[{"id":"b"}],"next_page_token":"T2"}' },
    { text: '{"registrants":[{"id":"c"}],"next_page_token":""}' },
  ]);
  const query = { status: "approved" as const, page_size: 1 };
  const seen: unknown[] = [];
  for await (const page of client.pages("GET /webinars/{webinarId}/registrants", { ...read, query })) {
    seen.push(...(page.registrants ?? []).map(({ id }) => id));
    query.page_size = 300;
  }
  expect(seen).toEqual(["a", "b", "c"]);
  expect(requests.map(({ url }) => new URL(url).search)).toEqual([
    "?status=approved&page_size=1",
    "?status=approved&page_size=1&next_page_token=T1",
    "?status=approved&page_size=1&next_page_token=T2",
  ]);
});

const collect = async (pages: AsyncIterable<unknown>) => {
  let count = 0;
  try {
    for await (const _ of pages) count += 1;
  } catch (error) {
    return { count, error };
  }
  return { count, error: null };
};

test("R10 a token that comes back, or a list without end, is an error and not a loop", async () => {
  const same = setUp([{ text: '{"next_page_token":"T1"}' }]);
  const repeated = await collect(same.client.pages("GET /users", {}));
  expect(repeated.count).toBe(2);
  expect(repeated.error).toBeInstanceOf(ResponseError);
  let page = 0;
  const endless = setUp([async () => ({ status: 200, headers: {}, text: JSON.stringify({ next_page_token: `T${++page}` }) })]);
  const cut = await collect(endless.client.pages("GET /users", {}, { maxPages: 3 }));
  expect(cut.count).toBe(3);
  expect(cut.error).toBeInstanceOf(ResponseError);
});

test("R10 a list that does not page is one page", async () => {
  const { client, requests } = setUp([{ text: '{"panelists":[],"next_page_token":"ignored"}' }]);
  expect(await collect(client.pages("GET /webinars/{webinarId}/panelists", read))).toEqual({ count: 1, error: null });
  expect(requests).toHaveLength(1);
});

test("pages stop between two pages when the caller aborts", async () => {
  const stop = new AbortController();
  const { client } = setUp([{ text: '{"next_page_token":"T1"}' }, { text: '{"next_page_token":"T2"}' }]);
  const pages = client.pages("GET /users", {}, { signal: stop.signal });
  await pages.next();
  stop.abort();
  await expect(pages.next()).rejects.toThrow(CancelledError);
});
