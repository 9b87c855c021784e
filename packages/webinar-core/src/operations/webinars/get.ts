import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { SERIES } from "../../operation/series.ts";
import { WEBINAR_WORDS } from "../../operation/words.ts";
import { plannedIn } from "./dates.ts";
import { WEBINAR_IN_SHORT } from "./in-short.ts";

export const getWebinar = endpointOperation("GET /webinars/{webinarId}", {
  id: "webinars.get",
  tool: "get_webinar",
  summary: "Read one webinar with its settings and dates.",
  alsoKnownAs: `
    webinar details, settings of a webinar, join link, passcode, when does the webinar start, show a webinar, is recording on, dates of a series,
    what is the link, is registration on, registration link, how is it set up, webinar information, check the settings, does the webinar require
    approval, what time is it, is the practice session on, which dates are left, do attendees get a reminder, is a setting enabled, check whether
    something is switched on, link for attendees, dial-in details, dial-in number, how do people join, the link to share, when does it take place,
    how long is it, who hosts it, invitation text, describe the webinar, all settings, is Q&A on, does it have a passcode, is it recurring,
    registration page, is chat allowed, next date of the series, who is the alternative host, panelists' video setting, maximum number of
    registrants, planned end, start time, end time, recording setting, set-up of a session, what did we set, is there a waiting room, where does
    it take place, how do attendees hear, on which day is it, remaining sessions, what is still to come of the series, when does it kick off, what
    time is the talk, on which date is it, tell me about tomorrow's event, is Q&A turned on for it, what is the join url, where do people click to
    get in, what is the secret code, will it be recorded, how many minutes is it planned for, does one have to register, who is the host of this
    event, what did we configure, is chat open, are people muted, is it part of a series, what is the webinar's agenda, what is it called, which
    languages are interpreted, show the event, look at one webinar, is there a limit on sign-ups, is a green room enabled, when does the next
    session of it take place, is the start at nine or ten, does it have a dial-in, give me the registration url, are reminders going out, what
    happens when people register, does it start with video on, what do we know about webinar 123, what time does the March one begin, what's the
    topic of the 4 pm one, is it on demand later, what day is the tax talk, when do we start tomorrow, where's the link for the guests, is the
    thing being recorded, how long did we plan, what's the pass code again, is there a rehearsal room, can people ask questions in it, did we
    limit the places, remind me how Thursday is configured, which time zone is it in, who will host Monday's, give me the particulars of
    81234567890, do people need an account to join, does it repeat`,
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
    examples: ["webinars get 82834512568"],
  },
  localStarts: true,
  describe: ({ topic, type, start_time, local_start, timezone, occurrences }, { occurrence_id }) => {
    const name = topic ?? "Untitled webinar";
    const at = (moment: Moment) =>
      moment.local_start === undefined ? `${moment.start_time}` : `${moment.local_start.replace("T", " ")} ${timezone} (${moment.start_time})`;
    const date = occurrences?.find((one) => one.occurrence_id === occurrence_id);
    if (date?.status === "deleted") return `${name}: the date ${at(date)} is called off`;
    const dates = plannedIn({ occurrences: occurrences ?? undefined });
    const [first] = dates;
    if (type !== SERIES || occurrence_id !== undefined || occurrences == null)
      return start_time ? `${name}, ${at({ start_time, local_start })}` : name;
    return first === undefined ? `${name}: no date is left` : `${name}, ${countOf(dates.length, "date")}, the first ${at(first)}`;
  },
});

interface Moment {
  start_time?: string | undefined;
  local_start?: string | undefined;
}
