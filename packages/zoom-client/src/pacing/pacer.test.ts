import { RateLimitError, type RateLimitKind, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, test } from "vitest";
import { createPacer, type PacedCall, type PaceOptions } from "./pacer.ts";

const NOON = Date.UTC(2027, 0, 15, 12);
const MIDNIGHT = "2027-01-16T00:00:00.000Z";
const READ: PacedCall = { id: "GET /users", label: "LIGHT", target: "/users" };
const HEAVY: PacedCall = { id: "GET /report/webinars/{webinarId}", label: "HEAVY", target: "/report/webinars/1" };
const createOf = (host: string): PacedCall => ({ id: "POST /users/{userId}/webinars", label: "LIGHT", target: `/users/${host}/webinars` });
const updateOf = (webinar: string): PacedCall => ({ id: "PATCH /webinars/{webinarId}", label: "LIGHT", target: `/webinars/${webinar}?x=1` });

const open = (options: PaceOptions = {}, autoAdvance: boolean | "when-idle" = true) => {
  const clock = virtualClock(NOON, { autoAdvance });
  const pacer = createPacer(clock, options);
  const waits: number[] = [];
  const turn = (call: PacedCall, { deadlineMs = Number.POSITIVE_INFINITY, signal }: { deadlineMs?: number; signal?: AbortSignal } = {}) =>
    pacer.turn(call, { signal, deadlineAtMs: clock.monotonic() + deadlineMs, onWait: (ms) => waits.push(ms) });
  const refuse = (call: PacedCall, limit: RateLimitKind, retryAt: Date | null = null, told?: number) =>
    pacer.refused(call, new RateLimitError("no", limit, retryAt, { details: told === undefined ? {} : { zoom_limit: told } }));
  /** Calls that go out in so many milliseconds. */
  const sentIn = async (ms: number, call = READ): Promise<number> => {
    const untilMs = clock.now() + ms;
    let count = 0;
    for (; clock.now() < untilMs; count += 1) await turn(call);
    return count;
  };
  return { clock, pacer, waits, turn, refuse, sentIn };
};

describe("a limit per second", () => {
  test("is kept below, with the share for other apps left free", async () => {
    const { sentIn, waits } = open({ plan: "pro" });
    expect(await sentIn(10_000)).toBeLessThanOrEqual(10 * 30 * 0.9 + 2);
    expect(waits.length).toBeGreaterThan(0);
  });

  test("that Zoom names is kept from then on, if it is lower than what was known", async () => {
    const { refuse, sentIn } = open({ headRoom: 0 });
    refuse(READ, "second", null, 10);
    await sentIn(2000);
    expect(await sentIn(10_000)).toBeLessThanOrEqual(102);
    refuse(READ, "second", null, 500);
    await sentIn(2000);
    expect(await sentIn(1000)).toBeLessThanOrEqual(12);
  });

  test("that Zoom refuses at without naming it halves the pace, which comes back by itself", async () => {
    const { refuse, sentIn } = open({ headRoom: 0 });
    refuse(READ, "second");
    await sentIn(1000);
    const slow = await sentIn(1000);
    expect(slow).toBeLessThan(55);
    await sentIn(60_000);
    expect(await sentIn(1000)).toBeGreaterThan(slow * 1.5);
  });

  test("counts refusals that come together as one", async () => {
    const once = open({ headRoom: 0 });
    once.refuse(READ, "second");
    const often = open({ headRoom: 0 });
    for (let nth = 0; nth < 20; nth += 1) often.refuse(READ, "second");
    expect(await often.sentIn(5000)).toBe(await once.sentIn(5000));
  });

  test("is waited for as long as Zoom says", async () => {
    const { clock, refuse, turn, waits } = open();
    refuse(READ, "second", new Date(NOON + 7000));
    await turn(READ);
    expect([clock.now() - NOON, waits]).toEqual([7000, [7000]]);
  });

  test("refuses a call whose turn would come after its deadline, without sending it", async () => {
    const { refuse, turn } = open();
    refuse(READ, "second", new Date(NOON + 7000));
    await expect(turn(READ, { deadlineMs: 7000 })).rejects.toMatchObject({
      code: "rate_limited",
      limit: "second",
      retryAt: new Date(NOON + 7000),
      details: { sent: "not-sent" },
    });
  });

  test("holds no other kind of call up", async () => {
    const { clock, refuse, turn } = open();
    refuse(READ, "second", new Date(NOON + 7000));
    await turn(HEAVY);
    expect(clock.now()).toBe(NOON);
  });
});

