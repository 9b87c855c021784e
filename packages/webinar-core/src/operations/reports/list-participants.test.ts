import { HELD, HELD_UUID, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listReportParticipants } from "./list-participants.ts";

it("lists every joining with its length in seconds and minutes, and whose sign-up it was", async () => {
  const { run, seen } = emulated();
  const page = await run(listReportParticipants, { webinar_id: HELD_UUID, full: true });
  expect(seen()).toMatchObject([
    {
      path: `/v2/report/webinars/${encodeURIComponent(encodeURIComponent(HELD_UUID))}/participants`,
      query: { include_fields: "registrant_id", page_size: "30" },
    },
  ]);
  expect(page).toMatchObject({ participants: { length: 5 }, total_records: 5, complete: true });
  expect(page.participants[1]).toMatchObject({
    name: "Mina Muster",
    email: "mina@example.com",
    registrant_id: expect.any(String),
    participant_user_id: null,
    duration_seconds: 1140,
    duration_minutes: 19,
  });
});

it("reads all pages if asked to", async () => {
  const { run, seen } = emulated();
  expect(await run(listReportParticipants, { webinar_id: HELD, all: true, page_size: 2 })).toMatchObject({
    participants: { length: 5 },
    complete: true,
  });
  expect(seen()).toHaveLength(3);
});

it("says when the webinar was not held", async () => {
  expect(await emulated().refusal(listReportParticipants, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
