import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { previewDefault } from "./look.ts";
import { BRANDING, inBranding, readBranding } from "./look-up.ts";

export const uploadVirtualBackground = endpointOperation("POST /webinars/{webinarId}/branding/virtual_backgrounds", {
  id: "branding.uploadVirtualBackground",
  tool: "upload_virtual_background",
  summary: "Upload a picture that panelists can have behind them; a webinar can have ten.",
  alsoKnownAs: `
    upload a background, virtual background for speakers, background picture, backdrop for panelists, company background, add a virtual
    background, picture behind the speakers, branded background, image for the background, upload a backdrop, our logo behind the speakers, add a
    company background, background picture for presenters, new backdrop, corporate background, add our skyline photo, a picture to go behind
    panelists, new scenery for the speakers, upload an office image, offer speakers a branded backdrop, put a jpg in for panelists to use, give
    presenters our backdrop, add a photo for behind the speakers, load the company background, a green forest behind speakers, new image for
    cameras, make a backdrop available, use our picture behind the faces, bring in a backdrop, another choice of scenery, add a Christmas backdrop
    for panelists, set up a picture they may choose, our office should be available behind speakers, put a beach photo in for panelists, here is a
    picture for the presenters' backdrop, give panelists a new backdrop to choose, load a scenery, upload logo.jpg as background, speakers want
    our logo behind them, another backdrop please`,
  cli: { positional: ["webinar_id", "file"], examples: ["branding upload-virtual-background 82834512568 stage.png"] },
  looksAt: [BRANDING, "GET /webinars/{webinarId}", "GET /webinars/{webinarId}/panelists"],
  preview: ({ webinar_id, file, ...input }, { zoom }) =>
    previewDefault(zoom, {
      webinar_id,
      look: "virtual_background_id",
      id: null,
      forAll: input.default === true && input.set_default_for_all_panelists !== false,
      summary: `Upload the background "${file.name}".`,
    }),
  settle: ({ webinar_id, file }, { zoom }) => ({
    ...inBranding(`Uploading the background "${file.name}"`),
    identity: [webinar_id, file.name],
    find: async () => toCandidates((await readBranding(zoom, webinar_id)).virtual_backgrounds, ({ name }) => name === file.name),
  }),
  describe: ({ id, name }) => `Uploaded background "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
