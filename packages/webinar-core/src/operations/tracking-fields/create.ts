import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { toCandidates } from "../../settle/candidates.ts";

export const createTrackingField = endpointOperation("POST /tracking_fields", {
  id: "trackingFields.create",
  tool: "create_tracking_field",
  summary: "Define a label that hosts of the account give their webinars.",
  alsoKnownAs: `
    new tracking field, add a label, define a tracking field, cost centre label, create a department field, custom field for webinars, add a tag
    to choose, make a label required, new account field, set up tracking fields, new cost centre field for all webinars, add a label for the
    department, new category, tag webinars by region, mandatory label for hosts, introduce a label, we want to mark webinars by department, add a
    category, hosts should state the cost centre, new dropdown for hosts, a field for the region, start classifying webinars, define a tag, add a
    label to all our webinars, create the label Team, make hosts pick a business unit, one more classification, label by product line, new tag for
    budget, set up a cost unit field, let us sort our webinars by country, we need a label for the product, let hosts choose a region, start
    tagging by team, add a classification, a field where hosts put the budget code, new dropdown with departments, introduce cost centres, make a
    new category`,
  cli: { positional: ["field"], examples: ["tracking-fields create Campaign --recommended-values spring --recommended-values autumn"] },
  looksAt: "GET /tracking_fields",
  settle: ({ field }, { zoom }) => ({
    what: `Defining the tracking field "${field}"`,
    where: "the account's tracking fields",
    idOf: ({ id }) => id ?? null,
    isUndated: true,
    find: async () => toCandidates((await zoom.call("GET /tracking_fields", {})).tracking_fields, (known) => known.field === field),
  }),
  describe: ({ id, field }) => `Created tracking field "${field ?? ""}" with ID ${id ?? "unknown"}`,
});
