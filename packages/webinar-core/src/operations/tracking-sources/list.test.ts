import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { addRegistrant } from "../registrants/add.ts";
import { listTrackingSources } from "./list.ts";

it("counts visits and sign-ups per tracking link", async () => {
  const { run, seen } = emulated();
  const before = await run(listTrackingSources, { webinar_id: UPCOMING });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/tracking_sources` }]);
  expect(before.tracking_sources).toMatchObject([
    { id: expect.any(String), source_name: "Newsletter", registration_count: 1, visitor_count: 12, tracking_url: expect.stringMatching(/^https:/) },
    { source_name: "Partner site", registration_count: 0 },
  ]);
  const source_id = before.tracking_sources?.[1]?.id as string;
  await run(addRegistrant, { webinar_id: UPCOMING, email: "tove@example.com", first_name: "Tove", source_id });
  const after = await run(listTrackingSources, { webinar_id: UPCOMING });
  expect(after.tracking_sources).toMatchObject([{ registration_count: 1 }, { id: source_id, registration_count: 1 }]);
  expect(listTrackingSources.describe(after, { webinar_id: UPCOMING })).toBe("2 tracking sources");
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(listTrackingSources, { webinar_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
