import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createTrackingField } from "./create.ts";
import { getTrackingField } from "./get.ts";
import { updateTrackingField } from "./update.ts";

it("changes what is given, and nothing else", async () => {
  const { run, seen } = emulated();
  const { id: field_id = "" } = await run(createTrackingField, { field: "Campaign", recommended_values: ["spring"] });
  seen();
  expect(await run(updateTrackingField, { field_id, required: true })).toEqual({ done: "update_tracking_field", field_id });
  expect(seen()).toMatchObject([{ method: "PATCH", path: `/v2/tracking_fields/${field_id}`, body: { required: true } }]);
  expect(await run(getTrackingField, { field_id })).toMatchObject({ field: "Campaign", recommended_values: ["spring"], required: true });
});

it("says when there is no such label", async () => {
  expect(await emulated().refusal(updateTrackingField, { field_id: "nowhere", required: true })).toMatchObject({ code: "not_found" });
});
