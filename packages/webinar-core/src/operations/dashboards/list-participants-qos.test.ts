import { HELD, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listParticipantsQos } from "./list-participants-qos.ts";

it("reads measurements, ten joinings to a page at most", async () => {
  const { run, seen } = emulated();
  const page = await run(listParticipantsQos, { webinar_id: HELD, type: "past" });
  expect(seen()).toMatchObject([{ path: `/v2/metrics/webinars/${HELD}/participants/qos`, query: { type: "past", page_size: "10" } }]);
  expect(page).toMatchObject({ participants: { length: 5 }, complete: true });
  expect(page.participants[0]).toMatchObject({ user_id: expect.any(String), user_qos: expect.any(Array) });
});

it("refuses a longer page before it asks", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(listParticipantsQos, { webinar_id: HELD, page_size: 11 })).toMatchObject({
    code: "input_invalid",
    faults: [{ field: "page_size" }],
  });
  expect(seen()).toEqual([]);
});

it("says when Zoom knows no such webinar", async () => {
  expect(await emulated().refusal(listParticipantsQos, { webinar_id: NOWHERE, type: "past" })).toMatchObject({ code: "not_found" });
});
