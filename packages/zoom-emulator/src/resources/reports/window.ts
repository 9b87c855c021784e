import { DateTime } from "luxon";
import type { Call } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";

/** The days that a request asks about. */
export interface DayWindow {
  /** yyyy-MM-dd, both days included. */
  from: string;
  to: string;
  /** True for a Zoom time within them, by UTC. */
  holds(time: string): boolean;
}

const FORM = "yyyy-MM-dd";

const dayOf = ({ query }: Call, name: string): DateTime => {
  const text = query.get(name) ?? "";
  const day = DateTime.fromFormat(text, FORM, { zone: "utc" });
  // the parser is lenient about digits, Zoom's form is not
  if (!day.isValid || day.toFormat(FORM) !== text) throw refusals.fields([name]);
  return day;
};

/**
 * The days from `from` to `to`, both required. Throws `Refusal` 400/300 for a day that is not valid, an end before the start, and a window of more than a
 * month; a switch lets the last become its last month instead, as Zoom's list of recordings is known to do (github zoom/api, issue 36).
 */
export const windowOf = (call: Call): DayWindow => {
  const asked = dayOf(call, "from");
  const last = dayOf(call, "to");
  if (last < asked) throw refusals.fields(["from"]);
  const isLong = asked.plus({ months: 1 }) < last;
  if (isLong && call.switches.longWindow === "refuse") throw refusals.fields(["from"]);
  const first = isLong ? last.minus({ months: 1 }) : asked;
  const fromMs = first.toMillis();
  const untilMs = last.plus({ days: 1 }).toMillis();
  return {
    from: first.toFormat(FORM),
    to: last.toFormat(FORM),
    holds: (time) => Date.parse(time) >= fromMs && Date.parse(time) < untilMs,
  };
};
