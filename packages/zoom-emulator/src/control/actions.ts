import { ACCOUNT_ACTIONS } from "./account-actions.ts";
import type { AnyAction, ControlVerb } from "./action.ts";
import { LIVE_ACTIONS } from "./live-actions.ts";

export { WORLD_NAMES } from "../worlds/names.ts";
export type { VerbFlag, VerbWord } from "./action.ts";

/** Everything that is done to a world by a row of a table. */
export const ACTIONS = { ...LIVE_ACTIONS, ...ACCOUNT_ACTIONS };

/** The rows with their names. */
export const ACTION_ROWS: readonly (readonly [string, AnyAction])[] = Object.entries(ACTIONS);

/** Every command of the tables, with its route. */
export const CONTROL_VERBS: readonly (ControlVerb & Pick<AnyAction, "method" | "path">)[] = ACTION_ROWS.flatMap(([, { verb, method, path }]) =>
  verb === undefined ? [] : [{ ...verb, method, path }],
);
