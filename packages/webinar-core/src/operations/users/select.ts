import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { selectedUser, selectUser, userSelection } from "./select-user.ts";

export const selectUserOperation = defineOperation({
  id: "users.select",
  tool: "get_user_by_selection",
  summary: "Find one user by number, first, last, e-mail, ID or name; lists the candidates if several fit.",
  alsoKnownAs: `
    pick a user by name, find a user by e-mail, the first user, the last user, user number 3, look up a colleague, match a person's name, which
    user is Grace, resolve a host, get user by number, number 2 from the list, user number two, the third user, find the person called, who is
    user three, which colleague is that, the user named Novak, who is number four, take the second person, the one called Peters, find our Julia,
    match this surname to a user, which account belongs to this name, I only know the first name, which user has this address, the last one on the
    list, pick number five, look up a member of staff, who do we have by that name, find a colleague by surname, is there somebody called Kim
    here, identify the host by name, resolve this name, which one is Okafor, number six it is, the colleague whose mail starts with jo, I mean the
    second of them, there are two Peters so which, find Mr Lindqvist among our users, who has user number 12, is this name one of ours`,
  endpoints: ["GET /users", "GET /users/{userId}"],
  input: z.strictObject({ user_selection: userSelection }),
  output: selectedUser,
  cli: { isHidden: true, positional: ["user_selection"], examples: ["users select ada@example.com", "users select 1"] },

  run: ({ user_selection }, ctx) => selectUser(user_selection, ctx),
  describe: ({ name, email, matched_by }) => `${name ?? email} <${email}>, by ${matched_by}`,
});
