import type { TokenSource } from "@zoom-webinar/auth";
import { AuthError, NotFoundError, RateLimitError, ScopeError, virtualClock } from "@zoom-webinar/foundation";
import { created, daily, maybeSent, notSent, perSecond, read, refusedToken, setUp, token } from "@zoom-webinar/testing/given-answers";
import { expect, test, vi } from "vitest";

test("what was surely not sent is repeated, whatever the verb", async () => {
  const { client, requests, logged } = setUp([notSent, notSent, created]);
  await client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} });
  expect(requests).toHaveLength(3);
  expect(logged[0]).toMatchObject({ attempts: 3, error: null });
});

test("what may have been done is never repeated if doing it twice creates, mails or spends twice, whatever the verb", async () => {
  for (const answer of [maybeSent, { status: 500, text: "" }, { status: 503, text: "", headers: { "retry-after": "1" } }]) {
    for (const call of [
      (client: ReturnType<typeof setUp>["client"]) => client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} }),
      (client: ReturnType<typeof setUp>["client"]) => client.call("PATCH /webinars/{webinarId}", { ...read, body: {} }),
      (client: ReturnType<typeof setUp>["client"]) =>
        client.call("PUT /webinars/{webinarId}/registrants/status", { ...read, body: { action: "approve" } }),
      (client: ReturnType<typeof setUp>["client"]) =>
        client.call("DELETE /webinars/{webinarId}", { ...read, query: { cancel_webinar_reminder: true } }),
    ]) {
      const { client, requests } = setUp([answer]);
      await expect(call(client)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent" });
      expect(requests).toHaveLength(1);
    }
  }
});

test("a deletion is repeated, and one that then finds nothing to delete has succeeded", async () => {
  const gone = { status: 404, text: '{"code":3001,"message":"Webinar does not exist: 95312345678."}' };
  const { client, requests } = setUp([maybeSent, gone]);
  expect(await client.call("DELETE /webinars/{webinarId}", read)).toBeNull();
  expect(requests).toHaveLength(2);
  const never = setUp([gone]);
  await expect(never.client.call("DELETE /webinars/{webinarId}", read)).rejects.toThrow(NotFoundError);
  const notSentBefore = setUp([notSent, gone]);
  await expect(notSentBefore.client.call("DELETE /webinars/{webinarId}", read)).rejects.toThrow(NotFoundError);
});

