import { createHmac } from "node:crypto";
import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import type { EmulatorOptions } from "../options.ts";
import { callerOf, planWebinar } from "../test/probe.ts";
import type { WebhookRequest } from "./send.ts";

const URL_HERE = "http://127.0.0.1:9999/hook";
const SECRET = "shared-with-the-app";
const MINUTE_MS = 60_000;
const hmac = (text: string) => createHmac("sha256", SECRET).update(text).digest("hex");

/** An emulator with a receiver in this process, which answers challenges rightly and everything else with `status`. */
const withReceiver = async (options: EmulatorOptions = {}) => {
  const clock = virtualClock();
  const received: (WebhookRequest & { json: { event: string; payload: Record<string, unknown> } })[] = [];
  const receiver = { status: 200, isThere: true, knowsSecret: true, challenges: 0 };
  const webhookSend = async (request: WebhookRequest) => {
    const json = JSON.parse(request.body);
    if (json.event === "endpoint.url_validation") {
      const { plainToken } = json.payload;
      receiver.challenges += 1;
      if (!receiver.knowsSecret) return { status: 200, text: "{}" };
      return { status: 200, text: JSON.stringify({ plainToken, encryptedToken: hmac(plainToken) }) };
    }
    received.push({ ...request, json });
    if (!receiver.isThere) throw new Error("connection refused");
    return { status: receiver.status, text: "" };
  };
  const emulator = createEmulator({ clock, webhookSend, ...options });
  const heard = async () => {
    await emulator.controls.settleWebhooks();
    return received.map(({ json }) => json.event);
  };
  return { clock, emulator, received, receiver, heard, controls: emulator.controls, ...(await callerOf(emulator)) };
};

test("tells of what happens, signed so that the receiver can know", async () => {
  const { call, controls, received, heard } = await withReceiver();
  await controls.addWebhook({ url: URL_HERE, secret: SECRET });
  const { id, uuid } = await planWebinar(call);
  await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat" });
  await call("PUT", `/webinars/${id}/registrants/status`, { action: "cancel", registrants: [{ email: "pat@example.com" }] });
  await controls.startWebinar(id);
  const user_id = await controls.join(id, { name: "Guest" });
  await controls.chat(id, { user_id, content: "Hello" });
  await controls.endWebinar(id);
  await call("PATCH", `/webinars/${id}`, { topic: "Renamed" });
  await call("DELETE", `/webinars/${id}`);
  expect(await heard()).toEqual([
    "webinar.created",
    "webinar.registration_created",
    "webinar.registration_cancelled",
    "webinar.started",
    "webinar.participant_joined",
    "webinar.participant_data_connection_established",
    "webinar.participant_joined",
    "webinar.participant_data_connection_established",
    "webinar.chat_message_sent",
    "webinar.participant_left",
    "webinar.participant_left",
    "webinar.ended",
    "webinar.updated",
    "webinar.deleted",
  ]);
  for (const { body, headers } of received) {
    expect(headers["x-zm-request-timestamp"]).toBe(String(Date.UTC(2027, 0, 15, 12) / 1000));
    expect(headers["x-zm-signature"]).toBe(`v0=${hmac(`v0:${headers["x-zm-request-timestamp"]}:${body}`)}`);
  }
  const objects = received.map(({ json }) => json.payload.object);
  expect(objects[0]).toMatchObject({ id, uuid, topic: "Planned for a test", creation_source: "open_api" });
  expect(objects[1]).toMatchObject({ id, registrant: { email: "pat@example.com", status: "approved" } });
  expect(objects[3]).toMatchObject({ id: String(id), uuid });
  expect(objects[4]).toMatchObject({ participant: { user_name: "Grace Example" } });
  expect(objects[10]).toMatchObject({ participant: { user_id, user_name: "Guest", leave_reason: expect.stringContaining("Host ended") } });
  expect(received[12]?.json.payload).toMatchObject({ object: { id, topic: "Renamed" }, old_object: { id, topic: "Planned for a test" } });
});

test("tells of nothing that was refused, and only what was asked for", async () => {
  const { call, controls, heard } = await withReceiver();
  await controls.addWebhook({ url: URL_HERE, secret: SECRET, events: ["webinar.deleted"] });
  const { id } = await planWebinar(call);
  await call("PATCH", `/webinars/${id}`, { type: 17 });
  await call("DELETE", `/webinars/${id}`);
  await call("DELETE", `/webinars/${id}`);
  expect(await heard()).toEqual(["webinar.deleted"]);
});

test("tries again after 5, 20 and 60 minutes under the same request id, then gives up", async () => {
  const { call, controls, receiver, heard, received } = await withReceiver();
  await controls.addWebhook({ url: URL_HERE, secret: SECRET });
  receiver.status = 500;
  await planWebinar(call);
  const attempts = async (minutes: number) => {
    await heard();
    await controls.advanceClock(minutes * MINUTE_MS);
    return (await heard()).length;
  };
  expect(await attempts(4)).toBe(1);
  expect(await attempts(1)).toBe(2);
  receiver.isThere = false;
  expect(await attempts(19)).toBe(2);
  expect(await attempts(1)).toBe(3);
  expect(await attempts(60)).toBe(4);
  expect(await attempts(24 * 60)).toBe(4);
  expect(new Set(received.map(({ headers }) => headers["x-zm-request-id"])).size).toBe(1);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(controls.webhookDeliveries().map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 500],
    [2, 500],
    [3, null],
    [4, null],
  ]);
});

