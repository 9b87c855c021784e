import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getBranding } from "./get.ts";
import { setVirtualBackground } from "./set-virtual-background.ts";
import { uploadVirtualBackground } from "./upload-virtual-background.ts";

const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };

it("chooses the background to start with, or none", async () => {
  const { run, seen } = emulated();
  const { id = "" } = await run(uploadVirtualBackground, { webinar_id: UPCOMING, file });
  seen();
  const chosen = { webinar_id: UPCOMING, id, set_default_for_all_panelists: true };
  expect(setVirtualBackground.describe(await run(setVirtualBackground, chosen), chosen)).toBe(
    `Background ${id} is the default in webinar ${UPCOMING}`,
  );
  expect((await run(getBranding, { webinar_id: UPCOMING })).virtual_backgrounds).toMatchObject([{ id, is_default: true }]);
  await run(setVirtualBackground, { webinar_id: UPCOMING });
  expect((await run(getBranding, { webinar_id: UPCOMING })).virtual_backgrounds).toMatchObject([{ id, is_default: false }]);
  const path = `/v2/webinars/${UPCOMING}/branding/virtual_backgrounds`;
  expect(seen().filter(({ method }) => method === "PATCH")).toMatchObject([
    { path, query: { id, set_default_for_all_panelists: "true" } },
    { path, query: {} },
  ]);
});

it("reports that there is no such background", async () => {
  expect(await emulated().refusal(setVirtualBackground, { webinar_id: UPCOMING, id: "nowhere" })).toMatchObject({ code: "zoom_rejected" });
});
