import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { uploadVirtualBackground } from "./upload-virtual-background.ts";

const file = { name: "stage.png", data: Buffer.from("GIF89a, more or less") };

it("uploads a picture", async () => {
  const { run, seen } = emulated();
  const stored = await run(uploadVirtualBackground, { webinar_id: UPCOMING, file, default: true });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([
    { method: "POST", path: `/v2/webinars/${UPCOMING}/branding/virtual_backgrounds` },
  ]);
  expect(stored).toMatchObject({ id: expect.any(String), name: "stage.png", is_default: true, size: file.data.length });
});

it("takes the bytes as base64 text, too", async () => {
  const stored = await emulated().run(uploadVirtualBackground, { webinar_id: UPCOMING, file: { ...file, data: file.data.toString("base64") } });
  expect(stored).toMatchObject({ size: file.data.length });
});

it("asks for a file, and reports that it is not a picture", async () => {
  const { refusal } = emulated();
  expect(await refusal(uploadVirtualBackground, { webinar_id: UPCOMING, file: "stage.png" })).toMatchObject({ code: "input_invalid" });
  expect(await refusal(uploadVirtualBackground, { webinar_id: UPCOMING, file: { ...file, name: "stage.txt" } })).toMatchObject({
    code: "zoom_rejected",
    message: expect.stringContaining("PNG"),
  });
});
