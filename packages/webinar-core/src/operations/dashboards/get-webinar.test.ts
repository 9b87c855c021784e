import { HELD, HELD_UUID, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getDashboardWebinar } from "./get-webinar.ts";

it("reads the figures of a held webinar, by ID or UUID", async () => {
  const { run, seen } = emulated();
  const webinar = await run(getDashboardWebinar, { webinar_id: HELD_UUID, type: "past" });
  expect(seen()).toMatchObject([{ path: `/v2/metrics/webinars/${encodeURIComponent(encodeURIComponent(HELD_UUID))}`, query: { type: "past" } }]);
  expect(webinar).toMatchObject({ id: HELD, uuid: HELD_UUID, participants: 4, duration: "47:00" });
  expect(getDashboardWebinar.describe(webinar, { webinar_id: HELD })).toBe("Getting started in 45 minutes: 4 people");
});

it("says when Zoom knows no such webinar", async () => {
  expect(await emulated().refusal(getDashboardWebinar, { webinar_id: NOWHERE, type: "past" })).toMatchObject({ code: "not_found" });
});
