import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const updateTrackingField = endpointOperation("PATCH /tracking_fields/{fieldId}", {
  id: "trackingFields.update",
  tool: "update_tracking_field",
  summary: "Change one tracking field of the account.",
  alsoKnownAs: `
    change a tracking field, rename a label, add a value to a tracking field, edit a label, make a tracking field required,
    update the department field, new choices for a label, modify a tracking field, hide a label, change suggested values,
    add a value to a tag, make a label required, other options for the cost centre`,
  cli: { positional: ["field_id"], examples: ["tracking-fields update a32CJji-weJ92 --required"] },
  describe: ({ field_id }) => `Changed tracking field ${field_id}`,
});
