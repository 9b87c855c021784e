import { fixed, inSomeWeeks, type Phrase, phrase, refused, type Weekday } from "../facts.ts";
import { dayRange } from "../range-facts.ts";
import { NUMBER, ORDINAL, toNumber, toOrdinal } from "./numbers.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
/** 1 to 12. */
export const toMonth = (name: string): number => MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;

const STEMS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const BARE_SHORT = "(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)";
// "sat" and "sun" are words as well: short names count only beside a number, another day, or at the end.
const BEFORE_NUMBER = `(?=\\.?,?\\s?(?:\\d|at |@|pls(?!\\p{L})|please(?!\\p{L})|noon|midday|half |quarter |the \\d|in the |morning|afternoon|arvo|evening|lunch|arvo|week|${MONTH}\\b|["“”\\u0001]|[-–|/] |[,;\\n]|$|(?:or|and|&) (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)))`;
/** "for the first aid recap": behind an ordinal that is a day, no noun follows. */
const NO_NOUN =
  "(?!-\\p{L})(?! (?!(?:of|at|from|to|until|till|in|please|pls|and|or|if|with|about|on|for|thanks|this|next|is|was|will|would|could|can|should|works|suits|so|then|as|by|after|instead|we|i|it|maybe|morning|afternoon|evening|noon|half|quarter|around|because|since|called|titled|starting|hosted|passcode|registration|record|cloud)(?!\\p{L}))(?-i:\\p{Ll}{2,}))";
export const LONG_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
export const WEEKDAY = `(?:${LONG_DAY}|${BARE_SHORT}(?:\\.|${BEFORE_NUMBER}))`;
/** A weekday, long or short. */
export const ANY_DAY = `(?:${LONG_DAY}|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\\b)`;
/** "Tuesday", "Tuesdays"; for lists. */
const LISTED = `(?:${LONG_DAY}s?|${BARE_SHORT}(?:s(?!\\p{L}))?\\.?)`;
const AND = "(?:, and |, & |, ?| and | & | ?\\+ ?|/)(?:on )?(?:every |each )?";
/** Two weekdays or more. */
export const SEVERAL_DAYS = `(?:${LISTED}(?: (?=${LONG_DAY})${LISTED})*(?:${AND}${LISTED})+|${BARE_SHORT}\\.?(?: ${BARE_SHORT}(?![\\p{L}])\\.?)+)`;
/** 1 Monday to 7 Sunday. */
export const toWeekday = (name: string): Weekday => (STEMS.indexOf(name.toLowerCase().slice(0, 3)) + 1 || 1) as Weekday;
export const toWeekdays = (list: string): Weekday[] =>
  [...list.toLowerCase().matchAll(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*/g)].map(([word]) => toWeekday(word));

const LEAD = "(?:(?:on|for|date:|date is|dated) )?(?:the )?";
const YEAR = "(?:,? ?(20\\d{2})(?![:.]\\d|\\d))?";

const coming = (weekday: Weekday, weeks = 0) => ({ kind: "weekday", weekday, which: "coming", weeks }) as const;
const WEEK_OF =
  "(?<!(?<!\\p{L})(?:an?|one|this|next|\\d|two|three|four|every|each|single) )(?:in |during |on |of )?(?:the )?(?:week (?:of|commencing|beginning|starting)|w/[cb]|wc)";
const inWeeks = (count: string) => toNumber(count);
/** With slips that are a word of their own length apart; `write-out.ts` has the short forms. */
const TOMORROW = "(?:tomorrow|tmr|tomorow|tommorrow|2morrow)";
const DAY_HINT = "Write the day as 2032-03-01 or March 1.";
const noDay = (said: string) => `"${said}" names no day`;

const BOUND = `(?:(?:${LONG_DAY}|${BARE_SHORT}),? )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${MONTH}\\b\\.?)?|${MONTH}\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?)(?:,? 20\\d{2}(?!\\d))?(?!\\d|:\\d| ?[ap]\\.?m)`;
/** A first or last day; its month and year may be those of the other. */
const toBound = (text: string) => {
  const month = new RegExp(`(?<!\\p{L})${MONTH}(?!\\p{L})`, "iu").exec(text)?.[0];
  const year = /(?<!\d)20\d{2}(?!\d)/.exec(text)?.[0];
  return {
    day: Number(/(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0]),
    month: month === undefined ? null : toMonth(month),
    year: year === undefined ? null : Number(year),
  };
};

