import { InputError } from "@zoom-webinar/foundation";
import { parseInput } from "../../operation/input-faults.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { startWords } from "../../prompt/start-words.ts";
import { type Reading, readStartTime } from "../../time/start-time.ts";
import { type Fields, isFields, listOf, textOf, without } from "./canonical.ts";
import { planDates } from "./dates.ts";
import { documentSchema, type WebinarDocument } from "./schema.ts";

/** When and for whom a copy is made. */
export interface CopyRequest {
  start_time: string | undefined;
  timezone: string | undefined;
  topic: string | undefined;
  host: string;
  /** Fields that the copy has otherwise than the webinar. */
  changes: Fields;
  withExceptions: boolean;
}

const MINUTE_MS = 60_000;
const wallMs = (wall: string): number => Date.parse(`${wall.slice(0, 16)}:00Z`);
const toWall = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** Sunday is Zoom's day 1. */
const weekdayOf = (wall: string): number => new Date(wallMs(wall)).getUTCDay() + 1;

/** The rhythm of a copy: as many dates as the webinar has, on the weekday or day of the month of its own start if the webinar's stood for that. */
const movedRule = (rule: Fields, { count, from, to }: { count: number; from: string; to: string }): Fields => {
  const { end_date_time: _end, ...rest } = rule;
  const moved: Record<string, unknown> = { ...rest, end_times: Math.min(count, 60) };
  if (moved.weekly_days === String(weekdayOf(from))) moved.weekly_days = String(weekdayOf(to));
  if (moved.monthly_day === Number(from.slice(8, 10))) moved.monthly_day = Number(to.slice(8, 10));
  return moved;
};

const readWall = async (text: string, timezone: string | undefined, zone: string, ctx: OperationContext) =>
  readStartTime(text, timezone, {
    hostZone: async () => zone,
    hostZoneFrom: "webinar",
    ofInstant: async () => ({ zone, from: "webinar" }),
    operatorZone: ctx.zone,
    words: startWords(ctx),
  });

/** Refuses a copy whose moved date would lie in the past, with the ways out. */
const assertToCome = async (moved: string, { old, zone }: { old: string; zone: string }, ctx: OperationContext): Promise<void> => {
  const { reading } = await readWall(moved, zone, zone, ctx);
  if (Date.parse(reading.utc) >= (await ctx.now())) return;
  throw InputError.at(
    "start_time",
    `is too early: the date ${old.slice(0, 16)} of the series was moved to an earlier day, and that day in the copy, ${moved}, is in the past`,
    "Choose a later start, or leave moved and deleted dates out with without_exceptions (--without-exceptions).",
  );
};

/** A copy as a document, and where the zone of its start comes from; null without a fixed time. */
export interface CopiedDocument {
  document: WebinarDocument;
  zoneFrom: Reading["zone_from"] | null;
}

/** A copy of an exported webinar at another time. Exceptions keep their place: the third date stays moved by as much, or deleted. */
export const copyDocument = async (
  source: Fields,
  { start_time, timezone, topic, host, changes, withExceptions }: CopyRequest,
  ctx: OperationContext,
): Promise<CopiedDocument> => {
  const { id: _id, exceptions: _exceptions, ...rest } = source;
  const fields: Record<string, unknown> = { ...rest, ...changes, host, ...(topic === undefined ? {} : { topic }) };
  if (source.type === 6) {
    if (start_time !== undefined)
      throw InputError.at(
        "start_time",
        "makes no sense for a webinar without a fixed time",
        "Leave start_time out; its copy has no fixed time either.",
      );
    return { document: parseInput(documentSchema, fields), zoneFrom: null };
  }
  if (start_time === undefined)
    throw InputError.at(
      "start_time",
      "is required",
      "Say when the copy takes place; the wall time is in the webinar's zone unless timezone is given.",
    );
  const oldZone = textOf(source.timezone);
  const zone = timezone ?? oldZone;
  const { reading: to, note } = await readWall(start_time, timezone, zone, ctx);
  const zoneFrom = to.zone_from;
  if (note !== null) ctx.note(note);
  fields.start_time = note === null ? start_time : to.local.slice(0, 16);
  fields.timezone = note === null ? zone : to.timezone;
  if (!isFields(source.recurrence)) return { document: parseInput(documentSchema, fields), zoneFrom };
  const { reading: from } = await readWall(textOf(source.start_time), oldZone, oldZone, ctx);
  const planned = await planDates(source.recurrence, from.utc, oldZone);
  const recurrence = movedRule(source.recurrence, { count: planned.length, from: from.local, to: to.local });
  fields.recurrence = recurrence;
  if (withExceptions) {
    const next = await planDates(recurrence, to.utc, zone);
    const exceptions: Fields[] = [];
    for (const exception of listOf(source.exceptions)) {
      const at = planned.findIndex(({ local }) => local.slice(0, 16) === textOf(exception.date).slice(0, 16));
      const [old, date] = [planned[at]?.local, next[at]?.local];
      if (old === undefined || date === undefined) continue;
      const byMinutes = exception.start_time === undefined ? null : (wallMs(textOf(exception.start_time)) - wallMs(old)) / MINUTE_MS;
      const moved = byMinutes === null ? undefined : toWall(wallMs(date) + byMinutes * MINUTE_MS);
      if (moved !== undefined) await assertToCome(moved, { old, zone }, ctx);
      exceptions.push(without({ ...exception, date: date.slice(0, 16), start_time: moved }));
    }
    fields.exceptions = exceptions;
  }
  return { document: parseInput(documentSchema, fields), zoneFrom };
};
