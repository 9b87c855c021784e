import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getUser = endpointOperation("GET /users/{userId}", {
  id: "users.get",
  tool: "get_user_profile",
  summary: "Read one user's full profile, with time zone and licence.",
  alsoKnownAs: `
    profile of a user, which time zone is the host in, does this user have a licence, user details, license type of a person, host's settings,
    somebody's account, personal profile, user's plan, my own profile, who am I, which plan does a person have, phone number of a user, job title
    of a colleague, is this person licensed, what language does the host use, what is Anna's time zone, where is she based, does he have a
    licence, which plan is she on, show somebody's profile, his department and job title, what is my own profile, what language is her account in,
    user data of one colleague, phone number in someone's profile, is she a licensed user, what do we know about this user, what kind of account
    has he got, details about a member of staff, when did she last log in, personal meeting settings of a user, his Zoom profile, may she host
    webinars, what's the boss's time zone, which licence does Omar have, pull up Julia's profile, what is her extension number, which department
    is he in, is my colleague on a basic or a paid plan, show my own user, what do you know about user Grace`,
  short: ["id", "email", "display_name", "first_name", "last_name", "type", "status", "timezone", "language", "dept", "job_title", "last_login_time"],
  cli: { positional: ["user_id"], examples: ["users get ada@example.com"] },
  describe: ({ email, timezone }) => `${email ?? "A user"}${timezone ? `, ${timezone}` : ""}`,
});
