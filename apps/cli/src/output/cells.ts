import { showValue } from "./safe-text.ts";
import { isRow, type Row, valueAt, type Words } from "./shape.ts";
import { isInstant, isWallTime, localTime } from "./times.ts";

/** How values are shown to people. */
export interface Viewing {
  /** The zone that the operator asked for, undefined without one. */
  readonly zone: string | undefined;
  /** The viewer's own. */
  readonly viewerZone: () => string;
  readonly words: Words;
}

/** The zone that a thing, or what it is about, names; null if it names none. */
export const ownZoneOf = (row: Row): string | null => {
  const own = [row, ...Object.values(row).filter(isRow)]
    .map((each) => valueAt(each, "timezone"))
    .find((each) => typeof each === "string" && each !== "");
  return typeof own === "string" ? own : null;
};

/** The zone in which a thing's times are shown: the operator's, else the webinar's own, else the viewer's. */
export const zoneOf = (row: Row, { zone, viewerZone }: Viewing): string => zone ?? ownZoneOf(row) ?? viewerZone();

/** True for a field that is in UTC by its name: it is shown so. */
export const isUtc = (name: string): boolean => /(^|[._])utc$/.test(name);

/** A value in words: its code's word, its time in a zone, true as yes. */
export const showFor = (name: string, value: unknown, zone: string, { words }: Viewing): string => {
  const word = words[name]?.[String(value)];
  if (word !== undefined) return word;
  if (Array.isArray(value) && words[name] !== undefined) return showValue(value.map((item) => words[name]?.[String(item)] ?? item));
  if (isInstant(value)) return localTime(value, zone);
  if (isWallTime(value)) return localTime(`${value}Z`, "UTC");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return showValue(value);
};

/** A list's zones: one for all rows, or one for each. */
export const sharedZone = (rows: readonly Row[], viewing: Viewing): string | null => {
  const [first, ...others] = new Set(rows.map((row) => zoneOf(row, viewing)));
  return first !== undefined && others.length === 0 ? first : null;
};

/** Whether any row has an instant in this column. */
export const hasInstants = (rows: readonly Row[], read: (row: Row) => unknown): boolean => rows.some((row) => isRow(row) && isInstant(read(row)));
