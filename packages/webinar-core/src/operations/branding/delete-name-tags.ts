import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { webinarId } from "../../operation/params.ts";
import { partId, previewDeletion } from "./parts.ts";

export const deleteNameTags = defineOperation({
  id: "branding.deleteNameTags",
  tool: "delete_name_tags",
  summary: "Delete name tag designs of a webinar.",
  alsoKnownAs: `
    delete a name tag, remove name tags, drop a lower third, remove the speaker labels, no name tags, take away the badges, delete a name tag
    design, clear name tags, erase name tags, get rid of a name tag, no name tags any more, remove the lower thirds, drop a label design, throw
    the badges out, bin the old name plates, no labels under speakers, drop two unused badges, remove the lower third designs, badges can go,
    scrap the name strips, we do not want name plates, take the plates away, get rid of badges, the badge design is outdated so remove it, delete
    all badges, clear the name plates, strike the old tag design, no badge for moderators any more, ditch the labels under the faces, badges off,
    we don't need plates, delete both badges, out with the lower thirds, get rid of what is under the names, drop the old badge, no more name
    plates, remove labels below speakers`,
  endpoints: ["DELETE /webinars/{webinarId}/branding/name_tags"],
  effect: "delete",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    webinar_id: webinarId,
    name_tag_ids: z.array(partId).min(1).max(20).describe("IDs of the designs, from the branding"),
  }),
  output: z.object({ done: z.string(), webinar_id: z.string(), name_tag_ids: z.array(z.string()) }),
  cli: { positional: ["webinar_id", "name_tag_ids"], examples: ["branding delete-name-tags 82834512568 Dm3ywnUyHzCUyP2rP0t1qQ"] },

  preview: ({ webinar_id, name_tag_ids }, ctx) => previewDeletion("name tag", { webinar_id, ids: name_tag_ids }, ctx),
  async run({ webinar_id, name_tag_ids }, { zoom }) {
    const query = { name_tag_ids: name_tag_ids.join(",") };
    await zoom.call("DELETE /webinars/{webinarId}/branding/name_tags", { path: { webinarId: webinar_id }, query });
    return { done: "delete_name_tags", webinar_id, name_tag_ids };
  },
  describe: ({ webinar_id, name_tag_ids }) => `Deleted ${countOf(name_tag_ids.length, "name tag")} of webinar ${webinar_id}`,
});
