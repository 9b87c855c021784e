import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createSipDialing } from "./create-sip-dialing.ts";

it("makes an address to dial, with the passcode if it is given", async () => {
  const { run, seen } = emulated({ session: { reveal: "host" } });
  const plain = await run(createSipDialing, { webinar_id: UPCOMING });
  expect(plain).toMatchObject({ sip_dialing: expect.stringContaining(`${UPCOMING}.`), expire_in: 7200 });
  expect((await run(createSipDialing, { webinar_id: UPCOMING, passcode: "abc123" })).sip_dialing).toContain(".abc123.");
  expect(seen()).toMatchObject([
    { method: "POST", path: `/v2/webinars/${UPCOMING}/sip_dialing`, body: {} },
    { method: "POST", body: { passcode: "abc123" } },
  ]);
  expect(createSipDialing.describe(plain, { webinar_id: UPCOMING })).toBe("An address to dial, valid for 120 minutes");
});

it("is refused in any other session, before Zoom is asked", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(createSipDialing, { webinar_id: UPCOMING })).toMatchObject({ code: "not_allowed" });
  expect(seen()).toEqual([]);
});

it("reports that the webinar is not open to the caller", async () => {
  expect(await emulated({ session: { reveal: "host" } }).refusal(createSipDialing, { webinar_id: NOWHERE })).toMatchObject({ code: "zoom_rejected" });
});
