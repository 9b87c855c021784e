import { pick } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { secondsOf } from "./attendance.ts";
import { assertPublished, findReported, leaveTimeOf } from "./find-held.ts";
import { shownEmail } from "./people.ts";

/** Attendance is reported for half as long as the rest. Source: Zoom API. */
const MONTHS_KEPT = 6;

/** GET /report/webinars/{webinarId}/participants: a row for each joining, in the order of joining. */
export const reportParticipants: Handler = (call) => {
  const reported = findReported(call, { unknown: refusals.reportParticipantsUnknown, monthsKept: MONTHS_KEPT });
  assertPublished(call, reported, refusals.reportParticipantsUnknown);
  const { instance } = reported;
  const withRegistrant = call.query.get("include_fields") === "registrant_id";
  const page = pageOf(call, instance.participants);
  const participants = page.rows.map((row) => ({
    id: row.account_user_id ?? "",
    user_id: row.user_id,
    participant_user_id: row.account_user_id ?? "",
    ...(withRegistrant ? { registrant_id: row.registrant_id ?? "" } : {}),
    name: row.name,
    user_email: shownEmail(row),
    join_time: row.join_time,
    leave_time: leaveTimeOf(reported, row),
    duration: secondsOf(call, instance, row),
    failover: false,
    status: "in_meeting",
  }));
  return { status: 200, body: { ...pick(page.info, ["next_page_token", "page_count", "page_size", "total_records"]), participants } };
};
