import { compact, pick } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import type { ParticipantRecord } from "../../state/state.ts";
import { shownEmail } from "../reports/people.ts";
import { equipmentOf, joiningFields } from "./equipment.ts";
import { DETAIL_RULES, findMetered, type Metered, pageRules } from "./find-metered.ts";

/** Zoom's sentences, as far as its examples show them. */
const leaveReason = ({ end_time }: Metered, { name, leave_time }: ParticipantRecord): string | undefined => {
  if (leave_time === null) return undefined;
  return leave_time === end_time ? "Host ended the webinar." : `${name} left the webinar.`;
};

const toRow = (call: Call, metered: Metered, row: ParticipantRecord) => {
  const fields = joiningFields(metered, row);
  const isSharing = fields.share_application || fields.share_desktop || fields.share_whiteboard;
  return compact({
    ...fields,
    participant_user_id: row.account_user_id ?? "",
    registrant_id: call.query.get("include_fields") === "registrant_id" ? (row.registrant_id ?? "") : undefined,
    email: shownEmail(row),
    role: row.role,
    leave_time: row.leave_time,
    leave_reason: leaveReason(metered, row),
    audio_quality: "good",
    video_quality: row.role === "attendee" ? "" : "good",
    screen_share_quality: isSharing ? "good" : "",
    ...equipmentOf(call.state.seed, row),
    microphone: "Built-in microphone",
    speaker: "Built-in speaker",
  });
};

/** GET /metrics/webinars/{webinarId}/participants: who came, and with what. A row for each joining. */
export const listParticipants: Handler = (call) => {
  const metered = findMetered(call, DETAIL_RULES);
  const page = pageOf(call, metered.session.participants, pageRules(call));
  return {
    status: 200,
    body: {
      webinar_number: String(metered.webinar.id),
      ...pick(page.info, ["next_page_token", "page_count", "page_size", "total_records"]),
      participants: page.rows.map((row) => toRow(call, metered, row)),
    },
  };
};
