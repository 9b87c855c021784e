import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getTrackingField = endpointOperation("GET /tracking_fields/{fieldId}", {
  id: "trackingFields.get",
  tool: "get_tracking_field",
  summary: "Read one tracking field of the account with its suggested values.",
  alsoKnownAs: `
    one tracking field, values of a label, suggested values of a tracking field, details of a label, show a tracking field,
    allowed values of a field, read a label, look at the department field, tracking field by ID, choices of a label,
    what can be chosen for the cost centre, options of one tag`,
  cli: { positional: ["field_id"], examples: ["tracking-fields get a32CJji-weJ92"] },
  describe: ({ field, recommended_values }) => `${field ?? "Unnamed field"}: ${countOf(recommended_values?.length ?? 0, "value")}`,
});
