import { InputError } from "@zoom-webinar/foundation";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { webinarTarget } from "../../operation/preview-change.ts";
import { RUNNING, readRunning } from "../webinars/running.ts";

export const updateLiveStreamStatus = endpointOperation("PATCH /webinars/{webinarId}/livestream/status", {
  id: "liveStream.updateStatus",
  tool: "update_webinar_live_stream_status",
  summary: "Start or stop the live stream of a running webinar.",
  alsoKnownAs: `
    start the live stream, stop streaming, go live on YouTube, begin broadcasting, end the live stream, turn the stream on, turn the stream off,
    live stream now, cut the stream, start the simulcast, go live on YouTube now, end the YouTube broadcast, begin streaming, pause the stream,
    halt the broadcast, we go on air on YouTube, turn off the stream, switch on the broadcast, take the stream down, stop sending to Facebook, let
    the stream run, begin the YouTube transmission, the live stream should end, the broadcast can start, off air, roll the stream, stream on,
    stream off, kill the YouTube feed, finish streaming, resume the broadcast, stop the live stream, YouTube feed off, we start the public
    broadcast, stream can go on, end transmission to Facebook, live on Twitch now, take us off YouTube, cut the public feed, stop the transmission`,
  cli: { positional: ["webinar_id", "action"], actions: { action: ["start", "stop"] }, examples: ["live-stream update-status 82834512568 start"] },
  looksAt: ["GET /webinars/{webinarId}", RUNNING],
  async preview({ webinar_id, action }, { zoom }) {
    if ((await readRunning(zoom, webinar_id)) === false) {
      throw InputError.at("webinar_id", "is not running, as Zoom's dashboard shows it", "A stream starts and stops only while the webinar runs.");
    }
    return {
      summary: action === "stop" ? "Stop the live stream." : "Start the live stream.",
      targets: [await webinarTarget(zoom, webinar_id)],
      consequences: action === "stop" ? [{ kind: "lost", text: "Everybody who watches the stream sees no more of the webinar." }] : [],
      recipients: null,
      reversible: true,
    };
  },
  describe: ({ webinar_id }, { action }) => `${action === "start" ? "Started" : "Stopped"} the live stream of webinar ${webinar_id}`,
});
