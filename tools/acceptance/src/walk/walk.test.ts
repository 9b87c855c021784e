import { describe, expect, it } from "vitest";
import { TASKS } from "../tasks/index.ts";
import { type Walked, walk } from "./assistant.ts";
import { EIGHTEEN } from "./eighteen.ts";

const walked = new Map<string, Walked>();
const sum = (key: "calls" | "failed" | "bytes"): number => [...walked.values()].reduce((all, one) => all + one[key], 0);

describe("an assistant that knows only what the server says of itself", () => {
  it.each(TASKS.filter(({ id }) => id in EIGHTEEN).map((task) => [task.title, task] as const))(
    "does this and hears nothing wrong: %s",
    async (_title, task) => {
      const steps = EIGHTEEN[task.id];
      if (steps === undefined) throw new Error(`nobody does task ${task.id}`);
      const one = await walk(task, steps);
      walked.set(task.id, one);
      expect(one.faults).toEqual([]);
    },
  );

  it("does all eighteen in less than 60 kB of content, with at most one failed call in ten", () => {
    expect(walked.size).toBe(18);
    expect(sum("failed") * 10).toBeLessThanOrEqual(sum("calls"));
    expect(sum("bytes")).toBeLessThan(60_000);
    const bytes = Object.fromEntries([...walked].map(([id, one]) => [id, one.bytes]));
    expect({ calls: sum("calls"), failed: sum("failed"), bytes, sum: sum("bytes") }).toMatchInlineSnapshot(`
      {
        "bytes": {
          "01": 1461,
          "02": 1775,
          "03": 2737,
          "04": 3098,
          "05": 3112,
          "06": 1452,
          "07": 2012,
          "08": 4469,
          "09": 1043,
          "10": 4915,
          "11": 2505,
          "12": 1155,
          "13": 4367,
          "14": 4006,
          "15": 2076,
          "16": 10935,
          "17": 1885,
          "18": 2188,
        },
        "calls": 61,
        "failed": 0,
        "sum": 55191,
      }
    `);
  });
});
