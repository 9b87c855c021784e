/** Words before a family name that belong to it, as long as they are not capitalised. */
const PARTICLES: ReadonlySet<string> = new Set(
  "van von vom zu zur zum de den der des del della di da das dos do du la le lo el al bin ibn ben ter ten te af av y e".split(" "),
);

/** Words after a name that are not part of it. */
const SUFFIX =
  /^(jr|sr|jun|sen|ii|iii|iv|ph\.? ?d|m\.?d|mba|msc|m\.?sc|bsc|b\.?sc|ma|m\.a|ba|b\.a|esq|cpa|pe|pmp|rn|dds|jd|llm|dipl\.?[- ]?\w*|mag|dr)\.?$/i;

const splitWords = (name: string): [first: string, last: string] => {
  const words = name.split(" ");
  if (words.length === 1) return [name, ""];
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(words[from - 1] ?? "")) from -= 1;
  return [words.slice(0, from).join(" "), words.slice(from).join(" ")];
};

/**
 * A whole name as first name and family name. "Lovelace, Ada" names the family first; without a comma the last word is the family name, with the small
 * words before it ("van der Berg"). What follows a name, such as "PhD", stays with the family name.
 */
export const splitName = (name: string): [first: string, last: string] => {
  const [head = "", ...rest] = name
    .split(/[,\uff0c\u3001]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [second] = rest;
  if (second === undefined) return splitWords(head);
  if (!SUFFIX.test(second)) return [second, [head, ...rest.slice(1)].join(", ")];
  const [first, last] = splitWords(head);
  return last === "" ? [[first, ...rest].join(", "), ""] : [first, [last, ...rest].join(", ")];
};
