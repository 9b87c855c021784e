import type { ReportTotals } from "../report-types.ts";
import { dropOffOf, type Presence, peakOf } from "./concurrent.ts";
import type { Counted } from "./people.ts";
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
  const sorted = new Float64Array(seconds).sort();
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? toAverageMinutes((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0), 2)
    : toAverageMinutes(sorted[Math.floor(middle)] ?? 0, 1);
};

/** What the totals are made from. */
export interface TotalsInput {
  people: readonly Counted[];
  /** One for each attendee. */
  seconds: readonly number[];
  roster: Roster;
  /** Numbers of people who came, by their place on the roster. */
  came: (number: number) => boolean;
  /** When attendees came and went. */
  presence: Presence;
  /** First start and last end; null if unknown. */
  window: { start: number; end: number } | null;
  isRunning: boolean;
  asksRegistration: boolean | null;
  /** Null: they were not read. */
  rows: number | null;
}

/** The numbers of an instance or session. */
export const toTotals = ({ people, seconds, roster, came, presence, window, isRunning, asksRegistration, rows }: TotalsInput): ReportTotals => {
  const wereRead = rows !== null;
  const hasRegistration = asksRegistration === true && roster.hasRegistrants;
  const registrations = { approved: 0, pending: 0, denied: 0 };
  let registered = 0;
  let approvedCame = 0;
  for (let number = 0; number < roster.people.length; number += 1) {
    const registration = roster.people[number]?.registration;
    if (!registration) continue;
    registered += 1;
    if (registration.status !== null) registrations[registration.status] += 1;
    if (registration.status === "approved" && came(number)) approvedCame += 1;
  }
  const withStatus = { host: 0, panelist: 0, attended: 0, absent: 0, walk_in: 0, attendee: 0 };
  for (const { status, stay } of people) if (stay !== null || status === "absent") withStatus[status] += 1;
  const ifAsked = (value: number): number | null => (hasRegistration ? value : null);
  const ifRead = (value: number): number | null => (wereRead ? value : null);
  const peak = peakOf(presence);
  return {
    registered: ifAsked(registered),
    approved: ifAsked(registrations.approved),
    pending: ifAsked(registrations.pending),
    denied: ifAsked(registrations.denied),
    attended: asksRegistration === false ? null : ifRead(withStatus.attended),
    absent: wereRead ? ifAsked(withStatus.absent) : null,
    walk_ins: wereRead ? ifAsked(withStatus.walk_in) : null,
    attendees: ifRead(seconds.length),
    hosts: ifRead(withStatus.host),
    panelists: ifRead(withStatus.panelist),
    show_rate: wereRead && hasRegistration && registrations.approved > 0 ? approvedCame / registrations.approved : null,
    average_minutes: wereRead ? averageOf(seconds) : null,
    median_minutes: wereRead ? medianOf(seconds) : null,
    peak_concurrent: wereRead ? peak.count : null,
    peak_at: peak.at === null ? null : toInstant(peak.at),
    rows,
    drop_off:
      wereRead && window !== null && !isRunning ? dropOffOf(presence, window.start, window.end) : { "25": null, "50": null, "75": null, "95": null },
  };
};
