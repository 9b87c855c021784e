import { expect, test } from "vitest";
import type { Emulator } from "../emulator.ts";
import type { HttpRequest } from "../http/messages.ts";
import { planWebinar, probe } from "../test/probe.ts";

const at = (emulator: Emulator) => async (method: HttpRequest["method"], path: string, body?: unknown) => {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const answer = await emulator.send({ method, url: `http://127.0.0.1:4646/emulator${path}`, headers: {}, body: text });
  return { status: answer.status, body: answer.text === "" ? undefined : JSON.parse(answer.text) };
};

test("shows the world and its mails", async () => {
  const { emulator, call } = await probe();
  const { id } = await planWebinar(call);
  await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat" });
  const ask = at(emulator);
  expect((await ask("GET", "/state")).body).toEqual(await emulator.state.summary());
  expect((await ask("GET", "/state")).body).toMatchObject({ now: "2027-01-15T12:00:00Z", mails: 1, webinars: { length: 4 } });
  expect((await ask("GET", "/mails")).body).toEqual({ mails: await emulator.mailLog() });
});

test("resets to a fresh world; tokens stay good", async () => {
  const { emulator, call } = await probe();
  await planWebinar(call);
  const ask = at(emulator);
  await ask("POST", "/faults", { kind: "status", status: 503 });
  expect((await ask("POST", "/reset")).status).toBe(204);
  expect((await emulator.state.webinars()).length).toBe(3);
  expect((await call("GET", "/users")).status).toBe(200);
});

test("opens and ends a webinar, as its host would", async () => {
  const { emulator, call } = await probe();
  const { id, uuid } = await planWebinar(call);
  const ask = at(emulator);
  expect(await ask("POST", `/webinars/${id}/start`)).toEqual({ status: 200, body: { webinar_id: String(id), uuid, running: true } });
  expect((await ask("POST", `/webinars/${id}/start`)).status).toBe(400);
  expect(await ask("POST", `/webinars/${id}/end`)).toEqual({ status: 200, body: { webinar_id: String(id), uuid, running: false } });
  expect((await ask("POST", `/webinars/${id}/end`)).status).toBe(400);
  expect((await ask("POST", "/webinars/12345678901/start")).body.code).toBe(3001);
  expect((await emulator.state.webinar(id))?.instances).toMatchObject([
    { uuid, start_time: "2027-01-15T12:00:00Z", end_time: "2027-01-15T12:00:00Z" },
  ]);
});

test("moves time on, and expires tokens", async () => {
  const { emulator, call, signIn } = await probe();
  const ask = at(emulator);
  expect((await ask("POST", "/clock", { advance_ms: 60_000 })).body).toEqual({ now: "2027-01-15T12:01:00Z" });
  expect((await planWebinar(call)).created_at).toBe("2027-01-15T12:01:00Z");
  expect((await ask("POST", "/clock", { advance_ms: -1 })).body.errors).toEqual([{ field: "advance_ms", message: "Invalid field." }]);
  expect((await ask("POST", "/tokens/expire")).status).toBe(204);
  expect((await call("GET", "/users")).status).toBe(401);
  await signIn(); // at the same instant: the new token is good
  expect((await call("GET", "/users")).status).toBe(200);
});

test("takes scopes away and gives them back", async () => {
  const { emulator, call } = await probe();
  const ask = at(emulator);
  expect((await ask("POST", "/scopes", { scopes: ["webinar:read:webinar:admin"] })).body).toEqual({ scopes: ["webinar:read:webinar:admin"] });
  expect((await call("GET", "/users")).body.code).toBe(4711);
  expect((await ask("POST", "/scopes", { scopes: null })).body.scopes.length).toBeGreaterThan(50);
  expect((await call("GET", "/users")).status).toBe(200);
});

test.each([
  ["POST", "/nothing", undefined, 404],
  ["GET", "/reset", undefined, 404],
  ["POST", "/faults", { kind: "flood" }, 400],
  ["POST", "/faults", { kind: "status" }, 400],
  ["POST", "/scopes", { scopes: "all" }, 400],
] as const)("refuses %s %s", async (method, path, body, status) => {
  const { emulator } = await probe();
  expect((await at(emulator)(method, path, body)).status).toBe(status);
});

test("faults are planned and dropped over HTTP as well", async () => {
  const { emulator, call } = await probe();
  const ask = at(emulator);
  await ask("POST", "/faults", { kind: "status", status: 502, times: 5 });
  await ask("DELETE", "/faults");
  expect((await call("GET", "/users")).status).toBe(200);
});
