import type { Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import type { UserRecord } from "../../state/state.ts";
import { findUser } from "./find-user.ts";

const ROLES: Readonly<Record<1 | 2, { role_id: string; role_name: string }>> = {
  1: { role_id: "2", role_name: "Member" },
  2: { role_id: "1", role_name: "Admin" },
};

/** What lists and single answers both say of a person. */
const common = (user: UserRecord) => ({
  id: user.id,
  email: user.email,
  first_name: user.first_name,
  last_name: user.last_name,
  display_name: `${user.first_name} ${user.last_name}`,
  type: user.type,
  status: user.status,
  role_id: ROLES[user.type].role_id,
  pmi: user.pmi,
  timezone: user.timezone,
  dept: user.dept,
  verified: 1,
  created_at: user.created_at,
  user_created_at: user.created_at,
});

const STATUSES: readonly string[] = ["active", "inactive", "pending"] satisfies readonly UserRecord["status"][];

/** GET /users: the people in one status, active unless asked otherwise. A status that does not exist is ignored, as Zoom ignores it. */
export const listUsers: Handler = (call) => {
  const asked = call.query.get("status") ?? "";
  const status = STATUSES.includes(asked) ? asked : "active";
  const roleId = call.query.get("role_id");
  const rows = call.state.users.filter((user) => user.status === status && (roleId === null || ROLES[user.type].role_id === roleId));
  const page = pageOf(call, rows);
  return { status: 200, body: { ...page.info, users: page.rows.map(common) } };
};

/** GET /users/{userId}: one person, by id or e-mail. */
export const getUser: Handler = (call) => {
  const user = findUser(call);
  if (user.status === "pending") throw refusals.userNotJoined();
  const { role_name } = ROLES[user.type];
  return { status: 200, body: { ...common(user), role_name, language: "en-US", account_id: call.state.account.id, use_pmi: false } };
};
