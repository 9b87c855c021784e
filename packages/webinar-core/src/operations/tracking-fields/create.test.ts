import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createTrackingField } from "./create.ts";

it("defines a label with values to choose from", async () => {
  const { run, seen } = emulated();
  const label = { field: "Campaign", recommended_values: ["spring", "autumn"], required: true };
  expect(await run(createTrackingField, label)).toEqual({ id: expect.any(String), ...label, visible: true });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([{ method: "POST", path: "/v2/tracking_fields", body: label }]);
});

it("asks for the name, and reports that it is taken", async () => {
  const { run, refusal } = emulated();
  expect(await refusal(createTrackingField, {})).toMatchObject({ code: "input_invalid", faults: [{ field: "field" }] });
  await run(createTrackingField, { field: "Campaign" });
  expect(await refusal(createTrackingField, { field: "Campaign" })).toMatchObject({ message: expect.stringContaining("already exists") });
});