describe("calls that wait for their turn", () => {
  test("go in the order in which they came, and who gives up takes no turn from the others", async () => {
    const { clock, refuse, turn } = open({}, false);
    refuse(READ, "second", new Date(NOON + 1000));
    const went: string[] = [];
    const stop = new AbortController();
    const first = turn(READ).then(() => went.push("first"));
    const second = turn(READ, { signal: stop.signal }).catch(() => went.push("gave up"));
    const third = turn(READ).then(() => went.push("third"));
    stop.abort();
    await second;
    for (let nth = 0; nth < 40; nth += 1) {
      clock.advance(100);
      await new Promise(setImmediate);
    }
    await Promise.all([first, third]);
    expect(went).toEqual(["gave up", "first", "third"]);
  });

  test("end with the reason of who stopped them, also if nobody else waits, and the next one still gets its turn", async () => {
    const { clock, refuse, turn } = open({}, false);
    refuse(READ, "second", new Date(NOON + 1000));
    const stop = new AbortController();
    const waiting = turn(READ, { signal: stop.signal });
    const reason = new Error("enough");
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(turn(READ, { signal: stop.signal })).rejects.toBe(reason);
    const next = turn(READ);
    for (let nth = 0; nth < 20; nth += 1) {
      clock.advance(100);
      await new Promise(setImmediate);
    }
    await next;
  });
});

describe("a day's limit", () => {
  test("that Zoom says is used up sends nothing more of its kind, until a quarter of an hour later Zoom is asked again", async () => {
    const { clock, refuse, turn } = open();
    refuse(HEAVY, "day", new Date(NOON + 12 * 3_600_000));
    await expect(turn(HEAVY)).rejects.toMatchObject({ limit: "day", retryAt: new Date(MIDNIGHT), details: { sent: "not-sent" } });
    await turn(READ);
    clock.advance(15 * 60_000 - 1);
    await expect(turn(HEAVY)).rejects.toMatchObject({ limit: "day" });
    clock.advance(1);
    await turn(HEAVY);
  });

  test("ends at the midnight of UTC if Zoom does not say when", async () => {
    const { refuse, turn } = open();
    refuse(HEAVY, "day");
    await expect(turn(HEAVY)).rejects.toMatchObject({ retryAt: new Date(MIDNIGHT) });
  });

  test("that ends soon is waited for no longer than that", async () => {
    const { clock, refuse, turn } = open();
    refuse(HEAVY, "day", new Date(NOON + 60_000));
    clock.advance(60_000);
    await turn(HEAVY);
  });

  test("of a plan that is named is kept by this client: its share, and everything again the next day", async () => {
    const { clock, turn } = open({ plan: "free", headRoom: 0.9 });
    for (let nth = 0; nth < 100; nth += 1) await turn(HEAVY);
    await expect(turn(HEAVY)).rejects.toMatchObject({ limit: "day", message: expect.stringContaining("its share"), retryAt: new Date(MIDNIGHT) });
    clock.advance(12 * 3_600_000);
    await turn(HEAVY);
  });

  test("of a plan that nobody named closes no day: that is for Zoom to say", async () => {
    const { turn } = open({ headRoom: 0.9 });
    for (let nth = 0; nth < 200; nth += 1) await turn({ ...HEAVY, label: "HEAVY" });
  });
});

describe("the hundred webinars of a host in a day", () => {
  const make = async ({ turn, pacer }: Pick<ReturnType<typeof open>, "turn" | "pacer">, host: string, id: string) => {
    await turn(createOf(host));
    pacer.succeeded(createOf(host), id);
  };

  test("are counted by who makes and changes them, whatever the spelling, and another host is not affected", async () => {
    const world = open();
    for (let nth = 0; nth < 60; nth += 1) await make(world, "ada%40example.com", `${nth}`);
    for (let nth = 0; nth < 40; nth += 1) {
      await world.turn(updateOf(`${nth}`));
      world.pacer.succeeded(updateOf(`${nth}`), null);
    }
    await expect(world.turn(createOf("ADA%40example.com"))).rejects.toMatchObject({ limit: "user-day", retryAt: new Date(MIDNIGHT) });
    await expect(world.turn(updateOf("7"))).rejects.toMatchObject({ limit: "user-day" });
    await world.turn(createOf("grace%40example.com"));
    await world.turn(updateOf("a webinar of somebody else"));
    await world.turn(READ);
  });

  test("are used up as soon as Zoom says so, and start again at midnight", async () => {
    const { clock, refuse, turn } = open();
    refuse(createOf("ada"), "user-day");
    await expect(turn(createOf("ada"))).rejects.toMatchObject({ limit: "user-day" });
    clock.advance(12 * 3_600_000);
    await turn(createOf("ada"));
  });

  test("close nothing if Zoom says it of a webinar whose host is not known, or of one registrant", async () => {
    const { refuse, turn } = open();
    refuse(updateOf("1"), "user-day");
    refuse(READ, "registrant-day");
    await turn(updateOf("1"));
    await turn(READ);
  });

  test("are remembered for the last ten thousand webinars", async () => {
    const { pacer, refuse, turn } = open();
    for (let nth = 0; nth <= 10_000; nth += 1) pacer.succeeded(createOf(`host${nth}`), `${nth}`);
    refuse(createOf("host0"), "user-day");
    refuse(createOf("host1"), "user-day");
    await turn(updateOf("0"));
    await expect(turn(updateOf("1"))).rejects.toMatchObject({ limit: "user-day" });
  });
});
