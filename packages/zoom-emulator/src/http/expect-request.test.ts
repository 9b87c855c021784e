import { AssertionError } from "node:assert";
import { expect, test } from "vitest";
import { askToken, planWebinar, probe } from "../test/probe.ts";

test("gives the requests to an endpoint if there were as many as expected", async () => {
  const { emulator, call } = await probe();
  await planWebinar(call, { topic: "One" });
  await planWebinar(call, { topic: "Two" });
  const sent = emulator.expectRequest("POST /users/{userId}/webinars", 2);
  expect(sent.map(({ body, status }) => [body, status])).toMatchObject([
    [{ topic: "One" }, 201],
    [{ topic: "Two" }, 201],
  ]);
  expect(emulator.expectRequest("DELETE /webinars/{webinarId}", 0)).toEqual([]);
});

test("names what was asked instead, and throws what test runners know", async () => {
  const { emulator, call } = await probe();
  await call("GET", "/users");
  await call("GET", "/users");
  const expected = () => emulator.expectRequest("GET /webinars/{webinarId}");
  expect(expected).toThrow(AssertionError);
  expect(expected).toThrow(
    "Expected GET /webinars/{webinarId} to be asked once, but it was asked 0 times.\nWhat was asked:\n  POST /oauth/token once\n  GET /users 2 times",
  );
  expect(() => emulator.expectRequest("GET /users", 0)).toThrow("Expected GET /users not to be asked, but it was asked 2 times.");
  emulator.controls.clearRequests();
  expect(expected).toThrow("Nothing was asked at all.");
});

test("refuses an endpoint that Zoom does not have, so that a typing error is not taken for silence", async () => {
  const { emulator } = await probe();
  // @ts-expect-error the type refuses it, too
  expect(() => emulator.expectRequest("GET /webinar/{webinarId}", 0)).toThrow('There is no endpoint "GET /webinar/{webinarId}".');
});

test("counts requests that a planned fault hit, with what came of them", async () => {
  const { emulator, clock } = await probe({ world: "empty" });
  const { access_token } = (await askToken(emulator)).body;
  emulator.controls.clearRequests();
  const create = () =>
    emulator.send({
      method: "POST",
      url: "https://api.zoom.us/v2/users/grace@example.com/webinars",
      headers: { authorization: `Bearer ${access_token}` },
      body: '{"topic":"Unlucky"}',
    });
  const { controls } = emulator;
  controls.addFault({ kind: "status", status: 503 });
  controls.addFault({ kind: "status", status: 502, applied: true });
  controls.addFault({ kind: "rate-limit" });
  await create();
  await create();
  await create();
  controls.addFault({ kind: "reset" });
  await expect(create()).rejects.toThrow("broke the connection");
  controls.addFault({ kind: "reset", applied: false });
  await expect(create()).rejects.toThrow("broke the connection");
  controls.addFault({ kind: "delay", ms: 1000 });
  const late = create();
  await expect.poll(() => emulator.requests().length).toBe(6);
  expect(emulator.requests().at(-1)).toMatchObject({ status: null, fault: "delay" });
  clock.advance(1000);
  await late;
  const sent = emulator.expectRequest("POST /users/{userId}/webinars", 6);
  expect(sent.map(({ fault, status, body }) => [fault, status, body])).toEqual(
    [
      ["status", 503],
      ["status", 502],
      ["rate-limit", 429],
      ["reset", null],
      ["reset", null],
      ["delay", 201],
    ].map((outcome) => [...outcome, { topic: "Unlucky" }]),
  );
});

test("keeps no credentials of a request for a token, nor headers", async () => {
  const { emulator } = await probe();
  emulator.controls.addFault({ kind: "status", status: 500, on: "oauth" });
  await emulator.send({
    method: "POST",
    url: "https://zoom.us/oauth/token",
    headers: { authorization: "Basic c2VjcmV0" },
    body: "refresh_token=secret",
  });
  expect(emulator.requests().at(-1)).toMatchObject({ path: "/oauth/token", body: null, status: 500 });
  expect(JSON.stringify(emulator.requests())).not.toMatch(/secret|c2VjcmV0/);
});
