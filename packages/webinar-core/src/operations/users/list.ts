import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { pageInput, pageOutput, toPage } from "../../params.ts";

const LICENCES: Readonly<Record<number, string>> = { 1: "basic", 2: "licensed", 4: "unassigned", 99: "none" };

const userRow = z.object({
  id: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  licence: z.string().nullable(),
  status: z.string().nullable(),
  timezone: z.string().nullable().describe("IANA zone of the profile; wall times without a zone are read in it"),
});

export const listUsers = defineOperation({
  id: "users.list",
  tool: "get_users",
  summary: "List the account's users, one page at a time, to find the host of a webinar.",
  endpoints: ["GET /users"],
  scopes: { classic: ["user:read:admin", "user:write:admin"], granular: ["user:read:list_users:admin", "user:read:list_users:master"] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({ status: z.enum(["active", "inactive", "pending"]).default("active").describe("Account status"), ...pageInput }),
  output: z.object({ users: z.array(userRow), ...pageOutput }),
  rows: "users",
  cli: { columns: ["email", "name", "licence", "timezone", "id"], examples: ["users list"] },

  async run({ status, page_size, next_page_token }, { zoom }) {
    const page = await zoom.call("GET /users", { query: { status, page_size, next_page_token } });
    const users = (page.users ?? []).map((user) => ({
      id: user.id ?? null,
      email: user.email ?? null,
      name: user.display_name || [user.first_name, user.last_name].filter(Boolean).join(" ") || null,
      licence: user.type == null ? null : (LICENCES[user.type] ?? `type ${user.type}`),
      status: user.status ?? null,
      timezone: user.timezone || null,
    }));
    return { users, ...toPage(page) };
  },
  describe: (page) => `${page.users.length} of ${page.total_records ?? "?"} users`,
});
