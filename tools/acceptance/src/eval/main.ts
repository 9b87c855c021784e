import { parseArgs } from "node:util";
import { TASKS } from "../tasks/index.ts";
import { agentOf } from "./agent.ts";
import { evaluate, type Outcome } from "./evaluate.ts";
import { REFERENCE } from "./reference/index.ts";
import { overspent, tableOf } from "./table.ts";

const HELP = `Does the tasks of tools/acceptance/tasks over MCP, each in its own world of the emulator, and has the ends judged.
  pnpm eval                      the reference: every task by somebody who knows the tools
  pnpm eval --task 04 --task 16  only these
  pnpm eval --json               as JSON
  pnpm eval --agent 'COMMAND'    an assistant of yours: the task comes on stdin, the server's address stands in EVAL_MCP_URL and in the
                                 file EVAL_MCP_CONFIG, and what it prints is its answer. --minutes N: how long each may take (10).
                                 Such as: --agent 'claude -p --mcp-config "$EVAL_MCP_CONFIG" --allowedTools "mcp__zoom-webinar"'`;

const { values } = parseArgs({
  options: {
    task: { type: "string", multiple: true },
    json: { type: "boolean", default: false },
    agent: { type: "string" },
    minutes: { type: "string", default: "10" },
    help: { type: "boolean", default: false },
  },
});

const run = async (): Promise<void> => {
  if (values.help) return console.log(HELP);
  const chosen = TASKS.filter(({ id }) => values.task?.includes(id) ?? true);
  if (chosen.length === 0) throw new Error(`There is no task ${values.task?.join(", ")}: 01 to ${TASKS.at(-1)?.id}.`);
  const outcomes: Outcome[] = [];
  for (const task of chosen) {
    const reference = REFERENCE[task.id];
    if (reference === undefined) throw new Error(`The reference does not do task ${task.id}.`);
    const work = values.agent === undefined ? reference : agentOf(values.agent, task, { minutes: Number(values.minutes) });
    const outcome = await evaluate(task, work);
    outcomes.push(outcome);
    if (values.agent !== undefined) console.error(`${outcome.id} ${outcome.faults.length === 0 ? "done" : outcome.faults.join("; ")}`);
  }
  console.log(values.json ? JSON.stringify(outcomes, null, 2) : tableOf(outcomes));
  for (const outcome of outcomes) {
    const wrong = [...outcome.faults, ...(values.agent === undefined ? overspent(outcome) : [])];
    if (wrong.length > 0) process.exitCode = 1;
    if (wrong.length > 0 && !values.json) console.error(`${outcome.id} ${outcome.title}: ${wrong.join("; ")}`);
  }
};

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
