import { ACCOUNT_ROWS, type AccountVerb } from "./account-actions.ts";
import { LIVE_ROWS, type LiveVerb } from "./live-actions.ts";

export type { VerbWord } from "./account-actions.ts";
export type { VerbFlag } from "./live-actions.ts";

/** Every command for what people do in a webinar, with the path that it posts to. */
export const LIVE_VERBS: readonly (LiveVerb & { path: string })[] = LIVE_ROWS.flatMap(([, { verb, path }]) =>
  verb === undefined ? [] : [{ ...verb, path }],
);

/** Every command for what is done to the account, with its route. */
export const ACCOUNT_VERBS: readonly (AccountVerb & { method: "POST" | "DELETE"; path: string })[] = ACCOUNT_ROWS.flatMap(
  ([, { verb, method, path }]) => (verb === undefined ? [] : [{ ...verb, method, path }]),
);
