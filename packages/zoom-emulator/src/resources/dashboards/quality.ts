import { compact, pick, toZoomTime } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { derive } from "../../state/ids.ts";
import type { ParticipantRecord } from "../../state/state.ts";
import { shownEmail } from "../reports/people.ts";
import { equipmentOf, joiningFields } from "./equipment.ts";
import { DETAIL_RULES, findMetered, type Metered, pageRules } from "./find-metered.ts";

const MINUTE_MS = 60_000;
/** A webinar that was left on air for weeks must not make an answer of gigabytes. */
const MOST_SAMPLES = 600;

/** Made-up measurements of a good connection, the same for the same minute. */
const sampleAt = (seed: string, { participant_uuid, role }: ParticipantRecord, atMs: number) => {
  const bytes = derive(seed, "quality", participant_uuid, atMs);
  const audio = (offset: number) => ({
    bitrate: `${40 + (bytes.readUInt8(offset) % 20)} kbps`,
    latency: `${20 + (bytes.readUInt8(offset + 1) % 60)} ms`,
    jitter: `${bytes.readUInt8(offset + 2) % 10} ms`,
    avg_loss: "0%",
    max_loss: `0.${bytes.readUInt8(offset + 3) % 10}%`,
  });
  const picture = (offset: number) => ({
    ...audio(offset),
    bitrate: `${900 + bytes.readUInt8(offset)} kbps`,
    frame_rate: "25 fps",
    resolution: "1280*720",
  });
  return compact({
    date_time: toZoomTime(atMs),
    audio_output: audio(0),
    video_output: picture(4),
    // attendees only listen and watch
    audio_input: role === "attendee" ? undefined : audio(8),
    video_input: role === "attendee" ? undefined : picture(12),
    cpu_usage: {
      system_max_cpu_usage: `${20 + (bytes.readUInt8(16) % 40)}%`,
      zoom_avg_cpu_usage: `${5 + (bytes.readUInt8(17) % 5)}%`,
      zoom_max_cpu_usage: `${10 + (bytes.readUInt8(18) % 10)}%`,
      zoom_min_cpu_usage: "1%",
    },
  });
};

/** A measurement for each minute that somebody was there. */
const samplesOf = ({ state, nowMs }: Call, row: ParticipantRecord) => {
  const startMs = Date.parse(row.join_time);
  const endMs = row.leave_time === null ? nowMs : Date.parse(row.leave_time);
  const count = Math.min(Math.max(Math.ceil((endMs - startMs) / MINUTE_MS), 1), MOST_SAMPLES);
  return Array.from({ length: count }, (_, index) => sampleAt(state.seed, row, startMs + index * MINUTE_MS));
};

const toQuality = (call: Call, metered: Metered, row: ParticipantRecord) =>
  compact({
    ...joiningFields(metered, row),
    webinar_number: String(metered.webinar.id),
    email: shownEmail(row),
    leave_time: row.leave_time,
    health: "Good",
    issue_list: [],
    ...equipmentOf(call.state.seed, row),
    user_qos: samplesOf(call, row),
  });

/** People on a page: one unless more are asked for, and never more than ten. */
const SIZES = { defaultSize: 1, largestSize: 10 };

/** GET /metrics/webinars/{webinarId}/participants/qos: sound and picture over time, of everybody. */
export const listQuality: Handler = (call) => {
  const metered = findMetered(call, DETAIL_RULES);
  const page = pageOf(call, metered.session.participants, { ...SIZES, ...pageRules(call) });
  return {
    status: 200,
    body: {
      webinar_number: String(metered.webinar.id),
      ...pick(page.info, ["next_page_token", "page_count", "page_size", "total_records"]),
      participants: page.rows.map((row) => toQuality(call, metered, row)),
    },
  };
};

/** GET /metrics/webinars/{webinarId}/participants/{participantId}/qos: the same of one joining. */
export const getQuality: Handler = (call) => {
  const metered = findMetered(call, DETAIL_RULES);
  const { participantId } = call.path;
  const row = metered.session.participants.find(({ user_id, participant_uuid }) => user_id === participantId || participant_uuid === participantId);
  if (row === undefined) throw refusals.metricsDetailUnknown();
  return { status: 200, body: toQuality(call, metered, row) };
};
