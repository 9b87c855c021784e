import * as z from "zod";
import { localStart } from "../operation/tidied.ts";

/**
 * The fixed shape of the attendance report. Times are UTC instants, whole seconds, ending in Z; what is unknown is null.
 * The definitions behind the numbers: docs/attendance.md.
 */

const instant = z.string();
const count = z.number().int().min(0);

/** Strongest to weakest: the order in which people are listed. The first that applies is a person's status. */
export const STATUSES = ["host", "panelist", "attended", "absent", "walk_in", "attendee"] as const;
export const personStatus = z.enum(STATUSES);
/** How a person took part: the first of STATUSES that applies. */
export type PersonStatus = z.output<typeof personStatus>;

export const ROLES = ["host", "panelist", "attendee"] as const;
export const IDENTITIES = ["registrant", "email", "account", "name"] as const;
export const REGISTRATIONS = ["approved", "pending", "denied"] as const;

export const reportInterval = z.object({ from: instant.describe("UTC"), to: instant.describe("UTC, the first second no longer there") });

export const reportPerson = z.object({
  status: personStatus.describe(
    "attended: registered and came; absent: approved and never came; walk_in: came without a registration; attendee: came, if no registration is asked",
  ),
  roles: z.array(z.enum(ROLES)).describe("Everything this person was: somebody promoted is panelist and attendee"),
  name: z.string().nullable().meta({ untrusted: true }).describe("As registered, else as on the panelist list, else as first joined"),
  person: z.string().nullable().optional().describe("With no_names, a stable pseudonym instead of the name and address"),
  email: z.string().nullable().describe("Lower case; null for most people outside the account who did not register"),
  registrant_id: z.string().nullable(),
  registration: z.enum(REGISTRATIONS).nullable().describe("Status of the registration; null without one"),
  identity: z
    .enum(IDENTITIES)
    .nullable()
    .describe("The strongest rule that says which rows are this person; null for a host or panelist who did not come"),
  may_be: z.string().nullable().describe("registrant_id of the one absent registrant with this guest's name; a hint, not a match"),
  seconds: count.nullable().describe("Time present in seconds, two devices at once counted once; null while the rows are not ready"),
  minutes: z.number().min(0).nullable().describe("Time present in minutes, to one decimal"),
  joins: count.nullable().describe("How often this person joined, rejoins and devices included"),
  intervals: z.array(reportInterval).describe("When this person was there, in order, without overlaps"),
  registered_at: instant.nullable().optional().describe("UTC; only if include_joinings asks"),
  joinings: z
    .array(reportInterval)
    .optional()
    .describe("Each joining inside the webinar's time, rejoins and devices apart; only if include_joinings asks"),
  first_join: instant.nullable().describe("UTC; null without a second of presence"),
  last_leave: instant.nullable().describe("UTC; null without a second of presence"),
  late: z.boolean().nullable().describe("Came more than late_minutes (5) after the start"),
  left_early: z.boolean().nullable().describe("Left more than early_minutes (5) before the end"),
  polls_answered: count.nullable().describe("Polls with an answer of this person; null if polls could not be read"),
  questions_asked: count.nullable().describe("Questions asked in Q&A; null if they could not be read"),
  survey_answered: z.boolean().nullable().describe("Answered the survey; null if it could not be read"),
  engagement: z
    .number()
    .int()
    .min(0)
    .max(100)
    .nullable()
    .describe(
      "How much this person took part, 0 to 100: 70 x share of the time present + 10 x share of the polls answered + 10 if a question was asked + 10 if the survey was answered; parts that the webinar does not offer are left out and the rest is scaled to 100. Null for hosts, panelists and absent people. Attention is not measured",
    ),
  notes: z.array(z.string()).meta({ untrusted: true }),
});
/** One person of a report: sign-up, times in the room, answers. */
export type ReportPerson = z.output<typeof reportPerson>;

