/** Spaces, line ends, byte order marks and other characters that nobody sees at the ends of a copied text. */
const EDGE = /[\s\p{Cf}]/u;

/** Breaks a line, or does something to a terminal: no part of a text of one line. */
export const BREAK_OR_CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** The text without what a copy brings along at its ends. By hand: a pattern for the end of a text takes long on a text full of spaces. */
export const trimEdges = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};
