import type { RetentionStep, SeriesPerson, SeriesReport } from "../report-types.ts";
import type { ReportInput } from "./input.ts";
import { toJoinings } from "./joinings.ts";
import { toPeopleOfRows } from "./people-of-rows.ts";
import { toReport } from "./report.ts";
import { toRoster } from "./roster.ts";
import { toMinutes } from "./seconds.ts";
import { toStays } from "./stays.ts";
import { toVisits, withoutOverlaps } from "./visits.ts";

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Who came to which date, people distinguished over all dates together. */
const countDates = (inputs: readonly ReportInput[], startTimes: readonly (string | null)[]) => {
  const [first] = inputs;
  const registrants = inputs.flatMap((input) => input.registrants ?? []);
  const roster = toRoster(registrants, first?.panelists ?? null, first?.hosts ?? []);
  const instances = inputs.flatMap((input) => input.instances);
  const dateOf = inputs.flatMap((input, date) => input.instances.map(() => date));
  const joinings = toJoinings(instances, first?.now_ms ?? 0);
  const people = toPeopleOfRows(joinings, roster);
  const stays = toStays(joinings, people, false);
  const dates = inputs.map(() => new Set<number>());
  for (const [at, person] of people.personOf.entries()) {
    const listed = roster.people[person];
    const stay = stays[person];
    if (listed?.isHost || listed?.isPanelist || stay?.isHost || stay?.isPanelist) continue;
    dates[dateOf[joinings.instanceOf[at] ?? 0] ?? 0]?.add(person);
  }
  const datesOf = new Map<number, number[]>();
  for (const [at, date] of dates.entries()) for (const person of date) datesOf.set(person, [...(datesOf.get(person) ?? []), at]);
  const times = inputs.map((_input, date) => ({
    startTime: startTimes[date] ?? null,
    windows: withoutOverlaps(joinings.windows.flatMap((window, instance) => (dateOf[instance] === date && window !== null ? [window] : []))),
  }));
  const attendees = [...datesOf].map(([person, came]): SeriesPerson => {
    const registration = roster.people[person]?.registration;
    const stay = stays[person];
    return {
      name: registration?.name ?? stay?.name ?? null,
      email: registration?.email ?? stay?.email ?? null,
      registrant_id: registration?.id ?? people.unlistedIds.get(person) ?? null,
      dates_came: came.length,
      seconds: stay?.seconds ?? 0,
      minutes: toMinutes(stay?.seconds ?? 0),
      visits: toVisits(
        stay?.spans ?? [],
        came.flatMap((date) => times[date] ?? []),
      ),
    };
  });
  attendees.sort((a, b) => b.dates_came - a.dates_came || b.seconds - a.seconds || compareText(a.email ?? a.name ?? "", b.email ?? b.name ?? ""));
  return { attendees, dates };
};

/** Every date of a series: each one's report, who came to how many, and how many came again. Inputs are in order of time. */
export const toSeriesReport = (inputs: readonly ReportInput[], { withJoinings = false }: { withJoinings?: boolean } = {}): SeriesReport => {
  const reports = inputs.map((input) => toReport(input, { withJoinings }));
  const { attendees, dates } = countDates(
    inputs,
    reports.map(({ webinar }) => webinar.start_time),
  );
  const wereRead = inputs.map(({ instances }) => instances.some(({ rows }) => rows !== null));
  const retention = reports.slice(1).map((report, at): RetentionStep => {
    const before = dates[at] ?? new Set<number>();
    const after = dates[at + 1] ?? new Set<number>();
    const again = [...before].filter((person) => after.has(person)).length;
    const isKnown = wereRead[at] === true && wereRead[at + 1] === true && before.size > 0;
    return { from: reports[at]?.webinar.start_time ?? null, to: report.webinar.start_time, share: isKnown ? again / before.size : null };
  });
  const lengths = reports.map(({ webinar }) => webinar.length_minutes);
  const incomplete = reports.filter(({ complete }) => !complete).length;
  const last = reports.at(-1)?.webinar;
  return {
    webinar: {
      id: last?.id ?? null,
      uuid: last?.uuid ?? null,
      topic: last?.topic ?? null,
      host_email: last?.host_email ?? null,
      timezone: last?.timezone ?? null,
      start_time: reports[0]?.webinar.start_time ?? null,
      end_time: last?.end_time ?? null,
      length_minutes: lengths.reduce<number | null>(
        (sum, length) => (sum === null || length === null ? null : Math.round((sum + length) * 10) / 10),
        0,
      ),
    },
    dates: reports.map(({ webinar: _webinar, ...date }) => date),
    people: attendees,
    retention,
    complete: incomplete === 0,
    notes: incomplete === 0 ? [] : [`${incomplete} of ${reports.length} dates are not complete; their own notes say why.`],
  };
};
