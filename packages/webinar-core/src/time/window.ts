import { InputError } from "@zoom-webinar/foundation";

/** A stretch of time, both ends included. */
export interface Window {
  /** True for a UTC time inside. */
  holds(utc: string): boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

const HINT = "Write a day as 2032-03-01, or an instant as 2032-03-01T10:00:00Z.";

const readEnd = (field: string, text: string, clock: "T00:00:00.000Z" | "T23:59:59.999Z"): number => {
  const trimmed = text.trim();
  const ms = DAY.test(trimmed) ? Date.parse(`${trimmed}${clock}`) : INSTANT.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  // Date.parse moves February 30 to March; the day that comes back is then another.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== trimmed.slice(0, 10))
    throw InputError.at(field, `"${text}" is not a day or an instant`, HINT);
  return ms;
};

/** The day a month later; of a month that is shorter, its last. */
const monthAfter = (ms: number): number => {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + 1);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
};

/** Throws `InputError` for a window that ends before it begins, or is longer than Zoom takes. */
export const assertWindow = (filters: object, longest?: "month"): void => {
  const { from, to } = filters as { from?: unknown; to?: unknown };
  if (typeof from !== "string" || typeof to !== "string") return;
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (toMs < fromMs) throw InputError.at("to", `${to} is before from, ${from}`, "Give the earlier one as from.");
  if (longest === "month" && toMs > monthAfter(fromMs))
    throw InputError.at("to", `${to} is more than a month after from, ${from}, and Zoom gives a month at most`, "Ask for one month after the other.");
};

/** Reads `from` and `to`, each a UTC day or an instant; null if both are absent. Throws `InputError` for what is neither, or ends before it begins. */
export const readWindow = ({ from, to }: { from?: string | undefined; to?: string | undefined }): Window | null => {
  if (from === undefined && to === undefined) return null;
  const fromMs = from === undefined ? Number.NEGATIVE_INFINITY : readEnd("from", from, "T00:00:00.000Z");
  const toMs = to === undefined ? Number.POSITIVE_INFINITY : readEnd("to", to, "T23:59:59.999Z");
  if (toMs < fromMs) throw InputError.at("to", "is before from", HINT);
  return { holds: (utc) => Date.parse(utc) >= fromMs && Date.parse(utc) <= toMs };
};
