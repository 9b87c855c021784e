import { UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import { read, setUp } from "@zoom-webinar/testing/given-answers";
import { expect, test } from "vitest";
import { breakingSend } from "./breaker.ts";

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

test("labels, and the token endpoint, break by themselves", async () => {
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
