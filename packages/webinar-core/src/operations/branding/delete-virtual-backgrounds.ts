import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { webinarId } from "../../operation/params.ts";
import { partId, previewDeletion } from "./parts.ts";

export const deleteVirtualBackgrounds = defineOperation({
  id: "branding.deleteVirtualBackgrounds",
  tool: "delete_virtual_backgrounds",
  summary: "Delete uploaded virtual backgrounds of a webinar.",
  alsoKnownAs: `
    delete a background, remove virtual backgrounds, old backdrop out, remove the background picture, drop a backdrop, clear backgrounds, delete
    uploaded backgrounds, erase a virtual background, take the backgrounds away, get rid of a background, remove the old background, drop the
    backdrop picture, clear the backgrounds, bin the old scenery, Christmas backdrops can go, throw out the office pictures, get rid of panelists'
    pictures, remove images that speakers can choose, delete two backdrops, the summer background is no longer needed, clear out the scenery, wipe
    the uploaded images behind speakers, scrap the backdrops, take away the picture behind the panelists, no more choice of backgrounds, discard
    the unused backgrounds, old photos of backdrops away, drop the forest picture, remove the beach, backdrops from last year can go, take the
    photos for speakers out, kill the old scenery, delete what panelists have behind them, the office picture is out of date - remove, clean out
    backdrops, drop all sceneries`,
  endpoints: ["DELETE /webinars/{webinarId}/branding/virtual_backgrounds"],
  effect: "delete",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    webinar_id: webinarId,
    ids: z.array(partId).min(1).max(10).describe("IDs of the backgrounds, from the branding"),
  }),
  output: z.object({ done: z.string(), webinar_id: z.string(), ids: z.array(z.string()) }),
  cli: { positional: ["webinar_id", "ids"], examples: ["branding delete-virtual-backgrounds 82834512568 dsghfkhaewfds"] },

  preview: (input, ctx) => previewDeletion("virtual background", input, ctx),
  async run({ webinar_id, ids }, { zoom }) {
    await zoom.call("DELETE /webinars/{webinarId}/branding/virtual_backgrounds", { path: { webinarId: webinar_id }, query: { ids: ids.join(",") } });
    return { done: "delete_virtual_backgrounds", webinar_id, ids };
  },
  describe: ({ webinar_id, ids }) => `Deleted ${countOf(ids.length, "virtual background")} of webinar ${webinar_id}`,
});
