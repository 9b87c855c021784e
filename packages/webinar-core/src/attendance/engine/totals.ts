import type { ReportTotals } from "../report-types.ts";
import type { Counted } from "./people.ts";
import { dropOffOf, type Presence, peakOf } from "./presence.ts";
import type { Roster } from "./roster.ts";
import { toInstant } from "./seconds.ts";

/** Mean of whole seconds, in minutes to one decimal, halves up: in whole numbers, so that no sum is a hair off. */
const toAverageMinutes = (sum: number, count: number): number => Math.floor((2 * sum + 6 * count) / (12 * count)) / 10;

const averageOf = (seconds: readonly number[]): number | null =>
  seconds.length === 0
    ? null
    : toAverageMinutes(
        seconds.reduce((sum, each) => sum + each, 0),
        seconds.length,
      );

const medianOf = (seconds: readonly number[]): number | null => {
  if (seconds.length === 0) return null;
  const sorted = Float64Array.from(seconds).sort();
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? toAverageMinutes((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0), 2)
    : toAverageMinutes(sorted[Math.floor(middle)] ?? 0, 1);
};

/** What the totals are made from. */
export interface TotalsInput {
  people: readonly Counted[];
  roster: Roster;
  /** Numbers of people who came, by their place on the roster. */
  came: (number: number) => boolean;
  /** Of attendees. */
  presence: Presence;
  /** First start and last end; null if unknown. */
  window: { start: number; end: number } | null;
  isRunning: boolean;
  asksRegistration: boolean | null;
  /** Null: they were not read. */
  rows: number | null;
}

/** The numbers of an instance or session. */
export const toTotals = ({ people, roster, came, presence, window, isRunning, asksRegistration, rows }: TotalsInput): ReportTotals => {
  const wereRead = rows !== null;
  const hasRegistration = asksRegistration === true && roster.hasRegistrants;
  const registrations = roster.people.flatMap(({ registration }, number) => (registration === null ? [] : [{ status: registration.status, number }]));
  const registered = (status: string) => (hasRegistration ? registrations.filter((each) => each.status === status).length : null);
  const approved = registrations.filter(({ status }) => status === "approved");
  const inStatus = (status: string) => people.filter((person) => person.status === status);
  const cameAs = (status: string) => (wereRead ? inStatus(status).filter(({ stay }) => stay !== null).length : null);
  const attendees = people.filter(({ status, stay }) => stay !== null && status !== "host" && status !== "panelist");
  const seconds = attendees.map(({ stay }) => stay?.seconds ?? 0);
  const peak = peakOf(presence);
  return {
    registered: hasRegistration ? registrations.length : null,
    approved: registered("approved"),
    pending: registered("pending"),
    denied: registered("denied"),
    attended: asksRegistration === false ? null : cameAs("attended"),
    absent: wereRead && hasRegistration ? inStatus("absent").length : null,
    walk_ins: hasRegistration ? cameAs("walk_in") : null,
    attendees: wereRead ? attendees.length : null,
    hosts: cameAs("host"),
    panelists: cameAs("panelist"),
    show_rate: wereRead && hasRegistration && approved.length > 0 ? approved.filter(({ number }) => came(number)).length / approved.length : null,
    average_minutes: wereRead ? averageOf(seconds) : null,
    median_minutes: wereRead ? medianOf(seconds) : null,
    peak_concurrent: wereRead ? peak.count : null,
    peak_at: peak.at === null ? null : toInstant(peak.at),
    rows,
    drop_off:
      wereRead && window !== null && !isRunning ? dropOffOf(presence, window.start, window.end) : { "25": null, "50": null, "75": null, "95": null },
  };
};
