/** Words that say nothing about which operation is meant. "webinar" is one: nearly every operation has it. */
const STOP_WORDS = new Set(
  "a an and any are at be by can could did do does each for from get got had has have how i in into is it its last let many me my next now of on or our please s so somebody someone still the their them there they this to up us was we were what when which will with you your everybody everyone person people webinar webinars zoom event".split(
    " ",
  ),
);

/** Endings that English puts on a word, longest first, and what stays. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ations?$/, "at"],
  [/ies$/, "y"],
  [/(ss|sh|ch|x)es$/, "$1"],
  [/([^s])s$/, "$1"],
  [/(..)ing$/, "$1"],
  [/(..)ed$/, "$1"],
  [/(...)e$/, "$1"],
];

/** A word without its ending, the same for "registered", "registers" and "register". Only for comparing: it need not be a word. */
const stem = (word: string): string => {
  let stemmed = word;
  for (const [ending, rest] of ENDINGS) if (stemmed.length > 3) stemmed = stemmed.replace(ending, rest);
  return stemmed;
};

/** The words of a text by which operations are compared: lower case, without endings, without words that say nothing. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/e-mail/g, "email")
    .replace(/q\s?&\s?a/g, "qa")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !STOP_WORDS.has(word))
    .map(stem);
