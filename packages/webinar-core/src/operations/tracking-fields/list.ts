import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTrackingFields = endpointOperation("GET /tracking_fields", {
  id: "trackingFields.list",
  tool: "list_tracking_fields",
  summary: "List the labels that the account defines for its webinars.",
  alsoKnownAs: `
    tracking fields, labels of the account, cost centre field, account tracking fields, which labels are there, custom fields of the account,
    department field, list labels, metadata fields, tags for webinars,
    custom labels of the account, categories for webinars, which tags exist, account-wide fields`,
  cli: {
    columns: ["id", "field", "required", "visible"],
    examples: ["tracking-fields list"],
  },
  describe: ({ tracking_fields }) => countOf(tracking_fields?.length ?? 0, "tracking field"),
});
