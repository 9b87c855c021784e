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
          "01": 1520,
          "02": 1755,
          "03": 2838,
          "04": 3209,
          "05": 3299,
          "06": 1518,
          "07": 1994,
          "08": 4561,
          "09": 980,
          "10": 5150,
          "11": 3424,
          "12": 1190,
          "13": 4025,
          "14": 4073,
          "15": 1874,
          "16": 14912,
          "17": 1624,
          "18": 1892,
        },
        "calls": 61,
        "failed": 0,
        "sum": 59838,
      }
    `);
  });
});
