import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteTrackingField = endpointOperation("DELETE /tracking_fields/{fieldId}", {
  id: "trackingFields.delete",
  tool: "delete_tracking_field",
  summary: "Delete a tracking field from the account.",
  cli: { positional: ["field_id"], examples: ["tracking-fields delete a32CJji-weJ92"] },
  describe: ({ field_id }) => `Deleted tracking field ${field_id}`,
});
