import type { ReportPerson, ReportTotals } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { counted, countText, minutesText } from "../format.ts";
import { ChartFrame } from "../parts/chart-frame.tsx";
import { Columns } from "./columns.tsx";

const WIDTHS = [1, 2, 5, 10, 15, 20, 30, 60, 120] as const;
const MOST = 14;
const LONGEST = 240;
const SECONDS_A_MINUTE = 60;
const HEIGHT = 220;
const ATTENDING: ReadonlySet<string> = new Set(["attended", "walk_in", "attendee"]);

/** How long attendees stayed: people by spans of minutes. Null if nobody's time is known. */
export const StayChart = ({
  people,
  totals,
  length,
}: {
  people: readonly ReportPerson[];
  totals: ReportTotals;
  length: number | null;
}): VNode | null => {
  const stays = people.flatMap(({ status, seconds }) => (seconds === null || !ATTENDING.has(status) ? [] : [seconds / SECONDS_A_MINUTE]));
  if (stays.length === 0) return null;
  const longest = Math.max(1, length ?? 0, ...stays);
  const width = WIDTHS.find((size) => longest / size <= MOST) ?? LONGEST;
  const spans = Array.from({ length: Math.max(1, Math.ceil(longest / width)) }, (_span, index) => index * width);
  // A full stay belongs to the last span, not to one of its own.
  const spanOf = (minutes: number): number => Math.min(Math.floor(minutes / width), spans.length - 1);
  const counts = new Map<number, number>();
  for (const minutes of stays) counts.set(spanOf(minutes), (counts.get(spanOf(minutes)) ?? 0) + 1);
  const columns = spans.map((from, index) => ({ label: String(from), value: counts.get(index) ?? 0, text: String(counts.get(index) ?? "") }));
  const isPart = totals.attendees !== null && stays.length !== totals.attendees;
  return (
    <ChartFrame
      id="stay"
      title="How long people stayed"
      description={`${isPart ? `Of the ${countText(stays.length)} attendees listed here` : "Attendees"} by minutes present; half of all stayed ${minutesText(totals.median_minutes)} minutes or longer.`}
      height={HEIGHT}
      table={{
        columns: ["Minutes", "People"],
        rows: columns.map(({ value }, index) => [`${spans[index] ?? 0} to ${(spans[index] ?? 0) + width}`, countText(value)]),
      }}
      legend={<p class="legend">{`Minutes present, in spans of ${counted(width, "minute")}`}</p>}
    >
      <Columns columns={columns} height={HEIGHT} labels="edge" end={String(spans.length * width)} />
    </ChartFrame>
  );
};
