import { CancelledError, RateLimitError, UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import { created, deaf, maybeSent, notSent, read, setUp } from "@zoom-webinar/testing/given-answers";
import { describe, expect, test, vi } from "vitest";
import { retryBudget } from "./retry-budget.ts";

const create = { path: { userId: "me" }, body: {} };
const limited = (message: string) => ({ status: 429, text: JSON.stringify({ code: 429, message }) });
const failing = { status: 503, text: '{"code":1,"message":"Busy"}', headers: { "x-zm-trackingid": "WEB_7" } };

describe("a write of which an earlier attempt may have been done", () => {
  test("says so with the words and the hint of that attempt, and with how the last one ended", async () => {
    const first = new UnavailableError("The connection broke.", "maybe-sent", { hint: "Look first.", trackingId: "WEB_1", foreign: ["message"] });
    const { client } = setUp([first, notSent]);
    const error = await client.call("DELETE /webinars/{webinarId}", read).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "zoom_unavailable",
      sent: "maybe-sent",
      message: "The connection broke. Trying it again ended with: refused",
      hint: "Look first.",
      trackingId: "WEB_1",
      foreign: ["message"],
      cause: notSent,
    });
  });

  test("quotes Zoom if the last attempt did", async () => {
    const { client } = setUp([maybeSent, limited("daily rate limit")]);
    const error = await client.call("DELETE /webinars/{webinarId}", read).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ sent: "maybe-sent", foreign: ["message"], cause: expect.any(RateLimitError) });
    const plain = setUp([maybeSent, notSent]);
    await expect(plain.client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({ foreign: [] });
  });

  test("is refused if a later attempt is refused for what it asks", async () => {
    const { client } = setUp([maybeSent, { status: 400, text: '{"code":300,"message":"Invalid webinar ID."}' }]);
    await expect(client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "zoom_rejected" });
  });

  test("keeps its own error if the last attempt may have been done as well", async () => {
    const { client, requests } = setUp([notSent, maybeSent, failing]);
    await expect(client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({
      trackingId: "WEB_7",
      message: "Zoom failed with HTTP 503.",
    });
    expect(requests).toHaveLength(3);
  });

  test("that is stopped while it waits to be repeated may have been done, and keeps the cause", async () => {
    const stop = new AbortController();
    const { client, requests } = setUp([maybeSent], { clock: virtualClock() });
    const call = client.call("DELETE /webinars/{webinarId}", read, { signal: stop.signal });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    await new Promise(setImmediate);
    stop.abort(new Error("the window was closed"));
    await expect(call).rejects.toMatchObject({ code: "cancelled", details: { sent: "maybe-sent" } });
  });
});

test("a read is never in doubt: what the last attempt says is the whole truth", async () => {
  const { client } = setUp([maybeSent, notSent]);
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toBe(notSent);
});

test("an outage that says itself that trying again is no use is not tried again", async () => {
  const final = new UnavailableError("This network asks to sign in.", "not-sent", { retryable: false });
  const { client, requests } = setUp([final]);
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toBe(final);
  expect(requests).toHaveLength(1);
});

test.each(["maximum per-minute rate limit", "something else"])("a limit that passes soon is waited for: %s", async (words) => {
  const { client, requests } = setUp([limited(words), created]);
  await client.call("POST /users/{userId}/webinars", create);
  expect(requests).toHaveLength(2);
});

test("a limit is waited for up to ten times, whatever else fails only three", async () => {
  const { client, requests } = setUp([limited("per-second rate limit")], { deadlineMs: 600_000 });
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "rate_limited" });
  expect(requests).toHaveLength(10);
});

test("a wait that would end just at the deadline is not begun", async () => {
  // 250 ms of jitter after a second that Zoom's limit takes
  for (const [deadlineMs, sent] of [
    [1250, 1],
    [1251, 2],
  ] as const) {
    const { client, requests } = setUp([limited("per-second rate limit"), {}], { deadlineMs });
    await client.call("GET /webinars/{webinarId}", read).catch(() => {});
    expect(requests, `${deadlineMs} ms`).toHaveLength(sent);
  }
});

