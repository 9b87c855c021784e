import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { previewDefault } from "./look.ts";
import { BRANDING, inBranding, readBranding } from "./look-up.ts";

export const createNameTag = endpointOperation("POST /webinars/{webinarId}/branding/name_tags", {
  id: "branding.createNameTag",
  tool: "create_name_tag",
  summary: "Add a name tag design to a webinar; it can have 20.",
  alsoKnownAs: `
    add a name tag, name tag for speakers, speaker label, lower third, title under a speaker's name, new name tag design, coloured name tag, name
    badge, caption with the speaker's title, banner with the name, lower thirds for the presenters, new caption under the speaker's picture,
    banner with name and title, speaker labels, a badge for the moderators, new badge design, name plate in our colours, put titles under the
    speakers, label for presenters, make a lower third, speakers need name plates, add a strip with name and job, badge with the logo colour, show
    names and roles under faces, create badges, green name badge, another name plate, a title card for speakers, plate for the host, design a
    badge for guests, what stands under the picture of the speaker: new one, the experts need badges, put name and title below each speaker, make
    a red badge, a label with our logo for presenters, give the panel name plates, design something for under the names, new lower third,
    nameplate in corporate blue`,
  cli: {
    positional: ["webinar_id"],
    examples: ["branding create-name-tag 82834512568 --name Speaker --text-color '#1F2937' --accent-color '#2563EB' --background-color '#FFFFFF'"],
  },
  looksAt: [BRANDING, "GET /webinars/{webinarId}", "GET /webinars/{webinarId}/panelists"],
  preview: ({ webinar_id, name, is_default, set_default_for_all_panelists }, { zoom }) =>
    previewDefault(zoom, {
      webinar_id,
      look: "name_tag_id",
      id: null,
      forAll: is_default === true && set_default_for_all_panelists !== false,
      summary: `Add the name tag "${name}".`,
    }),
  settle: ({ webinar_id, name, text_color, accent_color, background_color }, { zoom }) => ({
    ...inBranding(`Adding the name tag "${name}"`),
    find: async () => {
      const { name_tags } = await readBranding(zoom, webinar_id);
      const colours = [text_color, accent_color, background_color].join().toLowerCase();
      const isLike = (tag: NonNullable<typeof name_tags>[number]) =>
        tag.name === name && [tag.text_color, tag.accent_color, tag.background_color].join().toLowerCase() === colours;
      return toCandidates(name_tags, isLike);
    },
  }),
  describe: ({ id, name }) => `Created name tag "${name ?? ""}" with ID ${id ?? "unknown"}`,
});
