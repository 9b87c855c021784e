import { expect, test } from "vitest";
import { askToken, probe } from "../test/probe.ts";

const NEW = "/users/grace@example.com/webinars";

test("answers a 5xx to the next few requests, without effect", async () => {
  const { emulator, call } = await probe({ world: "empty" });
  emulator.controls.addFault({ kind: "status", status: 503, times: 2 });
  const body = { topic: "Lost" };
  expect((await call("POST", NEW, body)).status).toBe(503);
  expect((await call("POST", NEW, body)).status).toBe(503);
  expect((await call("POST", NEW, body)).status).toBe(201);
  expect(await emulator.state.webinars()).toHaveLength(1);
});

test("breaks the connection after the request had its effect, or before", async () => {
  const { emulator, call } = await probe({ world: "empty" });
  emulator.controls.addFault({ kind: "reset" });
  await expect(call("POST", NEW, { topic: "Done, unheard" })).rejects.toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent" });
  expect(await emulator.state.webinars()).toHaveLength(1);
  emulator.controls.addFault({ kind: "reset", applied: false });
  await expect(call("POST", NEW, { topic: "Lost" })).rejects.toMatchObject({ code: "zoom_unavailable" });
  expect(await emulator.state.webinars()).toHaveLength(1);
});

test("hits only the endpoint it is meant for, or only requests for tokens", async () => {
  const { emulator, call } = await probe();
  emulator.controls.addFault({ kind: "status", status: 500, endpoint: "GET /users/{userId}" });
  emulator.controls.addFault({ kind: "status", status: 502, body: '{"reason":"down"}', on: "oauth" });
  expect((await call("GET", "/users")).status).toBe(200);
  expect((await call("GET", "/users/ada@example.com")).status).toBe(500);
  expect(await askToken(emulator)).toMatchObject({ status: 502, body: { reason: "down" } });
  expect((await askToken(emulator)).status).toBe(200);
});

test("delays an answer by the emulator's clock, and stops waiting when the caller does", async () => {
  const { emulator, clock } = await probe();
  emulator.controls.addFault({ kind: "delay", ms: 5000, times: 2 });
  const stop = new AbortController();
  const ask = (signal?: AbortSignal) => emulator.send({ method: "GET", url: "https://api.zoom.us/v2/users", headers: {}, signal });
  const late = ask();
  const stopped = ask(stop.signal);
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  clock.advance(5000);
  expect((await late).status).toBe(401);
});

test("a storm of Zoom's own 429, with headers, for the second or for the day", async () => {
  const { emulator, call } = await probe({ world: "empty" });
  emulator.controls.addFault({ kind: "rate-limit", times: 3 });
  for (let index = 0; index < 3; index++) {
    const { status, body, headers } = await call("POST", NEW, { topic: "Later" });
    expect([status, body.message]).toEqual([429, expect.stringContaining("per-second")]);
    expect(headers).toMatchObject({ "x-ratelimit-type": "QPS", "x-ratelimit-category": "Light", "x-ratelimit-remaining": "0" });
  }
  expect((await call("POST", NEW, { topic: "Now" })).status).toBe(201);
  emulator.controls.addFault({ kind: "rate-limit", limit: "day" });
  expect((await call("GET", "/users")).headers).toMatchObject({ "x-ratelimit-type": "Daily-limit", "retry-after": "2027-01-16T00:00:00Z" });
  expect(await emulator.state.webinars()).toHaveLength(1);
});
