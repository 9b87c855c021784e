import type { ReplyOf } from "@zoom-webinar/zoom-client";
import { line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import type { PlannedSeries } from "../../time/recurrence.ts";
import { describeRule, type RuleInput } from "../../time/recurrence-rule.ts";
import { type PlanInput, readPlan, sendPlan, type WebinarPlan, withDates } from "./plan.ts";

/** The rhythm by its parts, in Zoom's names; `recurrence_type` stands for `type`. */
export const recurrenceFields = {
  recurrence_type: z.literal([1, 2, 3]).default(2).describe("1 daily, 2 weekly, 3 monthly"),
  repeat_interval: z.number().int().min(1).max(90).default(1).describe("Every how many days (at most 90), weeks (12) or months (3)"),
  weekly_days: line().min(1).max(40).optional().describe('Weekly: "3,5" is Tuesday and Thursday; 1 Sunday to 7 Saturday'),
  monthly_day: z.number().int().min(1).max(31).optional().describe("Monthly: day of the month"),
  monthly_week: z.literal([-1, 1, 2, 3, 4]).optional().describe("Monthly: first to fourth week, -1 last; with monthly_week_day"),
  monthly_week_day: z.number().int().min(1).max(7).optional().describe("Monthly: 1 Sunday to 7 Saturday"),
  end_times: z.number().int().min(1).max(60).optional().describe("How many dates; this or end_date_time is required"),
  end_date_time: line().max(40).optional().describe("Last day, 2027-06-30, or last possible start"),
};

const plannedDate = z.object({ utc: z.string(), local: z.string() });

/** What a creation of several dates answers besides the webinar. */
export const seriesResult = {
  rhythm: z.string().describe("The rule in words"),
  dates: z.array(plannedDate).optional().describe("The dates that the rule makes"),
  zoom_dates: z.array(z.string()).describe("The dates that Zoom planned, UTC"),
  as_expected: z.boolean(),
};

type Occurrences = ReplyOf<"POST /users/{userId}/webinars">["occurrences"];

/** The dates that were expected beside those that Zoom planned, with a note where they differ. */
const compareDates = ({ rule, dates }: PlannedSeries, occurrences: Occurrences) => {
  const planned = (occurrences ?? []).filter(({ status }) => status !== "deleted").map(({ start_time }) => start_time ?? "");
  const missing = dates.filter(({ utc }) => !planned.includes(utc));
  const other = planned.filter((utc) => !dates.some((date) => date.utc === utc));
  const difference = [
    ...(missing.length === 0 ? [] : [`${missing.length} of the ${dates.length} dates are missing, the first ${missing[0]?.local}`]),
    ...(other.length === 0 ? [] : [`${other.length} are others, the first ${other[0]}`]),
  ];
  return {
    series: { rhythm: describeRule(rule), dates, zoom_dates: planned, as_expected: difference.length === 0 },
    notes: difference.length === 0 ? [] : [`Zoom planned other dates than the rule makes: ${difference.join("; ")}.`],
  };
};

/** Sends a plan of several dates and compares them with what Zoom planned. */
export const sendSeries = async (plan: WebinarPlan, ctx: OperationContext) => {
  if (plan.series === null) throw new TypeError("a plan without a recurrence has no dates");
  const webinar = await sendPlan(plan, ctx);
  const { series, notes } = compareDates(plan.series, (await withDates(webinar, ctx)).occurrences);
  return { webinar, starts: plan.start?.reading ?? null, notes: [...plan.notes, ...notes], ...series };
};

/** Plans and sends a webinar of several dates; the rule's fields stand at the top of the caller's input. */
export const createSeries = async (input: PlanInput & { recurrence: RuleInput }, ctx: OperationContext) =>
  sendSeries(await readPlan(input, ctx, { prefix: "", type: "recurrence_type" }), ctx);
