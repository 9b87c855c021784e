import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getUser = endpointOperation("GET /users/{userId}", {
  id: "users.get",
  tool: "get_user_profile",
  summary: "Read one user's full profile, with time zone and licence.",
  cli: { positional: ["user_id"], examples: ["users get ada@example.com"] },
  describe: ({ email, timezone }) => `${email ?? "A user"}${timezone ? `, ${timezone}` : ""}`,
});
