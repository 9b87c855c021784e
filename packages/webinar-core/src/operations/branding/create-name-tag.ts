import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const createNameTag = endpointOperation("POST /webinars/{webinarId}/branding/name_tags", {
  id: "branding.createNameTag",
  tool: "create_name_tag",
  summary: "Add a name tag design to a webinar; it can have 20.",
  cli: {
    positional: ["webinar_id"],
    examples: ["branding create-name-tag 82834512568 --name Speaker --text-color '#1F2937' --accent-color '#2563EB' --background-color '#FFFFFF'"],
  },
  describe: ({ id, name }) => `Created name tag "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
