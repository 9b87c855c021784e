import type { CurvePoint, ReportMark, ReportSession, ReportTotals } from "@zoom-webinar/webinar-core";
import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import type { VNode } from "preact";
import { across, counted, countText, safeText, UNKNOWN } from "../format.ts";
import { ChartFrame } from "../parts/chart-frame.tsx";
import type { Clock } from "../time/clock.ts";
import { anchorAt } from "./anchor.ts";
import { badgesOf } from "./badges.ts";
import { minuteTicks } from "./minute-ticks.ts";

export interface CurveProps {
  curve: readonly CurvePoint[];
  marks: readonly ReportMark[];
  sessions: readonly ReportSession[];
  totals: ReportTotals;
  end: string | null;
  clock: Clock;
}

const HEIGHT = 320;
const BASE = 268;
/** The path is drawn in these units and stretched to the page's width. */
const UNITS = 1000;
const MINUTE_MS = 60_000;
const LONG_ROWS = 300;
const FEW_MINUTES = 5;

/** Who is there over time: the curve, its peak, when polls were answered and questions asked, and when a restarted webinar was closed. */
export const CurveChart = ({ curve, marks, sessions, totals, end, clock }: CurveProps): VNode | null => {
  const start = curve[0]?.at;
  if (start === undefined) return null;
  const startMs = Date.parse(start);
  const lastMs = Date.parse(curve.at(-1)?.at ?? start) + MINUTE_MS;
  const endMs = Math.min(lastMs, Math.max(startMs + MINUTE_MS, end === null ? lastMs : Date.parse(end)));
  const x = scaleLinear([startMs, endMs], [0, 1]).clamp(true);
  const at = (instant: string): number => x(Date.parse(instant));
  const polls = marks.filter(({ kind }) => kind === "poll");
  const questions = marks.filter(({ kind }) => kind === "question");
  const badges = badgesOf(polls.map(({ at: when }) => at(when)));
  const top = 30 + 22 * Math.max(0, ...badges.map(({ lane }) => lane));
  const most = Math.max(1, totals.peak_concurrent ?? 0, ...curve.map(({ present }) => present));
  const y = scaleLinear([0, most * 1.12], [BASE, top]);
  const last = curve.at(-1);
  const points = [...curve.map(({ at: when, present }) => ({ x: at(when), present })), { x: 1, present: last?.present ?? 0 }];
  const shape = area<(typeof points)[number]>()
    .x((point) => point.x * UNITS)
    .y0(BASE)
    .y1((point) => y(point.present))
    .curve(curveStepAfter)
    .digits(1)(points);
  const edge = line<(typeof points)[number]>()
    .x((point) => point.x * UNITS)
    .y((point) => y(point.present))
    .curve(curveStepAfter)
    .digits(1)(points);
  const closed = closedSpans(sessions);
  const peak = totals.peak_at === null || totals.peak_concurrent === null ? null : { x: at(totals.peak_at), y: y(totals.peak_concurrent) };
  const asked = questions.reduce((sum, { count }) => sum + count, 0);
  const description = [
    totals.peak_concurrent === null || totals.peak_at === null
      ? "Attendees present at each minute."
      : `Attendees present at each minute; at most ${countText(totals.peak_concurrent)}, first at ${clock.timeAfter(totals.peak_at, start)}.`,
    ...(closed.length > 0 ? [`It was closed and opened again ${counted(closed.length, "time")}.`] : []),
  ].join(" ");
  const legend =
    marks.length === 0 ? null : (
      <ol class="marks">
        {polls.map(({ at: when, text, count }, index) => (
          <li>
            <b class="badge">{index + 1}</b> {`Poll at ${clock.timeAfter(when, start)}: `}
            <bdi>{safeText(text ?? "untitled")}</bdi>
            {` (${counted(count, "answer")})`}
          </li>
        ))}
        {asked === 0 ? null : (
          <li>
            <b class="dot" aria-hidden="true" />
            {` ${counted(asked, "question")} asked; the larger the ring, the more in that minute`}
          </li>
        )}
      </ol>
    );
  return (
    <ChartFrame
      id="curve"
      title="Who was there"
      description={description}
      height={HEIGHT}
      isWide
      legend={legend}
      table={{ columns: ["Time", "Present", "Polls and questions"], rows: rowsOf(curve, marks, clock) }}
    >
      {closed.map(({ from, to }) => (
        <rect class="closed" x={across(at(from))} width={across(at(to) - at(from))} y={top} height={BASE - top} />
      ))}
      {y.ticks(4).map((tick) =>
        Number.isInteger(tick) ? (
          <g>
            <line class={tick === 0 ? "axis" : "grid"} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
            <text class="tick" x="-8" y={y(tick) + 4} text-anchor="end">
              {countText(tick)}
            </text>
          </g>
        ) : null,
      )}
      <svg width="100%" height={HEIGHT} viewBox={`0 0 ${UNITS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="area" d={shape ?? ""} />
        <path class="edge" d={edge ?? ""} />
      </svg>
      {minuteTicks(startMs, endMs).map(({ ms, isMinor }) => (
        <text class={isMinor ? "tick alt" : "tick"} x={across(x(ms))} y={BASE + 42} text-anchor={anchorAt(x(ms), 0.03)}>
          {clock.time(new Date(ms).toISOString())}
        </text>
      ))}
      {questions.map(({ at: when, count }) => (
        <circle class="question" cx={across(at(when))} cy={BASE + 15} r={Math.min(9, 2.5 + 1.5 * Math.sqrt(count))} />
      ))}
      {badges.map(({ share, lane }, index) => (
        <g>
          <line class="poll" x1={across(share)} x2={across(share)} y1={14 + 22 * lane} y2={BASE} />
          <circle class="poll" cx={across(share)} cy={11 + 22 * lane} r="10" />
          <text class="poll" x={across(share)} y={15 + 22 * lane} text-anchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
      {peak === null ? null : (
        <g>
          <circle class="peak" cx={across(peak.x)} cy={peak.y} r="4" />
          <text class="peak" x={across(peak.x)} y={peak.y - 9} text-anchor={anchorAt(peak.x, 0.15)}>
            {`peak ${countText(totals.peak_concurrent)}`}
          </text>
        </g>
      )}
    </ChartFrame>
  );
};

/** The gaps between the instances of one session. */
const closedSpans = (sessions: readonly ReportSession[]): { from: string; to: string }[] =>
  sessions.flatMap(({ instances }) =>
    instances.slice(1).flatMap(({ start_time: to }, index) => {
      const from = instances[index]?.end_time ?? null;
      return from === null || to === null || from >= to ? [] : [{ from, to }];
    }),
  );

const rowsOf = (curve: readonly CurvePoint[], marks: readonly ReportMark[], clock: Clock): string[][] => {
  const start = curve[0]?.at ?? null;
  const step = curve.length > LONG_ROWS ? FEW_MINUTES : 1;
  return curve
    .filter((_point, index) => index % step === 0)
    .map(({ at, present }) => {
      const from = Date.parse(at);
      const here = marks.filter((mark) => Date.parse(mark.at) >= from && Date.parse(mark.at) < from + step * MINUTE_MS);
      const said = here.map(({ kind, text, count }) =>
        kind === "poll" ? `poll ${safeText(text ?? UNKNOWN)}: ${counted(count, "answer")}` : counted(count, "question"),
      );
      return [clock.timeAfter(at, start), countText(present), said.join("; ")];
    });
};
