import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

test("defines a label, changes it, and forgets it", async () => {
  const { call } = await probe();
  const { status, body } = await call("POST", "/tracking_fields", { field: "Region", recommended_values: ["North", "South"], required: true });
  expect([status, body]).toEqual([201, { id: body.id, field: "Region", recommended_values: ["North", "South"], required: true, visible: true }]);
  expect((await call("PATCH", `/tracking_fields/${body.id}`, { visible: false, recommended_values: [] })).status).toBe(204);
  const changed = { ...body, visible: false, recommended_values: [] };
  expect((await call("GET", `/tracking_fields/${body.id}`)).body).toEqual(changed);
  const { id } = await planWebinar(call, { tracking_fields: [{ field: "Region", value: "North" }, { field: "Unknown" }] });
  expect((await call("GET", `/webinars/${id}`)).body.tracking_fields).toEqual([
    { field: "Region", value: "North", visible: false },
    { field: "Unknown", value: "", visible: true },
  ]);
  const listed = (await call("GET", "/tracking_fields")).body;
  expect(listed.tracking_fields).toContainEqual(changed);
  expect((await call("DELETE", `/tracking_fields/${body.id}`)).status).toBe(204);
  expect(refusalOf(await call("GET", `/tracking_fields/${body.id}`))).toBe(`404/5110 Tracking field does not exist: ${body.id}.`);
});

test("a name is there once", async () => {
  const { call } = await probe();
  const one = (await call("POST", "/tracking_fields", { field: "Region" })).body;
  const two = (await call("POST", "/tracking_fields", { field: "Budget" })).body;
  expect(refusalOf(await call("POST", "/tracking_fields", { field: "region" }))).toBe("400/200 Tracking field region already exists.");
  expect(refusalOf(await call("PATCH", `/tracking_fields/${two.id}`, { field: "Region" }))).toBe("400/200 Tracking field Region already exists.");
  expect((await call("PATCH", `/tracking_fields/${one.id}`, { field: "Region" })).status).toBe(204);
  expect(refusalOf(await call("POST", "/tracking_fields", {}))).toBe("400/300 Validation Failed. [field]");
});

test("a webinar without tracking links has an empty list of them", async () => {
  const { call } = await probe();
  const { id } = await planWebinar(call);
  expect((await call("GET", `/webinars/${id}/tracking_sources`)).body).toEqual({ total_records: 0, tracking_sources: [] });
});
