import { asObject } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { isOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, object, oneOf } from "../../rules/validate.ts";
import { noteMails } from "../../state/mail-log.ts";
import type { OccurrenceRecord, RegistrantRecord, WebinarRecord } from "../../state/state.ts";
import { noteDeleted } from "./events.ts";
import { findWebinar } from "./find-webinar.ts";
import { assertChangeable } from "./lifecycle.ts";
import { closeInstance } from "./on-air.ts";

const statusChange = object({ action: oneOf("end") }, ["action"]);

/** PUT /webinars/{webinarId}/status: ends a running webinar, the only thing that Zoom lets a program do here. */
export const changeStatus: Handler = (call) => {
  const { state, body, switches } = call;
  assertValid(statusChange, asObject(body));
  const { webinar, host } = findWebinar(call);
  if (!isOn(state, "cloud_webinars", host)) throw refusals.onPremise(String(webinar.id));
  if (webinar.runningSince === null && switches.endNotRunning === "refuse") throw refusals.notRunning();
  closeInstance(call, webinar);
  return { status: switches.statusReply };
};

const concerns = (registrant: RegistrantRecord, occurrence: OccurrenceRecord | undefined): boolean =>
  registrant.status !== "denied" &&
  (occurrence === undefined || registrant.occurrence_ids === null || registrant.occurrence_ids.includes(occurrence.occurrence_id));

/** Whom Zoom writes to when a webinar, or one date of it, is called off. */
const audience = (webinar: WebinarRecord, occurrence: OccurrenceRecord | undefined): string[] => [
  ...webinar.panelists.map(({ email }) => email),
  ...webinar.registrants.filter((registrant) => concerns(registrant, occurrence)).map(({ email }) => email),
];

const occurrenceToDelete = ({ query }: Call, webinar: WebinarRecord): OccurrenceRecord | undefined => {
  const id = query.get("occurrence_id") ?? "";
  if (id === "") return undefined;
  const occurrence = webinar.occurrences.find((date) => date.occurrence_id === id && date.status === "available");
  if (occurrence === undefined) throw refusals.occurrenceUnknown();
  return occurrence;
};

/** DELETE /webinars/{webinarId}: calls off a webinar or one date of it. Nobody is written to unless `cancel_webinar_reminder` asks. */
export const deleteWebinar: Handler = (call) => {
  const { state, query, nowMs } = call;
  const { webinar } = findWebinar(call);
  assertChangeable(webinar);
  const occurrence = occurrenceToDelete(call, webinar);
  if (query.get("cancel_webinar_reminder") === "true") noteMails(state, nowMs, "webinar_cancelled", webinar, audience(webinar, occurrence));
  if (occurrence === undefined) delete state.webinars[webinar.id];
  else occurrence.status = "deleted";
  noteDeleted(call, webinar, occurrence);
  return { status: 204 };
};
