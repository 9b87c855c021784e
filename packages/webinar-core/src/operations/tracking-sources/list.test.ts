import { expect, it } from "vitest";
import { NOWHERE, UPCOMING } from "../../test/demo-webinars.ts";
import { emulated } from "../../test/emulated.ts";
import { listTrackingSources } from "./list.ts";

it("counts visits and sign-ups per tracking link", async () => {
  const tracking_sources = [
    { id: "a1", source_name: "Newsletter", tracking_url: "https://example.com/r?t=a1", registration_count: 4, visitor_count: 9 },
  ];
  const { run, seen } = emulated();
  expect(await run(listTrackingSources, { webinar_id: UPCOMING })).toMatchObject({ tracking_sources: expect.any(Array) });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/tracking_sources` }]);
  expect(listTrackingSources.output.parse({ total_records: 1, tracking_sources })).toEqual({ total_records: 1, tracking_sources });
  expect(listTrackingSources.describe({ tracking_sources }, { webinar_id: UPCOMING })).toBe("1 tracking sources");
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(listTrackingSources, { webinar_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
