import * as z from "zod";

const text = z.string().nullable();
const typed = text.meta({ untrusted: true });

/** What every exported row begins with. */
const whose = {
  row_id: z.string().describe("The same in every export of this machine: tells rows apart, and those that change"),
  change: z
    .enum(["new", "changed", "gone"])
    .describe("Since the last export of the same cursor; without one new. gone: only webinar_id and row_id are left"),
  webinar_id: z.string(),
  topic: typed,
  person: text.describe("With no_names, a stable pseudonym; else null"),
  name: typed,
  email: text,
  registrant_id: text,
};

/** What rows of a held webinar have besides. */
const held = {
  session: text.describe("UUID of the instance, or of the first one of a session"),
  started_at: text.describe("UTC"),
  status: text.describe("Who they are in the attendance report: attended, absent, walk_in, attendee, panelist, host"),
  minutes: z.number().nullable().describe("Minutes present"),
};

const answer = { question: typed, answer: typed, answered_at: text };

export const registrantRecord = z.object({
  ...whose,
  status: text.describe("approved, pending or denied"),
  registered_at: text.describe("UTC"),
  occurrence_id: text.describe("The date of a series that this row is for, if people sign up per date; else null"),
  occurrence_start: text.describe("When that date begins, UTC"),
  minutes: z.number().nullable().describe("Minutes present, only with attended_from"),
  org: typed,
  job_title: typed,
  industry: typed,
  phone: typed,
  city: typed,
  state: typed,
  country: typed,
  comments: typed,
  answers: typed.describe("Answers to the webinar's own questions, a line each: question: answer"),
});
export const qaRecord = z.object({ ...whose, ...held, ...answer, question_status: text });
export const pollRecord = z.object({ ...whose, ...held, ...answer, poll_id: text });
export const surveyRecord = z.object({ ...whose, ...held, ...answer, survey_name: typed });
export const attendanceRecord = z.object({
  ...whose,
  ...held,
  registration: text.describe("approved, pending or denied; null without a registration"),
  joins: z.number().nullable(),
  first_join: text.describe("UTC"),
  last_leave: text.describe("UTC"),
  late: z.boolean().nullable(),
  left_early: z.boolean().nullable(),
  polls_answered: z.number().nullable(),
  questions_asked: z.number().nullable(),
  survey_answered: z.boolean().nullable(),
  engagement: z.number().nullable(),
});

export type Value = string | number | boolean | null;

/** A row without what only the export knows: who it is about, what distinguishes it, and its fields. */
export interface Fact {
  webinar_id: string;
  topic: string | null;
  name: string | null;
  email: string | null;
  registrant_id: string | null;
  /** What distinguishes it among the rows of its webinar. */
  key: string;
  /** The seconds that its person was present, null if that is not known. */
  seconds: number | null;
  fields: Readonly<Record<string, Value>>;
}

/** A row as it is exported. */
export type ExportRow = Readonly<Record<string, Value>> & { readonly row_id: string; readonly change: "new" | "changed" | "gone" };
