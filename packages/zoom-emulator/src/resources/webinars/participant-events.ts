import { compact, type JsonObject } from "../../http/json.ts";
import type { Change } from "../../rules/call.ts";
import type { ParticipantRecord, WebinarRecord } from "../../state/state.ts";
import { noteOnAirEvent } from "./events.ts";

const described = (row: ParticipantRecord, more: JsonObject) => ({
  participant: compact({
    user_id: row.user_id,
    user_name: row.name,
    id: row.account_user_id ?? "",
    email: row.email,
    registrant_id: row.registrant_id,
    participant_user_id: row.account_user_id,
    participant_uuid: row.participant_uuid,
    ...more,
  }),
});

/** webinar.participant_joined, and that the person's client has connected. The payload of the second is not documented: it is that of the first. */
export const noteJoined = (change: Change, webinar: WebinarRecord, row: ParticipantRecord): void => {
  const { join_time } = row;
  noteOnAirEvent(change, "webinar.participant_joined", webinar, described(row, { join_time }));
  noteOnAirEvent(change, "webinar.participant_data_connection_established", webinar, described(row, { date_time: join_time }));
};

/** webinar.participant_left */
export const noteLeft = (change: Change, webinar: WebinarRecord, row: ParticipantRecord, leave_reason: string): void =>
  noteOnAirEvent(change, "webinar.participant_left", webinar, described(row, { leave_time: row.leave_time, leave_reason }));
