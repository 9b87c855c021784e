import type { AttendanceReport } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { CurveChart } from "../charts/curve.tsx";
import { DropOffChart } from "../charts/drop-off.tsx";
import { StayChart } from "../charts/stay.tsx";
import { TurnoutChart } from "../charts/turnout.tsx";
import { countText, minutesText, shareText } from "../format.ts";
import { AllFigures } from "../parts/all-figures.tsx";
import { Figure, KeyFigure } from "../parts/figure.tsx";
import { Notes, Unfinished } from "../parts/notes.tsx";
import { PageFoot, PageHead } from "../parts/page-head.tsx";
import { listedText, PeopleTable } from "../parts/people-table.tsx";
import type { Clock } from "../time/clock.ts";

/** The page of one webinar. */
export const ReportView = ({ report, clock }: { report: AttendanceReport; clock: Clock }): VNode => {
  const { webinar, sessions, totals, people, curve, marks, zoom_says, complete, notes } = report;
  const { start_time: start, end_time: end, length_minutes: length } = webinar;
  const listed = listedText(report);
  return (
    <main>
      <PageHead
        kind="Attendance report"
        webinar={webinar}
        facts={[
          start === null ? null : clock.day(start),
          start === null ? null : `${clock.time(start)} to ${end === null ? "now" : clock.timeAfter(end, start)} (${clock.zone})`,
          length === null ? null : `${length} minutes`,
        ]}
      />
      <Unfinished complete={complete} />
      <dl class="key">
        <KeyFigure label="Attendees" figure={<Figure of="totals.attendees" value={totals.attendees} text={countText(totals.attendees)} />}>
          {totals.registered === null ? "registration is not asked or not known" : `${countText(totals.registered)} registered`}
        </KeyFigure>
        <KeyFigure label="Show rate" figure={<Figure of="totals.show_rate" value={totals.show_rate} text={shareText(totals.show_rate)} />}>
          {totals.approved === null ? "needs registration" : `of ${countText(totals.approved)} approved`}
        </KeyFigure>
        <KeyFigure
          label="Average stay"
          figure={<Figure of="totals.average_minutes" value={totals.average_minutes} text={minutesText(totals.average_minutes)} />}
        >
          {length === null ? "minutes" : `of ${length} minutes`}
        </KeyFigure>
        <KeyFigure
          label="Peak"
          figure={<Figure of="totals.peak_concurrent" value={totals.peak_concurrent} text={countText(totals.peak_concurrent)} />}
        >
          {totals.peak_at === null ? "at one time" : `at ${clock.timeAfter(totals.peak_at, start)}`}
        </KeyFigure>
        <KeyFigure
          label="Stayed to the end"
          figure={<Figure of="totals.drop_off.95" value={totals.drop_off["95"]} text={shareText(totals.drop_off["95"])} />}
        >
          present at 95% of the time
        </KeyFigure>
      </dl>
      <div class="charts">
        <CurveChart curve={curve} marks={marks} sessions={sessions} totals={totals} end={sessions.at(-1)?.end_time ?? end} clock={clock} />
        <TurnoutChart totals={totals} />
        <DropOffChart totals={totals} />
        <StayChart people={people} totals={totals} length={length} />
      </div>
      <Notes notes={listed === null ? notes : [listed, ...notes]} />
      <PeopleTable report={report} clock={clock} />
      <AllFigures totals={totals} zoom_says={zoom_says} engagement={people.some(({ engagement }) => engagement !== null)} />
      <PageFoot zone={clock.zone} />
    </main>
  );
};
