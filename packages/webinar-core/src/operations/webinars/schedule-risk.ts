import { countOf } from "../../operation/counts.ts";
import type { Consequence } from "../../operation/preview.ts";
import { apartIn, type Registered, totalOf } from "./audience.ts";
import { type HeldDate, listDates, shortDate } from "./dates.ts";

/** A date as it will be; `id` is the one that Zoom gives it, its first start in milliseconds. */
export interface ComingDate {
  utc: string;
  local: string;
}

/** The future dates of a schedule, before and after. */
export interface ScheduleChange {
  before: readonly HeldDate[];
  /** Dates of the series that were called off, by id. */
  calledOff: readonly string[];
  after: readonly ComingDate[];
  /** The one date that is changed; null for all. */
  occurrenceId: string | null;
  /** How many are registered, null if it cannot be counted. */
  registered: Registered | null;
  notifies: boolean;
  /** The field by which the call would tell them; null: it cannot. */
  tellsBy: string | null;
  /** Panelists, null if they cannot be counted. */
  panelists: number | null;
}

const idOf = ({ utc }: ComingDate): string => String(Date.parse(utc));

/** True for a date that was put elsewhere than where the rule had it: its id is the start it was planned with. */
const isMoved = ({ occurrence_id, utc }: HeldDate): boolean =>
  occurrence_id != null && /^\d{12,14}$/.test(occurrence_id) && Number(occurrence_id) !== Date.parse(utc);

const isSame = (one: readonly { utc: string }[], other: readonly { utc: string }[]): boolean =>
  one.length === other.length && one.every(({ utc }, at) => utc === other[at]?.utc);

const comingIds = (after: readonly ComingDate[]): ReadonlySet<string> => new Set(after.map(idOf));

const seriesRisk = ({ before, calledOff, after }: ScheduleChange): Consequence[] => {
  const coming = comingIds(after);
  const consequences: Consequence[] = [];
  if (after.length < before.length) {
    const starts = new Set(after.map(({ utc }) => utc));
    const gone = before.filter(({ utc }) => !starts.has(utc));
    consequences.push({
      kind: "lost",
      text: `${countOf(before.length, "date becomes", "dates become")} ${after.length}; gone: ${listDates(gone)}.`,
    });
  }
  const moved = before.filter((date) => isMoved(date) && !coming.has(date.occurrence_id ?? ""));
  if (moved.length > 0) {
    consequences.push({
      kind: "replanned",
      text: `${countOf(moved.length, "date that was moved goes", "dates that were moved go")} back to the rule: ${listDates(moved)}.`,
    });
  }
  const unsure = before.filter((date) => isMoved(date) && coming.has(date.occurrence_id ?? ""));
  if (unsure.length > 0) {
    const text = `${countOf(unsure.length, "date that was moved", "dates that were moved")} may go back to the rule: ${listDates(unsure)}. Zoom does not say.`;
    consequences.push({ kind: "replanned", text });
  }
  const known = new Set([...calledOff, ...before.flatMap(({ occurrence_id }) => occurrence_id ?? [])]);
  const renumbered = before.filter(({ occurrence_id }) => occurrence_id != null && !coming.has(occurrence_id));
  // If Zoom already has every date to come, the other dates are simply dropped, and the lines above say so.
  if (renumbered.length > 0 && [...coming].some((id) => !known.has(id))) {
    consequences.push({
      kind: "replanned",
      text: `${countOf(renumbered.length, "date is", "dates are")} planned again, with another occurrence ID: a registration for only one of them no longer counts.`,
    });
  }
  const off = after.filter((date) => calledOff.includes(idOf(date)));
  if (off.length > 0) {
    const text = `${countOf(off.length, "date that was called off is", "dates that were called off are")} in the new rule, and may stay called off: ${listDates(off)}. Zoom does not say.`;
    consequences.push({ kind: "replanned", text });
  }
  const back = calledOff.filter((id) => !coming.has(id));
  if (back.length > 0) {
    consequences.push({
      kind: "replanned",
      text: `${countOf(back.length, "date that was called off is", "dates that were called off are")} no longer marked as called off: a new date may fall on the same day.`,
    });
  }
  return consequences;
};

/** What a change of time does besides: dates that go, that are put back or numbered again, and people who are not told. */
export const scheduleRisk = (change: ScheduleChange): Consequence[] => {
  const { before, after, occurrenceId, registered, notifies } = change;
  if (isSame(before, after)) return [];
  const consequences = occurrenceId === null && before.length > 0 ? seriesRisk(change) : [];
  if (!notifies && (registered === null || totalOf(registered) > 0)) {
    const how = change.tellsBy === null ? "" : `; ${change.tellsBy} tells them`;
    const who =
      registered === null
        ? "Whoever is registered is"
        : `${countOf(totalOf(registered), "registered person", "registered people")}${apartIn(registered)} ${totalOf(registered) === 1 ? "is" : "are"}`;
    consequences.push({ kind: "not told", text: `${who} not told of the new time${how}.` });
  }
  if (change.panelists !== null && change.panelists > 0) {
    const who = countOf(change.panelists, "panelist is", "panelists are");
    consequences.push({ kind: "not told", text: `${who} not told of the new time: Zoom writes to registrants only.` });
  }
  return consequences;
};

/** Old and new time, for a person, each in the zone that the webinar has then. */
export const scheduleLines = ({ before, after }: Pick<ScheduleChange, "before" | "after">, zone: { was: string; will: string }): string[] => {
  const isOtherZone = zone.was !== zone.will;
  if (isSame(before, after)) return isOtherZone ? [`time zone: ${zone.was} becomes ${zone.will}, at the same instant`] : [];
  const [was, will] = [before, after].map((dates) =>
    dates.length === 0 ? "no fixed time" : dates.length === 1 && dates[0] ? shortDate(dates[0]) : `${dates.length} dates: ${listDates(dates)}`,
  );
  return [isOtherZone ? `time: ${was} (${zone.was}) becomes ${will} (${zone.will})` : `time (${zone.was}): ${was} becomes ${will}`];
};
