import { toClock } from "./clock.ts";
import { type Phrase, phrase } from "./facts.ts";
import { HIDDEN } from "./pattern.ts";

const FOUR = "([01]\\d|2[0-3])([0-5][05])";
/** Hours that cannot be years of this century or the last. */
const NO_YEAR = "(0\\d|1[0-8]|2[1-3])([0-5][05])";
const UNIT = "(?: ?(?:hrs|hours|h|Uhr|heures))";
const TO = "(?: ?(?:-|–|—) ?| (?:to|until|till|bis|à) )";
const LEAD =
  "(?:(?:at|from|between|@|um|von|ab|zwischen|de|à|entre|(?:start )?time ?:|starts? ?:|begins? ?:|kick-?off ?:|uhrzeit ?:|beginn ?:|heure ?:|début ?:) ?)";
const DAY_NAME =
  "(?:tomorrow|today|tonight|morgen|heute|demain|\\p{L}{3,7}(?:days?|tags?|dis?)|mittwoch|dimanche|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)|(?:jan|feb|fév|mar|mär|apr|avr|may|mai|ju[nil]|aug|aoû|sep|oct|okt|nov|dec|dez|déc)\\p{L}{0,6})";
/** Where a clause or a time begins: behind a comma, a word for a time, or a day. */
const BEGINS = `(?=${LEAD}?\\d{4})(?<!(?:years?|decades?|period|era|century|wars?|jahre|jahren|zeit|epoche|années?|période|époque|guerre) (?:from |between |von |ab |de )?)(?<=^|[\\u0001,;:(\\n] ?|(?<!\\p{L})(?:at|from|um|von|ab|de|à|time|${DAY_NAME})\\.?,? |(?<!\\d)(?:20\\d\\d|\\d{1,2}(?:st|nd|rd|th)?\\.?),? )`;

/** What may follow a range without a comma: "1000-1500 people" counts people. */
const FOLLOWS =
  "(?:\\(|-|–|(?-i:[A-Z]{2,5})(?!\\p{L})|(?-i:\\p{Lu})[\\p{L} ]{2,20} time|(?:on|at|in|by|with|about|called|titled|hosted|every|each|next|this|weekly|daily|am|mit|über|namens|jede[nrs]?|le|avec|sur|chaque|tous|topic|passcode)(?!\\p{L}))";
/** The same without a comma alone: "the Vienna congress, 1815" names a year. */
const BEGINS_TIME = BEGINS.replace("(?<=^|[\\u0001,;:(\\n] ?|", `(?<=^|[\\u0001\\n(${HIDDEN}][,;]? ?|`);
const ENDS = `(?= ?(?:[,;.)\\n${HIDDEN}]|$|(?:webinar|webinaire)(?!\\p{L})))`;

const ENDS_OR_DAY = `(?:${ENDS}|(?= (?:on|am|le|tomorrow|today|this|next)(?!\\p{L})))`;

const range = ([hour = "", minute = "", toHour = "", toMinute = ""]: readonly (string | undefined)[]) => {
  const [from, to] = [toClock(Number(hour), Number(minute), null, true), toClock(Number(toHour), Number(toMinute), null, true)];
  return from === null || to === null ? null : ({ kind: "range", from, to } as const);
};
const time = ([hour = "", minute = ""]: readonly (string | undefined)[]) => {
  const clock = toClock(Number(hour), Number(minute), null, true);
  return clock === null ? null : ({ kind: "time", clock } as const);
};

/** Times in four digits, "0930-1100", "1400 Uhr", in every language. "2027-2030" are years: without a word for hours, 19 and 20 do not begin a time. */
export const military: readonly Phrase[] = [
  phrase(`${LEAD}?${FOUR}${UNIT}?${TO}${FOUR}${UNIT}`, range),
  phrase(`${BEGINS}${LEAD}?${NO_YEAR}${TO}${FOUR}(?:${ENDS}|(?= ${FOLLOWS}))`, range, { weak: true }),
  phrase(`(?:between|zwischen|entre) ${NO_YEAR}${UNIT}? (?:and|und|et) ${FOUR}${UNIT}?`, range),
  phrase(`${LEAD}?${FOUR}${UNIT}`, time),
  phrase(`${LEAD}?(\\d)([0-5][05]) ?Uhr`, time),
  phrase(`${BEGINS_TIME}${LEAD}?${NO_YEAR}${ENDS_OR_DAY}`, time, { weak: true }),
  phrase(`(?<=^|\\n)${FOUR}${ENDS_OR_DAY}`, time, { weak: true }),
  // "1430 thurs 18 feb": a weekday follows
  phrase(`(?<=^|\\n)${NO_YEAR}(?= (?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?!\\p{L}))`, time, { weak: true }),
  phrase(`(?<=[,;] ?)(0\\d)([0-5][05])${ENDS_OR_DAY}`, time, { weak: true }),
  // "fish, 1430": as much a time as a part of the topic
  phrase(
    `(?<=[\\p{L}\\p{N}][,;] ?)(?<!(?:${DAY_NAME}|\\d(?:st|nd|rd|th)?)[,;] ?)(1[0-8]|2[1-3])([0-5][05])${ENDS_OR_DAY}`,
    ([hour = "", minute = ""], said) => ({
      kind: "time",
      clock: { hour: Number(hour), minute: Number(minute), half: null, exact: true },
      doubt: `"${said}" may be ${hour}:${minute}, or a number that is part of the topic`,
    }),
    { weak: true },
  ),
  phrase(`(?:at|@|um|à) ?(19)([0-5][05])${ENDS}`, time, { weak: true }),
];
