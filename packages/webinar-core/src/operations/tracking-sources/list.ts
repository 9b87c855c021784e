import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTrackingSources = endpointOperation("GET /webinars/{webinarId}/tracking_sources", {
  id: "trackingSources.list",
  tool: "list_webinar_tracking_sources",
  summary: "Count visits and sign-ups per tracking link of a webinar; the links themselves are made in Zoom's portal only.",
  alsoKnownAs: `
    where did registrations come from, which campaign worked, tracking links, visits per link, sign-ups per source, campaign results, UTM,
    marketing channels, source of registrations, clicks on the registration page, source tracking, which channel brought people, where do our
    sign-ups come from, LinkedIn or newsletter, utm sources, which campaign works best, which channel brought registrations, clicks on the
    registration link, conversion by source, marketing links, visits of the registration page, newsletter performance, use of the registration
    link, how often was the link opened, which link was used, did the newsletter bring people, which ad worked, where did guests hear of us,
    visits per campaign, how did people get to the sign-up page, sign-ups by channel, did LinkedIn or the mail do better, how many clicked,
    traffic of the registration page, which source is best, conversions per link, what did the Facebook ad bring, results of the campaigns, what
    brings sign-ups, clicks per link, referrals, which promotion performed, registrations by where they came from, hits on the tracking link,
    which partner sent us most guests, which mailing brought the most people, do ads work for us, where are people coming from, how many came via
    Instagram, which link gets clicks, did the partner's link bring anybody, performance of our promo links, how did they find the registration,
    LinkedIn versus mail, page views and sign-ups`,
  cli: {
    positional: ["webinar_id"],
    columns: ["source_name", "visitor_count", "registration_count", "tracking_url"],
    examples: ["tracking-sources list 82834512568"],
  },
  describe: ({ tracking_sources }) => countOf(tracking_sources?.length ?? 0, "tracking source"),
});
