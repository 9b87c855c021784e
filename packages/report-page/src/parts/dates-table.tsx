import type { RetentionStep, SeriesComparison } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { Spark } from "../charts/spark.tsx";
import { countText, minutesText, shareText, UNKNOWN } from "../format.ts";
import type { Clock } from "../time/clock.ts";
import { Figure } from "./figure.tsx";
import { ScrollBox } from "./scroll-box.tsx";

const FIELDS = [
  { field: "registered", head: "Registered", write: countText },
  { field: "attendees", head: "Attendees", write: countText },
  { field: "show_rate", head: "Show rate", write: shareText },
  { field: "average_minutes", head: "Average minutes", write: minutesText },
  { field: "median_minutes", head: "Median minutes", write: minutesText },
  { field: "peak_concurrent", head: "Peak", write: countText },
] as const;

/** The dates of a series side by side, with their curves. */
export const DatesTable = ({ dates, retention, clock }: Pick<SeriesComparison, "dates" | "retention"> & { clock: Clock }): VNode => {
  const most = Math.max(0, ...dates.map(({ totals }) => totals.peak_concurrent ?? 0));
  return (
    <section class="dates">
      <h2 id="side">Dates side by side</h2>
      <ScrollBox label="side">
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Who was there</th>
              {FIELDS.map(({ head }) => (
                <th scope="col" class="n">
                  {head}
                </th>
              ))}
              <th scope="col" class="n">
                Came again
              </th>
            </tr>
          </thead>
          <tbody>
            {dates.map(({ sessions, totals, curve, complete }, index) => {
              const start = sessions[0]?.start_time ?? null;
              return (
                <tr>
                  <th scope="row">
                    {start === null ? UNKNOWN : clock.shortDay(start)}
                    <small>{`${start === null ? "" : clock.time(start)}${complete ? "" : " not complete"}`}</small>
                  </th>
                  <td>
                    <Spark curve={curve} most={most} />
                  </td>
                  {FIELDS.map(({ field, write }) => (
                    <td class="n">
                      <Figure of={`dates.${index}.totals.${field}`} value={totals[field]} text={write(totals[field])} />
                    </td>
                  ))}
                  <td class="n">
                    <Again step={retention[index - 1]} index={index - 1} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
};

/** Share of the date before who came again; nothing for the first date. */
const Again = ({ step, index }: { step: RetentionStep | undefined; index: number }): VNode | null =>
  step === undefined ? null : <Figure of={`retention.${index}.share`} value={step.share} text={shareText(step.share)} />;
