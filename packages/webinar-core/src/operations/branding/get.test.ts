import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createNameTag } from "./create-name-tag.ts";
import { getBranding } from "./get.ts";
import { uploadWallpaper } from "./upload-wallpaper.ts";

const colours = { text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" };
const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };

it("reads wallpaper, backgrounds and name tags", async () => {
  const { run, seen } = emulated();
  const { id: wallpaper } = await run(uploadWallpaper, { webinar_id: UPCOMING, file });
  const { id: tag } = await run(createNameTag, { webinar_id: UPCOMING, name: "Speaker", ...colours });
  seen();
  const branding = await run(getBranding, { webinar_id: UPCOMING });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/branding` }]);
  expect(branding).toMatchObject({ wallpaper: { id: wallpaper }, virtual_backgrounds: [], name_tags: [{ id: tag, name: "Speaker", ...colours }] });
  expect(getBranding.describe(branding, { webinar_id: UPCOMING })).toBe("a wallpaper, 0 backgrounds, 1 name tag");
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(getBranding, { webinar_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
