/** What a spreadsheet would run: the plain signs, their wide forms, and the characters that it skips before them. */
const STARTS = /^[=+\-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u;
const QUOTED = /^'(?=[=+\-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}])/u;

/** A text that no spreadsheet takes for a formula: with a quote in front, which it does not show. */
export const withQuote = (text: string): string => (STARTS.test(text) ? `'${text}` : text);

/** The text without the quote that `withQuote` put there. */
export const withoutQuote = (text: string): string => text.replace(QUOTED, "");
