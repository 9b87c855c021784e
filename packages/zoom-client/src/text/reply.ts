import * as z from "zod";

/** A time in a reply, as an instant. One schema for all, so that the reader knows it. */
export const replyTime = z.string();

/** An id in a reply: text, never empty. One schema for all, so that the reader knows it. */
export const replyId = z.string();

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const DIGITS_AT = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];

/** True for 2032-03-01T10:00:00Z: nearly every time is so, a long list has a hundred thousand of them, and an expression takes several times as long. */
const isUsual = (text: string): boolean => {
  if (text.length !== 20 || text.charCodeAt(19) !== 90 || text.charCodeAt(10) !== 84) return false;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  for (const at of DIGITS_AT) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
};

const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;

const zoneOf = (written = "Z"): string => (/^[+-]/.test(written) ? `${written.slice(0, 3)}:${written.slice(-2)}` : "Z");

/**
 * A time as an instant that ends in Z, "2032-03-01T10:00:00Z", however Zoom wrote it: with spaces around it, with an offset, with seven digits of a second,
 * or without a zone, which then is UTC ("2024-02-20 15:31:33" in poll answers). Text of another form, a plain date for example, stays as it is.
 */
export const toInstant = (text: string): string => {
  if (isUsual(text) || CANONICAL.test(text)) return text;
  const trimmed = text.trim();
  const [, day, minute, second = "00", fraction = "", zone] = FORM.exec(trimmed) ?? [];
  if (day === undefined) return trimmed;
  const thousandths = fraction.slice(0, 3).padEnd(3, "0");
  const ms = Date.parse(`${day}T${minute}:${second}.${thousandths}${zoneOf(zone)}`);
  return Number.isNaN(ms) ? trimmed : new Date(ms).toISOString().replace(".000Z", "Z");
};
