/** The signs that begin a formula: the plain ones, their wide and small forms, and the minus sign. */
const SIGNS = String.raw`[=+\-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\u{fe66}\u{fe62}\u{fe63}\u{fe6b}\u{2212}]`;
/** What spreadsheets skip before a sign: spaces of every kind, and characters that nobody sees. */
const SKIPPED = String.raw`(?:(?![\r\n\u{2028}\u{2029}])[\s\p{Cc}\p{Cf}])*`;
const LINE_START = String.raw`(?<=^|[\r\n\u{2028}\u{2029}])`;
/** Leading apostrophes are part of it: otherwise `withoutQuote` would remove one that the author typed. */
const FORMULA = `'*${SKIPPED}${SIGNS}`;
const BREAK = String.raw`'*[\t\r\n]`;
const STARTS = new RegExp(`${LINE_START}(?=${FORMULA})|^(?=${BREAK})`, "gu");
const QUOTED = new RegExp(`${LINE_START}'(?=${FORMULA})|^'(?=${BREAK})`, "gu");

/**
 * A text that no spreadsheet takes for a formula: each line of it that begins like one has an apostrophe in front. Every CSV file of ours is written
 * with it, unless the user asks for the texts as they are. Source: OWASP, CSV injection.
 */
export const withQuote = (text: string): string => text.replace(STARTS, "'");

/** The text without the apostrophes that `withQuote` put there: it gives back exactly what was given. */
export const withoutQuote = (text: string): string => text.replace(QUOTED, "");

/** A CSV cell with any of these needs double quotes, even if the character is not the line end of this file: readers take each for the end of a row. */
export const LINE_BREAK = /[\r\n\u{2028}\u{2029}]/u;
