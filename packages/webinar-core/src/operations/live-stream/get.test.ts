import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getLiveStream } from "./get.ts";
import { setLiveStream } from "./set.ts";

const stream = { stream_url: "rtmp://stream.example.com/live", stream_key: "example-key", page_url: "https://example.com/watch" };

it("reads where a webinar is streamed to, and keeps the key with the host", async () => {
  const { run, seen } = emulated();
  await run(setLiveStream, { webinar_id: UPCOMING, ...stream, resolution: "720p" });
  seen();
  const answer = await run(getLiveStream, { webinar_id: UPCOMING });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/livestream` }]);
  expect(answer).toEqual({ stream_url: stream.stream_url, page_url: stream.page_url, resolution: "720p", redacted: ["stream_key"] });
  expect(getLiveStream.describe(answer, { webinar_id: UPCOMING })).toBe(
    "Set to stream to rtmp://stream.example.com/live in 720p; people watch at https://example.com/watch",
  );
});

it("gives the key if the operator reveals the host's secrets", async () => {
  const { run } = emulated({ session: { reveal: "host" } });
  await run(setLiveStream, { webinar_id: UPCOMING, ...stream });
  expect(await run(getLiveStream, { webinar_id: UPCOMING })).toMatchObject(stream);
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(getLiveStream, { webinar_id: NOWHERE })).toMatchObject({ code: "not_found" });
});
