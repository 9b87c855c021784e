import type { CurvePoint } from "../report-types.ts";
import { toInstant } from "./seconds.ts";

/** United intervals of one person, in order: from, to, from, to … Whole seconds since the epoch. */
export type Spans = readonly number[];

/** When attendees came and went, people and not devices, each in order of time. */
export interface Presence {
  readonly count: number;
  readonly comes: Float64Array;
  readonly goes: Float64Array;
}

/** Puts the presence of many people together. */
export const toPresence = (people: readonly Spans[]): Presence => {
  let length = 0;
  for (const spans of people) length += spans.length / 2;
  const comes = new Float64Array(length);
  const goes = new Float64Array(length);
  let at = 0;
  for (const spans of people) {
    for (let place = 0; place < spans.length; place += 2) {
      comes[at] = spans[place] ?? 0;
      goes[at] = spans[place + 1] ?? 0;
      at += 1;
    }
  }
  return { count: people.length, comes: comes.sort(), goes: goes.sort() };
};

/** Most people at once and the first second of it; null for none. Who leaves in a second is gone before the next one comes. */
export const peakOf = ({ comes, goes }: Presence): { count: number; at: number | null } => {
  let most = 0;
  let mostAt: number | null = null;
  let gone = 0;
  for (let came = 0; came < comes.length; came += 1) {
    const second = comes[came] ?? 0;
    while (gone < goes.length && (goes[gone] ?? 0) <= second) gone += 1;
    // Several who come in one second are counted when the last of them is in.
    const now = came + 1 - gone;
    if (now > most) {
      most = now;
      mostAt = second;
    }
  }
  return { count: most, at: mostAt };
};

/** How many are there in each of some seconds, which are in order. */
export const presentAt = ({ comes, goes }: Presence, seconds: readonly number[]): number[] => {
  let came = 0;
  let gone = 0;
  return seconds.map((second) => {
    while (came < comes.length && (comes[came] ?? 0) <= second) came += 1;
    while (gone < goes.length && (goes[gone] ?? 0) <= second) gone += 1;
    return came - gone;
  });
};

export const MOST_CURVE_SECONDS = 24 * 3600;
const MINUTE = 60;

/** Attendees present at the start and each whole minute after it, up to and without the end; 24 hours at most. */
export const curveOf = (presence: Presence, start: number, end: number): CurvePoint[] => {
  const last = Math.min(end, start + MOST_CURVE_SECONDS);
  const seconds: number[] = [];
  for (let second = start; second < last; second += MINUTE) seconds.push(second);
  return presentAt(presence, seconds).map((present, at) => ({ at: toInstant(seconds[at] ?? start), present }));
};

/** Share of the attendees present at a quarter, half, three quarters and 95 % of the length. */
export const dropOffOf = (presence: Presence, start: number, end: number) => {
  const length = end - start;
  // Whole numbers: 0.95 times a length may come out a hair below the whole second that it is.
  const seconds = [25, 50, 75, 95].map((percent) => start + Math.floor((length * percent) / 100));
  const [a, b, c, d] = presentAt(presence, seconds).map((present) => (presence.count === 0 ? null : present / presence.count));
  return { "25": a ?? null, "50": b ?? null, "75": c ?? null, "95": d ?? null };
};
