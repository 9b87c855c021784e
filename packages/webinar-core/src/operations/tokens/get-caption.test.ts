import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getCaptionToken } from "./get-caption.ts";

it("reads the address for captions while the webinar runs, for the host's eyes only", async () => {
  const { run, seen, emulator } = emulated({ session: { reveal: "host" } });
  await emulator.controls.startWebinar(UPCOMING);
  expect(await run(getCaptionToken, { webinar_id: UPCOMING })).toEqual({ token: expect.stringMatching(/^https:/) });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/token` }]);
});

it("is refused in any other session, before Zoom is asked", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(getCaptionToken, { webinar_id: UPCOMING })).toMatchObject({ code: "not_allowed" });
  expect(seen()).toEqual([]);
});

it("reports that the webinar is not running", async () => {
  expect(await emulated({ session: { reveal: "host" } }).refusal(getCaptionToken, { webinar_id: UPCOMING })).toMatchObject({
    code: "zoom_rejected",
    message: expect.stringContaining("not started"),
  });
});
