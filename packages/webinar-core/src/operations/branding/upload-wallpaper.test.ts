import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getBranding } from "./get.ts";
import { uploadWallpaper } from "./upload-wallpaper.ts";

const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };

it("uploads the picture, in place of the one before", async () => {
  const { run, seen } = emulated();
  const stored = await run(uploadWallpaper, { webinar_id: UPCOMING, file });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([{ method: "POST", path: `/v2/webinars/${UPCOMING}/branding/wallpaper` }]);
  expect(stored).toMatchObject({ id: expect.any(String), name: "stage.png", size: file.data.length, type: "image" });
  const { id } = await run(uploadWallpaper, { webinar_id: UPCOMING, file: { ...file, name: "hall.jpg" } });
  expect((await run(getBranding, { webinar_id: UPCOMING })).wallpaper).toEqual({ id });
});

it("reports that it is not a picture", async () => {
  expect(await emulated().refusal(uploadWallpaper, { webinar_id: UPCOMING, file: { ...file, name: "stage.txt" } })).toMatchObject({
    code: "zoom_rejected",
  });
});
