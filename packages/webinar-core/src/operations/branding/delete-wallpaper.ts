import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteWallpaper = endpointOperation("DELETE /webinars/{webinarId}/branding/wallpaper", {
  id: "branding.deleteWallpaper",
  tool: "delete_wallpaper",
  summary: "Delete the picture behind a webinar.",
  cli: { positional: ["webinar_id"], examples: ["branding delete-wallpaper 82834512568"] },
  describe: ({ webinar_id }) => `Deleted the wallpaper of webinar ${webinar_id}`,
});
