import type { EndpointId } from "./types.ts";

/**
 * What a second identical request would do, if the first one was done unnoticed.
 * `same`: nothing, it leaves things as the first one did. `gone`: nothing, and Zoom may answer that the thing is not there (any more).
 * `again`: it makes a second thing, mails people a second time, or spends a quota: never repeated unless the first was surely not done.
 */
export type Repeat = "same" | "gone" | "again";

type WriteId = Exclude<EndpointId, `GET ${string}`>;

/**
 * By effect, not by verb. Complete by its type: a new endpoint that writes does not compile until somebody says what doing it twice does.
 * Source: Zoom API, the effect that each operation documents; if it does not say whether Zoom mails, we take it that it does.
 */
const WRITES: Readonly<Record<WriteId, Repeat>> = {
  "POST /users/{userId}/webinar_templates": "again",
  "POST /users/{userId}/webinars": "again",
  // Counts against the host's hundred a day, and a new time is mailed if the webinar's settings say so.
  "PATCH /webinars/{webinarId}": "again",
  "DELETE /webinars/{webinarId}": "gone",
  "PUT /webinars/{webinarId}/status": "gone",
  "POST /webinars/{webinarId}/registrants": "again",
  "POST /webinars/{webinarId}/batch_registrants": "again",
  // Approving mails.
  "PUT /webinars/{webinarId}/registrants/status": "again",
  "PATCH /webinars/{webinarId}/registrants/questions": "same",
  "DELETE /webinars/{webinarId}/registrants/{registrantId}": "gone",
  "POST /webinars/{webinarId}/panelists": "again",
  "DELETE /webinars/{webinarId}/panelists": "same",
  "DELETE /webinars/{webinarId}/panelists/{panelistId}": "gone",
  "POST /webinars/{webinarId}/polls": "again",
  "PUT /webinars/{webinarId}/polls/{pollId}": "same",
  "DELETE /webinars/{webinarId}/polls/{pollId}": "gone",
  "PATCH /webinars/{webinarId}/survey": "same",
  "DELETE /webinars/{webinarId}/survey": "gone",
  "POST /webinars/{webinarId}/invite_links": "again",
  "POST /webinars/{webinarId}/branding/name_tags": "again",
  "DELETE /webinars/{webinarId}/branding/name_tags": "gone",
  "PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}": "same",
  "POST /webinars/{webinarId}/branding/virtual_backgrounds": "again",
  "PATCH /webinars/{webinarId}/branding/virtual_backgrounds": "same",
  "DELETE /webinars/{webinarId}/branding/virtual_backgrounds": "gone",
  // There is one wallpaper; another upload takes its place.
  "POST /webinars/{webinarId}/branding/wallpaper": "same",
  "DELETE /webinars/{webinarId}/branding/wallpaper": "gone",
  "PATCH /webinars/{webinarId}/livestream": "same",
  // Starting a stream that somebody stopped meanwhile is an effect of its own.
  "PATCH /webinars/{webinarId}/livestream/status": "again",
  "POST /webinars/{webinarId}/sip_dialing": "same",
  "POST /tracking_fields": "again",
  "PATCH /tracking_fields/{fieldId}": "same",
  "DELETE /tracking_fields/{fieldId}": "gone",
  "DELETE /live_webinars/{webinarId}/chat/messages/{messageId}": "gone",
  "DELETE /meetings/{meetingId}/meeting_summary": "gone",
};

const isWrite = (id: EndpointId): id is WriteId => !id.startsWith("GET ");

/** What repeating a request would do. `target` is its path and query: a deletion that mails everybody is not repeated. */
export const repeatOf = (id: EndpointId, target: string): Repeat => {
  if (!isWrite(id)) return "same";
  return /[?&]cancel_webinar_reminder=true(&|$)/.test(target) ? "again" : WRITES[id];
};
