import { HELD, HELD_UUID, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getReport } from "./get.ts";

it("sums up a held webinar, by ID or UUID", async () => {
  const { run, seen } = emulated();
  const report = await run(getReport, { webinar_id: HELD_UUID });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/report/webinars/${encodeURIComponent(encodeURIComponent(HELD_UUID))}` }]);
  expect(report).toMatchObject({ id: HELD, uuid: HELD_UUID, user_email: OTHER_HOST, duration: 47, participants_count: 4 });
  expect(await run(getReport, { webinar_id: HELD })).toEqual(report);
  expect(getReport.describe(report, { webinar_id: HELD })).toBe("Getting started in 45 minutes: 4 participants");
});

it("says when there is nothing to report", async () => {
  const { refusal } = emulated();
  expect(await refusal(getReport, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
  expect(await refusal(getReport, { webinar_id: "the last one" })).toMatchObject({ code: "input_invalid" });
});
