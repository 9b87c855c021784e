import { HELD, HELD_UUID, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listDashboardParticipants } from "./list-participants.ts";

it("lists joinings with device and network, and with sign-ups if asked", async () => {
  const { run, seen } = emulated();
  const page = await run(listDashboardParticipants, { webinar_id: HELD_UUID, type: "past", include_fields: "registrant_id" });
  expect(seen()).toMatchObject([
    {
      path: `/v2/metrics/webinars/${encodeURIComponent(encodeURIComponent(HELD_UUID))}/participants`,
      query: { type: "past", include_fields: "registrant_id", page_size: "30" },
    },
  ]);
  expect(page).toMatchObject({ participants: { length: 5 }, total_records: 5, complete: true });
  expect(page.participants[1]).toMatchObject({ user_name: "Mina Muster", role: "attendee", registrant_id: expect.any(String) });
});

it("reads all pages if asked to", async () => {
  const { run, seen } = emulated();
  expect(await run(listDashboardParticipants, { webinar_id: HELD, type: "past", all: true, page_size: 2 })).toMatchObject({
    participants: { length: 5 },
    complete: true,
  });
  expect(seen()).toHaveLength(3);
});

it("says when Zoom knows no such webinar", async () => {
  expect(await emulated().refusal(listDashboardParticipants, { webinar_id: NOWHERE, type: "past" })).toMatchObject({ code: "not_found" });
});
