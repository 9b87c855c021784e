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
    message: /within 5 s/,
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
  const hanging = expect(client.call("DELETE /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "zoom_unavailable", sent: "not-sent" });
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
