import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createJobs, type Job } from "./jobs.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An operation that goes on until it is let go, or told to stop. */
const slowly = () => {
  let end = (_output: { output: string }) => {};
  const seen: { job?: Job } = {};
  const work = (job: Job) => {
    seen.job = job;
    return new Promise<{ output: string }>((resolve) => {
      end = resolve;
      job.signal.addEventListener("abort", () => resolve({ output: "stopped" }));
    });
  };
  return { work, seen, end: (output: string) => end({ output }) };
};
const nobody = () => new AbortController();

describe("long operations", () => {
  it("answer at their end when that comes soon", async () => {
    const { work, end } = slowly();
    const answer = createJobs(1_000).run(work, nobody().signal);
    end("all of it");
    expect(await answer).toEqual({ output: "all of it" });
  });

  it("answer what they have come to when the caller has waited long enough, and go on although the caller goes away", async () => {
    const { work, seen, end } = slowly();
    const caller = nobody();
    const jobs = createJobs(1_000);
    const answer = jobs.run(work, caller.signal);
    seen.job?.report({ done: 1, total: 3, soFar: { rows: 1 } });
    vi.advanceTimersByTime(1_000);
    expect(await answer).toEqual({ output: { rows: 1 } });
    caller.abort();
    expect(seen.job?.signal.aborted).toBe(false);
    end("done");
  });

  it("stop when the caller goes away before there is an answer", async () => {
    const { work } = slowly();
    const caller = nobody();
    const answer = createJobs(1_000).run(work, caller.signal);
    caller.abort();
    expect(await answer).toEqual({ output: "stopped" });
  });

  it("stop with the server, which waits for them", async () => {
    const { work, seen } = slowly();
    const jobs = createJobs(1_000);
    const answer = jobs.run(work, nobody().signal);
    seen.job?.report({ done: 1, total: 3, soFar: { rows: 1 } });
    vi.advanceTimersByTime(1_000);
    await answer;
    await jobs.stop();
    expect(seen.job?.signal.aborted).toBe(true);
  });
});
