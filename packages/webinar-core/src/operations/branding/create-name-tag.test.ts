import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createNameTag } from "./create-name-tag.ts";

const colours = { text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" };

it("adds a design", async () => {
  const { run, seen } = emulated();
  const made = await run(createNameTag, { webinar_id: UPCOMING, name: "Speaker", ...colours });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([
    { method: "POST", path: `/v2/webinars/${UPCOMING}/branding/name_tags`, body: { name: "Speaker", ...colours } },
  ]);
  expect(made).toMatchObject({ id: expect.any(String), name: "Speaker", ...colours });
});

it("asks for the colours, and reports that there is no such webinar", async () => {
  const { refusal } = emulated();
  expect(await refusal(createNameTag, { webinar_id: UPCOMING, name: "Speaker" })).toMatchObject({ code: "input_invalid", faults: { length: 3 } });
  expect(await refusal(createNameTag, { webinar_id: NOWHERE, name: "Speaker", ...colours })).toMatchObject({ code: "not_found" });
});
