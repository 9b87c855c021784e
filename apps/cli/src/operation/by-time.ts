import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import { isRow, type Row, rowsOf } from "../output/shape.ts";
import { isInstant } from "../output/times.ts";

type ByTime = NonNullable<NonNullable<AnyOperation["cli"]>["byTime"]>;

/** What help says of a list that is shown in order of time. */
export const ORDER_NOTE =
  "Shown in order of time: what is to come, soonest first, then what has no time, then what is over, latest first. --json has it as Zoom returns it.";

/** How a list is put in order of time for people; null if it stays as it comes. */
export const orderOf = (byTime: ByTime | undefined, input: Readonly<Record<string, unknown>>): ByTime | null =>
  byTime === undefined || byTime.unless.some((name) => input[name] !== undefined) ? null : byTime;

const MINUTE_MS = 60_000;

/** Rows in order of time. What runs now is still to come; rows of the same time stay as they are. */
export const inOrderOfTime = (rows: readonly Row[], { start, minutes }: ByTime, nowMs: number): readonly Row[] => {
  const timed = rows.map((row) => {
    const value = row[start];
    const length = row[minutes];
    const ms = isInstant(value) ? Date.parse(value) : null;
    const isOver = ms !== null && ms + (typeof length === "number" ? length : 0) * MINUTE_MS <= nowMs;
    return { row, ms: ms ?? 0, part: ms === null ? 1 : isOver ? 2 : 0 };
  });
  return timed.sort((a, b) => a.part - b.part || (a.part === 2 ? b.ms - a.ms : a.ms - b.ms)).map(({ row }) => row);
};

/** An answer with its rows in order of time. */
export const answerInOrder = (answer: unknown, list: string, byTime: ByTime, nowMs: number): unknown =>
  isRow(answer) ? { ...answer, [list]: inOrderOfTime(rowsOf(answer, list), byTime, nowMs) } : answer;
