import { withoutInvisible } from "@zoom-webinar/foundation";

const BREAKS = /[\r\n\t\u2028\u2029]+/g;

/**
 * Text for one line of a terminal or one cell. Control characters would move the cursor or recolour the terminal, bidirectional ones would turn a line
 * around, and invisible ones make two names look like one: names and topics are typed by strangers.
 */
export const safeLine = (text: string): string => withoutInvisible(text.replace(BREAKS, " "));

/** Text of several lines for a terminal. */
export const safeText = (text: string): string =>
  text
    .split(/\r\n|\n/)
    .map(safeLine)
    .join("\n");

/** A value as one line: objects as JSON, a list of plain values with commas. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null))
    return safeLine(value.join(value.every(isSentence) ? " " : ", "));
  return safeLine(typeof value === "object" ? JSON.stringify(value) : String(value));
};

const isSentence = (item: unknown): boolean => typeof item === "string" && /^\p{Lu}.*\.$/su.test(item);
