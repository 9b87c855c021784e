import type { ZoomSays } from "../report-types.ts";

/** A time as Zoom wrote it, or read already: whole seconds since the epoch. */
export type Moment = string | number | undefined;

/** One row of a participants reply, or of the tables of an attendee file. All fields may be missing, empty or odd. */
export interface JoiningRow {
  registrant_id?: string | undefined;
  user_email?: string | undefined;
  participant_user_id?: string | undefined;
  id?: string | undefined;
  name?: string | undefined;
  join_time?: Moment;
  leave_time?: Moment;
  /** Seconds. */
  duration?: number | undefined;
  status?: string | undefined;
  /** What the table of a row says in a file; Zoom's replies do not say it. */
  role?: "host" | "panelist" | "attendee" | undefined;
}

export interface RegistrantRow {
  id?: string | undefined;
  email?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  status?: string | undefined;
  create_time?: Moment;
}

export interface PanelistRow {
  id?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
}

export interface HostRow {
  email?: string | undefined;
  account_id?: string | undefined;
  name?: string | undefined;
}

/** One time that the webinar was opened. */
export interface InstanceInput {
  uuid: string | null;
  /** Actual start and end as the report's details say; null if they could not be read. Without an end the instance runs. */
  details: { start_time?: string | undefined; end_time?: string | undefined } | null;
  /** Start as the list of instances has it. */
  listed_start: string | null;
  /** Null: could not be read, or is not ready. */
  rows: readonly JoiningRow[] | null;
  zoom_says: ZoomSays;
}

/** What one person answered or asked. */
export interface AnswerRow {
  registrant_id?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  items: readonly AnswerItem[];
}

export interface AnswerItem {
  /** The id of a poll, which is the same if it is launched in two instances. */
  poll?: string | undefined;
  title?: string | undefined;
  at?: string | undefined;
}

export interface WebinarInput {
  id: string | null;
  topic: string | null;
  host_email: string | null;
  timezone: string | null;
}

/** All that the numbers are made from. Pure data: nothing here reads or waits. */
export interface ReportInput {
  webinar: WebinarInput;
  /** Whether the webinar asks for registration; null if the webinar could not be read. */
  asks_registration: boolean | null;
  /** Null: could not be read, or none is asked. */
  registrants: readonly RegistrantRow[] | null;
  panelists: readonly PanelistRow[] | null;
  hosts: readonly HostRow[];
  /** The instances of one session, in order of time. */
  instances: readonly InstanceInput[];
  polls: readonly AnswerRow[] | null;
  questions: readonly AnswerRow[] | null;
  survey: readonly AnswerRow[] | null;
  /** Whether Q&A is on; null if not known. */
  has_questions: boolean | null;
  /** Whether there is a survey although nobody answered it. */
  has_survey: boolean;
  now_ms: number;
  late_minutes: number;
  early_minutes: number;
  /** False: the caller knows that data is not ready. */
  complete: boolean;
  /** What the caller has to say about what could not be read. */
  notes: readonly string[];
}
