import { closeInstance, openInstance } from "../../resources/webinars/on-air.ts";
import type { Change } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { join } from "./people.ts";

/** The host opens the webinar and is its first participant, as in Zoom's client. Returns the instance's UUID. Throws `Refusal` if it is on air already. */
export const start = (change: Change, webinar: WebinarRecord): string => {
  openInstance(change, webinar);
  const host = change.state.users.find(({ id }) => id === webinar.host_id);
  if (host !== undefined) join(change, webinar, { email: host.email });
  return webinar.uuid;
};

/** The host ends the webinar. Returns the UUID of the instance that ended. Throws `Refusal` if it is not on air. */
export const end = (change: Change, webinar: WebinarRecord): string => {
  if (webinar.runningSince === null) throw refusals.notRunning();
  const { uuid } = webinar;
  closeInstance(change, webinar);
  return uuid;
};
