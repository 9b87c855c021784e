import { CancelledError, UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import { read, setUp } from "@zoom-webinar/testing/given-answers";
import { expect, test } from "vitest";
import { breaker, breakingSend } from "./breaker.ts";

const down = { status: 503, headers: {}, text: "" };
const up = { status: 200, headers: {}, text: '{"id":95312345678}' };

test.each(["read", "write"])("a Zoom that is down for five minutes gets at most one %s a second, and is back within two", async (kind) => {
  let isDown = true;
  const clock = virtualClock(Date.UTC(2027, 0, 15, 12));
  const { client, requests } = setUp([async () => (isDown ? down : up)], { clock, pace: false, deadlineMs: 100 });
  const call = () =>
    (kind === "read"
      ? client.call("GET /webinars/{webinarId}", read)
      : client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} })
    ).then(
      () => true,
      () => false,
    );
  for (let i = 0; i < 3000; i += 1) {
    await call();
    clock.advance(100);
  }
  expect(requests.length).toBeLessThanOrEqual(300 + 5);
  expect(requests.length).toBeGreaterThan(250);
  isDown = false;
  let waitedMs = 0;
  for (; !(await call()); waitedMs += 100) clock.advance(100);
  expect(waitedMs).toBeLessThan(2000);
});

test("what is held back was not sent, says when it is tried again, and waits for it by itself", async () => {
  const { client, requests, clock } = setUp([...Array.from({ length: 6 }, () => down), up], { pace: false });
  const write = { path: { userId: "me" }, body: {} };
  for (let i = 0; i < 5; i += 1) await client.call("POST /users/{userId}/webinars", write).catch(() => {});
  expect(requests).toHaveLength(5);
  const startMs = clock.now();
  // Held back, then the probe, which fails and may have been done.
  await expect(client.call("POST /users/{userId}/webinars", write)).rejects.toMatchObject({ sent: "maybe-sent" });
  expect(clock.now() - startMs).toBeGreaterThanOrEqual(1000);
  expect(requests).toHaveLength(6);
  await client.call("POST /users/{userId}/webinars", write);
  expect(requests).toHaveLength(7);
});

test("each rate label, and the token endpoint, has a breaker of its own", async () => {
  const { client, requests } = setUp([async ({ method }) => (method === "POST" ? down : up)], { pace: false });
  for (let i = 0; i < 8; i += 1) await client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} }).catch(() => {});
  await client.call("GET /users", {});
  expect(requests.at(-1)?.method).toBe("GET");

  let asked = 0;
  const clock = virtualClock();
  const send = breakingSend(
    async () => {
      asked += 1;
      throw new UnavailableError("refused", "not-sent");
    },
    clock,
    "Zoom's sign-in service",
  );
  const ask = () => send({ method: "POST", url: "https://zoom.us/oauth/token", headers: {} });
  for (let i = 0; i < 8; i += 1) await expect(ask()).rejects.toThrow(UnavailableError);
  expect(asked).toBe(5);
  await expect(ask()).rejects.toMatchObject({ sent: "not-sent", message: /sign-in service is down/ });
});

const NOW = Date.UTC(2027, 0, 15, 12);
const open = () => {
  const clock = virtualClock(NOW);
  const guard = breaker(clock, "Zoom");
  const answer = (status: number) =>
    guard
      .run(async () => ({ status, headers: {}, text: "" }))
      .then(
        ({ status: given }) => given,
        (error: unknown) => error,
      );
  const fail = async (times: number, status = 503) => {
    for (let nth = 0; nth < times; nth += 1) await answer(status);
  };
  return { clock, guard, answer, fail };
};

test.each([500, 502, 503, 504])("five answers with HTTP %i in a row are an outage, four are not", async (status) => {
  const { answer, fail } = open();
  await fail(4, status);
  expect(await answer(200)).toBe(200);
  await fail(5, status);
  expect(await answer(200)).toMatchObject({
    code: "zoom_unavailable",
    sent: "not-sent",
    message: "Zoom is down: the last 5 requests failed, so this one was not sent.",
  });
});

test.each([200, 400, 404, 429, 501])("an answer with HTTP %i is a sign of life", async (status) => {
  const { answer, fail } = open();
  await fail(4);
  await answer(status);
  await fail(4);
  expect(await answer(200)).toBe(200);
});

test("what is held back says when it may be tried again: after the second that has begun", async () => {
  const { clock, answer, fail } = open();
  await fail(5);
  clock.advance(400);
  expect(await answer(200)).toMatchObject({ details: { retry_at: "2027-01-15T12:00:01.000Z" } });
  clock.advance(599);
  expect(await answer(200)).toMatchObject({ details: { retry_at: "2027-01-15T12:00:01.000Z" } });
  clock.advance(1);
  expect(await answer(200)).toBe(200);
});

test("one request at a time goes through to see whether Zoom is back, and all do once it is", async () => {
  const { clock, guard, answer, fail } = open();
  await fail(5);
  clock.advance(1000);
  const probe: { end?: () => void } = {};
  const probing = guard.run(
    () =>
      new Promise((resolve) => {
        probe.end = () => resolve({ status: 200, headers: {}, text: "" });
      }),
  );
  expect(await answer(200)).toMatchObject({ sent: "not-sent", details: { retry_at: "2027-01-15T12:00:02.000Z" } });
  probe.end?.();
  await probing;
  expect([await answer(200), await answer(200)]).toEqual([200, 200]);
});

test("a request that goes through and fails closes the way for another second", async () => {
  const { clock, answer, fail } = open();
  await fail(5);
  clock.advance(1000);
  expect(await answer(503)).toBe(503);
  expect(await answer(200)).toMatchObject({ message: expect.stringContaining("the last 6 requests failed") });
  clock.advance(1000);
  expect(await answer(200)).toBe(200);
});

test("a caller that stops says nothing about Zoom", async () => {
  const { guard, answer, fail } = open();
  await fail(4);
  await expect(guard.run(() => Promise.reject(new CancelledError()))).rejects.toThrow(CancelledError);
  expect(await answer(200)).toBe(200);
});
