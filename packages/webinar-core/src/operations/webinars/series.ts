import { line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import { describeRule, type RuleInput } from "../../time/recurrence-rule.ts";
import { createPlanned, type PlanInput, readPlan, type WebinarPlan } from "./creation.ts";
import { noteOtherDates } from "./dates.ts";

/** The rhythm by its parts, in Zoom's names; `recurrence_type` stands for `type`. */
export const recurrenceFields = {
  recurrence_type: z.literal([1, 2, 3]).default(2).describe("1 daily, 2 weekly, 3 monthly"),
  repeat_interval: z.number().int().min(1).max(90).default(1).describe("Every how many days (at most 90), weeks (12) or months (3)"),
  weekly_days: line().min(1).max(40).optional().describe('Weekly: "3,5" is Tuesday and Thursday; 1 Sunday to 7 Saturday'),
  monthly_day: z.number().int().min(1).max(31).optional().describe("Monthly: day of the month"),
  monthly_week: z.literal([-1, 1, 2, 3, 4]).optional().describe("Monthly: first to fourth week, -1 last; with monthly_week_day"),
  monthly_week_day: z.number().int().min(1).max(7).optional().describe("Monthly: 1 Sunday to 7 Saturday"),
  end_times: z.number().int().min(1).max(60).optional().describe("How many dates; this or end_date_time is required"),
  end_date_time: line().max(40).optional().describe("Last day, 2032-06-30, or last possible start"),
};

/** Where the rule's fields stand: at the top of the caller's input. */
export const AT_TOP = { prefix: "", type: "recurrence_type" } as const;

/** What a terminal asks of a series besides its start: its weekdays, and an end in either form. */
export const SERIES_QUESTIONS = {
  weekly_days: { empty: "the weekday of the start", only: { recurrence_type: 2 } },
  end_times: { empty: "up to a day, which is asked next", unless: ["end_date_time"] },
  end_date_time: { empty: null, unless: ["end_times"] },
} as const;

/** What a creation of several dates answers besides the webinar. */
export const seriesResult = {
  rhythm: z.string().describe("The rule in words"),
  as_expected: z.boolean().describe("False if Zoom planned other dates than the rule makes; notes say which"),
};

/** Sends a plan of several dates and says whether Zoom planned those. */
export const sendSeries = async (plan: WebinarPlan, ctx: OperationContext) => {
  const { series } = plan;
  if (series === null) throw new TypeError("a plan without a recurrence has no dates");
  const created = await createPlanned(plan, ctx);
  return { ...created, rhythm: describeRule(series.rule), as_expected: noteOtherDates(series.dates, created.dates).length === 0 };
};

/** Plans and sends a webinar of several dates; the rule's fields stand at the top of the caller's input. */
export const createSeries = async (input: PlanInput & { recurrence: RuleInput }, ctx: OperationContext) =>
  sendSeries(await readPlan(input, ctx, AT_TOP), ctx);
