import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getBranding = endpointOperation("GET /webinars/{webinarId}/branding", {
  id: "branding.get",
  tool: "get_webinar_branding",
  summary: "Read wallpaper, virtual backgrounds and name tags of a webinar.",
  alsoKnownAs: `
    branding of a webinar, what wallpaper is set, look of the webinar, show the branding, backgrounds and name tags, which picture is used,
    session branding, current design, virtual backgrounds of a webinar, list of name tags,
    what does the webinar look like, which logo is used, current background, theme, look and feel, which name tags are there, what wallpaper`,
  cli: { positional: ["webinar_id"], examples: ["branding get 82834512568"] },
  describe: ({ wallpaper, virtual_backgrounds, name_tags }) =>
    `${wallpaper?.id ? "a" : "no"} wallpaper, ${countOf(virtual_backgrounds?.length ?? 0, "background")}, ${countOf(name_tags?.length ?? 0, "name tag")}`,
});
