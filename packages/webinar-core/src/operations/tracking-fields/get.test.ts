import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createTrackingField } from "./create.ts";
import { getTrackingField } from "./get.ts";

it("reads one label with its values", async () => {
  const { run, seen } = emulated();
  const { id: field_id = "" } = await run(createTrackingField, { field: "Campaign", recommended_values: ["spring"] });
  seen();
  const field = await run(getTrackingField, { field_id });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/tracking_fields/${field_id}` }]);
  expect(field).toMatchObject({ id: field_id, field: "Campaign", recommended_values: ["spring"] });
  expect(getTrackingField.describe(field, { field_id })).toBe("Campaign: 1 value");
});

it("says when there is no such label", async () => {
  expect(await emulated().refusal(getTrackingField, { field_id: "nowhere" })).toMatchObject({ code: "not_found" });
});
