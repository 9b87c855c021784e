import { toZoomTime } from "../http/json.ts";
import { grantedScopes } from "../oauth/scopes.ts";
import { hasRegistration } from "../resources/webinars/lifecycle.ts";
import type { EmulatorState, RegistrantStatus, WebinarRecord } from "../state/state.ts";
import type { StateSummary } from "./view.ts";

const countRegistrants = (webinar: WebinarRecord): Record<RegistrantStatus, number> | null => {
  if (!hasRegistration(webinar)) return null;
  const counts = { approved: 0, pending: 0, denied: 0 };
  for (const { status } of webinar.registrants) counts[status] += 1;
  return counts;
};

/** The overview of a world. */
export const summarize = (state: EmulatorState, nowMs: number): StateSummary => ({
  now: toZoomTime(nowMs),
  account_id: state.account.id,
  scopes: grantedScopes(state),
  users: state.users.map(({ id, email, hasWebinarAddOn }) => ({ id, email, webinar_add_on: hasWebinarAddOn })),
  webinars: Object.values(state.webinars).map((webinar) => ({
    id: String(webinar.id),
    uuid: webinar.uuid,
    topic: webinar.topic,
    host_email: state.users.find(({ id }) => id === webinar.host_id)?.email ?? "",
    running: webinar.runningSince !== null,
    held: webinar.instances.length,
    registrants: countRegistrants(webinar),
  })),
  mails: state.mails.length,
});
