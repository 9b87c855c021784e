import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const createTrackingField = endpointOperation("POST /tracking_fields", {
  id: "trackingFields.create",
  tool: "create_tracking_field",
  summary: "Define a label that hosts of the account give their webinars.",
  cli: { positional: ["field"], examples: ["tracking-fields create Campaign --recommended-values spring --recommended-values autumn"] },
  describe: ({ id, field }) => `Created tracking field "${field ?? ""}" with ID ${id ?? "unknown"}`,
});
