import type { Task } from "../tasks/task.ts";
import { type Desk, type Effort, openDesk } from "./desk.ts";

/** How one task went. */
export interface Outcome extends Effort {
  id: string;
  title: string;
  /** Everything that is wrong with the end; nothing if the task is done. */
  faults: string[];
}

/** Lets somebody do a task at a desk of its own, and has the end judged. What goes wrong on the way is a fault of the end. */
export const evaluate = async (task: Task, work: (desk: Desk) => Promise<string>): Promise<Outcome> => {
  const world = await task.start();
  const desk = await openDesk(world);
  try {
    const faults = await work(desk).then(
      async (answer) => task.judge(world, await desk.end(answer)),
      (error: unknown) => [error instanceof Error ? error.message : String(error)],
    );
    return { id: task.id, title: task.title, faults, ...desk.effort() };
  } finally {
    await desk.close();
  }
};
