import type { InstanceInput, JoiningRow, ReportInput } from "../../attendance/engine/input.ts";

/** A time of the day on which the small webinars are held, "15:00" or "15:00:30". */
export const at = (clock: string): string => `2027-02-01T${clock.length === 5 ? `${clock}:00` : clock}Z`;

/** A joining from one time to another; null: it was left open. */
export const joined = (email: string, from: string, to: string | null, more: Partial<JoiningRow> = {}): JoiningRow => ({
  user_email: email,
  name: email.split("@")[0] ?? "",
  join_time: at(from),
  ...(to === null ? {} : { leave_time: at(to), duration: (Date.parse(at(to)) - Date.parse(at(from))) / 1000 }),
  ...more,
});

/** An instance from 15:00 to 16:00 with these joinings. */
export const instanceOf = (rows: readonly JoiningRow[] | null, more: Partial<InstanceInput> = {}): InstanceInput => ({
  uuid: "one",
  details: { start_time: at("15:00"), end_time: at("16:00") },
  listed_start: null,
  rows,
  zoom_says: { participants_count: null, total_minutes: null },
  ...more,
});

/** A webinar of one hour with registration, held once. */
export const webinarOf = (rows: readonly JoiningRow[] | null, more: Partial<ReportInput> = {}): ReportInput => ({
  webinar: { id: "95312345678", topic: "Tides", host_email: "ada@example.com", timezone: "UTC" },
  asks_registration: true,
  registrants: ["rosa", "otto", "mina"].map((name) => ({ id: `r-${name}`, email: `${name}@example.com`, first_name: name, status: "approved" })),
  panelists: [],
  hosts: [{ email: "ada@example.com" }],
  instances: [instanceOf(rows)],
  polls: null,
  questions: null,
  survey: null,
  has_questions: false,
  has_survey: false,
  now_ms: Date.parse(at("18:00")),
  late_minutes: 5,
  early_minutes: 5,
  complete: true,
  notes: [],
  ...more,
});
