import { InputError } from "@zoom-webinar/foundation";
import type { OperationContext } from "../../operation/operation.ts";
import { type PlannedSeries, readRecurrence } from "../../time/recurrence.ts";
import { type Reading, readStartTime } from "../../time/start-time.ts";
import { type Canonical, type Fields, fromDocument, isFields, textOf, without } from "./canonical.ts";
import type { WebinarDocument } from "./schema.ts";
import { wallTime } from "./wall-time.ts";

/** A document as it is to be, with its times read. */
export interface Wanted {
  document: WebinarDocument;
  canonical: Canonical;
  /** Null without a fixed time, or if the document names none. */
  start: Reading | null;
  series: PlannedSeries | null;
  /** Exceptions of the series, by the date as its rule makes it (UTC). */
  exceptions: ReadonlyMap<string, Exception> | null;
}

type Exceptions = NonNullable<WebinarDocument["exceptions"]>;

export type Exception = Exceptions[number] & {
  /** Null: it stays where the rule has it. */
  startUtc: string | null;
  /** When it takes place instead, as the file says it, and where it says so; null: it stays. */
  moved: { reading: Reading; field: string } | null;
};

/** What a document is read against: the webinar that is there, or the host. */
export interface Base {
  timezone: string | null;
  /** Null: there is no webinar yet. */
  current: Canonical | null;
}

const read = (text: string, zone: string | undefined, operatorZone: string | null, field: string) =>
  readStartTime(text, zone, { hostZone: async () => null, operatorZone }, field);

/** A wall time that a change of clocks repeats is written as an instant. */
const spelled = async ({ utc, timezone }: Reading): Promise<string> => {
  const wall = await wallTime(utc, timezone);
  return read(wall, timezone, null, "start_time").then(
    () => wall,
    () => utc,
  );
};

/** Reads the times of a document. Throws `InputError` that names the field: an invalid time, a rule that Zoom cannot have, a date that is not of the rule. */
export const readWanted = async (document: WebinarDocument, { timezone, current }: Base, ctx: OperationContext): Promise<Wanted> => {
  const canonical = fromDocument(document);
  const zone = document.timezone ?? timezone ?? undefined;
  const given = document.start_time === undefined ? null : (await read(document.start_time, zone, ctx.zone, "start_time")).reading;
  const currentStart = textOf(current?.start_time);
  const from = given ?? (currentStart === "" ? null : (await read(currentStart, zone, ctx.zone, "start_time")).reading);
  const rule: Fields | null = document.recurrence ?? (isFields(current?.recurrence) ? current.recurrence : null);
  if (document.recurrence !== undefined && from === null) {
    throw InputError.at("start_time", "is required with recurrence", "The dates are counted from there.");
  }
  const series = rule === null || from === null ? null : await readRecurrence(rule, from);
  if (document.recurrence !== undefined && series !== null) canonical.recurrence = { ...series.wire };
  // A series starts at the first date of its rule, whatever day the start names.
  const start = given === null ? null : { ...given, ...series?.dates[0] };
  if (start !== null) canonical.start_time = await spelled(start);
  const exceptions = await readExceptions(document, { series, from });
  if (exceptions !== null) canonical.exceptions = await Promise.all([...exceptions].map(([utc, one]) => spellException(utc, one, from)));
  return { document, canonical, start, series, exceptions };
};

const spellException = async (
  utc: string,
  { startUtc, moved: _moved, date: _date, start_time: _start, ...rest }: Exception,
  from: Reading | null,
): Promise<Fields> => {
  const zone = from?.timezone ?? "UTC";
  const date = await wallTime(utc, zone);
  return { date, ...(startUtc === null ? {} : { start_time: await wallTime(startUtc, zone) }), ...without(rest) };
};

interface ExceptionBase {
  series: PlannedSeries | null;
  from: Reading | null;
}

const readExceptions = async ({ exceptions }: WebinarDocument, { series, from }: ExceptionBase): Promise<Map<string, Exception> | null> => {
  if (exceptions === undefined) return null;
  const found = new Map<string, Exception>();
  const refusals: InputError[] = [];
  const readOne = async (exception: Exceptions[number], at: number) => {
    if (series === null || from === null) throw InputError.at("exceptions", "work only with a series", "Give recurrence, or leave exceptions out.");
    const field = `exceptions.${at}.date`;
    const { utc } = (await read(exception.date, from.timezone, null, field)).reading;
    if (!series.dates.some((date) => date.utc === utc)) {
      const near = nearest(utc, series);
      throw InputError.at(field, `${exception.date} is not a date of the series`, near === null ? undefined : `The nearest is ${near}.`);
    }
    if (found.has(utc)) throw InputError.at(field, `${exception.date} appears twice`, "Describe each date once.");
    if (exception.deleted === true && Object.keys(without(exception)).length > 2) {
      throw InputError.at(`exceptions.${at}.deleted`, "needs only the date beside it", "A date that does not take place has no other fields.");
    }
    const moved =
      exception.start_time === undefined ? null : (await read(exception.start_time, from.timezone, null, `exceptions.${at}.start_time`)).reading;
    const isMoved = moved !== null && moved.utc !== utc;
    found.set(utc, {
      ...exception,
      startUtc: isMoved ? moved.utc : null,
      moved: isMoved ? { reading: moved, field: `exceptions.${at}.start_time` } : null,
    });
  };
  for (const [at, exception] of (exceptions ?? []).entries()) {
    try {
      await readOne(exception, at);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refusals.push(error);
      if (series === null) break; // the others have the same fault
    }
  }
  if (refusals.length > 0) throw asOne(refusals);
  return found;
};

/** Refusals as one, each fault with its own way out. */
const asOne = (refusals: readonly InputError[]): InputError => {
  const [first] = refusals;
  if (first !== undefined && refusals.length === 1) return first;
  return new InputError(
    refusals.map(({ message }) => message).join("; "),
    refusals.flatMap(({ faults, hint }) =>
      faults.map(({ field, message }) => ({ field, message: hint === undefined ? message : `${message}. ${hint}` })),
    ),
  );
};

const nearest = (utc: string, { dates }: PlannedSeries): string | null => {
  const distance = (other: string) => Math.abs(Date.parse(other) - Date.parse(utc));
  const [first] = [...dates].sort((a, b) => distance(a.utc) - distance(b.utc));
  return first?.local.slice(0, 16) ?? null;
};
