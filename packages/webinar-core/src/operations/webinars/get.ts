import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { WEBINAR_IN_SHORT } from "./in-short.ts";

export const getWebinar = endpointOperation("GET /webinars/{webinarId}", {
  id: "webinars.get",
  tool: "get_webinar",
  summary: "Read one webinar with its settings and dates.",
  alsoKnownAs: `
    webinar details, settings of a webinar, join link, passcode, when does the webinar start, show a webinar, is recording on,
    dates of a series, what is the link, is registration on, registration link, how is it set up, webinar information, check the settings,
    does the webinar require approval, what time is it, is the practice session on, which dates are left, do attendees get a reminder,
    is a setting enabled, check whether something is switched on`,
  short: WEBINAR_IN_SHORT,
  cli: { positional: ["webinar_id"], examples: ["webinars get 95312345678"] },
  describe: ({ topic, start_time }) => `${topic ?? "Untitled webinar"}${start_time ? `, starts ${start_time}` : ""}`,
});
