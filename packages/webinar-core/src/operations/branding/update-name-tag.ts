import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";
import { takenOver, wornBy } from "./look.ts";
import { BRANDING, readBranding } from "./look-up.ts";

export const updateNameTag = endpointOperation("PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}", {
  id: "branding.updateNameTag",
  tool: "update_name_tag",
  summary: "Change one name tag design of a webinar.",
  alsoKnownAs: `
    change a name tag, edit a name tag, name tag colour, rename a name tag, default name tag, fix the name tag text, change the lower third,
    recolour the speaker label, update the badge design, modify a name tag, change the colour of a name tag, edit the label of the speakers, other
    font for the name tags, adjust lower thirds, make the badge green, darker letters on the badge, change the name plate's colour, the badge text
    should be white, restyle the lower third, other colours for the badges, rename the badge design, edit the plate under the speakers, fix the
    title on the badge, adjust the name strip, turn the label blue, make the name plate the default one, the badge should read moderator, alter
    the design of a name tag, bigger contrast on the name badge, the lower third has a mistake, badge in blue instead, the plate's text is too
    pale, new wording on the badge, modify our lower third, change its text colour, the badge title is wrong, recolour the plates, alter the
    moderator badge`,
  cli: { positional: ["webinar_id", "name_tag_id"], examples: ["branding update-name-tag 82834512568 Dm3ywnUyHzCUyP2rP0t1qQ --name Host"] },
  looksAt: [BRANDING, "GET /webinars/{webinarId}", "GET /webinars/{webinarId}/panelists"],
  async preview({ webinar_id, name_tag_id, ...after }, { zoom }) {
    const branding = await readBefore(() => readBranding(zoom, webinar_id));
    const tag = branding?.name_tags?.find(({ id }) => id === name_tag_id);
    return previewChange({
      summary: "Change a name tag design.",
      targets: [
        { kind: "name tag", id: name_tag_id, ...(tag?.name === undefined ? {} : { label: tag.name }) },
        await webinarTarget(zoom, webinar_id),
      ],
      before: branding && (tag ?? {}),
      after,
      how: "merge",
      skip: new Set(["set_default_for_all_panelists"]),
      also: takenOver(
        "name_tag_id",
        name_tag_id,
        after.is_default === true && after.set_default_for_all_panelists !== false,
        await wornBy(zoom, webinar_id),
      ),
    });
  },
  describe: ({ webinar_id, name_tag_id }) => `Changed name tag ${name_tag_id} of webinar ${webinar_id}`,
});
