/**
 * Characters that a person does not see and a model or a terminal reads: format and bidirectional controls, tag characters, variation selectors, fillers,
 * the blank Braille cell, line and paragraph separators, controls other than tab and line feed, private use and unassigned code points, halves of
 * surrogate pairs. That takes apart emoji which are joined by U+200D and Persian words with U+200C: shown a little worse, and read the same.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u2800]|(?![\n\t])\p{Cc}/gu;

/** Most texts have nothing but these and need no closer look. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/** The text without invisible characters, or with `instead` in their places. Tabs and line feeds stay. */
export const withoutInvisible = (text: string, instead = ""): string => (PLAIN.test(text) ? text : text.replace(INVISIBLE, instead));
