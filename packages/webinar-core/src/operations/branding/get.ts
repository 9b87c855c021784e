import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getBranding = endpointOperation("GET /webinars/{webinarId}/branding", {
  id: "branding.get",
  tool: "get_webinar_branding",
  summary: "Read wallpaper, virtual backgrounds and name tags of a webinar.",
  alsoKnownAs: `
    branding of a webinar, what wallpaper is set, look of the webinar, show the branding, backgrounds and name tags, which picture is used,
    session branding, current design, virtual backgrounds of a webinar, list of name tags, what does the webinar look like, which logo is used,
    current background, theme, look and feel, which name tags are there, what wallpaper, which backdrop is in use, what badges do we have, how
    does the event look, show our visuals, which pictures are set, what design is on, is there a logo behind the speakers, which name tags exist,
    does it have a wallpaper, list the backgrounds, what is behind the stage, appearance of the webinar, see the corporate look, which badge
    designs are there, are we branded, which image do panelists have behind them, what pictures are uploaded, what does the stage look like, do we
    have a logo in, which design is active, what images are in use, show the tags and backgrounds, how is the webinar dressed, is our banner up,
    list the visuals`,
  cli: { positional: ["webinar_id"], examples: ["branding get 82834512568"] },
  describe: ({ wallpaper, virtual_backgrounds, name_tags }) =>
    `${wallpaper?.id ? "a" : "no"} wallpaper, ${countOf(virtual_backgrounds?.length ?? 0, "background")}, ${countOf(name_tags?.length ?? 0, "name tag")}`,
});
