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

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * First and family name of a row that has a full name too: the parts that it gives by themselves count, and a part that is missing is what the full name
 * has besides. A single word beside a first name is the family name, as in "Vorname" and "Name".
 */
export const completeName = (name: string, first: string | undefined, last: string | undefined): [first: string, last: string] => {
  const [head, rest] = splitName(name);
  if (first !== undefined && last !== undefined) return [first, last];
  if (first !== undefined) {
    if (isSame(name, first)) return [first, ""];
    if (isSame(name.slice(0, first.length + 1), `${first} `)) return [first, name.slice(first.length).trim()];
    // A family name that stands beside another first name is another person's.
    const isOther =
      rest !== "" && !head.toLowerCase().split(" ").includes(first.toLowerCase()) && !first.toLowerCase().startsWith(head.toLowerCase());
    return [first, isOther ? "" : rest === "" ? head : rest];
  }
  if (last !== undefined) {
    if (isSame(name, last)) return ["", last];
    if (isSame(name.slice(-last.length - 1), ` ${last}`)) return [name.slice(0, -last.length).trim(), last];
    return [head, last];
  }
  return [head, rest];
};
