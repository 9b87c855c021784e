const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** A whole number in digits or words; for patterns, without a group. */
export const NUMBER = `(?:\\d{1,3}|(?:${TENS.join("|")})(?:[- ](?:${ONES.slice(1, 10).join("|")}))?|${ONES.slice(1).reverse().join("|")}|a dozen|a couple of|an?)`;

/** "six" → 6, "a" → 1, "forty-five" → 45. */
export const toNumber = (text: string): number => {
  const word = text.toLowerCase().trim();
  if (/^\d+$/.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  if (word === "a dozen") return 12;
  if (word === "a couple of") return 2;
  const [tens = "", ones] = word.split(/[- ]/);
  const ten = TENS.indexOf(tens);
  if (ten !== -1) return (ten + 2) * 10 + (ones === undefined ? 0 : ONES.indexOf(ones));
  return ONES.indexOf(word);
};

/** A day of the month: "15th", "first", "twenty-first"; for patterns, without a group. */
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|twenty[- ](?:${ORDINALS.slice(1, 10).join("|")})|thirty[- ]first|thirtieth|${ORDINALS.slice(1).reverse().join("|")})`;

/** "15th" → 15, "twenty-first" → 21. */
export const toOrdinal = (text: string): number => {
  const word = text.toLowerCase();
  const digits = /^\d+/.exec(word)?.[0];
  if (digits !== undefined) return Number(digits);
  if (word === "thirtieth") return 30;
  const [tens = "", ones] = word.split(/[- ]/);
  if (ones !== undefined) return (tens === "thirty" ? 30 : 20) + ORDINALS.indexOf(ones);
  return ORDINALS.indexOf(word);
};
