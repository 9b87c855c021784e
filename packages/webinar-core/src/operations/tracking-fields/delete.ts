import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";

export const deleteTrackingField = endpointOperation("DELETE /tracking_fields/{fieldId}", {
  id: "trackingFields.delete",
  tool: "delete_tracking_field",
  summary: "Delete a tracking field from the account, for all its webinars.",
  alsoKnownAs: `
    delete a tracking field, remove a label, drop a tracking field, get rid of a label, erase a custom field, remove the department field, no more
    cost centre, delete an account field, take a label away, clear a tracking field, drop a label, we do not use that category any more, remove a
    tag from the account, we do not need the campaign label, bin the region tag, nobody uses that label, kill the cost centre field, hosts should
    not be asked for the department any more, scrap a category, take the dropdown away, remove a classification, label can go, throw out the
    field, get rid of the tag, erase the label from all webinars, lose the department label, drop the account field, delete the category, no
    region label from now on, no more region, the cost centre label can go, get rid of a classification, drop the category, nobody wants the tag,
    label out, remove the dropdown for hosts, the department field is history`,
  cli: { positional: ["field_id"], examples: ["tracking-fields delete a32CJji-weJ92"] },

  async preview({ field_id }, { zoom }) {
    const known = await ifAllowed(() => zoom.call("GET /tracking_fields/{fieldId}", { path: { fieldId: field_id } }));
    return {
      summary: "Delete the tracking field from the account: no webinar has it any more.",
      targets: [{ kind: "tracking field", id: field_id, ...(known?.field === undefined ? {} : { label: known.field }) }],
      recipients: null,
      reversible: false,
    };
  },
  describe: ({ field_id }) => `Deleted tracking field ${field_id}`,
});
