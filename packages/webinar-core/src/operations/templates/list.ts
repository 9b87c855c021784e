import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTemplates = endpointOperation("GET /users/{userId}/webinar_templates", {
  id: "templates.list",
  tool: "list_webinar_templates",
  summary: "List the webinar templates that a host can start from.",
  alsoKnownAs: `
    webinar templates, which templates do we have, list templates, saved webinars to start from, template ID, show templates, available templates,
    blueprint, templates of a host, presets, is there a template for this, saved set-ups, which template should I use, template names, what
    blueprints do we have, which models can I start from, saved patterns for webinars, presets of the host, what can I reuse, any template for
    briefings, list what was saved to reuse, ready-made set-ups, templates that Karen has, choose a template, is there a standard set-up, show me
    the blueprints, our stock of templates, standard formats we saved, what templates exist, do we have ready-made ones, what can I base it on,
    show me the presets, which of our set-ups are saved, list the models, is there something to start from, Karen's templates, pick from saved
    formats`,
  cli: { host: "user_id", positional: ["user_id"], columns: ["id", "name", "type"], examples: ["templates list ada@example.com"] },
  describe: ({ templates }) => countOf(templates?.length ?? 0, "template"),
});
