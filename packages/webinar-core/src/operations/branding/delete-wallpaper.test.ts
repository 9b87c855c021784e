import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { deleteWallpaper } from "./delete-wallpaper.ts";
import { uploadWallpaper } from "./upload-wallpaper.ts";

const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };

it("deletes the picture", async () => {
  const { run, seen } = emulated();
  await run(uploadWallpaper, { webinar_id: UPCOMING, file });
  seen();
  expect(await run(deleteWallpaper, { webinar_id: UPCOMING })).toEqual({ done: "delete_wallpaper", webinar_id: UPCOMING });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([{ method: "DELETE", path: `/v2/webinars/${UPCOMING}/branding/wallpaper` }]);
});

it("names the webinar before it acts", async () => {
  const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
  await run(uploadWallpaper, { webinar_id: UPCOMING, file });
  seen();
  expect(await refusal(deleteWallpaper, { webinar_id: UPCOMING })).toMatchObject({
    code: "confirmation_required",
    details: { preview: { targets: [{ kind: "webinar", id: UPCOMING }], recipients: null } },
  });
  expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(deleteWallpaper, { webinar_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
