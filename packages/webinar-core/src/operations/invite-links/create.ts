import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const createInviteLinks = endpointOperation("POST /webinars/{webinarId}/invite_links", {
  id: "inviteLinks.create",
  tool: "create_webinar_invite_links",
  summary: "Make join links for up to 500 named attendees; this answer is the only copy, Zoom never shows them again.",
  alsoKnownAs: `
    personal invitation links, join links for a list of people, unique links, one link for each person, invite links, individual access links,
    links without registration, generate links, personal join links for VIPs, create attendee links, special link for guests, individual links for
    VIP guests, personal links without registration, one link for each guest, links for people by name, private links, join links for a list of
    names, a link for each VIP, give Rosa her own link, let my guests in without signing up, separate urls for each person, entry links for the
    board, personal urls for 200 people, guests should not have to register, links with names, unique url per guest, make join links for these
    people, individual urls, hand out personal links, generate one link a head, direct links for the press, a way in without registration, make a
    link just for him, a bunch of individual invitations, own entrance for each partner, the board gets its own links, my VIPs shouldn't register,
    each partner needs an own url, direct entry for 30 guests, personalised links please, a link for Tom alone, individual access for press
    people, let them join straight away by link, make 50 named links`,
  reveals: "personal",
  rows: "attendees",
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "join_url"],
    examples: [`invite-links create 82834512568 --attendees '[{"name":"Rosa Ember"}]' --ttl 86400`],
  },
  settle: ({ webinar_id, attendees }) => ({
    what: `Making ${attendees?.length ?? 0} invite links for webinar ${webinar_id}`,
    where: "the webinar's reports: Zoom never shows a link again, and none can be taken back before it expires",
    idOf: () => null,
    // Repeating it would make a second set of links beside one that nobody has.
    find: null,
  }),
  describe: ({ attendees }, { ttl = ZOOMS_LIFE }) =>
    `${countOf(attendees?.length ?? 0, "link; keep it, Zoom does not show it again", "links; keep them, Zoom does not show them again")}${lifeOf(ttl)}`,
});

/** Seconds that links work unless the call says otherwise. Source: Zoom API, POST /webinars/{webinarId}/invite_links. */
const ZOOMS_LIFE = 7200;
const [A_DAY, AN_HOUR, A_MINUTE] = [86_400, 3_600, 60];

/** How long links work, which may be shorter than the time until the webinar. */
const lifeOf = (seconds: number): string => {
  if (seconds === 0) return "";
  const valid =
    seconds % A_DAY === 0
      ? countOf(seconds / A_DAY, "day")
      : seconds % AN_HOUR === 0
        ? countOf(seconds / AN_HOUR, "hour")
        : countOf(Math.ceil(seconds / A_MINUTE), "minute");
  return `; valid for ${valid} from now (ttl)`;
};
