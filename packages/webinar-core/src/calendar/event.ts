import * as z from "zod";

/** What may be wrong with a date, in the order in which it is listed. */
const WARNINGS = ["clash", "no_registration", "over_capacity", "no_panelists", "nobody_registered"] as const;

/** What is to be checked, in words for a terminal. */
export const WARNING_WORDS = {
  clash: "clash",
  no_registration: "no sign-up",
  over_capacity: "more sign-ups than seats",
  no_panelists: "no panelists",
  nobody_registered: "nobody signed up",
} as const satisfies Record<(typeof WARNINGS)[number], string>;
/** What became of a date, in words for a terminal. */
export const STATUS_WORDS = { cancelled: "called off" } as const satisfies Partial<Record<CalendarEvent["status"], string>>;
export type Warning = (typeof WARNINGS)[number];

const count = z.number().int().nullable();

/** One date of one webinar. */
export const calendarEvent = z.object({
  webinar_id: z.string(),
  occurrence_id: z.string().nullish().describe("Date of a recurring webinar; absent for a single one"),
  topic: z.string().nullable().meta({ untrusted: true }),
  host: z.string().describe("E-mail of the host, else the user ID"),
  start_time: z.string().describe("UTC"),
  end_time: z.string().describe("UTC"),
  local_start: z.string().describe("Start as wall time in the webinar's own timezone; UTC if that is not known"),
  viewer_start: z.string().describe("Start as wall time in the timezone of the whole list"),
  duration: z.number().describe("Minutes"),
  timezone: z.string().nullable().describe("Zone of the webinar itself"),
  status: z.enum(["planned", "over", "cancelled"]).describe("over: its end is past; cancelled: a date of a series that was deleted"),
  join_url: z.string().nullish().meta({ secret: "shared" }),
  registered: count.describe("Approved registrants of this date; null: no registration, or not read"),
  seats: count.optional().describe("The lowest limit that is known: of registrations, of the webinar, or capacity; absent: none is known"),
  panelists: count.describe("Null: not read"),
  warnings: z
    .array(z.enum(WARNINGS))
    .describe("clash: the host has another webinar at that time; over_capacity: more registered than seats; the others as their names say"),
  clashes_with: z.array(z.string()).describe("Webinar IDs"),
});
export type CalendarEvent = z.output<typeof calendarEvent>;

/** A date in a conversation: get_webinar has its link. */
export const briefEvent = ({ join_url: _link, ...event }: CalendarEvent): CalendarEvent => event;

/** A date before it is compared with the others. */
export type PlannedEvent = Omit<CalendarEvent, "occurrence_id" | "seats" | "warnings" | "clashes_with" | "local_start" | "viewer_start"> & {
  occurrence_id: string | null;
  seats: number | null;
  /** Whether people must register; null: not known. */
  asksRegistration: boolean | null;
};
