import { InputError } from "@zoom-webinar/foundation";
import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { rare, timezone } from "../operation/params.ts";
import { narrowInput } from "./narrow.ts";

/** As many characters as the largest report that a portal gives has, and some more. */
const MOST_CHARACTERS = 100_000_000;
const A_DAY = 1440;

const { webinar_id } = inputSchema("GET /report/webinars/{webinarId}").shape;

/** Minutes that decide what is late, early and one session. */
export const measureInput = {
  late_minutes: rare(z.number().min(0).max(A_DAY).default(5).describe("Minutes after the start from which a first join is late")),
  early_minutes: rare(z.number().min(0).max(A_DAY).default(5).describe("Minutes before the end up to which a last leave is early")),
  gap_minutes: rare(z.number().min(0).max(A_DAY).default(15).describe("Longest pause between instances that are one session")),
};

export const reportInput = z.strictObject({
  webinar_id: webinar_id.optional().describe("Webinar ID for its latest session, or the UUID of one instance"),
  ...narrowInput,
  series: z.boolean().optional().describe("Every date of a recurring webinar"),
  instances: rare(z.boolean().optional().describe("Report the instances of a restarted webinar apart, as dates")),
  from: rare(
    z
      .string()
      .max(MOST_CHARACTERS)
      .optional()
      .meta({ contentMediaType: "text/csv" })
      .describe("Text of an attendee report from Zoom's portal, instead of webinar_id; needs no account"),
  ),
  timezone: rare(timezone.optional().describe("IANA zone of the times in that file")),
  ...measureInput,
  include_joinings: rare(z.boolean().optional().describe("Also give each joining, and when people registered")),
  full: rare(
    z
      .boolean()
      .optional()
      .describe("For an assistant: every field of each person (joinings by include_joinings) and the whole curve, as all other doors give"),
  ),
});

export type ReportRequest = z.output<typeof reportInput>;

/** Fields that a report has only if it is asked for them. */
const OF_JOININGS: readonly string[] = ["joinings", "registered_at"];

/** Whether a report has each joining: if it is asked for, or a field that needs it is. */
export const asksForJoinings = ({ include_joinings = false, fields = [] }: ReportRequest): boolean =>
  include_joinings || fields.some((field) => OF_JOININGS.includes(field));

/** Throws `InputError` unless the request names one source, and options that go together. */
export const assertRequest = ({ webinar_id: id, from, series, instances, timezone: zone }: ReportRequest): void => {
  if (id === undefined && from === undefined)
    throw InputError.at(
      "webinar_id",
      "is required: a webinar ID or the UUID of an instance",
      "Or take a file from Zoom's portal, with from: FILE (--from FILE).",
    );
  if (id !== undefined && from !== undefined)
    throw InputError.at("from", "cannot be combined with webinar_id", "The file says which webinar it is about.");
  if (from !== undefined && (series || instances))
    throw InputError.at(series ? "series" : "instances", "cannot be combined with from", "A file of Zoom's portal holds one webinar.");
  if (series && instances) throw InputError.at("instances", "cannot be combined with series", "Ask for one of the two.");
  if (from === undefined && zone !== undefined)
    throw InputError.at("timezone", "works only with from", "Times of a report are UTC; a CSV file in Zoom's layout takes --zone.");
};
