import type { Call, Handler } from "../http/call.ts";
import { asObject, toZoomTime } from "../http/json.ts";
import { noteMails } from "../mail-log.ts";
import { refusals } from "../rules/refusals.ts";
import { assertValid, object, oneOf } from "../rules/validate.ts";
import { nextUuid } from "../state/ids.ts";
import type { EmulatorState, OccurrenceRecord, RegistrantRecord, WebinarRecord } from "../state/state.ts";
import { findWebinar } from "./find-webinar.ts";

/** Ends a running webinar: the instance becomes history under its UUID, the webinar gets a new one. */
export const closeInstance = (state: EmulatorState, webinar: WebinarRecord, nowMs: number): void => {
  if (webinar.runningSince === null) return;
  webinar.instances.push({ uuid: webinar.uuid, start_time: webinar.runningSince, end_time: toZoomTime(nowMs) });
  webinar.uuid = nextUuid(state);
  webinar.runningSince = null;
};

const statusChange = object({ action: oneOf("end") }, ["action"]);

/** PUT /webinars/{webinarId}/status: ends a running webinar, the only thing that Zoom lets a program do here. */
export const changeStatus: Handler = (call) => {
  const { state, body, nowMs, switches } = call;
  assertValid(statusChange, asObject(body));
  const { webinar } = findWebinar(call);
  if (webinar.runningSince === null && switches.endNotRunning === "refuse") throw refusals.notRunning();
  closeInstance(state, webinar, nowMs);
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
  const occurrence = occurrenceToDelete(call, webinar);
  if (query.get("cancel_webinar_reminder") === "true") noteMails(state, nowMs, "webinar_cancelled", webinar, audience(webinar, occurrence));
  if (occurrence === undefined) delete state.webinars[webinar.id];
  else occurrence.status = "deleted";
  return { status: 204 };
};
