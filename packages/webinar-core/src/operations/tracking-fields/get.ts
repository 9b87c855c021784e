import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getTrackingField = endpointOperation("GET /tracking_fields/{fieldId}", {
  id: "trackingFields.get",
  tool: "get_tracking_field",
  summary: "Read one tracking field of the account with its suggested values.",
  cli: { positional: ["field_id"], examples: ["tracking-fields get a32CJji-weJ92"] },
  describe: ({ field, recommended_values }) => `${field ?? "Unnamed field"}: ${recommended_values?.length ?? 0} values`,
});
