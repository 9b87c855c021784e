import { asList, asObject, asText } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, flag, integer, list, object, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import { findWebinar } from "../webinars/find-webinar.ts";
import { personalJoinUrl } from "../webinars/links.ts";

/** Most links in one request. */
const MOST = 500;
/** Longest life of a link: 90 days. */
const LONGEST_SECONDS = 7_776_000;

const fields = object(
  {
    attendees: list(object({ name: text({ min: 1, max: 64 }), disable_video: flag, disable_audio: flag }, ["name"]), MOST),
    ttl: integer({ min: 0, max: LONGEST_SECONDS }),
  },
  ["attendees"],
);

/** POST /webinars/{webinarId}/invite_links: makes one link for each name. The answer is the only copy. */
export const createInviteLinks: Handler = (call) => {
  const { state, body } = call;
  assertValid(fields, body);
  const names = asList(body.attendees).map((attendee) => asText(asObject(attendee).name) ?? "");
  if (names.length === 0) throw refusals.fields(["attendees"]);
  const { webinar } = findWebinar(call);
  const attendees = names.map((name) => ({ name, join_url: personalJoinUrl(state.seed, webinar, { id: nextOpaqueId(state, "link") }) }));
  return { status: 201, body: { attendees } };
};
