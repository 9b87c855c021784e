import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { quoted } from "../../operation/losses.ts";
import { readBefore } from "../../operation/preview-change.ts";
import { previewDefault } from "./look.ts";
import { BRANDING, readBranding } from "./look-up.ts";

export const setVirtualBackground = endpointOperation("PATCH /webinars/{webinarId}/branding/virtual_backgrounds", {
  id: "branding.setVirtualBackground",
  tool: "set_virtual_background",
  summary: "Choose the virtual background that panelists of a webinar start with, or none.",
  alsoKnownAs: `
    choose the background, default virtual background, set the backdrop, which background panelists start with, use this background, switch the
    virtual background, select a background, no virtual background, change the default background, apply a backdrop, use the company background,
    pick a background for speakers, default background, same background for everyone, panelists' backdrop, no background, everyone should start
    with the blue one, all speakers with the same backdrop, make the skyline the default, give all panelists our background, begin with no picture
    behind them, use the forest scenery for speakers, start speakers off with our backdrop, pick which picture they start with, the standard
    background, preset the scenery, turn off backgrounds for speakers, put the office image behind all panelists, the same picture behind each
    speaker, switch speakers to the new backdrop, which one is default: the red, none as the standard background, panelists should all have the
    beach, make the logo backdrop standard, from now on the blue scenery for speakers, no backdrop for the presenters, which shall be the default:
    the office, activate the skyline for everybody on the panel, use backdrop two, same scenery behind all speakers`,
  cli: { positional: ["webinar_id", "id"], examples: ["branding set-virtual-background 82834512568 dsghfkhaewfds"] },
  looksAt: ["GET /webinars/{webinarId}", "GET /webinars/{webinarId}/panelists", BRANDING],
  async preview({ webinar_id, id, set_default_for_all_panelists }, { zoom }) {
    const summary = id === undefined ? "Let panelists start with no background." : "Choose the background that panelists start with.";
    const preview = await previewDefault(zoom, {
      webinar_id,
      look: "virtual_background_id",
      id: id ?? null,
      forAll: set_default_for_all_panelists === true,
      summary,
    });
    const branding = id === undefined ? await readBefore(() => readBranding(zoom, webinar_id)) : {};
    const former = branding?.virtual_backgrounds?.find(({ is_default }) => is_default);
    const isUnset = id === undefined && (branding === null || former !== undefined);
    if (!isUnset) return preview;
    const text = `The default background ${former?.name === undefined ? "" : `${quoted(former.name)} `}is switched off.`;
    return { ...preview, consequences: [...(preview.consequences ?? []), { kind: "lost", text }] };
  },
  describe: ({ webinar_id }, { id }) => `${id === undefined ? "No default background" : `Background ${id} is the default`} in webinar ${webinar_id}`,
});
