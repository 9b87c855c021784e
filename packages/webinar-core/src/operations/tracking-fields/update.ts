import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { previewChange, readBefore } from "../../operation/preview-change.ts";

export const updateTrackingField = endpointOperation("PATCH /tracking_fields/{fieldId}", {
  id: "trackingFields.update",
  tool: "update_tracking_field",
  summary: "Change one tracking field of the account.",
  alsoKnownAs: `
    change a tracking field, rename a label, add a value to a tracking field, edit a label, make a tracking field required, update the department
    field, new choices for a label, modify a tracking field, hide a label, change suggested values, add a value to a tag, make a label required,
    other options for the cost centre, add Vienna to the regions, rename Region to Market, another choice for the department label, the label
    should be mandatory, drop one of the options of a tag, fix the name of a category, change what hosts can pick, the cost centre needs a new
    value, hide the label, correct a label, edit the dropdown, add a value, one more entry for the department, make the tag optional, the values
    of the region are wrong, the label needs Asia as well, Region should be called Market, take Berlin out of the options, make the label
    compulsory, correct the cost centre list, new entry for business unit, edit a category, change its values`,
  cli: { positional: ["field_id"], examples: ["tracking-fields update a32CJji-weJ92 --required"] },
  looksAt: "GET /tracking_fields/{fieldId}",
  async preview({ field_id, ...after }, { zoom }) {
    const before = await readBefore(() => zoom.call("GET /tracking_fields/{fieldId}", { path: { fieldId: field_id } }));
    return previewChange({
      summary: "Change a tracking field of the account, for all its webinars.",
      targets: [{ kind: "tracking field", id: field_id, ...(before?.field === undefined ? {} : { label: before.field }) }],
      before,
      after,
      how: "merge",
    });
  },
  describe: ({ field_id }) => `Changed tracking field ${field_id}`,
});
