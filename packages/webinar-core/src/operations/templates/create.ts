import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const createTemplate = endpointOperation("POST /users/{userId}/webinar_templates", {
  id: "templates.create",
  tool: "create_webinar_template",
  summary: "Save a webinar as a template; a host can have 40.",
  cli: { positional: ["user_id", "webinar_id"], examples: ["templates create ada@example.com 82834512568 --name 'Product tour'"] },
  describe: ({ id, name }) => `Created template "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
