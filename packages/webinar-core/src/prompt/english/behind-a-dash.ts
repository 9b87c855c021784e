import { cityZone } from "../places.ts";

/** "3pm - 5 London time", "3pm – 7 on Tuesday": what may follow the hour at which it ends. */
const FOLLOWS_AN_HOUR =
  /^(?:[ap]\.?m|and|at|on|for|in|by|with|to|about|called|titled|named|hosted|led|run|every|each|webinars?|sessions?|passcode|please|pls|thanks|thx|cheers|my|our|your|their|the|local|sharp|max|topic|title|re|today|tomorrow|tonight|this|next|daily|weekly|monthly|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*|eastern|central|mountain|pacific|atlantic|uk|us)$/iu;
const COUNTS_ON = /^ ?(?:to|-|–) ?(?:\d|\p{L}+)(?!\p{L}*day)|^ ?o['’]clock \p{L}/iu;

/**
 * What a number behind a dash with spaces is: the end of a range, a number that begins the topic ("3pm – 7 Habits of Tidy Workshops", "3pm – 9 to 5"), or
 * either, with the word that follows it. `dash` is what stands between the hours, `rest` what stands behind the number.
 */
export const readBehindDash = (dash: string, to: string, rest: string): "range" | "count" | { word: string } => {
  if (!/\s[-–—]\s/.test(dash)) return "range";
  if (/ ?o['’]clock$/iu.test(to)) return /^ \p{Lu}\p{Ll}/u.test(rest) ? "count" : "range";
  if (!/^(?:\d{1,2}|\p{L}+)$/u.test(to)) return "range";
  if (COUNTS_ON.test(rest)) return "count";
  const [, word, second = ""] = /^ (\p{L}[\p{L}'’]*)(?: (\p{L}+))?/u.exec(rest) ?? [];
  if (word === undefined) return "range";
  if (FOLLOWS_AN_HOUR.test(word) || /^\p{Lu}{2,5}$/u.test(word) || cityZone(word) !== undefined || cityZone(`${word} ${second}`) !== undefined)
    return "range";
  return /s$/u.test(word) || /^\p{L}+$/u.test(to) ? "count" : { word };
};
