import { memoryStore, RateLimitError, virtualClock } from "@zoom-webinar/foundation";
import { HOST, NOW } from "@zoom-webinar/testing/emulated";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { createEmulator, DEMO_CREDENTIALS, type EmulatorOptions } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import type { SessionOptions } from "./session/options.ts";
import { createSession } from "./session/session.ts";

/** CI takes the short form; FAULTS=long the ten minutes. */
const isLong = process.env.FAULTS === "long";
const SECONDS = isLong ? 600 : 20;
/** Of real time: the long form sends 48,000 requests, also on a busy machine. */
const TIMEOUT_MS = isLong ? 900_000 : 120_000;

/** Sessions that hammer one emulator for so many virtual seconds, each with 40 callers. */
const hammer = async (
  seconds: number,
  { sessions = 1, callers = 40, ...emulator }: EmulatorOptions & { sessions?: number; callers?: number },
  session: SessionOptions,
) => {
  const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
  const zoom = createEmulator({ clock, ...emulator });
  const counts = { done: 0, refused: 0, failed: 0 };
  const send: typeof zoom.send = async (request) => {
    const response = await zoom.send(request);
    if (response.status === 429) counts.refused += 1;
    return response;
  };
  const untilMs = clock.now() + seconds * 1000;
  const caller = async (client: ReturnType<typeof createSession>["zoom"]) => {
    while (clock.now() < untilMs) {
      try {
        await client.call("GET /users/{userId}", { path: { userId: HOST } });
        if (clock.now() <= untilMs) counts.done += 1;
      } catch {
        counts.failed += 1;
      }
    }
  };
  const clients = Array.from({ length: sessions }, () =>
    createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), ...session }),
  );
  await clients[0]?.zoom.call("GET /users/{userId}", { path: { userId: HOST } });
  await Promise.all(clients.flatMap(({ zoom: client }) => Array.from({ length: callers }, () => caller(client))));
  return { ...counts, refusedShare: counts.refused / (counts.done + counts.refused), perSecond: counts.done / seconds };
};

test.each([
  ["business", 80, 0.1],
  ["business", 80, 0.05],
  ["pro", 30, 0.1],
  ["free", 4, 0.1],
] as const)(
  "at full speed on %s (%i/s, head-room %f): hardly a 429, at least nine tenths of what is allowed",
  async (plan, most, headRoom) => {
    const seconds = plan === "business" ? SECONDS : 20;
    const result = await hammer(seconds, { plan }, { pace: { plan, headRoom } });
    expect(result).toMatchObject({ failed: 0 });
    expect(result.refusedShare).toBeLessThan(0.005);
    expect(result.perSecond).toBeGreaterThanOrEqual(most * (1 - headRoom) * 0.9);
    if (headRoom <= 0.05) expect(result.perSecond).toBeGreaterThanOrEqual(most * 0.9);
  },
  TIMEOUT_MS,
);

test.each(["refusals", "never"] as const)(
  "a plan that nobody named is learned from refusals, with rate headers: %s",
  async (rateHeaders) => {
    const result = await hammer(60, { plan: "pro", switches: { rateHeaders } }, {});
    expect(result.failed).toBe(0);
    expect(result.perSecond).toBeGreaterThan(30 * 0.6);
    expect(result.refusedShare).toBeLessThan(0.06);
  },
  TIMEOUT_MS,
);

test.each([2, 4, 8])(
  "%i processes that share nothing: every call completes",
  async (sessions) => {
    const result = await hammer(SECONDS, { sessions, callers: 10 }, {});
    expect(result.failed).toBe(0);
    expect(result.perSecond).toBeGreaterThan(80 * 0.6);
  },
  TIMEOUT_MS,
);

const session = (emulator: EmulatorOptions, options: SessionOptions = {}) => {
  const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
  const zoom = createEmulator({ clock, ...emulator });
  return { clock, zoom, client: createSession({ send: zoom.send, credentials: DEMO_CREDENTIALS, clock, ...options }).zoom };
};

test("waiting for one's turn is visible, ends at once when the call is stopped, and costs nobody else a turn", async () => {
  const { client, clock, zoom } = session({ plan: "free" }, { pace: { plan: "free", headRoom: 0 } });
  const read = (options: Parameters<typeof client.call>[2]) => client.call("GET /users/{userId}", { path: { userId: HOST } }, options);
  await read({});
  await read({});
  const waits: number[] = [];
  const stop = new AbortController();
  const stopped = read({ signal: stop.signal, onWait: ({ waitMs }) => waits.push(waitMs) });
  const startMs = clock.now();
  const next = read({ onWait: ({ waitMs, reason }) => waits.push(waitMs) && expect(reason).toBe("pace") });
  await Promise.resolve();
  await new Promise((resolve) => process.nextTick(resolve));
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  await next;
  expect(waits).toHaveLength(2);
  expect(clock.now() - startMs).toBeLessThanOrEqual(500);
  expect(zoom.requests().filter(({ path }) => path.startsWith("/v2/"))).toHaveLength(3);
});

test("a call that would wait beyond its deadline fails at once, and nothing was sent", async () => {
  const { client } = session({}, { pace: { plan: "free" } });
  const read = () => client.call("GET /users/{userId}", { path: { userId: HOST } }, { deadlineMs: 3000 });
  const results = await Promise.allSettled(Array.from({ length: 30 }, read));
  const refusals = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  expect(refusals.length).toBeGreaterThan(10);
  for (const refusal of refusals) {
    expect(refusal).toBeInstanceOf(RateLimitError);
    expect(refusal).toMatchObject({ limit: "second", details: { sent: "not-sent" } });
  }
});

test("the hundred webinars that a host may create or change a day are counted per host, until midnight in UTC", async () => {
  const { client, clock, zoom } = session({});
  const create = (userId: string) => client.call("POST /users/{userId}/webinars", { path: { userId }, body: { topic: "Tides" } });
  const { id } = await create(HOST);
  for (let i = 0; i < 98; i += 1) await create(HOST);
  await client.call("PATCH /webinars/{webinarId}", { path: { webinarId: id ?? "" }, body: { agenda: "x" } });
  const before = zoom.requests().length;
  await expect(create(HOST)).rejects.toMatchObject({ code: "rate_limited", limit: "user-day", retryAt: new Date("2027-01-16T00:00:00Z") });
  expect(zoom.requests()).toHaveLength(before);
  await create("grace@example.com");
  clock.advance(12 * 3_600_000);
  await create(HOST);
});

test("a day's limit that Zoom names is not asked about again and again", async () => {
  const { client, zoom, clock } = session({});
  const endpoint = "GET /report/webinars/{webinarId}" as const;
  expect(endpoints[endpoint].rate).toBe("HEAVY");
  zoom.controls.addFault({
    kind: "status",
    status: 429,
    body: '{"code":429,"message":"You have reached the maximum daily rate limit for this API."}',
    times: 2,
  });
  const report = () => client.call(endpoint, { path: { webinarId: "95312345678" } });
  for (let i = 0; i < 5; i += 1) await expect(report()).rejects.toMatchObject({ limit: "day" });
  clock.advance(15 * 60_000);
  await expect(report()).rejects.toMatchObject({ limit: "day" });
  clock.advance(15 * 60_000);
  await expect(report()).rejects.not.toMatchObject({ code: "rate_limited" });
});
