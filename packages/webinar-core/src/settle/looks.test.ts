import { CancelledError, memoryStore, NotFoundError, RateLimitError, UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { plan, START } from "../test/planned-write.ts";
import type { Intent } from "./intents.ts";
import { listLag } from "./list-lag.ts";
import { isNewTo, isSurelyAbsent, look, lookBefore } from "./look.ts";
import type { Candidate, SettledWrite } from "./settled-write.ts";

const unused = async () => {};
const intentOf = (ids: readonly string[], known: readonly string[] | null): Intent => ({
  openSinceMs: null,
  isDone: false,
  ids,
  known,
  open: unused,
  done: unused,
  close: unused,
});
const thing = (id: string, more: Partial<Candidate<string>> = {}): Candidate<string> => ({ id, label: id, adopt: async () => id, ...more });
const lost = new UnavailableError("The connection broke.", "maybe-sent");

describe("what a list does not show", () => {
  const nothing = { candidates: [], failure: null, afterMs: 65_000, lagMs: 60_000 };
  it.each([
    ["was not made, if the lag and five seconds are over", nothing, true],
    ["may have been made a moment before that", { ...nothing, afterMs: 64_999 }, false],
    ["may have been made if the account's lists are later than that", { ...nothing, lagMs: 60_001 }, false],
    ["may have been made if the look failed", { ...nothing, failure: lost }, false],
    ["is there, if something is", { ...nothing, candidates: [thing("a")] }, false],
  ])("%s", (_what, looked, isAbsent) => {
    expect(isSurelyAbsent(looked)).toBe(isAbsent);
  });
});

it("what is new was neither made by an identical write nor there before", () => {
  const isNew = (ids: string[], known: string[] | null) => isNewTo(intentOf(ids, known))({ id: "a" });
  expect([isNew([], []), isNew(["a"], []), isNew([], ["a"]), isNew(["b"], ["c"]), isNew([], null), isNew(["a"], null)]).toEqual([
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});

describe("looks", () => {
  /** What each look shows, and in which seconds after the start they are made; times in seconds. */
  const looksOf = async (
    shows: readonly (Error | readonly Candidate<string>[])[],
    { ended = 0, deadline = 90, known = [] as string[], lag: lagSeconds = 0, start = 0 } = {},
  ) => {
    const clock = virtualClock(START + start * 1000, { autoAdvance: true });
    const lag = listLag(memoryStore({ clock }), null);
    if (lagSeconds > 0) await lag.shown(lagSeconds * 1000);
    const at: number[] = [];
    const find: SettledWrite<string>["find"] = async () => {
      at.push((clock.now() - START) / 1000);
      const shown = shows[Math.min(at.length, shows.length) - 1] ?? [];
      if (shown instanceof Error) throw shown;
      return shown;
    };
    const { context } = plan();
    const write = { operation: "o", what: "w", identity: {}, where: "l", send: async () => "", idOf: () => null, find };
    const times = { sinceMs: START, endedMs: START + ended * 1000, deadlineMs: START + deadline * 1000 };
    const { candidates, failure, afterMs } = await look(write, { ...context, clock }, lag, intentOf([], known), times);
    return { at, found: candidates.map(({ id }) => id), failure, after: afterMs / 1000, lag: (await lag.knownMs()) / 1000 };
  };
  const HALF_A_MINUTE = [0, 1, 3, 7, 15, 30];
  const nothing: Candidate<string>[] = [];
  const part = thing("a", { isPartial: true });

  it("are made for half a minute, and once more when the lag is over", async () => {
    expect(await looksOf([nothing])).toEqual({ at: [...HALF_A_MINUTE, 65], found: [], failure: null, after: 65, lag: 60 });
    expect(await looksOf([nothing], { lag: 80 })).toMatchObject({ at: [...HALF_A_MINUTE, 85], after: 85 });
    expect(await looksOf([nothing], { ended: -10 })).toMatchObject({ at: [...HALF_A_MINUTE, 55], after: 65 });
  });

  it("do not wait beyond the deadline, but up to it", async () => {
    expect(await looksOf([nothing], { deadline: 64 })).toMatchObject({ at: HALF_A_MINUTE, after: 30 });
    expect(await looksOf([nothing], { deadline: 65 })).toMatchObject({ at: [...HALF_A_MINUTE, 65] });
  });

  it("end as soon as what an old attempt did not make is surely absent", async () => {
    expect(await looksOf([nothing], { ended: -65 })).toMatchObject({ at: [0], after: 65 });
    expect(await looksOf([nothing], { ended: -64 })).toMatchObject({ at: [0, 1], after: 65 });
    expect(await looksOf([lost, nothing], { ended: -65 })).toMatchObject({ at: [0, 1], failure: null });
  });

  it("count from when the attempt ended, also if they begin before that", async () => {
    expect(await looksOf([nothing], { ended: 10 })).toMatchObject({ at: [...HALF_A_MINUTE, 75], after: 65 });
  });

  it("end when something is there that is whole", async () => {
    expect(await looksOf([nothing, [thing("a")]])).toMatchObject({ at: [0, 1], found: ["a"] });
    expect(await looksOf([[part], [part, thing("b")]])).toMatchObject({ at: [0, 1], found: ["a", "b"] });
    expect(await looksOf([[part]])).toMatchObject({ at: [...HALF_A_MINUTE, 65], found: ["a"] });
    expect(await looksOf([[thing("a", { isPartial: false })]])).toMatchObject({ at: [0] });
  });

  it("do not see what was there before", async () => {
    expect(await looksOf([[thing("old")], [thing("old"), thing("new")]], { known: ["old"] })).toMatchObject({ at: [0, 1], found: ["new"] });
  });

  it("go on if nothing but the way to Zoom failed, and end at any other failure", async () => {
    expect(await looksOf([lost, new RateLimitError("Later.", "second", null), [thing("a")]])).toMatchObject({
      at: [0, 1, 3],
      found: ["a"],
      failure: null,
    });
    expect(await looksOf([lost])).toMatchObject({ at: [...HALF_A_MINUTE, 65], failure: lost });
    for (const failure of [new NotFoundError("gone"), new CancelledError(), new TypeError("x")])
      expect(await looksOf([nothing, failure])).toMatchObject({ at: [0, 1], failure, after: 1 });
  });

  it("keep what they saw if a later one fails, with the failure", async () => {
    expect(await looksOf([[part], new NotFoundError("gone")])).toMatchObject({ found: ["a"], failure: expect.any(NotFoundError) });
  });

  it("teach how late a list is: by what was missing at one look and is there at the next", async () => {
    const late = { ended: -200, lag: 300 };
    expect((await looksOf([nothing, [thing("a")]], { ...late, deadline: 0 })).lag).toBe(300);
    expect((await looksOf([nothing, [thing("a")]], { ended: -100, lag: 95.5 })).lag).toBe(96);
    expect((await looksOf([lost, [thing("a")]], { ended: -200, lag: 100 })).lag).toBe(100);
    expect((await looksOf([[thing("a")]], { ended: -200, lag: 100 })).lag).toBe(100);
  });
});

describe("a look before a write", () => {
  const before = (more: Partial<SettledWrite<string>>) =>
    lookBefore(
      {
        operation: "o",
        what: "w",
        identity: {},
        where: "l",
        send: async () => "",
        idOf: () => null,
        find: async () => [thing("a"), thing("b")],
        ...more,
      },
      START,
    );

  it("names what is there, if its age will not tell it from what the write makes", async () => {
    expect(await before({ isUndated: true })).toEqual(["a", "b"]);
    expect([await before({}), await before({ isUndated: false }), await before({ isUndated: true, find: null })]).toEqual([[], [], []]);
  });

  it("is not possible if Zoom refuses it, and ends the write if it is stopped or a fault of ours", async () => {
    const failing = (error: Error) => before({ isUndated: true, find: () => Promise.reject(error) });
    expect(await failing(new NotFoundError("gone"))).toBeNull();
    for (const error of [new CancelledError(), new TypeError("x")]) await expect(failing(error)).rejects.toBe(error);
  });
});
