import { HELD, HELD_UUID, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getSummary } from "./get.ts";

it("reads what the AI wrote, by ID or UUID", async () => {
  const { run, seen } = emulated();
  const summary = await run(getSummary, { meeting_id: HELD_UUID });
  expect(seen()).toMatchObject([{ path: `/v2/meetings/${encodeURIComponent(encodeURIComponent(HELD_UUID))}/meeting_summary` }]);
  expect(summary).toMatchObject({ meeting_id: HELD, meeting_uuid: HELD_UUID, summary_content: expect.stringContaining("## Quick recap") });
  expect(getSummary.describe(summary, { meeting_id: HELD })).toBe("Meeting summary for Getting started in 45 minutes");
});

it("says when there is none", async () => {
  expect(await emulated().refusal(getSummary, { meeting_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
