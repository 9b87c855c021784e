import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const uploadVirtualBackground = endpointOperation("POST /webinars/{webinarId}/branding/virtual_backgrounds", {
  id: "branding.uploadVirtualBackground",
  tool: "upload_virtual_background",
  summary: "Upload a picture that panelists can have behind them; a webinar can have ten.",
  cli: { positional: ["webinar_id", "file"], examples: ["branding upload-virtual-background 82834512568 stage.png"] },
  describe: ({ id, name }) => `Uploaded background "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
