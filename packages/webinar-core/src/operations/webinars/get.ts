import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { WEBINAR_WORDS } from "../../operation/words.ts";
import { WEBINAR_IN_SHORT } from "./in-short.ts";

export const getWebinar = endpointOperation("GET /webinars/{webinarId}", {
  id: "webinars.get",
  tool: "get_webinar",
  summary: "Read one webinar with its settings and dates.",
  alsoKnownAs: `
    webinar details, settings of a webinar, join link, passcode, when does the webinar start, show a webinar, is recording on,
    dates of a series, what is the link, is registration on, registration link, how is it set up, webinar information, check the settings,
    does the webinar require approval, what time is it, is the practice session on, which dates are left, do attendees get a reminder,
    is a setting enabled, check whether something is switched on,
    link for attendees, dial-in details, dial-in number, how do people join, the link to share, when does it take place, how long is it,
    who hosts it, invitation text, describe the webinar, all settings, is Q&A on, does it have a passcode, is it recurring, registration page,
    is chat allowed, next date of the series, who is the alternative host, panelists' video setting, maximum number of registrants,
    planned end, start time, end time, recording setting, set-up of a session, what did we set, is there a waiting room,
    where does it take place, how do attendees hear, on which day is it, remaining sessions, what is still to come of the series`,
  short: WEBINAR_IN_SHORT,
  cli: {
    positional: ["webinar_id"],
    words: WEBINAR_WORDS,
    card: [
      "topic",
      "id",
      "start_time",
      "duration",
      "type",
      "settings.approval_type",
      "agenda",
      "join_url",
      "registration_url",
      "start_url",
      "password",
      "settings.auto_recording",
      "settings.alternative_hosts",
      "occurrences",
    ],
    examples: ["webinars get 95312345678"],
  },
  localStarts: true,
  describe: ({ topic, start_time, local_start, timezone }) => {
    const local = local_start === undefined ? "" : `${local_start.replace("T", " ")} ${timezone} `;
    return `${topic ?? "Untitled webinar"}${start_time ? `, starts ${local === "" ? start_time : `${local}(${start_time})`}` : ""}`;
  },
});
