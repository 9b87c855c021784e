import type { InputError } from "@zoom-webinar/foundation";
import { NOWHERE, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { setLiveStream } from "./set.ts";

const stream = { stream_url: "rtmp://stream.example.com/live", stream_key: "example-key", page_url: "https://example.com/watch" };

it("sets where a webinar is streamed to, and repeats no secret", async () => {
  const { run, seen } = emulated();
  expect(await run(setLiveStream, { webinar_id: UPCOMING, ...stream })).toEqual({ done: "set_webinar_live_stream", webinar_id: UPCOMING });
  expect(seen()).toMatchObject([{ method: "PATCH", path: `/v2/webinars/${UPCOMING}/livestream`, body: stream }]);
});

it("names what is missing, without the key, and reports that there is no such webinar", async () => {
  const { refusal } = emulated();
  const { message, faults } = (await refusal(setLiveStream, {
    webinar_id: UPCOMING,
    stream_url: stream.stream_url,
    stream_key: stream.stream_key,
  })) as InputError;
  expect(faults).toMatchObject([{ field: "page_url" }]);
  expect(message).not.toContain(stream.stream_key);
  expect(await refusal(setLiveStream, { webinar_id: UPCOMING, ...stream, page_url: "our channel" })).toMatchObject({
    code: "input_invalid",
    faults: [{ field: "page_url", message: "expected the address of a page, such as https://example.com/watch" }],
  });
  for (const stream_url of ["nope", "http://stream.example.com/live", "rtmp://"])
    expect(await refusal(setLiveStream, { webinar_id: UPCOMING, ...stream, stream_url })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "stream_url", message: expect.stringContaining("such as rtmp://") }],
    });
  expect(await refusal(setLiveStream, { webinar_id: NOWHERE, ...stream })).toMatchObject({ code: "not_found" });
});

it("asks before it replaces a target that is set, and not before it sets the first", async () => {
  const { run, refusal } = emulated({ session: { safety: "confirm" } });
  await run(setLiveStream, { webinar_id: UPCOMING, ...stream });
  await run(setLiveStream, { webinar_id: UPCOMING, ...stream, resolution: "720p" });
  const { code, message } = await refusal(setLiveStream, { webinar_id: UPCOMING, ...stream, stream_key: "another-key" });
  expect(code).toBe("confirmation_required");
  expect(message).toContain("The target that is set is replaced: its stream key.");
  expect(message).not.toMatch(/another-key|example-key/);
});
