import type { AttendanceReport, PersonStatus, ReportPerson } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";
import { Presence } from "../charts/presence-strip.tsx";
import { counted, countText, minutesText, safeText, UNKNOWN } from "../format.ts";
import type { Clock } from "../time/clock.ts";
import { ScrollBox } from "./scroll-box.tsx";

const STATUS: Readonly<Record<PersonStatus, string>> = {
  host: "Host",
  panelist: "Panelist",
  attended: "Attended",
  absent: "Absent",
  walk_in: "Walk-in",
  attendee: "Attendee",
};

/** Strips of more people would make the page too large to mail. */
const MOST_STRIPS = 1500;

interface Column {
  head: string;
  sort: "text" | "number";
}

const COLUMNS: readonly Column[] = [
  { head: "Status", sort: "text" },
  { head: "Minutes", sort: "number" },
  { head: "Came", sort: "number" },
  { head: "Left", sort: "number" },
  { head: "Joins", sort: "number" },
  { head: "Polls", sort: "number" },
  { head: "Questions", sort: "number" },
  { head: "Survey", sort: "text" },
  { head: "Engagement", sort: "number" },
];

/** Everybody of the report, one row each; columns sort and a field narrows them if script runs. */
export const PeopleTable = ({ report, clock }: { report: AttendanceReport; clock: Clock }): VNode => {
  const { people, webinar, sessions } = report;
  const start = sessions[0]?.start_time ?? webinar.start_time;
  const end = sessions.at(-1)?.end_time ?? webinar.end_time ?? report.curve.at(-1)?.at ?? null;
  const [startMs, endMs] = [start, end].map((instant) => (instant === null ? Number.NaN : Date.parse(instant))) as [number, number];
  const hasStrips = people.length <= MOST_STRIPS && endMs > startMs;
  const names = new Map(people.map(({ registrant_id, name, email }) => [registrant_id, name ?? email]));
  return (
    <section class="people">
      <h2 id="people">{`People (${countText(people.length)})`}</h2>
      <ScrollBox label="people">
        <table class="sortable">
          <caption>{`Times in ${clock.zone}`}</caption>
          <thead>
            <tr>
              <th scope="col" data-sort="text">
                Name
              </th>
              {hasStrips ? (
                <th scope="col" class="strip">
                  Presence
                </th>
              ) : null}
              {COLUMNS.map(({ head, sort }) => (
                <th scope="col" data-sort={sort} class={sort === "number" ? "n" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr class={person.status === "absent" ? "off" : undefined}>
                <th scope="row">
                  {safeText(person.name ?? "") || "No name"}
                  {person.email === null ? null : <small>{safeText(person.email)}</small>}
                  {remarksOf(person, names).map((remark) => (
                    <small>{remark}</small>
                  ))}
                </th>
                {hasStrips ? (
                  <td class="strip">
                    {person.intervals.length > 0 ? <Presence intervals={person.intervals} startMs={startMs} endMs={endMs} /> : null}
                  </td>
                ) : null}
                <td>{STATUS[person.status]}</td>
                <td>{minutesText(person.minutes)}</td>
                <Moment instant={person.first_join} start={start} clock={clock} isOdd={person.late} remark="late" />
                <Moment instant={person.last_leave} start={start} clock={clock} isOdd={person.left_early} remark="early" />
                <td>{countText(person.joins)}</td>
                <td>{countText(person.polls_answered)}</td>
                <td>{countText(person.questions_asked)}</td>
                <td>{person.survey_answered === null ? UNKNOWN : person.survey_answered ? "yes" : "no"}</td>
                <td>{countText(person.engagement)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
};

interface MomentProps {
  instant: string | null;
  start: string | null;
  clock: Clock;
  isOdd: boolean | null;
  remark: string;
}

/** A time of the day, which sorts by the seconds since the start. */
const Moment = ({ instant, start, clock, isOdd, remark }: MomentProps): VNode => {
  if (instant === null) return <td>{UNKNOWN}</td>;
  return (
    <td data-v={start === null ? undefined : (Date.parse(instant) - Date.parse(start)) / 1000}>
      {clock.timeAfter(instant, start)}
      {isOdd ? <i>{remark}</i> : null}
    </td>
  );
};

const remarksOf = ({ may_be, registration, roles, notes, status }: ReportPerson, names: ReadonlyMap<string | null, string | null>): string[] => [
  ...(registration === "pending" || registration === "denied" ? [`registration ${registration}`] : []),
  ...(status === "panelist" && roles.includes("attendee") ? ["also an attendee"] : []),
  ...(may_be === null ? [] : [`may be ${safeText(names.get(may_be) ?? "an absent registrant")}, who is absent`]),
  ...notes.map(safeText),
];

/** "5 people listed here of 47": says that a filter left people out. */
export const listedText = ({ people, totals }: AttendanceReport): string | null => {
  const { attendees, absent, hosts, panelists } = totals;
  if (attendees === null) return null;
  const all = attendees + (absent ?? 0) + (hosts ?? 0) + (panelists ?? 0);
  return people.length < all ? `${counted(people.length, "person", "people")} listed of ${countText(all)}; the figures are those of all.` : null;
};
