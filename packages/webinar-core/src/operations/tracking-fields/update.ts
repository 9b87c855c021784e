import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { previewChange, readBefore } from "../../operation/preview-change.ts";

export const updateTrackingField = endpointOperation("PATCH /tracking_fields/{fieldId}", {
  id: "trackingFields.update",
  tool: "update_tracking_field",
  summary: "Change one tracking field of the account.",
  alsoKnownAs: `
    change a tracking field, rename a label, add a value to a tracking field, edit a label, make a tracking field required,
    update the department field, new choices for a label, modify a tracking field, hide a label, change suggested values,
    add a value to a tag, make a label required, other options for the cost centre`,
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