export const zoomSays = z.object({
  participants_count: count.nullable().describe("Zoom's own count of connections; null: not given by Zoom"),
  total_minutes: count.nullable().describe("Zoom's own sum of minutes over all connections; null: not given by Zoom"),
});
/** Zoom's own figures, to compare with ours. */
export type ZoomSays = z.output<typeof zoomSays>;

export const reportInstance = z.object({
  uuid: z.string().nullable(),
  start_time: instant.nullable().describe("UTC"),
  end_time: instant.nullable().describe("UTC; null while it runs"),
  zoom_says: zoomSays,
});
/** One time that the webinar was held. */
export type ReportInstance = z.output<typeof reportInstance>;

export const reportSession = z.object({
  start_time: instant.nullable().describe("UTC"),
  end_time: instant.nullable().describe("UTC; null while it runs"),
  instances: z.array(reportInstance).describe("The times it was opened, in order; more than one if it was ended and opened again"),
});
/** Instances that follow each other closely, as one. */
export type ReportSession = z.output<typeof reportSession>;

const share = z.number().min(0).max(1).nullable();

export const dropOff = z.object({ "25": share, "50": share, "75": share, "95": share });

export const reportTotals = z.object({
  registered: count.nullable().describe("Registrants, whatever their status; null: no registration is asked, or it could not be read"),
  approved: count.nullable(),
  pending: count.nullable(),
  denied: count.nullable(),
  attended: count.nullable().describe("People who registered and came, hosts and panelists left out"),
  absent: count.nullable().describe("Approved registrants who never came, hosts and panelists left out"),
  walk_ins: count.nullable().describe("People who came without a registration; null if none is asked"),
  attendees: count.nullable().describe("Everybody who came, hosts and panelists left out"),
  hosts: count.nullable().describe("Hosts who came"),
  panelists: count.nullable().describe("Panelists who came"),
  show_rate: share.describe("Approved registrants who came / approved registrants, 0 to 1; null if nobody is approved"),
  average_minutes: z.number().min(0).nullable().describe("Mean minutes present over attendees, one decimal"),
  median_minutes: z.number().min(0).nullable().describe("Median minutes present over attendees, one decimal"),
  peak_concurrent: count.nullable().describe("Most attendees present in one second: people, not devices"),
  peak_at: instant.nullable().describe("First second of the peak, UTC"),
  rows: count.nullable().describe("Joinings read; the sum of people[].joins"),
  drop_off: dropOff.describe(
    "Share of attendees present at 25, 50, 75 and 95 % of the length, 0 to 1; not those who left: 0.9 means that 9 of 10 were there",
  ),
});
/** The figures of a report in one place. */
export type ReportTotals = z.output<typeof reportTotals>;

export const curvePoint = z.object({ at: instant.describe("UTC"), present: count.describe("Attendees present in this second") });
/** How many people were in at one moment. */
export type CurvePoint = z.output<typeof curvePoint>;

export const reportMark = z.object({
  kind: z.enum(["poll", "question"]),
  at: instant.describe("UTC: a poll's first answer, the minute of the questions"),
  text: z.string().nullable().meta({ untrusted: true }).describe("The poll's title; null for questions"),
  count: count.describe("People who answered the poll, or questions asked in that minute"),
});
/** Something that happened during the webinar: a poll, a question. */
export type ReportMark = z.output<typeof reportMark>;

export const reportWebinar = z.object({
  id: z.string().nullable(),
  uuid: z.string().nullable().describe("Of the latest instance"),
  topic: z.string().nullable().meta({ untrusted: true }),
  host_email: z.string().nullable(),
  timezone: z.string().nullable().describe("IANA zone of the webinar"),
  start_time: instant.nullable().describe("UTC"),
  local_start: localStart,
  end_time: instant.nullable().describe("UTC; null while it runs"),
  length_minutes: z.number().min(0).nullable().describe("From start to end in minutes, one decimal; of a series the sum over its dates"),
});
/** The webinar that a report is about. */
export type ReportWebinar = z.output<typeof reportWebinar>;

