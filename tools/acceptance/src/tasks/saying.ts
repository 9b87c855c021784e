/** How an answer in words says things. Judges that read answers use these; what they look for may be put in many ways. */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A number in digits or in words, as a pattern. */
export const number = (value: number): string => (NUMBERS[value] === undefined ? `${value}` : `(?:${value}|${NUMBERS[value]})`);

/** Whether an answer says something, however it is written. */
export const says = (answer: string, pattern: string | RegExp): boolean =>
  (typeof pattern === "string" ? new RegExp(`(?<![\\w.])(?:${pattern})(?![\\w])`, "i") : pattern).test(answer);

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** A list of days before or after a month: "2, 9 and 16 March", "March 2nd, 9th". */
const DAYS = String.raw`(?<!\d)\d{1,2}(?!\d|:)(?:st|nd|rd|th)?\.?(?:(?:,|\s|and|&|\+|\/|or|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|day|Tue|Wed|Thu|Sat)*\d{1,2}(?!\d|:)(?:st|nd|rd|th)?\.?)*`;
const daysIn = (list: string) => [...list.matchAll(/\d{1,2}/g)].map(([day]) => Number(day));

/** Every date that an answer names, as "MM-DD", in order: from ISO dates, "2 March", "March 2", and lists such as "2, 9 and 16 March". */
export const datesSaid = (answer: string): string[] => {
  const found = new Set<string>();
  for (const [, month, day] of answer.matchAll(/\d{4}-(\d{2})-(\d{2})/g)) found.add(`${month}-${day}`);
  const rest = answer.replaceAll(/\d{4}-\d{2}-\d{2}\S*/g, " ").replaceAll(/\b20\d{2}\b|\d{1,2}:\d{2}/g, ";");
  MONTHS.forEach((month, index) => {
    const name = `(?:${month}|${month.slice(0, 3)})\\b\\.?`;
    const lists = [new RegExp(`(${DAYS})\\s*(?:of\\s+)?${name}`, "gi"), new RegExp(`${name}\\s*(${DAYS})`, "gi")];
    const matches = lists.map((list) => [...rest.matchAll(list)]);
    // "2 March 10:00" has its day before the month; only a month without one looks behind it
    for (const [, days = ""] of matches[0]?.length ? (matches[0] ?? []) : (matches[1] ?? [])) {
      for (const day of daysIn(days)) found.add(`${twoDigits(index + 1)}-${twoDigits(day)}`);
    }
  });
  return [...found].sort();
};

/** The line of an answer in which all of these stand, or undefined. */
export const lineWith = (answer: string, ...patterns: readonly string[]): string | undefined =>
  answer.split("\n").find((line) => patterns.every((pattern) => says(line, pattern)));

/** What is behind a name up to the end of its line or the next of the other names. */
export const behind = (answer: string, name: string, others: readonly string[]): string => {
  for (const line of answer.split("\n")) {
    const from = line.indexOf(name);
    if (from < 0) continue;
    const rest = line.slice(from + name.length);
    const ends = others.map((other) => rest.indexOf(other)).filter((at) => at >= 0);
    return rest.slice(0, ends.length > 0 ? Math.min(...ends) : undefined);
  }
  return "";
};

/**
 * Which of the names an answer names where it speaks of a subject: in a sentence that says it, or in the list that follows a line of it. What stands in
 * brackets, and sentences with "not", do not count.
 */
export const namedFor = (answer: string, subject: RegExp, names: readonly string[]): string[] => {
  const lines = answer.replaceAll(/\([^)]*\)/g, "").split("\n");
  const parts: string[] = [];
  lines.forEach((line, at) => {
    for (const sentence of line.split(/(?<=[.!?;])\s+/)) {
      if (subject.test(sentence) && !/\b(not|nobody|without|missed|too short)\b/i.test(sentence)) parts.push(sentence);
    }
    if (!subject.test(line) || !/:\W*$/.test(line)) return;
    for (const listed of lines.slice(at + 1)) {
      if (!/^\s*(?:[-*•|]|\d+[.)])/.test(listed)) break;
      parts.push(listed);
    }
  });
  return names.filter((name) => parts.some((part) => part.includes(name)));
};
