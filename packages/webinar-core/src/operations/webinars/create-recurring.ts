import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { allowPast, startTime, timezone, userId } from "../../operation/params.ts";
import { WEBINAR_ABOUT, WEBINAR_WORDS } from "../../operation/words.ts";
import { mayHost } from "../users/row.ts";
import { CREATION_CARD, creationResult, describeCreation, previewCreation, previewIfLong } from "./creation.ts";
import { basics, creationFields } from "./fields.ts";
import { creationInShort } from "./in-short.ts";
import { ASKS_IF_LONG } from "./not-kept.ts";
import { AT_TOP, createSeries, recurrenceFields, SERIES_QUESTIONS, seriesResult } from "./series.ts";

const input = z.strictObject({
  user_id: userId,
  topic: basics.topic,
  start_time: startTime,
  timezone: timezone.optional(),
  duration: basics.duration.default(60),
  ...recurrenceFields,
  ...creationFields,
  allow_past: allowPast,
});

type Given = z.output<typeof input>;

/** The rhythm as an object of its own. */
const toPlanInput = ({
  recurrence_type,
  repeat_interval,
  weekly_days,
  monthly_day,
  monthly_week,
  monthly_week_day,
  end_times,
  end_date_time,
  ...rest
}: Given) => ({
  ...rest,
  recurrence: { type: recurrence_type, repeat_interval, weekly_days, monthly_day, monthly_week, monthly_week_day, end_times, end_date_time },
});

export const createRecurringWebinar = defineOperation({
  id: "webinars.createRecurring",
  tool: "create_recurring_webinar",
  summary: "Schedule a webinar that repeats daily, weekly or monthly; answers its dates. An end is required.",
  alsoKnownAs: `
    weekly webinar, webinar series, repeat a webinar, recurring webinar, every Friday, monthly webinar, daily sessions, series of dates, every
    other week, course of several sessions, weekly training, repeating event, biweekly office hours, on the first Monday of each month,
    recurrence, lunch and learn every second Wednesday, every weekday, office hours each week, every month on the first Tuesday, once a week for
    six weeks, quarterly update, regular session, daily stand-up, several dates, onboarding every Monday, the same talk each Tuesday, every Friday
    until Easter, a course over eight weeks, same time every week, a class on Mondays and Wednesdays, monthly investor update, run it weekly,
    regular slot on Thursdays, series of five evenings, same thing each month, every morning at nine for a week, office hours twice a week, a
    lecture series, fortnightly call, do it each quarter, ten sessions in a row, once a month until December, repeat daily, book the same hour
    every Wednesday, recurring town hall, start a weekly format, on the last Friday of every month, several sessions of the same course, a
    training on six Mondays, we meet each Wednesday at nine, a ten-week course, make it happen every month, yoga every morning, two evenings a
    week in May, same slot until summer, I need a weekly thing, our monthly briefing for the year, lecture on all Thursdays of the term, regular
    check-in with clients every other Monday, twelve weekly lessons, Q&A on the first of each month`,
  endpoints: ["POST /users/{userId}/webinars", "GET /users/{userId}"],
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input,
  output: z.object({ ...creationResult, ...seriesResult }),
  short: creationInShort("rhythm", "as_expected"),
  cli: {
    host: "user_id",
    offersOnly: { user_id: mayHost },
    moments: ["start_time"],
    asks: SERIES_QUESTIONS,
    minutes: ["duration"],
    words: WEBINAR_WORDS,
    about: WEBINAR_ABOUT,
    card: [...CREATION_CARD, "rhythm", "dates"],
    asksIf: ASKS_IF_LONG,
    examples: ["webinars create-recurring --host ada@example.com --topic Drills --start-time 2032-03-02T10:00 --weekly-days Tue,Thu --end-times 8"],
  },

  outlook: (given, ctx) => previewCreation(toPlanInput(given), ctx, AT_TOP),
  preview: (given, ctx) => previewIfLong(toPlanInput(given), ctx, AT_TOP),
  run: (given, ctx) => createSeries(toPlanInput(given), ctx),
  describe: (output) => `${describeCreation(output)}, ${output.rhythm}: ${countOf(output.dates.length, "date")}`,
});
