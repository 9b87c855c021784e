import type { PagedId } from "./types.ts";

/** What distinguishes the rows of a list. */
export interface RowKey {
  /** Fields of a row; without the first one a row is known by all its content. */
  readonly fields: readonly [string, ...string[]];
  /** True if two rows of the list with the same key are one row. False if the list may hold several, which are then counted. */
  readonly isUnique: boolean;
}

const unique = (...fields: RowKey["fields"]): RowKey => ({ fields, isUnique: true });
const counted = (...fields: RowKey["fields"]): RowKey => ({ fields, isUnique: false });

/**
 * Complete by its type: a new list does not compile until somebody says what distinguishes its rows. A webinar that recurs may be listed once a date; people
 * who join twice are listed twice, and `user_id` is of the joining.
 */
export const ROW_KEYS: Readonly<Record<PagedId, RowKey>> = {
  "GET /users": unique("id"),
  "GET /users/{userId}/webinars": unique("id", "start_time"),
  "GET /webinars/{webinarId}/registrants": unique("id"),
  "GET /past_webinars/{webinarId}/participants": counted("user_id", "join_time", "id"),
  "GET /past_webinars/{webinarId}/absentees": unique("id"),
  "GET /report/webinars/{webinarId}/participants": counted("user_id", "join_time", "id"),
  "GET /report/upcoming_events": unique("id", "start_time"),
  "GET /report/history_meetings": unique("meeting_uuid"),
  "GET /metrics/webinars": unique("uuid"),
  "GET /metrics/webinars/{webinarId}/participants": unique("user_id"),
  "GET /metrics/webinars/{webinarId}/participants/qos": unique("user_id"),
  "GET /metrics/webinars/{webinarId}/participants/satisfaction": counted("user_id", "date_time"),
  "GET /metrics/webinars/{webinarId}/participants/sharing": counted("user_id", "id"),
  "GET /meetings/meeting_summaries": counted("meeting_uuid", "summary_start_time"),
};
