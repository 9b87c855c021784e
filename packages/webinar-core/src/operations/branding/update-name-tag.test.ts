import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createNameTag } from "./create-name-tag.ts";
import { getBranding } from "./get.ts";
import { updateNameTag } from "./update-name-tag.ts";

const colours = { text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" };

it("changes a design, only what is given", async () => {
  const { run, seen } = emulated();
  const { id: name_tag_id = "" } = await run(createNameTag, { webinar_id: UPCOMING, name: "Speaker", ...colours });
  seen();
  expect(await run(updateNameTag, { webinar_id: UPCOMING, name_tag_id, name: "Host" })).toEqual({
    done: "update_name_tag",
    webinar_id: UPCOMING,
    name_tag_id,
  });
  expect(seen()).toMatchObject([{ method: "PATCH", path: `/v2/webinars/${UPCOMING}/branding/name_tags/${name_tag_id}`, body: { name: "Host" } }]);
  expect((await run(getBranding, { webinar_id: UPCOMING })).name_tags).toMatchObject([{ id: name_tag_id, name: "Host", ...colours }]);
});

it("says when there is no such design", async () => {
  expect(await emulated().refusal(updateNameTag, { webinar_id: UPCOMING, name_tag_id: "nowhere", name: "Host" })).toMatchObject({
    code: "not_found",
  });
});
