import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { deleteVirtualBackgrounds } from "./delete-virtual-backgrounds.ts";
import { uploadVirtualBackground } from "./upload-virtual-background.ts";

const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };

it("deletes several backgrounds in one call", async () => {
  const { run, seen } = emulated();
  const ids: string[] = [];
  for (const name of ["one.png", "two.png"])
    ids.push((await run(uploadVirtualBackground, { webinar_id: UPCOMING, file: { ...file, name } })).id as string);
  seen();
  expect(await run(deleteVirtualBackgrounds, { webinar_id: UPCOMING, ids })).toEqual({
    done: "delete_virtual_backgrounds",
    webinar_id: UPCOMING,
    ids,
  });
  expect(seen()).toMatchObject([{ method: "DELETE", path: `/v2/webinars/${UPCOMING}/branding/virtual_backgrounds`, query: { ids: ids.join(",") } }]);
});

it("names the backgrounds before it acts", async () => {
  const { run, refusal } = emulated({ session: { safety: "confirm" } });
  const id = (await run(uploadVirtualBackground, { webinar_id: UPCOMING, file })).id as string;
  expect(await refusal(deleteVirtualBackgrounds, { webinar_id: UPCOMING, ids: [id] })).toMatchObject({
    code: "confirmation_required",
    details: { preview: { targets: [{ kind: "virtual background", id, label: "stage.png" }], recipients: null } },
  });
});

it("reports that there is no such background", async () => {
  expect(await emulated().refusal(deleteVirtualBackgrounds, { webinar_id: UPCOMING, ids: ["nowhere"] })).toMatchObject({ code: "zoom_rejected" });
});