test.each([200, 204, 301, 302, 400, 404, 410, 429])("status %i is final: nothing is sent again", async (status) => {
  const { call, controls, receiver, heard } = await withReceiver();
  await controls.addWebhook({ url: URL_HERE, secret: SECRET });
  receiver.status = status;
  await planWebinar(call);
  await heard();
  await controls.advanceClock(24 * 60 * MINUTE_MS);
  expect(await heard()).toEqual(["webinar.created"]);
});

test("an address is validated again every 72 hours, and gets nothing after six failures in a row", async () => {
  const HOUR_MS = 60 * MINUTE_MS;
  const { call, signIn, controls, receiver, heard } = await withReceiver();
  await controls.addWebhook({ url: URL_HERE, secret: SECRET });
  await controls.advanceClock(71 * HOUR_MS);
  expect(receiver.challenges).toBe(1);
  await controls.advanceClock(HOUR_MS);
  expect(receiver.challenges).toBe(2);
  receiver.knowsSecret = false;
  for (let n = 0; n < 5; n += 1) await controls.advanceClock(72 * HOUR_MS);
  receiver.knowsSecret = true;
  await controls.advanceClock(72 * HOUR_MS);
  receiver.knowsSecret = false;
  await controls.advanceClock(5 * 72 * HOUR_MS);
  await signIn();
  await planWebinar(call, { start_time: "2028-02-01T15:00:00Z" });
  expect(await heard()).toHaveLength(1);
  await controls.advanceClock(72 * HOUR_MS);
  expect(receiver.challenges).toBe(14);
  await signIn();
  await planWebinar(call, { start_time: "2028-02-01T15:00:00Z" });
  expect(await heard()).toHaveLength(1);
  await controls.advanceClock(100 * 72 * HOUR_MS);
  expect(receiver.challenges).toBe(14);
});

test("a receiver that comes back gets what it missed, once", async () => {
  const { call, controls, receiver, heard } = await withReceiver();
  await controls.addWebhook({ url: URL_HERE, secret: SECRET });
  receiver.isThere = false;
  await planWebinar(call);
  await heard();
  receiver.isThere = true;
  await controls.advanceClock(5 * MINUTE_MS);
  await heard();
  await controls.advanceClock(120 * MINUTE_MS);
  expect(await heard()).toHaveLength(2);
});

test("an address is subscribed only after it has shown that it knows the secret", async () => {
  const answers = ["", "{}", JSON.stringify({ plainToken: "other", encryptedToken: "other" })];
  for (const text of answers) {
    const emulator = createEmulator({ clock: virtualClock(), webhookSend: async () => ({ status: 200, text }) });
    await expect(emulator.controls.addWebhook({ url: URL_HERE, secret: SECRET })).rejects.toThrow("did not answer the validation with");
    expect((await emulator.state.snapshot()).webhooks).toEqual([]);
  }
  const silent = createEmulator({ clock: virtualClock(), webhookSend: () => Promise.reject(new Error("refused")) });
  await expect(silent.controls.addWebhook({ url: URL_HERE })).rejects.toThrow("within 3 seconds");
});

test.each(["https://example.com/hook", "http://10.0.0.1/hook", "http://127.0.0.1.example.com/", "http://localhost.example.com/"])(
  "%s is not on this machine, so nothing is sent there unless told otherwise",
  async (url) => {
    const here = await withReceiver();
    await expect(here.controls.addWebhook({ url, secret: SECRET })).rejects.toThrow("this machine only");
    const anywhere = await withReceiver({ webhookHosts: "any" });
    expect(await anywhere.controls.addWebhook({ url, secret: SECRET })).toMatchObject({ secret: SECRET });
  },
);

test.each(["http://localhost:1/", "http://127.1.2.3/", "http://[::1]:80/x"])("%s is on this machine", async (url) => {
  const { controls, emulator } = await withReceiver();
  const { id } = await controls.addWebhook({ url, secret: SECRET });
  await controls.removeWebhook(id);
  expect((await emulator.state.snapshot()).webhooks).toEqual([]);
});

test.each(["not an address", "ftp://127.0.0.1/"])("%s is not an address for a webhook", async (url) => {
  const { controls } = await withReceiver();
  await expect(controls.addWebhook({ url })).rejects.toThrow("http or https");
});

test("over HTTP: subscribes, lists without secrets, unsubscribes", async () => {
  const { emulator, call, heard } = await withReceiver();
  const ask = async (method: "GET" | "POST" | "DELETE", body?: unknown) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await emulator.send({ method, url: "http://127.0.0.1/emulator/webhooks", headers: {}, body: text });
    return answer.text === "" ? undefined : JSON.parse(answer.text);
  };
  const { id } = await ask("POST", { url: URL_HERE, secret: SECRET });
  await planWebinar(call);
  await heard();
  expect(await ask("GET")).toMatchObject({
    webhooks: [{ id, url: URL_HERE, events: null }],
    deliveries: [{ event: "webinar.created", attempt: 1, status: 200 }],
  });
  expect(JSON.stringify(await ask("GET"))).not.toContain(SECRET);
  await ask("DELETE");
  await planWebinar(call);
  expect(await heard()).toHaveLength(1);
});
