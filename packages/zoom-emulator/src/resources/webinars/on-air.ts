import { toZoomTime } from "../../http/json.ts";
import type { Change } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { nextUuid } from "../../state/ids.ts";
import { emptySession } from "../../state/session-record.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { noteOnAir } from "./events.ts";
import { nextOccurrence } from "./lifecycle.ts";
import { noteLeft } from "./participant-events.ts";

/** The host opens the webinar. Throws `Refusal` if it is on air already. */
export const openInstance = (change: Change, webinar: WebinarRecord): void => {
  if (webinar.runningSince !== null) throw refusals.alreadyRunning();
  webinar.runningSince = toZoomTime(change.nowMs);
  webinar.session = emptySession(nextOccurrence(webinar, change.nowMs)?.occurrence_id);
  noteOnAir(change, "webinar.started", webinar);
};

/** Ends a running webinar: everybody leaves, the instance becomes history under its UUID, the webinar gets a new one. */
export const closeInstance = (change: Change, webinar: WebinarRecord): void => {
  if (webinar.runningSince === null) return;
  const end_time = toZoomTime(change.nowMs);
  const session = webinar.session ?? emptySession();
  for (const participant of session.participants) {
    if (participant.leave_time !== null) continue;
    participant.leave_time = end_time;
    noteLeft(change, webinar, participant, `${participant.name} left the webinar.<br>Reason: Host ended the webinar.`);
  }
  for (const sharing of session.sharing) sharing.end_time ??= end_time;
  for (const poll of webinar.polls) if (poll.status === "started") poll.status = "ended";
  if (webinar.liveStream !== null) webinar.liveStream.running = false;
  noteOnAir(change, "webinar.ended", webinar, end_time);
  webinar.instances.push({ ...session, uuid: webinar.uuid, start_time: webinar.runningSince, end_time });
  webinar.uuid = nextUuid(change.state);
  webinar.runningSince = null;
  webinar.session = null;
};
