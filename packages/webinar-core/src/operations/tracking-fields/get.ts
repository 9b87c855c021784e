import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getTrackingField = endpointOperation("GET /tracking_fields/{fieldId}", {
  id: "trackingFields.get",
  tool: "get_tracking_field",
  summary: "Read one tracking field of the account with its suggested values.",
  alsoKnownAs: `
    one tracking field, values of a label, suggested values of a tracking field, details of a label, show a tracking field, allowed values of a
    field, read a label, look at the department field, tracking field by ID, choices of a label, what can be chosen for the cost centre, options
    of one tag, what values can the region take, which departments can be picked, choices of the cost centre, what does the dropdown offer, values
    allowed for a label, show the region label, possible entries of a tag, is the cost centre mandatory, look at one label, options of the
    department field, which regions are there to choose, how is a label defined, what can hosts enter there, read the field called department,
    what entries does a category have, which regions are in the list, what can be entered as department, options of the business unit, allowed
    cost centres, show me the label's values, details on the field Region, what entries are possible, is the label compulsory`,
  cli: { positional: ["field_id"], examples: ["tracking-fields get a32CJji-weJ92"] },
  describe: ({ field, recommended_values }) => `${field ?? "Unnamed field"}: ${countOf(recommended_values?.length ?? 0, "value")}`,
});
