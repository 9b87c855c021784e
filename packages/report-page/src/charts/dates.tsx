import type { RetentionStep, SeriesComparison, SeriesPerson } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { counted, countText, shareText, UNKNOWN } from "../format.ts";
import { ChartFrame } from "../parts/chart-frame.tsx";
import type { Clock } from "../time/clock.ts";
import { Columns } from "./columns.tsx";

const HEIGHT = 240;
const SMALL = 220;

const dayText = (instant: string | null | undefined, clock: Clock): string =>
  instant === null || instant === undefined ? UNKNOWN : clock.shortDay(instant).replace(/ \d{4}$/, "");

/** Attendees of each date, before the outline of those approved. */
export const DatesChart = ({ dates, clock }: { dates: SeriesComparison["dates"]; clock: Clock }): VNode => {
  const hasApproved = dates.some(({ totals }) => totals.approved !== null);
  return (
    <ChartFrame
      id="dates"
      title="Attendees of each date"
      description={hasApproved ? "Attendees, before the approved registrants of the date in grey." : "People who came, hosts and panelists left out."}
      height={HEIGHT}
      isWide
      table={{
        columns: ["Date", "Approved", "Attendees"],
        rows: dates.map(({ sessions, totals }) => [dayText(sessions[0]?.start_time, clock), countText(totals.approved), countText(totals.attendees)]),
      }}
    >
      <Columns
        columns={dates.map(({ sessions, totals }) => ({
          label: dayText(sessions[0]?.start_time, clock),
          value: totals.attendees ?? 0,
          of: totals.approved ?? undefined,
          text: countText(totals.attendees),
        }))}
        height={HEIGHT}
        labels="middle"
        least={8}
      />
    </ChartFrame>
  );
};

/** Share of one date's attendees who came to the next. */
export const AgainChart = ({ retention, clock }: { retention: readonly RetentionStep[]; clock: Clock }): VNode => (
  <ChartFrame
    id="again"
    title="Who came to the next date"
    description="Share of the attendees of the date before who came again."
    height={SMALL}
    table={{
      columns: ["From", "To", "Came again"],
      rows: retention.map(({ from, to, share }) => [dayText(from, clock), dayText(to, clock), shareText(share)]),
    }}
  >
    <Columns
      columns={retention.map(({ to, share }) => ({ label: dayText(to, clock), value: share ?? 0, of: 1, text: shareText(share) }))}
      height={SMALL}
      labels="middle"
      least={4}
      full={1}
    />
  </ChartFrame>
);

/** People by the number of dates they came to; null with one date. */
export const TimesChart = ({ people, dates }: { people: readonly SeriesPerson[]; dates: number }): VNode | null => {
  if (people.length === 0 || dates < 2) return null;
  const counts = Array.from({ length: dates }, (_date, index) => people.filter(({ dates_came }) => dates_came === index + 1).length);
  return (
    <ChartFrame
      id="times"
      title="How many dates people came to"
      description={`${counted(people.length, "person", "people")} by the number of dates they came to.`}
      height={SMALL}
      table={{ columns: ["Dates", "People"], rows: counts.map((count, index) => [String(index + 1), countText(count)]) }}
    >
      <Columns
        columns={counts.map((count, index) => ({ label: String(index + 1), value: count, text: countText(count) }))}
        height={SMALL}
        labels="middle"
        least={4}
      />
    </ChartFrame>
  );
};