/** "10 Dec 11-12": the number behind the month is no day if one stands in front of it. */
const NO_DAY_BEFORE = "(?<!(?<![\\d:.])(?:[12]?\\d|3[01])(?:st|nd|rd|th)? (?:of )?)";
/** Feasts that fall on one day of the year, with month and day. */
const FEASTS: readonly (readonly [string, number, number])[] = [
  ["Christmas Eve", 12, 24],
  ["Christmas Day", 12, 25],
  ["Boxing Day", 12, 26],
  ["New Year['’]?s Eve", 12, 31],
  ["New Year['’]?s Day", 1, 1],
  ["(?:St\\.? )?Valentine['’]?s Day", 2, 14],
  ["St\\.? Patrick['’]?s Day", 3, 17],
  ["Halloween", 10, 31],
];

/** How days are said in English. */
export const days: readonly Phrase[] = [
  phrase(
    `${NO_DAY_BEFORE}${LEAD}(${MONTH})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d|[ap]m| ?[ap]\\.?m)${YEAR}`,
    ([month = "", day, year]) => ({
      kind: "date",
      year: year === undefined ? null : Number(year),
      month: toMonth(month),
      day: Number(day),
    }),
  ),
  // "until 27 March. First one is 6 March": the ordinal counts something else
  phrase(
    `${LEAD}(${MONTH})\\.? (?:the )?(${ORDINAL})(?! (?:one|session|date|time|webinar|class|meeting)(?!\\p{L}))${YEAR}`,
    ([month = "", day = "", year]) => ({
      kind: "date",
      year: year === undefined ? null : Number(year),
      month: toMonth(month),
      day: toOrdinal(day),
    }),
  ),
  phrase(
    `${LEAD}(\\d{1,2}|${ORDINAL})(?: day)?[ -](?:of )?(${MONTH})\\b\\.?(?:[ -]|,)?(?: ?(20\\d{2})(?![:.]\\d|\\d))?`,
    ([day = "", month = "", year]) => ({
      kind: "date",
      year: year === undefined ? null : Number(year),
      month: toMonth(month),
      day: /^\d+$/.test(day) ? Number(day) : toOrdinal(day),
    }),
  ),
  phrase(
    `${NO_DAY_BEFORE}(?:from )?(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|to|through|thru|until) ?(\\d{1,2})(?:st|nd|rd|th)?(?![:.]?\\d| ?[ap]\\.?m|h)${YEAR}`,
    ([month = "", first, last, year]) => [
      { kind: "since" },
      { kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(first) },
      { kind: "until" },
      { kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(last) },
    ],
  ),
  phrase(
    `(?<!(?:at|@|until|till?|[-–]) ?)(?:from )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|to|through|thru|until) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\b\\.?${YEAR}`,
    ([first, last, month = "", year]) => [
      { kind: "since" },
      { kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(first) },
      { kind: "until" },
      { kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(last) },
    ],
  ),
  // "between 5 and 26 January", "between January 5 and Friday 26 February 2027"
  phrase(`between (${BOUND}) and (${BOUND})`, ([first = "", last = ""]) => {
    const [from, to] = [toBound(first), toBound(last)];
    const month = from.month ?? to.month;
    if (month === null) return null;
    return [
      { kind: "since" },
      { kind: "date", year: from.year ?? to.year, month, day: from.day },
      { kind: "until" },
      { kind: "date", year: to.year, month: to.month ?? month, day: to.day },
    ];
  }),
  // "Monday 7 to Friday 11 December"
  phrase(`(?<!(?:every|each) )(?:from )?(${BOUND}) ?(?:to|until|till|through|thru|-|–) ?(${BOUND})`, ([first = "", last = ""]) => {
    const [from, to] = [toBound(first), toBound(last)];
    if (to.month === null || !/^(?:the )?\p{L}{3,}/iu.test(first)) return null;
    return [
      { kind: "since" },
      { kind: "date", year: from.year ?? to.year, month: from.month ?? to.month, day: from.day },
      { kind: "until" },
      { kind: "date", year: to.year, month: to.month, day: to.day },
    ];
  }),
  phrase(
    `${LEAD}(?:next |this |this coming |coming )?(${WEEKDAY.replace("(?=", "(?=|")})(?: next)?,? \\(?(?:the )?(\\d{1,2}(?:st|nd|rd|th))(?! (?:of )?${MONTH}\\b)`,
    ([day = "", number = ""]) => [coming(toWeekday(day)), { kind: "monthday", day: toOrdinal(number) }],
  ),
  phrase(`(?:on |for )the (${ORDINAL})(?: of this month)?${NO_NOUN}`, ([day = ""]) => ({ kind: "monthday", day: toOrdinal(day) })),
  phrase(`the (\\d{1,2}(?:st|nd|rd|th))`, ([day = ""]) => ({ kind: "monthday", day: toOrdinal(day) }), { weak: true }),
  phrase(`${LEAD}(?:this |this coming |coming |the coming |upcoming )?(${WEEKDAY})`, ([day = ""]) => coming(toWeekday(day))),
  phrase(`${LEAD}(${LONG_DAY}) (?:coming|fortnight)`, ([day = ""], said) => coming(toWeekday(day), /fortnight$/i.test(said) ? 2 : 0)),
  // "Friday's grand"
  phrase(`(${LONG_DAY})['’]s (?:the day|grand|fine|good|great|perfect|ok|okay|best|ideal)`, ([day = ""]) => coming(toWeekday(day))),
  phrase(`${LEAD}next (${WEEKDAY})`, ([day = ""]) => ({ kind: "weekday", weekday: toWeekday(day), which: "next", weeks: 0 })),
  // "not this coming Tuesday but the one after"
  phrase(
    `(?:not |no,? not )(?:on )?(?:this |this coming |the coming |coming )?(${LONG_DAY}|${BARE_SHORT}),? but (?:rather )?(?:on )?(?:the (?:one|${LONG_DAY}) (?:after(?: that)?|following|after next)|the following(?: one| ${LONG_DAY})?|the week after|a week later)`,
    ([day = ""]) => coming(toWeekday(day), 1),
  ),
  phrase(
    `(?:from )?(${LONG_DAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:to|through|until|till|-|–) (${LONG_DAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})\\b${YEAR}`,
    ([weekday = "", first, lastWeekday = "", last, month = "", year]) => {
      const dated = (day: string | undefined) =>
        ({ kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(day) }) as const;
      return dayRange([dated(first), coming(toWeekday(weekday))], [dated(last), coming(toWeekday(lastWeekday))]);
    },
  ),
  phrase(`${LEAD}(${WEEKDAY}) (?:next week|of next week)`, ([day = ""]) => [{ kind: "week", weeks: 1 }, coming(toWeekday(day))]),
  phrase(`${LEAD}next week,? (?:on )?(${WEEKDAY})`, ([day = ""]) => [{ kind: "week", weeks: 1 }, coming(toWeekday(day))]),
  phrase(`${LEAD}(${WEEKDAY}) (?:this week|of this week)`, ([day = ""]) => [{ kind: "week", weeks: 0 }, coming(toWeekday(day))]),
  phrase(`${LEAD}(${WEEKDAY}) week`, ([day = ""]) => coming(toWeekday(day), 1)),
  phrase(
    `(?<!\\b(?:for|over|lasting|next|of|in) (?:a )?)${LEAD.replace("on|for", "on")}(?:(${NUMBER}) weeks?|(?:a )?fortnight) (?:on|from|after) (?:this |this coming |coming )?(${WEEKDAY})`,
    ([count, day = ""]) => coming(toWeekday(day), count === undefined ? 2 : inWeeks(count)),
  ),
  // "put in a webinar for a week on Wednesday": behind what it is for, and with no rhythm, it is that day
  phrase(
    `(?<=(?:webinar|session|webcast|one|it|this|in|something) )for (?:(${NUMBER}) weeks?|(?:a )?fortnight) on (${WEEKDAY})`,
    ([count, day = ""]) => coming(toWeekday(day), count === undefined ? 2 : inWeeks(count)),
  ),
  // "put in our drill for a week on Thursday"; "run it daily for a week on Thursday" is something else
  phrase(
    `(?<!(?:runs?|running|goes?|going|lasts?|lasting|continues?|repeats?|repeating|daily|weekly|nightly|days?|mornings?|evenings?|[ap]\\.?m\\.?|\\d|noon),? )for (?:(?:a|one) week|(a fortnight)) on (${WEEKDAY})`,
    ([fortnight, day = ""]) => coming(toWeekday(day), fortnight === undefined ? 1 : 2),
  ),
  phrase(`${LEAD}(${WEEKDAY}) in (${NUMBER}) weeks?(?:' time)?`, ([day = "", count = ""]) => inSomeWeeks(toWeekday(day), inWeeks(count))),
  phrase(`${LEAD}(?:(${NUMBER}) weeks?|fortnight) (?:from )?(today|tomorrow|now)`, ([count, day = ""]) => ({
    kind: "days",
    days: (count === undefined ? 2 : toNumber(count)) * 7 + (day.toLowerCase() === "tomorrow" ? 1 : 0),
  })),
  phrase(`(today|tomorrow) in (${NUMBER}) (days?|weeks?)(?:'s?|’s?)?(?: time)?`, ([day = "", count = "", unit = ""]) => ({
    kind: "days",
    days: toNumber(count) * (/^w/i.test(unit) ? 7 : 1) + (day.toLowerCase() === "tomorrow" ? 1 : 0),
  })),
  phrase("(today|tomorrow) week", ([day = ""]) => ({ kind: "days", days: day.toLowerCase() === "tomorrow" ? 8 : 7 })),
  phrase("(today|tomorrow) fortnight", ([day = ""]) => ({ kind: "days", days: day.toLowerCase() === "tomorrow" ? 15 : 14 })),
  phrase(`(?:on |for )?(?:(?:in|after) (${NUMBER}) weeks?(?:'s?|’s?)?(?: time)?|in a fortnight(?:'s time)?)`, ([count]) => ({
    kind: "weeks",
    weeks: count === undefined ? 2 : toNumber(count),
  })),
  phrase(`in (${NUMBER}) months?(?:'s?|’s?)?(?: time)?`, ([count = ""]) => ({ kind: "months", months: toNumber(count) })),
  phrase(`(?:in|after) (${NUMBER}) days?(?:'s?|’s?)?(?: time)?`, ([count = ""]) => ({ kind: "days", days: toNumber(count) })),
  phrase(`(?:in )?(${NUMBER}) months? from (?:now|today)`, ([count = ""]) => ({ kind: "months", months: toNumber(count) })),
  phrase(`(${NUMBER}) days? (?:from )(?:now|today)`, ([count = ""]) => ({ kind: "days", days: toNumber(count) })),
  phrase(`(?<!\\bfor )(${NUMBER}) days? from tomorrow`, ([count = ""]) => ({ kind: "days", days: toNumber(count) + 1 })),
  fixed("(?:on |for )?(?:today|later today)", { kind: "days", days: 0 }),
  fixed(`(?:on |for )?${TOMORROW}`, { kind: "days", days: 1 }),
  fixed(`(?:on |for )?(?:the )?day after ${TOMORROW}`, { kind: "days", days: 2 }),
  phrase("(?:on |for )?(this morning|this afternoon|this arvo|this evening|tonight)", ([part = ""]) => [
    { kind: "days", days: 0 },
    { kind: "part", half: /morning/i.test(part) ? "am" : /night/i.test(part) ? "night" : "pm" },
  ]),
  phrase(`${LEAD}(${LONG_DAY}|${BARE_SHORT}|tomorrow) night`, ([day = ""]) => [
    /^tomorrow$/i.test(day) ? { kind: "days", days: 1 } : coming(toWeekday(day)),
    { kind: "part", half: "night" },
  ]),
  phrase(
    "(?:(?:until|till|til|through|thru|up to|to) )?(?:the )?end(?: of)? (january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:,? (20\\d{2}))?",
    ([month = "", year], said) =>
      /^(?:until|till?|through|thru|up to|to) /i.test(said)
        ? [{ kind: "until" }, { kind: "monthend", month: toMonth(month), ...(year === undefined ? {} : { year: Number(year) }) }]
        : { kind: "refused", message: noDay(said), hint: DAY_HINT },
  ),
  phrase("(?:until|till|til|through|thru|up to) (?:the )?end of the year", () => [{ kind: "until" }, { kind: "monthend", month: 12 }]),
  refused(
    `(?:some ?time |any ?time )?(?:in |at |on |by |from )?(?:the )?(?:early|mid|late|beginning of|middle of|start of|first half of|second half of)[ -](?:in )?(?:the )?(?:next |this |the )?(?:${MONTH}|week|month|year|spring|summer|autumn|fall|winter)`,
    noDay,
    DAY_HINT,
  ),
  refused(
    `(?:at |by )?(?:the )?end of (?:the |this |next )?(?:week|month|year|quarter|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`,
    noDay,
    DAY_HINT,
  ),
  refused(
    "some ?time (?:in |on |over |during |around )?(?:the |this |next )?(?:week|month|year|spring|summer|autumn|fall|winter|few weeks|coming weeks)?(?: after next)?",
    noDay,
    DAY_HINT,
  ),
  refused("(?:in |during )(?:the )?(?:spring|summer|autumn|fall|winter|new year|coming weeks|next few weeks|next couple of weeks)", noDay, DAY_HINT),
  refused(
    "(?!(?-i:After the Holidays|Before the Holidays|After Christmas|Before Christmas|After Easter))(?:after|around|before|over) (?:christmas|easter|thanksgiving|the holidays|new year)",
    noDay,
    DAY_HINT,
  ),
  refused("(?:one day|some day|any day|a day|whichever day)(?: (?:this|next) (?:week|month))?(?! a week| a month)", noDay, DAY_HINT),
  refused("(?:in )?a few (?:days|weeks|months)|soon|asap|as soon as possible", noDay, DAY_HINT),
  refused(`(?:last|past|previous) (?:${LONG_DAY}|week|month|year)(?! (?:of|in) )`, (said) => `"${said}" is in the past`, DAY_HINT),
  refused(
    "(?:the )?(?:day|week|month|evening|morning|night) (?:before|after)(?! (?:tomorrow|next|yesterday))",
    (said) => `"${said}" names no day`,
    DAY_HINT,
  ),
  ...FEASTS.map(([source, month, day]) =>
    fixed(`(?:(?:on |for )(?:the )?${source}|${source}(?=,? (?:at |@ ?)?\\d))`, { kind: "date", year: null, month, day }),
  ),
  phrase(`(?:on )?(?:the )?(?:very )?(?:last|final) day (?:of|in) (${MONTH})\\b(?:,? (20\\d{2}))?`, ([month = "", year]) => ({
    kind: "monthend",
    month: toMonth(month),
    ...(year === undefined ? {} : { year: Number(year) }),
  })),
  phrase(`(?:for |during )?(?:the whole of|all of|throughout) (${MONTH})\\b(?:,? (20\\d{2}))?(?! ?\\d)`, ([month = "", year]) => ({
    kind: "month",
    month: toMonth(month),
    year: year === undefined ? null : Number(year),
  })),
  refused(`(?:in )?${NUMBER} ${LONG_DAY}s (?:from|after) (?:now|today)`, noDay, DAY_HINT),
  refused("yesterday|the day before yesterday", (said) => `"${said}" is in the past`, DAY_HINT),
  refused(`(?:in |during |on )?(?:the )?(?:week (?:of|commencing)|w/c)(?: the)?`, (said) => `"${said}" names a week and no day`, DAY_HINT),
  phrase(
    `${WEEK_OF} (?:(?:monday|mon\\.?),? )?(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\b\\.?|(${MONTH})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?)${YEAR}`,
    ([before, month, first, behind, year]) => ({
      kind: "weekof",
      year: year === undefined ? null : Number(year),
      month: toMonth(month ?? first ?? ""),
      day: Number(before ?? behind),
    }),
  ),
  // Without a weekday beside it, a week is no day: the choice of the day says so.
  fixed("(?:on |for |in )?next week", { kind: "week", weeks: 1 }),
  fixed("(?:on |for |in |of )?(?:the )?week after next", { kind: "week", weeks: 2 }),
  fixed("(?:on |for )?this week", { kind: "week", weeks: 0 }),
  phrase("(?:in |of |from )?(next|this) (month|year)", ([which = "", unit = ""]) => ({
    kind: "period",
    unit: unit.toLowerCase() as "month" | "year",
    ahead: /next/i.test(which) ? 1 : 0,
  })),
  phrase(`(?:in |the month of )(?:early )?(${MONTH})\\b\\.?(?: (20\\d{2}))?(?! ?(?:the )?\\d)`, ([month = "", year], said) =>
    /early/i.test(said)
      ? { kind: "refused", message: noDay(said), hint: DAY_HINT }
      : { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) },
  ),
  phrase(
    `(?:from|starting|starts|beginning|begins|begin|start|commencing|as of|since)(?: from| in)? (${MONTH})\\b\\.?(?: (20\\d{2}))?(?! ?(?:the )?\\d|,? the|[ -](?:and|to|until|till|through|thru)(?!\\p{L})| ?[-–—] ?(?:${MONTH}\\b|\\d))`,
    ([month = "", year]) => [{ kind: "since" }, { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) }],
  ),
  fixed(
    "Black Friday|Cyber Monday|Good Friday|Easter (?:Sunday|Monday)|Ash Wednesday|Giving Tuesday|Shrove Tuesday|Maundy Thursday|Palm Sunday|Super Bowl Sunday|24/7",
    {
      kind: "name",
    },
  ),
];