test("once an attempt is in doubt, no later one makes it sound as if nothing was done", async () => {
  for (const later of [notSent, daily, refusedToken]) {
    const { client } = setUp([maybeSent, later, later, later]);
    await expect(client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent" });
  }
  const stop = new AbortController();
  const { client, requests } = setUp([maybeSent], { clock: virtualClock() });
  const call = client.call("DELETE /webinars/{webinarId}", read, { signal: stop.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  await new Promise(setImmediate);
  stop.abort();
  await expect(call).rejects.toMatchObject({ code: "cancelled", details: { sent: "maybe-sent" } });
});

test("a write that only sets what it says is repeated, whatever the verb", async () => {
  const { client, requests } = setUp([maybeSent, { status: 204 }]);
  await client.call("PATCH /webinars/{webinarId}/livestream", {
    ...read,
    body: { stream_url: "rtmp://example.com/l", stream_key: "k", page_url: "https://example.com" },
  });
  expect(requests).toHaveLength(2);
});

test("all calls share one budget of repeats: ten minutes of failure cost little more than the first attempts", async () => {
  const { client, requests, clock } = setUp([{ status: 503, text: "" }]);
  const startMs = clock.now();
  let calls = 0;
  for (; clock.now() - startMs < 600_000; calls += 1) {
    await client.call("GET /webinars/{webinarId}", read).catch(() => {});
    clock.advance(1000);
  }
  expect(calls).toBeGreaterThan(400);
  expect(requests.length).toBeLessThanOrEqual(calls + 500 / 14);
});

test("the budget recovers with success", async () => {
  let fails = true;
  const { client, requests, clock } = setUp([async () => ({ status: fails ? 503 : 200, headers: {}, text: fails ? "" : "{}" })]);
  const call = () => client.call("GET /webinars/{webinarId}", read).catch(() => {});
  for (let i = 0; i < 60; i += 1) {
    await call();
    clock.advance(2000);
  }
  const spent = requests.length;
  await call();
  expect(requests.length - spent).toBe(1);
  fails = false;
  clock.advance(2000);
  for (let i = 0; i < 100; i += 1) await call();
  fails = true;
  const before = requests.length;
  await call();
  expect(requests.length - before).toBe(3);
});

test("waiting is visible", async () => {
  const waits: unknown[] = [];
  const { client, logged } = setUp([perSecond, {}], { onWait: (wait) => waits.push(wait) });
  await client.call("GET /webinars/{webinarId}", read);
  expect(waits).toEqual([{ endpoint: "GET /webinars/{webinarId}", reason: "rate-limit", waitMs: 1250 }]);
  expect(logged[0]?.waitedMs).toBe(1250);
});

test("a read is repeated after a cut and after a 5xx", async () => {
  for (const answer of [maybeSent, { status: 502, text: "<html>" }]) {
    const { client, requests } = setUp([answer, {}]);
    await client.call("GET /webinars/{webinarId}", read);
    expect(requests).toHaveLength(2);
  }
});

test("a request for a token that was cut leaves no doubt about the call itself", async () => {
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

test("three attempts at most, with full jitter between them", async () => {
  const { client, requests, clock } = setUp([maybeSent]);
  const startMs = clock.now();
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toBe(maybeSent);
  expect(requests).toHaveLength(3);
  expect(clock.now() - startMs).toBe(0.5 * 500 + 0.5 * 1000);
});

test("a limit per second is waited for, at least as long as Zoom says, by any verb", async () => {
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

test("no daily limit is waited for, even if Zoom names no time", async () => {
  for (const words of ["maximum daily rate limit", "daily rate limit (100) for this particular user", "daily rate limit of (3) for the registrant"]) {
    const { client, requests } = setUp([{ status: 429, text: JSON.stringify({ code: 429, message: words }) }]);
    await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toThrow(RateLimitError);
    expect(requests).toHaveLength(1);
  }
});

test("a daily limit goes to the caller at once, with the time when it ends", async () => {
  const { client, requests, clock } = setUp([daily]);
  const startMs = clock.now();
  const error = await client.call("GET /webinars/{webinarId}", read).catch((thrown: unknown) => thrown);
  expect(error instanceof RateLimitError && error.retryAt?.toISOString()).toBe("2027-01-16T00:00:00.000Z");
  expect([requests.length, clock.now() - startMs]).toEqual([1, 0]);
});

test("a time that Zoom names with a 503 is waited for", async () => {
  const { client, requests, clock } = setUp([{ status: 503, text: "", headers: { "retry-after": "7" } }, {}]);
  const startMs = clock.now();
  await client.call("GET /webinars/{webinarId}", read);
  expect([requests.length, clock.now() - startMs]).toEqual([2, 7250]);
});

test("nothing is waited for beyond the deadline", async () => {
  const { client, requests, clock } = setUp([{ ...perSecond, headers: { "retry-after": "120" } }]);
  const startMs = clock.now();
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "rate_limited" });
  expect([requests.length, clock.now() - startMs]).toEqual([1, 0]);
});

test("a refused token is renewed once and the call repeated once, also a write", async () => {
  const { client, requests } = setUp([refusedToken, created]);
  await client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: { topic: "x" } });
  expect(requests.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    ["Bearer t1", '{"topic":"x"}'],
    ["Bearer t2", '{"topic":"x"}'],
  ]);
});

test("always 401: exactly two requests, then an AuthError", async () => {
  const { client, requests } = setUp([refusedToken]);
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toThrow(AuthError);
  expect(requests).toHaveLength(2);
});

test("a missing scope is not a reason to renew", async () => {
  for (const status of [400, 401]) {
    const { client, requests } = setUp([
      { status, text: '{"code":4711,"message":"Invalid access token, does not contain scopes:[webinar:read:webinar]."}' },
    ]);
    await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toThrow(ScopeError);
    expect(requests).toHaveLength(1);
  }
});
