import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { mayHost } from "../users/row.ts";
import { CARRIED } from "./carried.ts";

export const createTemplate = endpointOperation("POST /users/{userId}/webinar_templates", {
  id: "templates.create",
  tool: "create_webinar_template",
  summary: "Save a webinar as a template; a host can have 40.",
  alsoKnownAs: `
    save as a template, make a template, keep this webinar as a template, reuse the settings, template from a webinar, create a blueprint, store
    as a template, turn a webinar into a template, new template, save the setup for later, keep this set-up for next time, save these settings,
    reuse a webinar, make a blueprint of it, turn it into a template, same webinar again, duplicate a webinar, copy for next time, keep this
    set-up so that I can use it again, save it for next time, make a blueprint of the event, store the settings for reuse, I want to start from
    this one in future, turn the launch into a preset, our standard set-up should be this one, template out of the March one, remember this
    configuration, create a preset, make this our model, save the format, keep as a pattern, so we do not have to set this up again, make it
    reusable, save all the options as a starting point, I will need this set-up again, save this format, make it a preset, store the event as a
    model, this should become our standard, keep these options for later, template of Monday's webinar please, so that others can start from it`,
  cli: {
    host: "user_id",
    offersOnly: { user_id: mayHost },
    positional: ["user_id", "webinar_id"],
    examples: ["templates create ada@example.com 82834512568 --name 'Product tour'"],
  },
  looksAt: "GET /users/{userId}/webinar_templates",
  settle: ({ user_id, webinar_id, name }, { zoom, note }) => {
    note(CARRIED);
    return {
      what: name === undefined ? `Saving webinar ${webinar_id} as a template` : `Saving the template "${name}"`,
      where: "the host's templates",
      idOf: ({ id }) => id ?? null,
      isUndated: true,
      find: async () => {
        const { templates } = await zoom.call("GET /users/{userId}/webinar_templates", { path: { userId: user_id } });
        // Without a name it gets one of Zoom's choice: then any new one counts.
        return toCandidates(templates, (template) => name === undefined || template.name === name);
      },
    };
  },
  describe: ({ id, name }) => `Created template "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
