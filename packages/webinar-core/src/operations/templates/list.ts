import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTemplates = endpointOperation("GET /users/{userId}/webinar_templates", {
  id: "templates.list",
  tool: "list_webinar_templates",
  summary: "List the webinar templates that a host can start from.",
  cli: { positional: ["user_id"], columns: ["id", "name", "type"], examples: ["templates list ada@example.com"] },
  describe: ({ templates }) => `${templates?.length ?? 0} templates`,
});
