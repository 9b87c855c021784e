import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { webinarId } from "../../params.ts";

export const deleteNameTags = defineOperation({
  id: "branding.deleteNameTags",
  tool: "delete_webinar_name_tags",
  summary: "Delete name tag designs of a webinar.",
  endpoints: ["DELETE /webinars/{webinarId}/branding/name_tags"],
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:delete:branding_name_tag", "webinar:delete:branding_name_tag:admin"],
  },
  effect: "delete",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    webinar_id: webinarId,
    name_tag_ids: z.array(z.string().min(1).max(128)).min(1).max(20).describe("IDs of the designs, from the branding"),
  }),
  output: z.object({ done: z.string(), webinar_id: z.string(), name_tag_ids: z.array(z.string()) }),
  cli: { positional: ["webinar_id", "name_tag_ids"], examples: ["branding delete-name-tags 82834512568 Dm3ywnUyHzCUyP2rP0t1qQ"] },

  preview: async ({ webinar_id, name_tag_ids }) => ({
    summary: `Delete ${name_tag_ids.length} name tags of webinar ${webinar_id}.`,
    targets: name_tag_ids.map((id) => ({ kind: "name tag", id })),
    recipients: null,
    reversible: false,
  }),
  async run({ webinar_id, name_tag_ids }, { zoom }) {
    const query = { name_tag_ids: name_tag_ids.join(",") };
    await zoom.call("DELETE /webinars/{webinarId}/branding/name_tags", { path: { webinarId: webinar_id }, query });
    return { done: "delete_webinar_name_tags", webinar_id, name_tag_ids };
  },
  describe: ({ webinar_id, name_tag_ids }) => `Deleted ${name_tag_ids.length} name tags of webinar ${webinar_id}`,
});
