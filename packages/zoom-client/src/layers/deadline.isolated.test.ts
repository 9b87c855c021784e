import { type Answer, deaf, read, setUp } from "@zoom-webinar/testing/given-answers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { loadEndpoints } from "../load-endpoints.ts";

// Time stands still here, and is given back to nobody else: in a worker that other files have used, the timers of the test runner itself may stand still too.
beforeAll(async () => {
  await loadEndpoints(); // so that no file is read while time stands still
});

afterEach(() => {
  vi.useRealTimers();
});

/** The head comes, the rest never does. */
const headOnly: Answer = ({ onStatus }) => {
  onStatus?.(201);
  return deaf();
};

const create = { path: { userId: "me" }, body: { topic: "Tides" } };

test("a call that hangs ends at its deadline and says whether it may have been done", async () => {
  vi.useFakeTimers();
  const { client, logged, requests } = setUp([deaf], { deadlineMs: 5000 });
  const hanging = expect(client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} })).rejects.toMatchObject({
    code: "zoom_unavailable",
    sent: "maybe-sent",
    message: "Zoom did not answer POST /users/{userId}/webinars within 5 s.",
    hint: "It may have been done all the same: look before doing it again.",
    details: { sent: "maybe-sent" },
  });
  await vi.waitFor(() => expect(requests).toHaveLength(1)); // the first call loads the table of endpoints
  await vi.advanceTimersByTimeAsync(5000);
  await hanging;
  expect(logged[0]).toMatchObject({ error: "zoom_unavailable", attempts: 1 });
});

test("a token that never comes ends the call, which was then surely not sent", async () => {
  vi.useFakeTimers();
  const get = vi.fn(() => new Promise<never>(() => {}));
  const { client } = setUp([{}], { tokens: { get, renew: () => new Promise(() => {}) } });
  const hanging = expect(client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({
    code: "zoom_unavailable",
    sent: "not-sent",
    message: "Zoom's sign-in service, which has to give a token first, did not answer DELETE /webinars/{webinarId} within 60 s.",
    hint: expect.stringMatching(/^Try again/),
    details: {},
  });
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(60_000);
  await hanging;
});

test("a call whose deadline passes between head and body says that it was done", async () => {
  vi.useFakeTimers();
  const { client, requests } = setUp([headOnly], { deadlineMs: 5000 });
  const hanging = expect(client.call("POST /users/{userId}/webinars", create)).rejects.toMatchObject({
    code: "unexpected_response",
    message: expect.stringMatching(/so it was done, but the rest of its answer did not come within 5 s/),
    details: { sent: "done" },
  });
  // The list of endpoints is imported first, which takes real time: before that there is no timer to run out.
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(5000);
  await hanging;
});

test("a read that hangs may simply be tried again", async () => {
  vi.useFakeTimers();
  const { client, requests } = setUp([deaf], { deadlineMs: 5000 });
  const hanging = expect(client.call("GET /webinars/{webinarId}", read)).rejects.toMatchObject({ hint: expect.stringMatching(/^Try again/) });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(5000);
  await hanging;
});

test("a deadline beyond what a timer can hold ends no call early, and none leaves a timer behind", async () => {
  vi.useFakeTimers();
  const answer: { give?: () => void } = {};
  const later: Answer = () =>
    new Promise((resolve) => {
      answer.give = () => resolve({ status: 200, headers: {}, text: "{}" });
    });
  const { client, requests } = setUp([later], { deadlineMs: 2 ** 40 });
  const call = client.call("GET /webinars/{webinarId}", read);
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  await vi.advanceTimersByTimeAsync(3_600_000);
  answer.give?.();
  await expect(call).resolves.toEqual({});
  expect(vi.getTimerCount()).toBe(0);
});
