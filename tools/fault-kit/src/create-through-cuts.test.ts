import { isZoomWebinarError, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { connect, type ZoomWebinar } from "@zoom-webinar/webinar-core";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultProxy, faultProxy, type Toxic } from "./proxy.ts";

/** CI cuts at every boundary and every 16th byte; FAULTS=long at every byte. */
const STEP = process.env.FAULTS === "long" ? 1 : 16;
/** A host may create a hundred webinars a day, then the world starts again. */
const PER_WORLD = 40;

let emulator: Emulator;
let proxy: FaultProxy;
let zoom: ZoomWebinar;
let made = 0;
/** Bytes that passed during the last create. */
let sizes = { request: 0, reply: 0 };
let heads = { request: 0, reply: 0 };

beforeAll(async () => {
  // A minute of looking things up passes in no time.
  const clock = virtualClock(Date.UTC(2027, 0, 15, 12), { autoAdvance: true });
  emulator = createEmulator({ clock, world: "empty", rateLimits: false });
  const { port } = await emulator.listen();
  proxy = await faultProxy(port);
  zoom = await connect({
    env: {},
    credentials: DEMO_CREDENTIALS,
    apiBaseUrl: `${proxy.url}/v2`,
    oauthBaseUrl: proxy.url,
    clock,
    store: memoryStore({ clock }),
    pace: false,
  });
  await zoom.users.list({});
});
afterAll(async () => {
  await zoom.close();
  await proxy.close();
  await emulator.close();
});

/** Creates one webinar while something breaks, and compares what is said of it with what is so. */
const createWith = async (toxic: Toxic | null): Promise<"created" | "ambiguous" | "not created"> => {
  if (made % PER_WORLD === 0) await emulator.controls.reset();
  made += 1;
  const topic = `Tides ${made}`;
  if (toxic === null) proxy.clear();
  else proxy.arm(toxic);
  const where = JSON.stringify(toxic);
  const said = await zoom.webinars
    .create({ user_id: "ada@example.com", topic, start_time: "2031-03-15T15:00:00Z" })
    .then(({ webinar }) => webinar.id ?? "without an id")
    .catch((error: unknown) => error);
  sizes = proxy.passed();
  heads = proxy.heads();
  if (toxic !== null && "at" in toxic) expect(proxy.isArmed(), where).toBe(false);
  proxy.clear();
  const there = (await emulator.state.webinars()).filter((webinar) => webinar.topic === topic).map(({ id }) => String(id));
  expect(there.length, where).toBeLessThanOrEqual(1);
  if (typeof said === "string") {
    expect(there, where).toEqual([said]);
    return "created";
  }
  if (!isZoomWebinarError(said)) throw said;
  if (said.code === "ambiguous") return "ambiguous";
  // Any other error says that it was not done.
  expect(there, `${where}: ${said.message}`).toEqual([]);
  return "not created";
};

/** Every STEPth byte up to `length`, both ends, and the bytes around each boundary. */
const places = (length: number, boundaries: readonly number[]): number[] => {
  const near = boundaries.flatMap((at) => [at - 1, at, at + 1]);
  const even = Array.from({ length: Math.ceil(length / STEP) }, (_, i) => i * STEP);
  return [...new Set([...even, ...near, 0, 1, length - 1, length])].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
};

test.each([
  ["request", "cut-request", false],
  ["request", "cut-request", true],
  ["reply", "cut-reply", false],
  ["reply", "cut-reply", true],
  ["reply", "half-close", false],
] as const)(
  "creating a webinar, the %s broken by %s (RST: %s) at any byte: at most one, and never a wrong answer about it",
  async (side, kind, reset) => {
    expect(await createWith(null)).toBe("created");
    const length = sizes[side];
    expect(heads[side]).toBeGreaterThan(100);
    expect(length).toBeGreaterThan(heads[side]);
    const counts = { created: 0, ambiguous: 0, "not created": 0 };
    const cuts = places(length, [heads[side] - 4, heads[side] - 2, heads[side]]);
    for (const at of cuts) counts[await createWith(kind === "half-close" ? { kind, at } : { kind, at, reset })] += 1;
    expect(counts).toEqual({ created: cuts.length, ambiguous: 0, "not created": 0 });
  },
  600_000,
);

test("an answer that trickles or comes late is still read whole", async () => {
  expect(await createWith({ kind: "delay", ms: 50 })).toBe("created");
  expect(await createWith({ kind: "trickle", bytes: 256, everyMs: 2 })).toBe("created");
});
