import type { AccountAccess } from "../account/account.ts";
import { commandIn } from "../account/account-flags.ts";

type Account = Pick<AccountAccess, "inForce">;

/** How somebody finds their imports, as a hint. */
export const findYours = (account: Account): string => `Find your imports with ${commandIn(account, "imports list")}.`;

/** How an import is given up, within a hint. */
export const giveUp = (account: Account, id: string): string => `give it up with ${commandIn(account, `imports abandon ${id}`)}`;
