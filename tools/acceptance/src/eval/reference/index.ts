import { PEOPLE } from "./people.ts";
import { PLAN } from "./plan.ts";
import { SESSION } from "./session.ts";
import type { Solution } from "./solution.ts";

/** The reference: how each task is done by somebody who knows the tools, by the task's id. */
export const REFERENCE: Readonly<Record<string, Solution>> = { ...PLAN, ...PEOPLE, ...SESSION };
