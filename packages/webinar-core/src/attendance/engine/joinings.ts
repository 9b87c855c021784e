import type { InstanceInput, JoiningRow } from "./input.ts";
import { toSecond } from "./seconds.ts";

/** From the start of an instance up to, and without, its end; whole seconds since the epoch. Null if there is nothing to tell it from. */
export interface Window {
  start: number;
  end: number;
}

/** What is worth a note about the rows. */
export interface RowOddities {
  withoutJoin: number;
  reversed: number;
  withoutLeave: number;
  clippedSeconds: number;
  outside: number;
}

/** The joinings of some instances. The arrays stand side by side: one place, one row; a large webinar has fifty thousand of them. */
export interface Joinings {
  readonly rows: readonly JoiningRow[];
  /** Number of the row's instance. */
  readonly instanceOf: Int32Array;
  /** Clipped to the window of the instance; `from` equals `to` if nothing is left. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** As joined, not clipped, for what was first; infinite if it is not known. */
  readonly joined: Float64Array;
  readonly windows: readonly (Window | null)[];
  readonly isRunning: readonly boolean[];
  readonly oddities: RowOddities;
  /** Rows were read for at least one instance. */
  readonly wereRead: boolean;
  /** Zoom says 0 seconds for every row although people stayed: its figures are not ready. */
  readonly hasOnlyZeroDurations: boolean;
}

const isJoining = ({ status }: JoiningRow): boolean => status !== "in_waiting_room";

/** Actual start and end from the details; else the listed start and the last leave; else the first join and the last leave. */
const windowOf = (instance: InstanceInput, nowSecond: number): { window: Window | null; isRunning: boolean } => {
  const { details, listed_start, rows } = instance;
  const isRunning = details !== null && !details.end_time;
  let firstJoin = Number.POSITIVE_INFINITY;
  let lastSeen = Number.NEGATIVE_INFINITY;
  const detailedStart = details === null ? null : toSecond(details.start_time);
  const detailedEnd = isRunning ? nowSecond : details === null ? null : toSecond(details.end_time);
  if (detailedStart === null || detailedEnd === null) {
    for (const row of rows ?? []) {
      if (!isJoining(row)) continue;
      const join = toSecond(row.join_time);
      const leave = toSecond(row.leave_time);
      if (join !== null) {
        firstJoin = Math.min(firstJoin, join);
        lastSeen = Math.max(lastSeen, join);
      }
      if (leave !== null) lastSeen = Math.max(lastSeen, leave);
    }
  }
  const start = detailedStart ?? toSecond(listed_start) ?? firstJoin;
  const end = detailedEnd ?? lastSeen;
  if (!Number.isFinite(start)) return { window: null, isRunning };
  return { window: { start, end: Math.max(start, Number.isFinite(end) ? end : start) }, isRunning };
};

const UNKNOWN = { window: null, isRunning: false };

/** Reads the rows of the instances: times, clipped to the window of their instance. */
export const toJoinings = (instances: readonly InstanceInput[], nowMs: number): Joinings => {
  const nowSecond = Math.floor(nowMs / 1000);
  const known = instances.map((instance) => windowOf(instance, nowSecond));
  const rows: JoiningRow[] = [];
  const places: number[] = [];
  for (let number = 0; number < instances.length; number += 1) {
    for (const row of instances[number]?.rows ?? []) {
      if (!isJoining(row)) continue;
      rows.push(row);
      places.push(number);
    }
  }
  const from = new Float64Array(rows.length);
  const to = new Float64Array(rows.length);
  const joined = new Float64Array(rows.length);
  const oddities: RowOddities = { withoutJoin: 0, reversed: 0, withoutLeave: 0, clippedSeconds: 0, outside: 0 };
  let zeroDurations = 0;
  let stayed = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? {};
    const { window, isRunning } = known[places[at] ?? 0] ?? UNKNOWN;
    const start = window?.start ?? 0;
    const end = window?.end ?? 0;
    const join = toSecond(row.join_time);
    const left = toSecond(row.leave_time);
    if (row.duration === 0) zeroDurations += 1;
    joined[at] = join ?? Number.POSITIVE_INFINITY;
    from[at] = start;
    to[at] = start;
    if (join === null) {
      oddities.withoutJoin += 1;
      continue;
    }
    if (left === null && !isRunning) oddities.withoutLeave += 1;
    const leave = left ?? Math.max(join, end);
    if (leave < join) {
      oddities.reversed += 1;
      continue;
    }
    if (leave > join) stayed += 1;
    const clippedFrom = Math.min(Math.max(join, start), end);
    const clippedTo = Math.max(Math.min(leave, end), start);
    const length = Math.max(clippedTo - clippedFrom, 0);
    from[at] = clippedFrom;
    to[at] = clippedFrom + length;
    oddities.clippedSeconds += leave - join - length;
    if (length === 0 && leave > join) oddities.outside += 1;
  }
  return {
    rows,
    instanceOf: Int32Array.from(places),
    from,
    to,
    joined,
    windows: known.map(({ window }) => window),
    isRunning: known.map(({ isRunning }) => isRunning),
    oddities,
    wereRead: instances.some((instance) => instance.rows !== null),
    hasOnlyZeroDurations: rows.length > 0 && zeroDurations === rows.length && stayed > 0,
  };
};
