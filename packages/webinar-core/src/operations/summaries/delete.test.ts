import { HELD, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { deleteSummary } from "./delete.ts";
import { getSummary } from "./get.ts";

it("deletes what the AI wrote", async () => {
  const { run, refusal, seen } = emulated();
  expect(await run(deleteSummary, { meeting_id: HELD })).toEqual({ done: "delete_meeting_summary", meeting_id: HELD });
  expect(seen()).toMatchObject([{ method: "DELETE", path: `/v2/meetings/${HELD}/meeting_summary` }]);
  expect(await refusal(getSummary, { meeting_id: HELD })).toMatchObject({ code: "not_found" });
});

it("names the webinar before it acts, also if it may not read the summary", async () => {
  const { refusal, emulator } = emulated({ session: { safety: "confirm" } });
  const preview = async () => (await refusal(deleteSummary, { meeting_id: HELD })).details?.preview;
  expect(await preview()).toMatchObject({ targets: [{ kind: "summary", id: HELD, label: "Getting started in 45 minutes, 2027-01-05T16:00:00Z" }] });
  await emulator.controls.setScopes(["meeting:delete:summary:admin"]);
  expect(await preview()).toMatchObject({ targets: [{ kind: "summary", id: HELD }], recipients: null, reversible: false });
});

it("says when there is none", async () => {
  expect(await emulated().refusal(deleteSummary, { meeting_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
