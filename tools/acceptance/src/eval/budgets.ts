import type { Effort } from "./desk.ts";

/** How many calls, and how many bytes of arguments and answers, the reference may take for each task: what it takes, and a tenth more of the bytes. */
export const BUDGETS: Readonly<Record<string, Effort>> = {};
