import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { toWords } from "../../operation/losses.ts";
import type { Consequence } from "../../operation/preview.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";

export const setLiveStream = endpointOperation("PATCH /webinars/{webinarId}/livestream", {
  id: "liveStream.set",
  tool: "set_webinar_live_stream",
  summary: "Set where a webinar is streamed to.",
  alsoKnownAs: `
    stream to YouTube, stream to Facebook, set up a live stream, RTMP, stream key, custom streaming, broadcast to another platform, configure
    streaming, livestream to our page, stream to Vimeo, simulcast, change the streaming address, stream it to YouTube, send the broadcast to
    Facebook as well, show it on LinkedIn live, set up streaming, custom streaming service, enter the stream key, change the RTMP server, Twitch,
    Vimeo, broadcast to our Vimeo channel, also show it on Facebook, send it to YouTube, it should be on Twitch too, put in the stream key, we
    want it live on LinkedIn, let people watch on our channel, connect the RTMP server, stream somewhere else, new streaming target, the stream
    address has changed, enter the ingest url, have it shown on our website live, prepare the stream, relay to another platform, public broadcast
    on our page, use another stream key, hook up YouTube, put it out on YouTube, our Twitch should carry it, here are url and key for the stream,
    the public should see it on Facebook, enable the broadcast to LinkedIn, change where we stream, add a stream destination, connect it with
    Vimeo`,
  cli: {
    positional: ["webinar_id"],
    examples: [
      "live-stream set 82834512568 --stream-url rtmp://example.com/live --stream-key example-key --page-url https://example.com/watch",
      "live-stream set 82834512568 --input - --stream-url rtmp://example.com/live --page-url https://example.com/watch",
    ],
  },
  looksAt: ["GET /webinars/{webinarId}/livestream", "GET /webinars/{webinarId}"],
  async preview({ webinar_id, ...after }, { zoom }) {
    const before = await readBefore(() => zoom.call("GET /webinars/{webinarId}/livestream", { path: { webinarId: webinar_id } }));
    return previewChange({
      summary: "Set where the webinar is streamed to.",
      targets: [await webinarTarget(zoom, webinar_id)],
      before,
      after,
      how: "merge",
      secret: new Set(["stream_key", "stream_url"]),
      also: replacedIn(before, after),
    });
  },
  describe: ({ webinar_id }) => `Set the live stream of webinar ${webinar_id}`,
});

const TARGET = ["stream_url", "stream_key", "page_url"] as const;
type Target = Readonly<Partial<Record<(typeof TARGET)[number], string | undefined>>>;

/** What is set already and becomes something else: who replaces a key has to know the old one to go back. */
const replacedIn = (before: Target | null, after: Target): Consequence[] => {
  if (before === null) return [{ kind: "lost", text: "What is set now cannot be read; it is replaced." }];
  const replaced = TARGET.filter((field) => before[field] && before[field] !== after[field]);
  if (replaced.length === 0) return [];
  return [{ kind: "lost", text: `The target that is set is replaced: its ${replaced.map(toWords).join(", ")}.` }];
};
