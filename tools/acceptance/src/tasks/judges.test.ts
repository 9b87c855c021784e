import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TASKS } from "./index.ts";

describe("the tasks of a webinar manager", () => {
  it("are all there, each with its page", () => {
    const pages = readdirSync(new URL("../../tasks/", import.meta.url)).map((name) => name.slice(0, 2));
    expect(TASKS.map(({ id }) => id)).toEqual(pages.sort());
    expect(TASKS).toHaveLength(25);
  });

  it.each(TASKS.map((task) => [task.title, task] as const))(
    "%s: begins the same each time, and is not done by doing nothing",
    async (_title, task) => {
      const [one, other] = [await task.start(), await task.start()];
      expect(JSON.stringify(other.before)).toBe(JSON.stringify(one.before));
      expect(new Date(one.clock.now()).toISOString()).toBe(`${task.today}T12:00:00.000Z`);
      expect(await task.judge(one, { answer: "" })).not.toEqual([]);
    },
  );

  it.each(TASKS.flatMap((task) => task.wrongEnds.map((end) => [task.title, end.title, task, end] as const)))(
    "%s: refuses who %s",
    async (_task, _end, task, { because, make }) => {
      const world = await task.start();
      const faults = await task.judge(world, await make(world));
      expect(faults.join("\n")).toMatch(because);
    },
  );

  it("have two wrong ends each, at least", () => {
    expect(TASKS.filter(({ wrongEnds }) => wrongEnds.length < 2).map(({ title }) => title)).toEqual([]);
  });
});
