import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTemplates = endpointOperation("GET /users/{userId}/webinar_templates", {
  id: "templates.list",
  tool: "list_webinar_templates",
  summary: "List the webinar templates that a host can start from.",
  alsoKnownAs: `
    webinar templates, which templates do we have, list templates, saved webinars to start from, template ID, show templates,
    available templates, blueprint, templates of a host, presets,
    is there a template for this, saved set-ups, which template should I use, template names`,
  cli: { host: "user_id", positional: ["user_id"], columns: ["id", "name", "type"], examples: ["templates list ada@example.com"] },
  describe: ({ templates }) => countOf(templates?.length ?? 0, "template"),
});
