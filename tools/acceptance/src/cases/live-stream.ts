import { type Case, fails, NOWHERE, UPCOMING } from "./case.ts";

const SERVICE = { stream_url: "rtmp://stream.example.com/live", stream_key: "example-key" };
const STREAM = { ...SERVICE, page_url: "https://example.com/watch" };

export const liveStream: readonly Case[] = [
  {
    id: "liveStream.set",
    name: "all of it",
    input: () => ({ webinar_id: UPCOMING, ...STREAM }),
    expected: { ok: { done: "set_webinar_live_stream" } },
  },
  fails("liveStream.set", "without a page", () => ({ webinar_id: UPCOMING, ...SERVICE }), "input_invalid"),
  {
    id: "liveStream.get",
    name: "without the key",
    input: () => ({ webinar_id: UPCOMING }),
    expected: { ok: { page_url: STREAM.page_url, redacted: ["stream_key"] } },
  },
  fails("liveStream.get", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
  {
    id: "liveStream.updateStatus",
    name: "to start, under a name",
    input: () => ({ webinar_id: UPCOMING, action: "start", settings: { display_name: "Tour" } }),
    onAir: UPCOMING,
    expected: { ok: { done: "update_webinar_live_stream_status" } },
  },
  fails("liveStream.updateStatus", "of a webinar that is not running", () => ({ webinar_id: UPCOMING, action: "start" }), "zoom_rejected"),
  fails("liveStream.updateStatus", "to a pause", () => ({ webinar_id: UPCOMING, action: "pause" }), "input_invalid"),
];
