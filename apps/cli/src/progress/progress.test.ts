import { PassThrough, Writable } from "node:stream";
import type { Progress } from "@zoom-webinar/webinar-core";
import { describe, expect, it } from "vitest";
import type { Io } from "../io.ts";
import { displayWidth } from "../output/display-width.ts";
import { describeProgress, drawProgress } from "./describe-progress.ts";
import { createProgress } from "./progress.ts";

const setUp = ({ columns, isJson = false, isLong = false }: { columns?: number; isJson?: boolean; isLong?: boolean }) => {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString("utf8"));
      done();
    },
  });
  const stderr = Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns });
  const io: Io = { stdout: new PassThrough(), stdin: new PassThrough(), stderr, env: {}, cwd: "/", signal: new AbortController().signal };
  let nowMs = 0;
  const progress = createProgress(io, { isJson, isLong, elapsed: () => nowMs });
  return { progress, written, pass: (ms: number) => (nowMs += ms), shown: () => written.at(-1)?.replace("\r\u001b[K", "") ?? "" };
};

describe("how far a call is", () => {
  it.each<[Progress, number | null, string]>([
    [{ done: 5, total: null }, null, "5"],
    [{ done: 1260, total: 3000, message: "rows" }, 95, "1,260 of 3,000, 95/s, 18 s left rows"],
    [{ done: 10, total: 3000 }, 2.5, "10 of 3,000, 2.5/s, 20 min left"],
    [{ done: 10, total: 3000 }, 0.2, "10 of 3,000, 12/min, 4 h 9 min left"],
    [{ done: 3000, total: 3000 }, 95, "3,000 of 3,000"],
    [{ done: 266, total: 3000, message: "44 a second, 63 s left" }, 95, "266 of 3,000, 44 a second, 63 s left"],
    [{ done: 700, total: null, message: "rows" }, 1200, "700, 1,200/s rows"],
    [{ done: 1, total: 2, message: "a\u001b[31m\nb" }, null, "1 of 2 a[31m b"],
  ])("%j at %s a second reads %s", (progress, rate, text) => {
    expect(describeProgress(progress, rate === null ? null : { rate })).toBe(text);
  });

  it("fits one line of any width, with a bar if there is room", () => {
    const progress = { done: 50, total: 200, message: "Register 200 people for a webinar with a long name 日本語" };
    for (let columns = 8; columns <= 200; columns++)
      expect(displayWidth(drawProgress(progress, { rate: 3 }, columns)), `${columns}`).toBeLessThan(columns);
    expect(drawProgress({ done: 50, total: 200 }, null, 80)).toBe(`${"█".repeat(6)}${"░".repeat(18)}  25%  50 of 200`);
    expect(drawProgress({ done: 0, total: 0 }, null, 80)).toBe("0 of 0");
    // The end of a long message goes before the bar does.
    expect(drawProgress({ ...progress, message: "rows of a very long message that leaves no room for a bar" }, null, 60)).toMatch(
      /^█░{5} {2}25% {2}50 of 200 rows .*…$/,
    );
  });
});

