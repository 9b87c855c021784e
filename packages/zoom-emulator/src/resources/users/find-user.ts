import type { Refusal } from "../../http/reply.ts";
import type { Call } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import type { EmulatorState, UserRecord } from "../../state/state.ts";

/** The person with this id or e-mail, or undefined. */
export const lookUpUser = (state: EmulatorState, idOrEmail: string): UserRecord | undefined =>
  state.users.find((user) => user.id === idOrEmail || user.email.toLowerCase() === idOrEmail.toLowerCase());

/** The person that the path names. Throws `Refusal`: unknown, or `me` if a server-to-server token cannot mean it. */
export const findUser = ({ state, path, switches }: Call, unknown: (userId: string) => Refusal = refusals.userUnknown): UserRecord => {
  const userId = path.userId ?? "";
  if (userId === "me" && switches.meWithServerToken === 1010) throw refusals.userOfOtherAccount(userId);
  const user = lookUpUser(state, userId);
  if (user === undefined) throw unknown(userId);
  return user;
};

/** Refuses a host for whom the account bought no webinars. */
export const assertAddOn = (user: UserRecord | undefined, who?: string): void => {
  if (user?.hasWebinarAddOn !== true) throw refusals.planMissing(who);
};
