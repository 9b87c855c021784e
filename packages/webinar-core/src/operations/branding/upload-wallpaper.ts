import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { readBefore, webinarTarget } from "../../operation/preview-change.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { BRANDING, inBranding, readBranding } from "./look-up.ts";

export const uploadWallpaper = endpointOperation("POST /webinars/{webinarId}/branding/wallpaper", {
  id: "branding.uploadWallpaper",
  tool: "upload_wallpaper",
  summary: "Upload the picture behind a whole webinar, in place of the one it may have.",
  alsoKnownAs: `
    upload a wallpaper, picture behind the whole webinar, stage picture, banner image, wallpaper for the webinar, set the wallpaper, background of
    the stage, branded wallpaper, image behind everybody, new wallpaper, banner image for the webinar, change the branding, picture behind the
    stage, company look, add our logo, sponsor image, poster behind everything, put our banner behind the stage, swap the picture of the room,
    Christmas picture for the entire room, a new image behind it all, decorate the webinar, put up the sponsor's logo, hang our poster, conference
    poster as the stage picture, use this jpg as wallpaper, the whole screen should carry our design, dress up the room, new look for the stage,
    place our logo at the back, image around the video tiles, change what is behind the whole event, replace the wallpaper, hang up our banner,
    the stage should show the poster, give the whole thing a picture, sponsor logo at the back of the stage, upload stage.png for the webinar, a
    festive picture behind the event, cover the backdrop of the stage with our poster, new image for the stage`,
  cli: { positional: ["webinar_id", "file"], examples: ["branding upload-wallpaper 82834512568 stage.png"] },
  looksAt: [BRANDING, "GET /webinars/{webinarId}"],
  async preview({ webinar_id, file }, { zoom }) {
    const branding = await readBefore(() => readBranding(zoom, webinar_id));
    const isThere = branding === null || branding.wallpaper?.id !== undefined;
    return {
      summary: `Upload the wallpaper "${file.name}".`,
      targets: [await webinarTarget(zoom, webinar_id)],
      consequences: isThere ? [{ kind: "lost", text: "The wallpaper that is there is replaced; Zoom keeps no copy." }] : [],
      recipients: null,
      reversible: !isThere,
    };
  },
  settle: ({ webinar_id, file }, { zoom }) => ({
    ...inBranding(`Uploading the wallpaper "${file.name}"`),
    identity: [webinar_id, file.name],
    find: async () => {
      // There is one wallpaper, and the branding says only its id.
      const { wallpaper } = await readBranding(zoom, webinar_id);
      return toCandidates(wallpaper === undefined ? [] : [wallpaper], () => true);
    },
  }),
  describe: ({ id, name }) => `Uploaded wallpaper "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
