import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTrackingFields = endpointOperation("GET /tracking_fields", {
  id: "trackingFields.list",
  tool: "list_tracking_fields",
  summary: "List the labels that the account defines for its webinars.",
  alsoKnownAs: `
    tracking fields, labels of the account, cost centre field, account tracking fields, which labels are there, custom fields of the account,
    department field, list labels, metadata fields, tags for webinars, custom labels of the account, categories for webinars, which tags exist,
    account-wide fields, which labels can hosts set, what categories do we have for webinars, our classification, account's own fields, which tags
    are defined, labels for reporting, do we have a cost centre label, which custom labels exist here, fields that we mark webinars with, show all
    categories, list of classifications, which dropdowns do hosts see when scheduling, the company's webinar labels, names of our tags, which
    labels are mandatory, which categories can one tag events with, list our labels, is there a label for the cost centre, what tags does the
    company use, which account fields do we have, how can webinars be classified, show the classifications, all labels please`,
  cli: {
    columns: ["id", "field", "required", "visible"],
    examples: ["tracking-fields list"],
  },
  describe: ({ tracking_fields }) => countOf(tracking_fields?.length ?? 0, "tracking field"),
});
