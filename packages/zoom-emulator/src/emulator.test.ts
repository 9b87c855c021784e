import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { createEmulator } from "./create.ts";
import { probe, refusalOf } from "./test/probe.ts";

test("an unknown path, and a verb that Zoom does not have there, are not recognized", async () => {
  const { call } = await probe();
  expect(refusalOf(await call("GET", "/nothing/here"))).toBe("404/2300 This API endpoint is not recognized.");
  expect(refusalOf(await call("PATCH", "/webinars/12345678901/status", { action: "end" }))).toBe("404/2300 This API endpoint is not recognized.");
});

test("a wrong verb answers 405 if the switch says so, an unknown path does not", async () => {
  const { call } = await probe({ switches: { wrongVerb: 405 } });
  expect((await call("PATCH", "/webinars/12345678901/status", {})).status).toBe(405);
  expect((await call("GET", "/nothing/here")).status).toBe(404);
});

test("every answer carries a tracking id, and API answers their rate category", async () => {
  const { call } = await probe();
  const light = await call("GET", "/users/ada@example.com");
  expect(light.headers).toMatchObject({ "x-ratelimit-category": "Light", "content-type": "application/json;charset=UTF-8" });
  expect(light.headers["x-zm-trackingid"]).toMatch(/^v=2\.0;clid=us02;rid=WEB_[0-9a-f]{32}$/);
  expect((await call("GET", "/users")).headers["x-ratelimit-category"]).toBe("Medium");
  expect((await call("GET", "/nothing")).headers["x-zm-trackingid"]).toBeDefined();
});

test.each(["", "no json", "[1]", '"text"'])("a body that is not a JSON object is refused: %j", async (body) => {
  const { emulator } = await probe();
  const { access_token } = JSON.parse(
    (
      await emulator.send({
        method: "POST",
        url: "https://zoom.us/oauth/token?grant_type=account_credentials&account_id=any",
        headers: { authorization: `Basic ${btoa("any:thing")}` },
      })
    ).text,
  );
  const answer = await emulator.send({
    method: "POST",
    url: "https://api.zoom.us/v2/users/ada@example.com/webinars",
    headers: { authorization: `Bearer ${access_token}` },
    body,
  });
  expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { code: 300, message: "Request Body should be a valid JSON object." }]);
});

test("bodies may be text, bytes or a stream", async () => {
  const { emulator } = await probe();
  const stream = async function* () {
    yield new TextEncoder().encode("grant_type=account_");
    yield new TextEncoder().encode("credentials&account_id=x");
  };
  for (const body of [
    "grant_type=account_credentials&account_id=x",
    new TextEncoder().encode("grant_type=account_credentials&account_id=x"),
    stream(),
  ]) {
    const headers = { authorization: `Basic ${btoa("any:thing")}` };
    expect((await emulator.send({ method: "POST", url: "https://zoom.us/oauth/token", headers, body })).status).toBe(200);
  }
});

test("a body beyond 20 MB is refused while it is read", async () => {
  const { emulator } = await probe();
  const endless = async function* () {
    for (;;) yield new Uint8Array(1024 * 1024);
  };
  const answer = await emulator.send({ method: "POST", url: "https://zoom.us/oauth/token", headers: {}, body: endless() });
  expect(answer.status).toBe(413);
});

test("an aborted request is not sent", async () => {
  const emulator = createEmulator({ clock: virtualClock() });
  const request = { method: "GET", url: "https://api.zoom.us/v2/users", headers: {}, signal: AbortSignal.abort() } as const;
  await expect(emulator.send(request)).rejects.toMatchObject({ code: "cancelled" });
  expect(emulator.requests()).toEqual([]);
});

test("remembers what it was asked", async () => {
  const { emulator, call } = await probe();
  await call("POST", "/users/ada@example.com/webinars?x=1", { topic: "Seen" });
  expect(emulator.requests().at(-1)).toEqual({
    method: "POST",
    path: "/v2/users/ada@example.com/webinars",
    query: { x: "1" },
    endpoint: "POST /users/{userId}/webinars",
    body: { topic: "Seen" },
    status: 201,
    fault: null,
  });
});

test("the control endpoints do not exist at Zoom's own address", async () => {
  const { emulator } = await probe();
  const at = (origin: string) => emulator.send({ method: "GET", url: `${origin}/emulator/state`, headers: {} });
  expect((await at("https://api.zoom.us")).status).toBe(404);
  expect((await at("http://127.0.0.1:4646")).status).toBe(200);
});
