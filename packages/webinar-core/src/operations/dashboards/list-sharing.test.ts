import { HELD, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listSharing } from "./list-sharing.ts";

it("lists who shared what, and when", async () => {
  const { run, seen } = emulated();
  const page = await run(listSharing, { webinar_id: HELD, type: "past", all: true });
  expect(seen()).toMatchObject([{ path: `/v2/metrics/webinars/${HELD}/participants/sharing`, query: { type: "past", page_size: "300" } }]);
  expect(page.complete).toBe(true);
  expect(page.participants.flatMap(({ details }) => details ?? [])).toMatchObject([{ content: "desktop", start_time: "2027-01-05T16:03:00Z" }]);
});

it("says when Zoom knows no such webinar", async () => {
  expect(await emulated().refusal(listSharing, { webinar_id: NOWHERE, type: "past" })).toMatchObject({ code: "not_found" });
});
