import * as z from "zod";
import { trimEdges } from "./edges.ts";
import { line } from "./line.ts";

/** Texts that follow a rule of Zoom's: the rule says what is wrong with one. */

/** A passcode of a webinar; empty takes it away. Zoom and the account may ask for more. */
export const passcode = () =>
  z.string().refine((text) => /^[\x21-\x7e]{0,10}$/.test(text), {
    error: "a passcode has at most 10 characters: letters, digits and signs such as @ - _ * !, without spaces",
    abort: true,
  });

const exists = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  // Date.parse moves February 30 to March; the day that comes back is then another.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};

/** A day of the calendar, "2032-03-01". */
export const day = () =>
  z
    .string()
    .overwrite(trimEdges)
    .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(text), { error: "expected a day that exists, as 2032-03-01", abort: true });

/** A moment in UTC, "2032-03-01T10:00:00Z". */
export const instant = () =>
  z
    .string()
    .overwrite(trimEdges)
    .refine(
      (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text) && exists(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
      {
        error: "expected a time in UTC that exists, as 2032-03-01T10:00:00Z",
        abort: true,
      },
    );

const isPage = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const isStream = (text: string): boolean => URL.canParse(text) && /^rtmps?:$/.test(new URL(text).protocol) && new URL(text).host !== "";

/** The address that a streaming service takes video at. */
export const stream = () =>
  line().refine(isStream, { error: "expected the address of a streaming server, such as rtmp://stream.example.com/live", abort: true });

/** The address of a page on the web. */
export const page = () => line().refine(isPage, { error: "expected the address of a page, such as https://example.com/watch", abort: true });
