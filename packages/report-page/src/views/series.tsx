import type { SeriesComparison } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { AgainChart, DatesChart, TimesChart } from "../charts/dates.tsx";
import { countText, shareText } from "../format.ts";
import { DatesTable } from "../parts/dates-table.tsx";
import { Figure, KeyFigure } from "../parts/figure.tsx";
import { Notes, Unfinished } from "../parts/notes.tsx";
import { PageFoot, PageHead } from "../parts/page-head.tsx";
import { SeriesPeople } from "../parts/series-people.tsx";
import type { Clock } from "../time/clock.ts";

const sumOf = (values: readonly (number | null)[]): number | null => {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** The page of every date of a webinar, side by side. */
export const SeriesView = ({ series, clock }: { series: SeriesComparison; clock: Clock }): VNode => {
  const { webinar, dates, people, retention, complete, notes } = series;
  const came = sumOf(dates.map(({ totals }) => totals.attendees));
  const more = people.filter(({ dates_came }) => dates_came > 1).length;
  const shares = retention.map(({ share }) => share);
  const best = dates.reduce<number | null>((most, { totals }) => (totals.attendees === null ? most : Math.max(most ?? 0, totals.attendees)), null);
  const first = dates[0]?.sessions[0]?.start_time ?? null;
  const last = dates.at(-1)?.sessions[0]?.start_time ?? null;
  const hasCounts = shares.some((share) => share !== null);
  return (
    <main>
      <PageHead
        kind="Attendance, date by date"
        webinar={webinar}
        facts={[first === null || last === null ? null : first === last ? clock.day(first) : `${clock.day(first)} to ${clock.day(last)}`, clock.zone]}
      />
      <Unfinished complete={complete} />
      <dl class="key four">
        <KeyFigure label="Dates" figure={<Figure of="dates.length" value={dates.length} text={countText(dates.length)} />}>
          held
        </KeyFigure>
        <KeyFigure label="People" figure={<Figure of="people.length" value={people.length} text={countText(people.length)} />}>
          {came === null ? "came" : `who came ${countText(came)} times in all`}
        </KeyFigure>
        <KeyFigure label="Came again" figure={<span>{countText(more)}</span>}>
          {people.length === 0 ? "to more than one date" : `people to more than one date, ${shareText(more / people.length)}`}
        </KeyFigure>
        <KeyFigure label="Best date" figure={<span>{countText(best)}</span>}>
          attendees
        </KeyFigure>
      </dl>
      <div class="charts">
        <DatesChart dates={dates} clock={clock} />
        {hasCounts ? <AgainChart retention={retention} clock={clock} /> : null}
        <TimesChart people={people} dates={dates.length} />
      </div>
      <DatesTable dates={dates} retention={retention} clock={clock} />
      <Notes notes={notes} />
      <SeriesPeople people={people} dates={dates.length} />
      <PageFoot zone={clock.zone} />
    </main>
  );
};
