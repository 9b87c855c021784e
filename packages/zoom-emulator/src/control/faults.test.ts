import { describe, expect, test } from "vitest";
import { askToken, probe } from "../test/probe.ts";
import type { Fault } from "./faults.ts";

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

describe("a fault that cannot be", () => {
  const WRONG: readonly (readonly [unknown, RegExp])[] = [
    [{ kind: "nope" }, /^kind: expected one of status, reset, delay, rate-limit, got "nope"$/],
    [{ kind: "status" }, /^status: is missing: a whole number from 200 to 599$/],
    [{ kind: "status", status: "x" }, /^status: expected a whole number from 200 to 599, got "x"$/],
    [{ kind: "status", status: 600 }, /^status: /],
    [{ kind: "status", status: 5n }, /^status: .*, got 5$/],
    [{ kind: "delay" }, /^ms: is missing/],
    [{ kind: "delay", ms: -1 }, /^ms: /],
    [{ kind: "reset", times: 0 }, /^times: /],
    [{ kind: "reset", applied: "no" }, /^applied: /],
    [{ kind: "reset", on: "token" }, /^on: expected one of api, oauth/],
    [{ kind: "rate-limit", limit: "hour" }, /^limit: /],
    [{ kind: "reset", time: 2 }, /^time: there is no such field; expected one of kind/],
    [{ kind: "status", status: 503, endpoint: "GET /user" }, /^endpoint: expected an endpoint of Zoom's document such as .*, got "GET \/user"$/],
    [{}, /^kind: is missing/],
    [null, /^expected an object/],
    ["reset", /^expected an object/],
    [undefined, /^expected an object/],
  ];

  test.each(WRONG)("%o is refused in the process, in words, and nothing is planned", async (fault, words) => {
    const { emulator, call } = await probe({ world: "empty" });
    const error = (() => {
      try {
        emulator.controls.addFault(fault as Fault);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ code: "input_invalid", message: expect.stringMatching(words), hint: expect.stringContaining("kind:") });
    expect((await call("GET", "/users")).status).toBe(200);
  });

  test.each(WRONG.filter(([fault]) => JSON.stringify(fault, (_name, one) => (typeof one === "bigint" ? "big" : one))?.match(/^\{(?!.*"big")/)))(
    "%o is refused on a port, too",
    async (fault) => {
      const { emulator, call } = await probe({ world: "empty" });
      const url = "http://localhost/emulator/faults";
      const answer = await emulator.send({ method: "POST", url, headers: { "content-type": "application/json" }, body: JSON.stringify(fault) });
      expect(answer).toMatchObject({ status: 400, text: expect.stringContaining("Invalid field.") });
      expect((await call("GET", "/users")).status).toBe(200);
    },
  );
});
