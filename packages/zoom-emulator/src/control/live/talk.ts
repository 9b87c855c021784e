import { compact, toZoomTime } from "../../http/json.ts";
import { noteOnAirEvent } from "../../resources/webinars/events.ts";
import type { Change } from "../../rules/call.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { SummaryRecord } from "../../state/session-record.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { findJoined, findPresent, latestSession, misuse, sessionOf, type Who } from "./who.ts";

/** A message in the chat. */
export interface NewMessage extends Who {
  content: string;
  file_ids?: readonly string[];
}

/** Somebody in the webinar writes to everybody. Returns the message's id. */
export const sendMessage = (change: Change, webinar: WebinarRecord, { content, file_ids = [], ...who }: NewMessage): string => {
  const session = sessionOf(webinar);
  const sender = findPresent(session, who);
  const message_id = nextOpaqueId(change.state, "message");
  const at = toZoomTime(change.nowMs);
  session.chat.push({ message_id, user_id: sender.user_id, content, file_ids: [...file_ids], at });
  const chat_message = compact({
    date_time: at,
    sender_session_id: sender.user_id,
    sender_name: sender.name,
    sender_email: sender.email,
    sender_type: sender.role === "attendee" ? "guest" : sender.role,
    recipient_type: "everyone",
    message_id,
    message_content: content,
    file_ids: file_ids.length === 0 ? undefined : [...file_ids],
  });
  noteOnAirEvent(change, "webinar.chat_message_sent", webinar, { chat_message }, "short");
  return message_id;
};

/** A thumb at the end, with a comment or without. */
export interface NewFeedback extends Who {
  satisfied: boolean;
  comment?: string;
}

/** Somebody who was there says how it was. */
export const giveFeedback = (change: Change, webinar: WebinarRecord, { satisfied, comment = "", ...who }: NewFeedback): void => {
  const session = latestSession(webinar);
  const { user_id, participant_uuid, name } = findJoined(session, who);
  session.feedback.push({ user_id, at: toZoomTime(change.nowMs), satisfied, comment });
  const feedback = { satisfied, feedback_details: [], comments: comment };
  noteOnAirEvent(change, "webinar.participant_feedback", webinar, { participant: { participant_uuid, user_name: name, feedback } }, "short");
};

/** Something that is shared: "desktop", "application", "whiteboard" … */
export interface NewSharing extends Who {
  content: string;
}

/** Somebody in the webinar begins to share. What they shared before ends. */
export const startSharing = (change: Change, webinar: WebinarRecord, { content, ...who }: NewSharing): void => {
  const session = sessionOf(webinar);
  const { user_id, name, account_user_id } = findPresent(session, who);
  const start_time = toZoomTime(change.nowMs);
  for (const earlier of session.sharing) if (earlier.user_id === user_id) earlier.end_time ??= start_time;
  session.sharing.push({ user_id, content, start_time, end_time: null });
  const participant = { user_id, user_name: name, id: account_user_id ?? "", sharing_details: { content, date_time: start_time } };
  noteOnAirEvent(change, "webinar.sharing_started", webinar, { participant });
};

/** They stop. Throws `Refusal` if they do not share. */
export const stopSharing = (change: Change, webinar: WebinarRecord, who: Who): void => {
  const session = sessionOf(webinar);
  const { user_id, name, account_user_id } = findPresent(session, who);
  const sharing = session.sharing.find((known) => known.user_id === user_id && known.end_time === null);
  if (sharing === undefined) throw misuse("They are not sharing anything.");
  sharing.end_time = toZoomTime(change.nowMs);
  const sharing_details = { content: sharing.content, date_time: sharing.end_time };
  noteOnAirEvent(change, "webinar.sharing_ended", webinar, { participant: { user_id, user_name: name, id: account_user_id ?? "", sharing_details } });
};

/** What Zoom's AI is to have written, as Markdown. */
export interface NewSummary {
  content: string;
  title?: string;
}

/** Zoom's AI sums up the latest session that ended. Throws `Refusal` if there is none. */
export const writeSummary = (
  { nowMs }: Change,
  webinar: WebinarRecord,
  { content, title = `Meeting summary for ${webinar.topic}` }: NewSummary,
): void => {
  const instance = webinar.instances.at(-1);
  if (instance === undefined) throw misuse("This webinar has never ended.");
  const at = toZoomTime(nowMs);
  const summary: SummaryRecord = { title, content, created: instance.summary?.created ?? at, modified: at, trashed: false };
  instance.summary = summary;
};
