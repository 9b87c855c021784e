import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const updateNameTag = endpointOperation("PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}", {
  id: "branding.updateNameTag",
  tool: "update_name_tag",
  summary: "Change one name tag design of a webinar.",
  cli: { positional: ["webinar_id", "name_tag_id"], examples: ["branding update-name-tag 82834512568 Dm3ywnUyHzCUyP2rP0t1qQ --name Host"] },
  describe: ({ webinar_id, name_tag_id }) => `Changed name tag ${name_tag_id} of webinar ${webinar_id}`,
});
