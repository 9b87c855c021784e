import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { lost, made, plan, START } from "../test/planned-write.ts";
import { listLag } from "./list-lag.ts";

describe("how late the lists of an account are", () => {
  it("does not become shorter by what comes into sight sooner", async () => {
    const { run, clock, context } = plan({ sends: [lost()], looks: [[], [], [], [], [], [], [made]] });
    await run();
    // At 65 seconds it was there: the minute that is always taken is not shortened.
    expect(await listLag(context.store, null).knownMs()).toBe(60_000);
    expect(clock.now() - START).toBe(65_000);
  });

  describe("is learned from what comes into sight late, such as on a machine that was asleep while it waited", () => {
    /** A wait for the last look that takes a hundred seconds more than it should. */
    const asleep = (...looks: Parameters<typeof plan>[0] extends { looks?: infer Looks } | undefined ? [Looks] : never) => {
      const world = plan({ sends: [lost(), "second"], looks: looks[0] });
      const { clock } = world;
      const sleep = async (ms: number) => {
        await clock.sleep(ms);
        if (ms === 35_000) clock.advance(100_000);
      };
      return { ...world, context: Object.assign(world.context, { clock: { ...clock, sleep } }) };
    };
    const missed = Array.from({ length: 6 }, () => []);

    it("if a look before had missed it", async () => {
      const { run, context } = asleep([...missed, [made]]);
      expect(await run()).toEqual({ result: "made", adopted: true });
      expect(await listLag(context.store, null).knownMs()).toBe(160_000);
    });

    it("but not if the look before had failed, or if it never came", async () => {
      const failed = asleep([...Array.from({ length: 6 }, () => lost()), [made]]);
      expect(await failed.run()).toMatchObject({ adopted: true });
      expect(await listLag(failed.context.store, null).knownMs()).toBe(60_000);
      const never = asleep([[]]);
      expect(await never.run()).toMatchObject({ result: "second" });
      expect(await listLag(never.context.store, null).knownMs()).toBe(60_000);
    });
  });

  it("is a minute at least, the longest that was seen otherwise, each account for itself, and forgotten after a month", async () => {
    const clock = virtualClock(START);
    const store = memoryStore({ clock });
    const lag = listLag(store, "harbour");
    await lag.shown(59_000);
    expect(await lag.knownMs()).toBe(60_000);
    await lag.shown(70_000.5);
    await lag.shown(65_000);
    expect(await lag.knownMs()).toBe(70_001);
    expect(await listLag(store, "lighthouse").knownMs()).toBe(60_000);
    expect(await listLag(store, null).knownMs()).toBe(60_000);
    clock.advance(31 * 86_400_000);
    expect(await lag.knownMs()).toBe(60_000);
  });

  it("costs no call if the store fails, or holds something else", async () => {
    const broken = { ...memoryStore(), get: () => Promise.reject(new Error("disk")), set: () => Promise.reject(new Error("disk")) };
    const lag = listLag(broken, "harbour");
    await lag.shown(70_000);
    expect(await lag.knownMs()).toBe(60_000);
    expect(await listLag({ ...memoryStore(), get: async () => ({ value: "soon", version: "1" }) }, "harbour").knownMs()).toBe(60_000);
  });
});
