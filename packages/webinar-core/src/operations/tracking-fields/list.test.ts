import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createTrackingField } from "./create.ts";
import { listTrackingFields } from "./list.ts";

it("lists the labels of the account", async () => {
  const { run, seen } = emulated();
  const before = (await run(listTrackingFields, {})).tracking_fields?.length ?? 0;
  await run(createTrackingField, { field: "Campaign" });
  seen();
  const list = await run(listTrackingFields, {});
  expect(seen()).toMatchObject([{ method: "GET", path: "/v2/tracking_fields" }]);
  expect(list).toMatchObject({
    total_records: before + 1,
    tracking_fields: expect.arrayContaining([expect.objectContaining({ field: "Campaign" })]),
  });
});

it("takes no input, and reports that the scope is missing", async () => {
  const { refusal, emulator } = emulated();
  expect(await refusal(listTrackingFields, { page_size: 10 })).toMatchObject({ code: "input_invalid" });
  await emulator.controls.setScopes(["webinar:read:admin"]);
  expect(await refusal(listTrackingFields, {})).toMatchObject({ code: "scope_missing" });
});
