import * as z from "zod";

/** A time in a reply, as an instant. One schema for all, so that the reader knows it. */
export const replyTime = z.string();

/** An id in a reply: text, never empty. One schema for all, so that the reader knows it. */
export const replyId = z.string();

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;

const zoneOf = (written = "Z"): string => (/^[+-]/.test(written) ? `${written.slice(0, 3)}:${written.slice(-2)}` : "Z");

/**
 * A time as an instant that ends in Z, "2032-03-01T10:00:00Z", however Zoom wrote it: with spaces around it, with an offset, with seven digits of a second,
 * or without a zone, which then is UTC ("2024-02-20 15:31:33" in poll answers). Text of another form, a plain date for example, stays as it is.
 */
export const toInstant = (text: string): string => {
  if (CANONICAL.test(text)) return text;
  const trimmed = text.trim();
  const [, day, minute, second = "00", fraction = "", zone] = FORM.exec(trimmed) ?? [];
  if (day === undefined) return trimmed;
  const thousandths = fraction.slice(0, 3).padEnd(3, "0");
  const ms = Date.parse(`${day}T${minute}:${second}.${thousandths}${zoneOf(zone)}`);
  return Number.isNaN(ms) ? trimmed : new Date(ms).toISOString().replace(".000Z", "Z");
};
