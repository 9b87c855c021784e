const NUMBERS =
  "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split(
    " ",
  );
/** A whole number in digits or words; for patterns, without a group. */
export const NUMBER = `(?:\\d{1,3}|${NUMBERS.slice(2).reverse().join("|")}|eine?[rnms]?)`;
/** "sechs" → 6 */
export const toNumber = (text: string): number => {
  const word = text.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  return /^eine?[rnms]?$/.test(word) ? 1 : NUMBERS.indexOf(word);
};

/** "zwölften", "einundzwanzigsten": the day of a month in words. */
const DAY_WORDS = [
  ..."erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt".split(
    " ",
  ),
  "zwanzigst",
  ..."ein zwei drei vier fünf sechs sieben acht neun".split(" ").map((ones) => `${ones}undzwanzigst`),
  "dreißigst",
  "einunddreißigst",
];
/** For patterns, without a group. */
export const DAY_WORD = `(?:${DAY_WORDS.toReversed().join("|")})(?:e[nrsm]?)`;
/** "zwölften" → 12 */
export const dayOf = (word: string): number => DAY_WORDS.indexOf(word.toLowerCase().replace(/e[nrsm]?$/, "")) + 1;
