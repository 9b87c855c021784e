import { ROW_KEYS } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { partOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { userId } from "../../operation/params.ts";
import { full, shortRows, withZoomFields } from "../../operation/short.ts";
import { toUserRow, userRow } from "./row.ts";

const ROW_KEY = ROW_KEYS["GET /users"];

export const listUsers = defineOperation({
  id: "users.list",
  tool: "get_users",
  summary: "List the account's users, or read one of them, to find the host of a webinar.",
  alsoKnownAs: `
    people in our account, all users, list of hosts, who can host, staff, colleagues, find a host, team members, account members, directory of
    users, inactive users, who works in our account, find a user, colleagues with their e-mail, deactivated users, list the licensed people, who
    works here, show me our staff, everybody with an account, a list of our colleagues, who is on our Zoom, names of all users, all the hosts we
    have, people with a seat, which employees have Zoom, who is in the company account, how many users do we have, pending users, who has been
    deactivated, the team's addresses, show the user directory, give me the roster of accounts, everyone in the organisation on Zoom, members of
    our account, which logins exist, which of us have an account, give me all employees on the account, staff directory please, who are our people
    on Zoom, list everybody who could log in, are there any inactive accounts, how big is our team on Zoom, every user we pay for`,
  endpoints: ["GET /users", "GET /users/{userId}"],
  input: z.strictObject({
    user_id: userId.optional().describe("Only this user, by ID or e-mail; the other fields then do nothing"),
    status: z.enum(["active", "inactive", "pending"]).default("active").describe("Account status"),
    ...pagedInput,
    full,
  }),
  output: z.object({ users: z.array(withZoomFields("GET /users", userRow)), ...pagedOutput }),
  rows: "users",
  short: shortRows("users", userRow),
  rowKey: ROW_KEY,
  cli: {
    verbs: ["ls"],
    offers: { fields: ["user_id", "hosts", "default_user_id"], value: "email", label: ["name", "email"], address: "email" },
    columns: ["email", "name", "licence", "timezone", "id"],
    examples: ["users list", "users list --user-id ada@example.com"],
  },

  async run({ user_id, status, full: _whole, ...at }, ctx) {
    if (user_id !== undefined) {
      const user = await ctx.zoom.call("GET /users/{userId}", { path: { userId: user_id } });
      return { users: [{ ...user, ...toUserRow(user) }], next_page_token: null, total_records: 1, complete: true };
    }
    const { rows: users, ...page } = await paged(
      at,
      ctx,
      async ({ page_size, next_page_token }) => {
        const page = await ctx.zoom.call("GET /users", { query: { status, page_size, next_page_token } });
        return { ...page, rows: (page.users ?? []).map((user) => ({ ...user, ...toUserRow(user) })) };
      },
      { rowKey: ROW_KEY },
    );
    return { users, ...page };
  },
  describe: (page, { user_id, status }) => partOf(page.users.length, page.total_records, user_id === undefined ? `${status} user` : "user"),
});
