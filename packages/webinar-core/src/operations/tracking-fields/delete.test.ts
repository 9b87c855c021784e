import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createTrackingField } from "./create.ts";
import { deleteTrackingField } from "./delete.ts";

it("deletes a label", async () => {
  const { run, refusal, seen } = emulated();
  const { id: field_id = "" } = await run(createTrackingField, { field: "Campaign" });
  seen();
  expect(await run(deleteTrackingField, { field_id })).toEqual({ done: "delete_tracking_field", field_id });
  expect(seen()).toMatchObject([{ method: "DELETE", path: `/v2/tracking_fields/${field_id}` }]);
  expect(await refusal(deleteTrackingField, { field_id })).toMatchObject({ code: "not_found" });
});

it("names the label before it acts, also if it may not read it", async () => {
  const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
  const { id: field_id = "" } = await run(createTrackingField, { field: "Campaign" });
  const preview = async () => (await refusal(deleteTrackingField, { field_id })).details?.preview;
  expect(await preview()).toMatchObject({ targets: [{ kind: "tracking field", id: field_id, label: "Campaign" }], recipients: null });
  await emulator.controls.setScopes(["tracking_field:delete:tracking_field:admin"]);
  expect(await preview()).toMatchObject({ targets: [{ kind: "tracking field", id: field_id }], reversible: false });
});
