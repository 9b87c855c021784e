import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createNameTag } from "./create-name-tag.ts";
import { deleteNameTags } from "./delete-name-tags.ts";

const colours = { text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" };
const make = async ({ run }: ReturnType<typeof emulated>, name: string) =>
  (await run(createNameTag, { webinar_id: UPCOMING, name, ...colours })).id as string;

it("deletes several designs in one call", async () => {
  const zoom = emulated();
  const name_tag_ids = [await make(zoom, "Speaker"), await make(zoom, "Host")];
  zoom.seen();
  expect(await zoom.run(deleteNameTags, { webinar_id: UPCOMING, name_tag_ids })).toEqual({
    done: "delete_name_tags",
    webinar_id: UPCOMING,
    name_tag_ids,
  });
  expect(zoom.seen()).toMatchObject([
    { method: "DELETE", path: `/v2/webinars/${UPCOMING}/branding/name_tags`, query: { name_tag_ids: name_tag_ids.join(",") } },
  ]);
});

it("names the designs before it acts", async () => {
  const zoom = emulated({ session: { safety: "confirm" } });
  const id = await make(zoom, "Speaker");
  expect(await zoom.refusal(deleteNameTags, { webinar_id: UPCOMING, name_tag_ids: [id] })).toMatchObject({
    code: "confirmation_required",
    details: { preview: { targets: [{ kind: "name tag", id, label: "Speaker" }], recipients: null, reversible: false } },
  });
});

it("takes one ID at a place, and reports that there is no such design", async () => {
  const { refusal } = emulated();
  expect(await refusal(deleteNameTags, { webinar_id: UPCOMING, name_tag_ids: ["a,b"] })).toMatchObject({ code: "input_invalid" });
  expect(await refusal(deleteNameTags, { webinar_id: UPCOMING, name_tag_ids: ["nowhere"] })).toMatchObject({ code: "zoom_rejected" });
});
