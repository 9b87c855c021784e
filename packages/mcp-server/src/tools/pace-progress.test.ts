import { virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { paceProgress } from "./pace-progress.ts";

describe("progress", () => {
  it("rises, waits a tenth of a second between two, and ends with the call", async () => {
    const clock = virtualClock();
    const sent: number[] = [];
    const progress = paceProgress(async ({ done }) => void sent.push(done), clock);
    for (const done of [5, 4, 5, 6]) {
      progress.report({ done, total: 10 });
      clock.advance(100);
    }
    progress.report({ done: 7, total: 10 });
    progress.report({ done: 8, total: 10 }); // too soon
    await progress.close();
    clock.advance(1_000);
    progress.report({ done: 9, total: 10 }); // too late
    await progress.close();
    expect(sent).toEqual([5, 6, 7]);
  });

  it("says that the call waits, and goes on rising", async () => {
    const clock = virtualClock();
    const sent: [number, number | null, string | undefined][] = [];
    const progress = paceProgress(async ({ done, total, message }) => void sent.push([done, total, message]), clock);
    const then = (work: () => void) => {
      work();
      clock.advance(100);
    };
    then(() => progress.wait("waiting"));
    then(() => progress.report({ done: 1, total: 3 }));
    then(() => progress.wait("waiting again"));
    then(() => progress.report({ done: 2, total: 3 }));
    await progress.close();
    expect(sent.map(([, total, message]) => [total, message])).toEqual([
      [null, "waiting"],
      [3, undefined],
      [3, "waiting again"],
      [3, undefined],
    ]);
    expect(sent.every(([done], at) => at === 0 || done > (sent[at - 1]?.[0] ?? 0))).toBe(true);
  });

  it("close waits for what is running, and a client that is gone is not a failure", async () => {
    let hasLeft = false;
    const slow = paceProgress(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      hasLeft = true;
      throw new Error("gone");
    }, virtualClock());
    slow.report({ done: 1, total: null });
    await slow.close();
    expect(hasLeft).toBe(true);
  });
});
