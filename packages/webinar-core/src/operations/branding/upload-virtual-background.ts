import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { previewDefault } from "./look.ts";
import { BRANDING, inBranding, readBranding } from "./look-up.ts";

export const uploadVirtualBackground = endpointOperation("POST /webinars/{webinarId}/branding/virtual_backgrounds", {
  id: "branding.uploadVirtualBackground",
  tool: "upload_virtual_background",
  summary: "Upload a picture that panelists can have behind them; a webinar can have ten.",
  alsoKnownAs: `
    upload a background, virtual background for speakers, background picture, backdrop for panelists, company background,
    add a virtual background, picture behind the speakers, branded background, image for the background, upload a backdrop,
    our logo behind the speakers, add a company background, background picture for presenters, new backdrop, corporate background`,
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
