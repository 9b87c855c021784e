import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ROOT } from "../doors.ts";
import { TASKS } from "../tasks/index.ts";
import { agentOf } from "./agent.ts";
import { BUDGETS } from "./budgets.ts";
import { evaluate } from "./evaluate.ts";
import { REFERENCE } from "./reference/index.ts";
import { overspent, tableOf } from "./table.ts";

const AGENT = `"${process.execPath}" "${join(ROOT, "tools/acceptance/src/eval/testing/fake-agent.mjs")}"`;
const [FIRST] = TASKS;
const first = () => {
  if (FIRST === undefined) throw new Error("there are no tasks");
  return FIRST;
};

describe("the reference over MCP", () => {
  it.each(TASKS.map((task) => [task.title, task] as const))("does: %s, within its calls and bytes", async (_title, task) => {
    const solution = REFERENCE[task.id];
    if (solution === undefined) throw new Error("the reference does not do it");
    const outcome = await evaluate(task, solution);
    expect(outcome.faults).toEqual([]);
    expect(overspent(outcome)).toEqual([]);
    // a budget that nobody needs hides what grows below it
    expect(outcome.calls).toBe(BUDGETS[task.id]?.calls);
    expect(outcome.bytes).toBeGreaterThan(0.8 * (BUDGETS[task.id]?.bytes ?? 0));
  });

  it("refuses a task that does not exist", () => {
    expect(Object.keys(REFERENCE).sort()).toEqual(TASKS.map(({ id }) => id));
  });
});

describe("an assistant by its command line", () => {
  it("does a task over HTTP, and its calls are counted", async () => {
    const outcome = await evaluate(first(), agentOf(AGENT, first()));
    expect(outcome).toMatchObject({ faults: [], calls: 1 });
    expect(outcome.bytes).toBeGreaterThan(1000);
  });

  it("is judged like anybody else", async () => {
    const outcome = await evaluate(first(), agentOf(`${AGENT} automatic`, first()));
    expect(outcome.faults).toEqual([expect.stringContaining("sign-up")]);
  });

  it.each([
    ["ends with an error", "exit 3", /ended with 3/],
    ["says nothing", "true", /no webinar called/],
  ])("that %s has not done it", async (_what, command, fault) => {
    const { faults, calls } = await evaluate(first(), agentOf(command, first()));
    expect([faults.join("\n"), calls]).toEqual([expect.stringMatching(fault), 0]);
  });

  it("is stopped after its time", async () => {
    const { faults } = await evaluate(first(), agentOf("exec sleep 60", first(), { minutes: 0.005 }));
    expect(faults.join("\n")).toMatch(/SIGTERM/);
  });
});

describe("the table", () => {
  it("has a line for each task, and the sums", () => {
    const outcome = { id: "01", title: "One", calls: 2, bytes: 300, faults: [] };
    expect(tableOf([outcome, { ...outcome, id: "02", title: "Another", faults: ["wrong"] }]).split("\n")).toEqual([
      "task               calls  bytes  judge",
      "01    One              2    300  done",
      "02    Another          2    300  not done",
      "      1 of 2 done      4    600",
    ]);
  });

  it("is what pnpm eval prints", async () => {
    const script = join(ROOT, "tools/acceptance/src/eval/eval.mjs");
    const { stdout } = await promisify(execFile)(process.execPath, [script, "--task", "01"], { cwd: ROOT });
    expect(stdout).toMatch(/^task .*\n01 .*done\n.*1 of 1 done/);
  }, 60_000);
});
