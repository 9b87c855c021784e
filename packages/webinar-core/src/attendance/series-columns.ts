import { countOf } from "../operation/counts.ts";
import type { RetentionStep, SeriesComparison } from "./report-types.ts";

/** What a terminal shows of a person of a series, before the column of each date. */
export const SERIES_COLUMNS = ["name", "email", "dates_came", "minutes"] as const;

/** The minutes of each person at each date: one column a date. */
export const VISITS = { list: "visits", title: "start_time", value: "minutes" } as const;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const describeDate = ({ sessions, totals }: SeriesComparison["dates"][number], before: RetentionStep | undefined): string => {
  const { attendees, approved, show_rate, average_minutes, peak_concurrent } = totals;
  const at = sessions[0]?.start_time ?? "A date without a start";
  if (attendees === null) return `${at}: who came is not known`;
  const facts = [
    `${attendees} came`,
    ...(approved === null || show_rate === null ? [] : [`${percent(show_rate)} of ${approved} approved registrants`]),
    ...(average_minutes === null ? [] : [`${countOf(average_minutes, "minute")} on average`]),
    ...(peak_concurrent === null ? [] : [`at most ${peak_concurrent} at once`]),
    ...(before === undefined || before.share === null ? [] : [`${percent(before.share)} of those of the date before came again`]),
  ];
  return `${at}: ${facts.join(", ")}`;
};

/** One line for each date of a series, for a terminal; none for an answer that is not a series. */
export const seriesRemarks = (answer: Readonly<Record<string, unknown>>): readonly string[] => {
  const { dates, retention } = answer as Partial<SeriesComparison>;
  return (dates ?? []).map((date, at) => describeDate(date, at === 0 ? undefined : retention?.[at - 1]));
};