describe("on a terminal", () => {
  it("is one line that is drawn over, with a rate once there is one, and gone at the end", () => {
    const { progress, pass, shown, written } = setUp({ columns: 80, isLong: true });
    progress.show({ done: 0, total: 400 });
    expect(shown()).toBe(`${"░".repeat(24)}   0%  0 of 400`);
    pass(2000);
    progress.show({ done: 200, total: 400 });
    expect(shown()).toBe(`${"█".repeat(12)}${"░".repeat(12)}  50%  200 of 400, 100/s, 2 s left`);
    progress.clear();
    progress.clear();
    expect(written.filter((text) => text === "\r\u001b[K")).toHaveLength(1);
    expect(written.join("")).not.toContain("\n");
  });

  it("counts the rate from where this call began, and again if a new list begins", () => {
    const { progress, pass, shown } = setUp({ columns: 80, isLong: true });
    progress.show({ done: 1000, total: 2000 });
    pass(2000);
    progress.show({ done: 1100, total: 2000 });
    expect(shown()).toContain("50/s, 18 s left");
    pass(1000);
    progress.show({ done: 10, total: 20 });
    expect(shown()).not.toContain("/s");
  });

  it("is not redrawn for each of thousands of steps, but for the last", () => {
    const { progress, written } = setUp({ columns: 80, isLong: true });
    for (let done = 0; done <= 5000; done++) progress.show({ done, total: 5000 });
    expect(written.length).toBe(2);
    expect(written.at(-1)).toContain("5,000 of 5,000");
  });

  it("says nothing of a call that is over soon", () => {
    const { progress, pass, written } = setUp({ columns: 80 });
    progress.show({ done: 1, total: 2 });
    pass(299);
    progress.show({ done: 2, total: 2 });
    progress.clear();
    expect(written).toEqual([]);
    pass(1);
    progress.show({ done: 1, total: 9 });
    expect(written).toHaveLength(1);
  });

  it("shows what it waits for", () => {
    const { progress, shown } = setUp({ columns: 80, isLong: true });
    progress.wait("waiting 3 s since Zoom's rate limit was reached");
    expect(shown()).toBe("waiting 3 s since Zoom's rate limit was reached");
    progress.show({ done: 3, total: 9 });
    progress.wait("waiting 3 s since Zoom's rate limit was reached");
    expect(shown()).toBe("3 of 9, waiting 3 s since Zoom's rate limit was reached");
  });
});

describe("without a terminal", () => {
  it("is a line every five seconds, and none for a short call", () => {
    const { progress, pass, written } = setUp({});
    progress.show({ done: 1, total: 900 });
    pass(4000);
    progress.show({ done: 100, total: 900 });
    expect(written).toEqual([]);
    pass(1000);
    progress.show({ done: 101, total: 900 });
    progress.show({ done: 102, total: 900 });
    expect(written).toEqual(["101 of 900, 20/s, 40 s left\n"]);
  });

  it("begins at once for what may take long, and is JSON for programs", () => {
    const long = setUp({ isLong: true });
    long.progress.show({ done: 0, total: 3, message: "Register 3 people" });
    expect(long.written).toEqual(["Register 3 people\n"]);
    const json = setUp({ isLong: true, isJson: true });
    json.progress.show({ done: 0, total: 3 });
    expect(json.written).toEqual(['{"progress":"0 of 3"}\n']);
    const short = setUp({ isJson: true });
    short.pass(60_000);
    short.progress.show({ done: 0, total: 3 });
    expect(short.written).toEqual([]);
  });
});

describe("the last line without a terminal", () => {
  it("is the final count if an earlier one was told, and is told once", () => {
    const { progress, pass, written } = setUp({ isLong: true });
    progress.show({ done: 0, total: null, message: "webinars found" });
    pass(100);
    progress.show({ done: 3, total: null, message: "webinars found" });
    progress.show({ done: 12, total: null, message: "rows" });
    progress.clear();
    progress.clear();
    expect(written).toEqual(["0 webinars found so far\n", "12 rows\n"]);
  });

  it("is left to the answer if that has the count, and so is the first one of a call that is over soon", () => {
    const { progress, pass, written } = setUp({ isLong: true });
    const soFar = (written: number) => ({ done: written, total: null, message: "rows", soFar: { written } });
    progress.show(soFar(4));
    progress.show(soFar(8));
    progress.clear();
    expect(written).toEqual([]);
    pass(6000);
    progress.show(soFar(12));
    progress.show(soFar(16));
    progress.clear();
    expect(written).toEqual(["12, 1.3/s rows so far\n"]);
  });

  it.each([true, false])("shows no last count if it showed none, or all of them (long: %s)", (isLong) => {
    const { progress, written } = setUp({ isLong });
    progress.show({ done: 12, total: 12 });
    progress.clear();
    expect(written).toEqual(isLong ? ["12 of 12\n"] : []);
  });
});
