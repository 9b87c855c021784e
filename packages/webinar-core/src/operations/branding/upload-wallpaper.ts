import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const uploadWallpaper = endpointOperation("POST /webinars/{webinarId}/branding/wallpaper", {
  id: "branding.uploadWallpaper",
  tool: "upload_wallpaper",
  summary: "Upload the picture behind a whole webinar, in place of the one it may have.",
  cli: { positional: ["webinar_id", "file"], examples: ["branding upload-wallpaper 82834512568 stage.png"] },
  describe: ({ id, name }) => `Uploaded wallpaper "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
