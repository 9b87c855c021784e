import { type MarkedText, notUnderstood } from "./marked-text.ts";

const DAY = 24 * 60;
const LEAD = "(?<!\\bin )(?:\\b(?:for|lasting|of|takes|taking) (?:about )?)?";

/** How lengths are said, most words first; each gives minutes. */
const PHRASES: readonly [pattern: RegExp, toMinutes: (found: RegExpExecArray) => number][] = [
  [new RegExp(`${LEAD}\\b(?:an hour and a half|one and a half hours?)\\b(?: long)?`, "i"), () => 90],
  [new RegExp(`${LEAD}\\b(?:half an hour|half-hour|a half hour)\\b(?: long)?`, "i"), () => 30],
  [new RegExp(`${LEAD}\\b(\\d{1,2})h(\\d{2})\\b`, "i"), ([, hours, minutes]) => Number(hours) * 60 + Number(minutes)],
  [
    new RegExp(`${LEAD}\\b(\\d{1,2}(?:\\.\\d{1,2})?)[ -]?(?:hours?|hrs?)\\b(?:,? (?:and )?(\\d{1,2}) ?(?:minutes?|mins?))?(?: long)?`, "i"),
    ([, hours, minutes]) => Number(hours) * 60 + Number(minutes ?? 0),
  ],
  // a bare "10h" may be a time of day
  [/\b(?:for|lasting) (\d{1,2})h\b/i, ([, hours]) => Number(hours) * 60],
  [new RegExp(`${LEAD}\\b(?:an|one)[ -]hour\\b(?: long)?`, "i"), () => 60],
  [new RegExp(`${LEAD}\\btwo[ -]hours?\\b(?: long)?`, "i"), () => 120],
  [new RegExp(`${LEAD}\\b(\\d{1,4})[ -]?(?:minutes?|mins?)\\b(?: long)?`, "i"), ([, minutes]) => Number(minutes)],
];

/** Cuts out how long it shall last, in minutes; null where nothing is said. Throws `InputError` for two different lengths, and for one that cannot be. */
export const takeLength = (text: MarkedText): number | null => {
  let length: number | null = null;
  for (const [pattern, toMinutes] of PHRASES) {
    for (let found = text.take(pattern); found !== null; found = text.take(pattern)) {
      const minutes = toMinutes(found);
      if (length !== null && length !== minutes)
        throw notUnderstood(`it names two lengths, ${length} and ${minutes} minutes`, "Name one length; put the topic in quotes.");
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > DAY)
        throw notUnderstood(`"${found[0].trim()}" is no length of a webinar`, "Say it in minutes, up to a day.");
      length = minutes;
    }
  }
  return length;
};