const notes = z.array(z.string()).meta({ untrusted: true }).describe("What is missing, why, and how to get it; how figures differ");

export const waitingRegistrant = z.object({
  name: z.string().nullable().meta({ untrusted: true }),
  email: z.string().nullable(),
  registration: z.enum(REGISTRATIONS).nullable(),
  registered_at: instant.nullable().describe("UTC"),
});
export type WaitingRegistrant = z.output<typeof waitingRegistrant>;

const dateShape = {
  sessions: z.array(reportSession),
  totals: reportTotals,
  people: z.array(reportPerson).describe("By status, then first join, then e-mail or name"),
  not_listed: z.array(waitingRegistrant).optional().describe("Pending and denied registrants who did not come; only if include_joinings asks"),
  curve: z.array(curvePoint).describe("Attendees present at the start and at each whole minute after it, at most 24 hours"),
  marks: z.array(reportMark).describe("When polls were answered and questions asked, in order of time"),
  zoom_says: zoomSays.describe("Zoom's own figures, summed over the instances"),
  complete: z.boolean().describe("False: Zoom's data is not ready, see notes"),
  notes,
};

/** One date of a series: the report without `webinar`. */
export const seriesDate = z.object(dateShape);
/** One date of a series with its figures. */
export type SeriesDate = z.output<typeof seriesDate>;

/** Who came to one webinar, one instance, or one session of instances that follow each other closely. */
export const attendanceReport = z.object({ webinar: reportWebinar, ...dateShape });
/** What `attendance.report` answers for one webinar or date. */
export type AttendanceReport = z.output<typeof attendanceReport>;

export const visit = z.object({
  start_time: instant.nullable().describe("Start of the date, UTC"),
  minutes: z.number().min(0).describe("Time present in minutes, to one decimal"),
});
/** One person's time at one date of a series. */
export type Visit = z.output<typeof visit>;

export const seriesPerson = z.object({
  name: z.string().nullable().meta({ untrusted: true }),
  email: z.string().nullable(),
  person: z.string().nullable().optional().describe("With no_names, a stable pseudonym"),
  registrant_id: z.string().nullable(),
  dates_came: count.describe("Dates that this person came to"),
  seconds: count.describe("Time present in seconds over all dates"),
  minutes: z.number().min(0).describe("Time present in minutes over all dates, to one decimal"),
  visits: z.array(visit).describe("The dates that this person came to, in order of time"),
});
/** One person over the dates of a series. */
export type SeriesPerson = z.output<typeof seriesPerson>;

export const retentionStep = z.object({
  from: instant.nullable().describe("Start of one date, UTC"),
  to: instant.nullable().describe("Start of the next, UTC"),
  share: share.describe("Share of the attendees of one date who came to the next, 0 to 1; null if either is unknown or had nobody"),
});
/** The share of one date's attendees who came to the next. */
export type RetentionStep = z.output<typeof retentionStep>;

const seriesShape = {
  people: z.array(seriesPerson).describe("Everybody who came to a date, hosts and panelists left out; most dates first"),
  retention: z.array(retentionStep),
  complete: z.boolean().describe("False: the data of a date is not ready, see notes"),
  notes,
};

/** Every date of a series. */
export const seriesReport = z.object({ webinar: reportWebinar, dates: z.array(seriesDate).describe("In order of time"), ...seriesShape });
/** What `attendance.report` answers for a whole series. */
export type SeriesReport = z.output<typeof seriesReport>;

/** Every date of a series side by side: the series report without the people of each date. */
export const seriesComparison = z.object({
  webinar: reportWebinar,
  dates: z.array(seriesDate.omit({ people: true })).describe("In order of time"),
  ...seriesShape,
});
/** What `attendance.compare` answers: dates side by side. */
export type SeriesComparison = z.output<typeof seriesComparison>;
