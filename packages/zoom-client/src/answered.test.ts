import { UnavailableError } from "@zoom-webinar/foundation";
import { type Answer, created, daily, deaf, read, setUp } from "@zoom-webinar/testing/given-answers";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.useRealTimers();
});

const unread = new UnavailableError("The call to api.zoom.us broke off: the connection was cut.", "maybe-sent");
const create = { path: { userId: "me" }, body: { topic: "Tides" } };
const CREATE = "POST /users/{userId}/webinars";

/** The head comes, the rest never does. */
const headOnly: Answer = ({ onStatus }) => {
  onStatus?.(201);
  return deaf();
};

test.each<[string, Answer]>([
  ["whose body was cut", { status: 201, unread }],
  ["with half of its JSON", { status: 201, text: '{"id":953' }],
  ["without a body", { status: 201, text: "" }],
  ["with an empty object", { status: 201, text: "{}" }],
  ["with somebody's web page", { status: 200, text: "<html>welcome</html>" }],
  ["with an id that JSON has rounded", { status: 201, text: '{"id":9007199254740993}' }],
])("a write that was answered with success, %s, is done: it is sent once, and the error says so", async (_what, answer) => {
  const { client, requests } = setUp([answer]);
  await expect(client.call(CREATE, create)).rejects.toMatchObject({
    code: "unexpected_response",
    message: expect.stringMatching(/HTTP 20[01], so it was done, but/),
    hint: expect.stringMatching(/^Do not repeat it/),
    retryable: false,
    details: { sent: "done" },
  });
  expect(requests).toHaveLength(1);
});

test("a write without a documented answer needs none: its status is enough", async () => {
  const { client, requests } = setUp([{ status: 204, text: "", unread }]);
  expect(await client.call("PUT /webinars/{webinarId}/status", { ...read, body: { action: "end" } })).toBeNull();
  expect(requests).toHaveLength(1);
});

test("a read whose answer broke off is read again", async () => {
  const { client, requests } = setUp([{ status: 200, unread }, { text: '{"id":95312345678}' }]);
  expect(await client.call("GET /webinars/{webinarId}", read)).toEqual({ id: "95312345678" });
  expect(requests).toHaveLength(2);
});

test("a refusal whose words broke off is a refusal all the same", async () => {
  const { client, requests } = setUp([{ status: 400, text: "", unread }]);
  await expect(client.call(CREATE, create)).rejects.toMatchObject({ code: "zoom_rejected" });
  expect(requests).toHaveLength(1);
});

test("a failure of Zoom's whose body broke off leaves open whether it was done", async () => {
  const { client } = setUp([{ status: 502, text: "", unread }]);
  await expect(client.call(CREATE, create)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent" });
});

test("a caller who stops between head and body hears that it was done", async () => {
  const stop = new AbortController();
  const { client, requests } = setUp([headOnly]);
  const call = client.call(CREATE, create, { signal: stop.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  stop.abort();
  await expect(call).rejects.toMatchObject({ code: "cancelled", details: { sent: "done" } });
});

test("a log that cannot be written to changes nothing, neither an answer nor an error", async () => {
  const log = () => {
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  };
  expect(await setUp([created], { log }).client.call(CREATE, create)).toEqual({ id: "95312345678" });
  await expect(setUp([daily], { log }).client.call(CREATE, create)).rejects.toMatchObject({ code: "rate_limited" });
});

test("a status of an earlier attempt is not that of the last one", async () => {
  const cut = new UnavailableError("cut", "maybe-sent");
  const { client } = setUp([{ status: 429, text: "{}" }, cut]);
  await expect(client.call(CREATE, create)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent" });
});
