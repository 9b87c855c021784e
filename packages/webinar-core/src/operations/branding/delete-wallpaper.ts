import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { webinarTarget } from "../../operation/preview-change.ts";
import { noWallpaper } from "./parts.ts";

export const deleteWallpaper = endpointOperation("DELETE /webinars/{webinarId}/branding/wallpaper", {
  id: "branding.deleteWallpaper",
  tool: "delete_wallpaper",
  summary: "Delete the picture behind a webinar.",
  alsoKnownAs: `
    remove the wallpaper, delete the stage picture, no wallpaper, take the wallpaper away, clear the wallpaper, drop the background of the stage,
    wallpaper off, erase the wallpaper, get rid of the picture behind the webinar, reset the stage, remove the banner, no picture behind the
    webinar, plain stage, no picture behind the stage any more, plain again, take the poster down, bare stage, bin the banner, the image behind
    everything should go, nothing behind the event please, strip the decoration, black background instead of the poster, drop the sponsor's
    picture, back to the plain look, scrap the stage image, get the poster off, wallpaper is outdated so away with it, clear the picture of the
    room, unset the wallpaper, poster away, empty stage please, banner off, remove the image from the stage, nothing at the back any more, get rid
    of the sponsor logo, no decoration, wallpaper can go`,
  cli: { positional: ["webinar_id"], examples: ["branding delete-wallpaper 82834512568"] },
  looksAt: ["GET /webinars/{webinarId}/branding", "GET /webinars/{webinarId}"],
  nothingThere: noWallpaper,
  async preview({ webinar_id }, { zoom }) {
    const targets = [await webinarTarget(zoom, webinar_id)];
    return { summary: "Delete the picture behind the webinar; Zoom keeps no copy.", targets, recipients: null, reversible: false };
  },
  describe: ({ webinar_id }) => `Deleted the wallpaper of webinar ${webinar_id}`,
});
