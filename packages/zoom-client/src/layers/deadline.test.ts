import { CancelledError, virtualClock } from "@zoom-webinar/foundation";
import { deaf, perSecond, read, setUp } from "@zoom-webinar/testing/given-answers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { loadEndpoints } from "../load-endpoints.ts";

beforeAll(async () => {
  await loadEndpoints(); // so that no file is read while time stands still
});

afterEach(() => {
  vi.useRealTimers();
});

test("an abort by the call's or the client's signal ends the call at once, even if what is inside is deaf", async () => {
  for (const place of ["call", "client"] as const) {
    const stop = new AbortController();
    const { client, requests } = setUp([deaf], place === "client" ? { signal: stop.signal } : {});
    const call = client.call("GET /webinars/{webinarId}", read, place === "call" ? { signal: stop.signal } : {});
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    stop.abort();
    await expect(call).rejects.toThrow(CancelledError);
    expect(requests[0]?.signal?.aborted).toBe(true);
  }
});

test("a signal that has aborted already: nothing is sent", async () => {
  const { client, requests } = setUp([{}]);
  await expect(client.call("GET /webinars/{webinarId}", read, { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError);
  expect(requests).toHaveLength(0);
});

test("an abort while waiting to try again", async () => {
  const stop = new AbortController();
  const { client, requests } = setUp([perSecond], { clock: virtualClock() });
  const call = client.call("GET /webinars/{webinarId}", read, { signal: stop.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  stop.abort();
  await expect(call).rejects.toThrow(CancelledError);
  expect(requests).toHaveLength(1);
});

test("a stopped write says that it may have been done", async () => {
  const stop = new AbortController();
  const { client, requests } = setUp([deaf]);
  const call = client.call("DELETE /webinars/{webinarId}", read, { signal: stop.signal });
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  stop.abort();
  await expect(call).rejects.toMatchObject({ code: "cancelled", details: { sent: "maybe-sent" } });
});

test("one signal stops twenty calls side by side, and Node warns of nothing", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on("warning", note);
  try {
    const stop = new AbortController();
    const { client, requests } = setUp(Array.from({ length: 20 }, () => deaf));
    const calls = Array.from({ length: 20 }, () => client.call("GET /webinars/{webinarId}", read, { signal: stop.signal }));
    const ends = Promise.allSettled(calls);
    await vi.waitFor(() => expect(requests.length).toBeGreaterThan(10));
    stop.abort();
    expect((await ends).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => "rejected"));
    expect(warnings).toEqual([]);
  } finally {
    process.off("warning", note);
  }
});

test("a wrong signal leaves no timer behind, which would keep the process alive", async () => {
  vi.useFakeTimers();
  const { client, requests } = setUp([{}]);
  await expect(client.call("GET /webinars/{webinarId}", read, { signal: 5 as unknown as AbortSignal })).rejects.toThrow();
  expect(vi.getTimerCount()).toBe(0);
  expect(requests).toHaveLength(0);
});
