import type { Handler } from "../../rules/call.ts";
import { isListed } from "../../rules/list-lag.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertAddOn, findUser } from "../users/find-user.ts";
import { findOccurrence, findWebinar } from "./find-webinar.ts";
import { isExpired, isUpcoming } from "./lifecycle.ts";
import { toListedWebinar, toWebinar } from "./webinar-reply.ts";

/** GET /users/{userId}/webinars: the host's webinars that have not expired; of those, with `type=upcoming`, only what is ahead or on air. Oldest first. */
export const listWebinars: Handler = (call) => {
  const { state, nowMs, query, switches } = call;
  const user = findUser(call);
  if (!user.hasWebinarAddOn && switches.listWithoutAddOn === 3161) throw refusals.noWebinars();
  assertAddOn(user);
  const isAsked = query.get("type") === "upcoming" ? isUpcoming : () => true;
  const withEvents = query.get("include_events_webinar") !== "false";
  const rows = Object.values(state.webinars).filter(
    (webinar) =>
      webinar.host_id === user.id &&
      isListed(call, webinar) &&
      !isExpired(webinar, nowMs) &&
      isAsked(webinar, nowMs) &&
      (withEvents || !webinar.isEvents),
  );
  const page = pageOf(call, rows);
  return { status: 200, body: { ...page.info, webinars: page.rows.map((webinar) => toListedWebinar(webinar, state.seed, nowMs)) } };
};

/** GET /webinars/{webinarId}: one webinar, or one of its dates. */
export const getWebinar: Handler = (call) => {
  const { state, nowMs, query, switches } = call;
  const { webinar, host, uuid } = findWebinar(call);
  const occurrence = findOccurrence(call, webinar);
  const withPrevious = query.get("show_previous_occurrences") === "true";
  const view = { seed: state.seed, nowMs, host, uuid, labels: state.trackingFields, switches, occurrence, withPrevious };
  return { status: 200, body: toWebinar(webinar, view) };
};
