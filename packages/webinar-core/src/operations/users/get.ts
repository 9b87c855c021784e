import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getUser = endpointOperation("GET /users/{userId}", {
  id: "users.get",
  tool: "get_user_profile",
  summary: "Read one user's full profile, with time zone and licence.",
  alsoKnownAs: `
    profile of a user, which time zone is the host in, does this user have a licence, user details, license type of a person, host's settings,
    somebody's account, personal profile, user's plan, my own profile, who am I,
    which plan does a person have, phone number of a user, job title of a colleague, is this person licensed, what language does the host use`,
  short: ["id", "email", "display_name", "first_name", "last_name", "type", "status", "timezone", "language", "dept", "job_title", "last_login_time"],
  cli: { positional: ["user_id"], examples: ["users get ada@example.com"] },
  describe: ({ email, timezone }) => `${email ?? "A user"}${timezone ? `, ${timezone}` : ""}`,
});
