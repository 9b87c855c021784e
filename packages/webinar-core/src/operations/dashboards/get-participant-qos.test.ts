import { HELD, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getParticipantQos } from "./get-participant-qos.ts";
import { listDashboardParticipants } from "./list-participants.ts";

it("reads the measurements of one joining", async () => {
  const { run, seen } = emulated();
  const { participants } = await run(listDashboardParticipants, { webinar_id: HELD, type: "past" });
  const participant_id = participants[1]?.user_id as string;
  seen();
  const person = await run(getParticipantQos, { webinar_id: HELD, participant_id, type: "past" });
  expect(seen()).toMatchObject([{ path: `/v2/metrics/webinars/${HELD}/participants/${participant_id}/qos`, query: { type: "past" } }]);
  expect(person).toMatchObject({ user_id: participant_id, user_name: "Mina Muster", user_qos: expect.any(Array) });
  expect(getParticipantQos.describe(person, { webinar_id: HELD, participant_id })).toMatch(/^Mina Muster: .+, \d+ measurements$/);
});

it("says when Zoom knows no such webinar", async () => {
  expect(await emulated().refusal(getParticipantQos, { webinar_id: NOWHERE, type: "past", participant_id: "16778240" })).toMatchObject({
    code: "not_found",
  });
});