test("cancelling a webinar without a mail to everybody is repeated, with the mail it is not", async () => {
  for (const [reminder, sent] of [
    [false, 2],
    [true, 1],
  ] as const) {
    const { client, requests } = setUp([maybeSent, { status: 204 }]);
    await client.call("DELETE /webinars/{webinarId}", { ...read, query: { cancel_webinar_reminder: reminder } }).catch(() => {});
    expect(requests, `reminder ${reminder}`).toHaveLength(sent);
  }
});

describe("the budget of repeats", () => {
  test("pays for a hundred repeats after limits, or thirty-five after failures, and for no more", () => {
    const limits = retryBudget();
    for (let nth = 0; nth < 100; nth += 1) expect(limits.take("limited")).toBe(5);
    expect(limits.take("limited")).toBeNull();
    const failures = retryBudget();
    for (let nth = 0; nth < 35; nth += 1) expect(failures.take("transient")).toBe(14);
    expect(failures.take("transient")).toBeNull();
  });

  test("gets back what a success has cost, a little for one at once, and never becomes larger", () => {
    const budget = retryBudget();
    for (let nth = 0; nth < 100; nth += 1) budget.take("limited");
    budget.succeeded(0);
    budget.succeeded(4);
    expect([budget.take("limited"), budget.take("limited")]).toEqual([5, null]);
    const full = retryBudget();
    for (let nth = 0; nth < 100; nth += 1) full.succeeded(14);
    for (let nth = 0; nth < 100; nth += 1) full.take("limited");
    expect(full.take("limited")).toBeNull();
  });

  test("gives back what a call's repeats took once the call succeeds", async () => {
    const answers = Array.from({ length: 120 }, () => [limited("per-second rate limit"), {}]).flat();
    const { client, requests } = setUp(answers, { pace: false });
    for (let nth = 0; nth < 120; nth += 1) await client.call("GET /webinars/{webinarId}", read);
    expect(requests).toHaveLength(240);
  });
});

describe("a caller that stops", () => {
  const stopped = async (id: "GET /webinars/{webinarId}" | "DELETE /webinars/{webinarId}", reason?: unknown) => {
    const stop = new AbortController();
    const { client, requests } = setUp([deaf]);
    const call = client.call(id, read, { signal: stop.signal }).catch((thrown: unknown) => thrown);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    stop.abort(reason);
    return call;
  };

  test("a read was only stopped, a write may have been done", async () => {
    const cause = new Error("the window was closed");
    expect(await stopped("GET /webinars/{webinarId}", cause)).toMatchObject({ message: "Stopped before it was done.", cause });
    const write = await stopped("DELETE /webinars/{webinarId}", cause);
    expect(write).toMatchObject({ message: "Stopped while Zoom was at work; it may have been done.", cause, details: { sent: "maybe-sent" } });
  });

  test("for a reason of ours hears that reason", async () => {
    const reason = new UnavailableError("The server stops.", "not-sent");
    expect(await stopped("GET /webinars/{webinarId}", reason)).toBe(reason);
  });

  test("before anything is sent hears that nothing was", async () => {
    const { client } = setUp([{}]);
    const error = await client.call("DELETE /webinars/{webinarId}", read, { signal: AbortSignal.abort() }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: "Stopped before it was done.", details: {} });
    expect(error).toBeInstanceOf(CancelledError);
  });

  test("leaves no listener on a signal that outlives the call", async () => {
    const stop = new AbortController();
    const { client } = setUp([{}]);
    const remove = vi.spyOn(stop.signal, "removeEventListener");
    const add = vi.spyOn(stop.signal, "addEventListener");
    await client.call("GET /webinars/{webinarId}", read, { signal: stop.signal });
    const ours = add.mock.calls.map(([, listener]) => listener);
    expect(ours.length).toBeGreaterThan(0);
    expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(expect.arrayContaining(ours));
  });
});
