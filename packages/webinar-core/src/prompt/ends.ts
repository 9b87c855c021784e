import { MARK, type MarkedText, NUMBER, notUnderstood, toNumber } from "./marked-text.ts";
import { dayAtStart, type LocalNow } from "./moment.ts";

/** When a series ends, as it was said. */
export type End = { day: string } | { times: number } | { days: number } | { months: number };

const UNTIL = /\b(until|till|til|through|thru|ending(?: on)?|ends(?: on)?|up to(?: and including)?)\s+(?:the )?/gi;
const SPAN = new RegExp(`\\b(?:for|over)(?: the next)? (${NUMBER}) (day|week|month|year)s?\\b`, "i");
const TIMES = new RegExp(
  `\\b(?:(?:for|of|with) )?(${NUMBER}) (?:${MARK} )?(?:times|sessions|dates|occurrences|episodes|webinars)\\b(?: in (?:all|total))?`,
  "i",
);
const ONLY_BEFORE_A_DAY = /^(?:through|thru|up to)/i;

/** Cuts out when a series ends; null where nothing is said. Throws `InputError` for an end that names no day, and for two ends. */
export const takeEnd = async (text: MarkedText, now: LocalNow): Promise<End | null> => {
  const ends: End[] = [];
  for (const { 0: word, 1: said = "", index } of [...text.rest.matchAll(UNTIL)].reverse()) {
    const day = await dayAtStart(text.rest.slice(index + word.length), now);
    if (day === null && ONLY_BEFORE_A_DAY.test(said)) continue; // "a walk through the API"
    if (day === null) throw notUnderstood(`"${said}" is not followed by a day`, "Write the last day as 2027-06-30 or June 30.");
    text.cut(index, word.length + day.length);
    ends.push({ day: day.day });
  }
  for (let found = text.take(SPAN); found !== null; found = text.take(SPAN)) {
    const [, count = "", unit = ""] = found;
    ends.push(toSpan(toNumber(count), unit.toLowerCase()));
  }
  for (let found = text.take(TIMES); found !== null; found = text.take(TIMES)) ends.push({ times: toNumber(found[1] ?? "") });
  if (ends.length > 1) throw notUnderstood("it names two ends", "Say once until when, for how long, or how many times.");
  return ends[0] ?? null;
};

const toSpan = (count: number, unit: string): End =>
  unit === "day" ? { days: count } : unit === "week" ? { days: count * 7 } : { months: unit === "year" ? count * 12 : count };
