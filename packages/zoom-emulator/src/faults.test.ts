import { expect, test } from "vitest";
import { askToken, probe } from "./testing/probe.ts";

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
