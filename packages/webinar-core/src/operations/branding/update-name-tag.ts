import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const updateNameTag = endpointOperation("PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}", {
  id: "branding.updateNameTag",
  tool: "update_name_tag",
  summary: "Change one name tag design of a webinar.",
  alsoKnownAs: `
    change a name tag, edit a name tag, name tag colour, rename a name tag, default name tag, fix the name tag text, change the lower third,
    recolour the speaker label, update the badge design, modify a name tag,
    change the colour of a name tag, edit the label of the speakers, other font for the name tags, adjust lower thirds`,
  cli: { positional: ["webinar_id", "name_tag_id"], examples: ["branding update-name-tag 82834512568 Dm3ywnUyHzCUyP2rP0t1qQ --name Host"] },
  describe: ({ webinar_id, name_tag_id }) => `Changed name tag ${name_tag_id} of webinar ${webinar_id}`,
});
