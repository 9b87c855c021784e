import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { setLiveStream } from "./set.ts";
import { updateLiveStreamStatus } from "./update-status.ts";

const stream = { stream_url: "rtmp://stream.example.com/live", stream_key: "example-key", page_url: "https://example.com/watch" };

it("starts and stops the stream of a running webinar", async () => {
  const { run, seen, emulator } = emulated();
  await run(setLiveStream, { webinar_id: UPCOMING, ...stream });
  await emulator.controls.startWebinar(UPCOMING);
  seen();
  const start = { webinar_id: UPCOMING, action: "start", settings: { display_name: "Tour", close_caption: "off" } } as const;
  const done = await run(updateLiveStreamStatus, start);
  expect(done).toEqual({ done: "update_webinar_live_stream_status", webinar_id: UPCOMING });
  expect(updateLiveStreamStatus.describe(done, start)).toBe(`Started the live stream of webinar ${UPCOMING}`);
  await run(updateLiveStreamStatus, { webinar_id: UPCOMING, action: "stop" });
  const path = `/v2/webinars/${UPCOMING}/livestream/status`;
  expect(seen()).toMatchObject([
    { method: "PATCH", path, body: { action: "start", settings: start.settings } },
    { method: "PATCH", path, body: { action: "stop" } },
  ]);
});

it("knows start and stop only, and reports that no stream is set up", async () => {
  const { refusal } = emulated();
  expect(await refusal(updateLiveStreamStatus, { webinar_id: UPCOMING, action: "pause" })).toMatchObject({ code: "input_invalid" });
  expect(await refusal(updateLiveStreamStatus, { webinar_id: UPCOMING, action: "start" })).toMatchObject({ code: "zoom_rejected" });
});

it("asks nobody about the stream of a webinar that is not running", async () => {
  const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
  await run(setLiveStream, { webinar_id: UPCOMING, ...stream });
  const stop = { webinar_id: UPCOMING, action: "stop" };
  const start = { webinar_id: UPCOMING, action: "start" };
  const fault = { code: "input_invalid", faults: [{ field: "webinar_id", message: expect.stringContaining("is not running") }] };
  expect(await refusal(updateLiveStreamStatus, stop)).toMatchObject(fault);
  expect(await refusal(updateLiveStreamStatus, start)).toMatchObject(fault);
  await emulator.controls.startWebinar(UPCOMING);
  expect(await refusal(updateLiveStreamStatus, stop)).toMatchObject({ code: "confirmation_required" });
});
