import { type Fact, fixed, type Phrase, phrase, type RhythmFact, refused, type Weekday, when } from "../facts.ts";
import { monthRange } from "../range-facts.ts";
import { cannot, nthOfMonth, rhythm } from "../rhythm-facts.ts";
import { ANY_DAY, LONG_DAY, MONTH, SEVERAL_DAYS, toMonth, toWeekday, toWeekdays } from "./days.ts";
import { NUMBER, ORDINAL, toNumber, toOrdinal } from "./numbers.ts";

const WEEKDAYS = `(?:${SEVERAL_DAYS}|${LONG_DAY}s?|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\\b\\.?)`;
const EVERY = "(?:every|each)(?: single)?";
const NTH = "(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last)";
const OF_MONTH = `(?:,? (?:of|in) (?:the|${EVERY}|a) (?:calendar )?month|,? monthly|,? ${EVERY} month|,? of the month)`;
const HINT = 'Zoom repeats daily, weekly or monthly, at one time of day: "every Friday", "the first Monday of each month".';

const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = WEEK.slice(0, 5);
const toInterval = (said: string | undefined): number => {
  const word = (said ?? "").trim().toLowerCase();
  if (word === "") return 1;
  if (word === "other" || word === "second" || word === "2nd") return 2;
  const ordinal = toOrdinal(word);
  return ordinal > 0 ? ordinal : toNumber(word);
};
const unitOf = (word: string): Omit<RhythmFact, "kind"> => {
  const unit = word.toLowerCase().replace(/s$/, "");
  return unit === "quarter"
    ? { unit: "month", interval: 3 }
    : unit === "fortnight"
      ? { unit: "week", interval: 2 }
      : { unit: unit as "day" | "week" | "month" };
};
const ADVERBS: Readonly<Record<string, Omit<RhythmFact, "kind">>> = {
  daily: { unit: "day", interval: 1 },
  weekly: { unit: "week", interval: 1 },
  fortnightly: { unit: "week", interval: 2 },
  monthly: { unit: "month", interval: 1 },
  quarterly: { unit: "month", interval: 3 },
};
const weekOf = (nth: string): number => (nth.toLowerCase() === "last" ? -1 : toOrdinal(nth));
const inMonth = (nth: string, day: string) => nthOfMonth(weekOf(nth), toWeekday(day), day, HINT);
const halfOf = (part: string) => (/night/i.test(part) ? "night" : /morning/i.test(part) ? "am" : "pm");
/** "M/W/F" */
const LETTERS: Readonly<Record<string, Weekday>> = { M: 1, T: 2, Tu: 2, W: 3, Th: 4, F: 5 };

/** How rhythms are said in English. */
export const rhythms: readonly Phrase[] = when(
  "every|each|daily|nightly|weekly|monthly|quarterly|fortnightly|week|month|days|alternate|once|per |2x|3x|year|annual|hour|minute|except|exclud|but not|skip|apart from|other than|leaving|without|twice|two times|three times|several|times a|first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th| and |, mon|, tue|, wed|, thu|, fri|, sat|, sun|&|+|/|mon-|mon -|mon–|monday|mon |tue |tues |wed |weds |thu |thur |thurs |fri |sat |sun |mwf|tth|tuth|mornings|afternoons|evenings|nights",
  [
    phrase(`(?:on )?(?:the |${EVERY} )?(${NTH}) (${LONG_DAY})s?${OF_MONTH}`, ([nth = "", day = ""]) => inMonth(nth, day)),
    phrase(
      `(?:on )?(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last) (${LONG_DAY}) (?:of|in) (${MONTH})\\b(?:,? (20\\d{2}))?`,
      ([nth = "", day = "", month = "", year]) => ({
        kind: "nth",
        nth: weekOf(nth),
        weekday: toWeekday(day),
        month: toMonth(month),
        year: year === undefined ? null : Number(year),
      }),
    ),
    phrase(`(?:on )?the (${NTH}) (${LONG_DAY})`, ([nth = "", day = ""]) => {
      const fact = inMonth(nth, day);
      return fact.kind === "refused" ? fact : rhythm({ nth: weekOf(nth), weekdays: [toWeekday(day)] });
    }),
    // only beside a word for a monthly rhythm
    phrase(`(${NTH}) (${LONG_DAY})`, ([nth = "", day = ""]) => inMonth(nth, day), { weak: true }),
    phrase(`(?:monthly|${EVERY} month)(?: webinar| session)?,? (?:on )?(?:the |${EVERY} )?(${NTH}) (${LONG_DAY})`, ([nth = "", day = ""]) =>
      inMonth(nth, day),
    ),
    phrase(`${EVERY} (first|1st|fourth|4th|fifth|5th|last) (${LONG_DAY})`, ([nth = "", day = ""]) => inMonth(nth, day)),
    phrase(`${EVERY} (${NUMBER}) months?,? (?:on )?(?:the )?(${NTH}) (${LONG_DAY})`, ([count = "", nth = "", day = ""]) => {
      const fact = inMonth(nth, day);
      return fact.kind === "rhythm" ? { ...fact, interval: toNumber(count) } : fact;
    }),
    phrase(`${EVERY} (?:second|2nd|third|3rd) (${LONG_DAY})(?!s?${OF_MONTH})`, (_, said) => ({
      kind: "refused",
      message: `"${said}" may mean every second (or third) week, or the second (or third) one of each month`,
      hint: 'Say "every other Friday", "every 3 weeks on Friday" or "the second Friday of each month".',
    })),
    phrase(`(?:on )?(?:the |${EVERY} |day )?(${ORDINAL}|\\d{1,2}) (?:day )?(?:of|in) (?:the|${EVERY}|a) month`, ([day = ""]) =>
      rhythm({ unit: "month", monthday: /^\d+$/.test(day) ? Number(day) : toOrdinal(day) }),
    ),
    phrase(
      `(?:monthly|${EVERY} month)(?: webinar| session)?,? on (?:the |day )?(${ORDINAL}|\\d{1,2})(?: (?:of|in) the month)?(?![:.]\\d| ?[ap]\\.?m| ${ANY_DAY})`,
      ([day = ""]) => rhythm({ unit: "month", interval: 1, monthday: /^\d+$/.test(day) ? Number(day) : toOrdinal(day) }),
    ),
    // five days without one are days of a week as well
    phrase(
      `(?:on )?(?:${EVERY} (?:weekday|working day|workday|business day)|weekdays),? (?:but|except|bar|save|apart from|other than|excluding)(?: not)?(?: for)?(?: on)? (${LONG_DAY})s?`,
      ([day = ""]) => rhythm({ unit: "week", weekdays: WORKDAYS.filter((one) => one !== toWeekday(day)) }),
    ),
    phrase(
      `(?:on )?(?:${EVERY} (?:weekday|working day|workday|business day)|weekdays|work(?:ing)? ?days|daily on weekdays|Monday (?:to|through|thru|till|until|-|–) Friday|Mon(?:\\.)? ?(?:-|–|to) ?Fri(?:\\.)?)`,
      () => rhythm({ unit: "week", weekdays: WORKDAYS }),
    ),
    phrase(`(?:on )?(?:${EVERY} weekend day|weekends|${EVERY} weekend)`, () => rhythm({ unit: "week", weekdays: [6, 7] })),
    phrase(
      `${EVERY} (other |second |alternate |${NUMBER} )?(days?|weeks?|months?|quarters?|fortnights?)(?:,? on (?:an? )?(${WEEKDAYS}))?`,
      ([often, unit = "", list]) => {
        const base = unitOf(unit);
        const interval = /alternate/i.test(often ?? "") ? 2 : toInterval(often);
        return rhythm({ ...base, interval: interval * (base.interval ?? 1), ...(list === undefined ? {} : { weekdays: toWeekdays(list) }) });
      },
    ),
    phrase(
      `${EVERY} (third|fourth|fifth|sixth|[3-6](?:rd|th)) (day|week|month)(?! of)(?:,? on (?:an? )?(${WEEKDAYS}))?`,
      ([often = "", unit = "", list]) =>
        rhythm({ ...unitOf(unit), interval: toOrdinal(often), ...(list === undefined ? {} : { weekdays: toWeekdays(list) }) }),
    ),
    phrase(`(?:on )?(?:every other|${EVERY} alternate|alternate) (${WEEKDAYS})`, ([list = ""]) =>
      rhythm({ unit: "week", interval: 2, weekdays: toWeekdays(list) }),
    ),
    phrase(
      `(?:on )?(${WEEKDAYS}),? (?:every other week|every two weeks|every 2 weeks|every second week|fortnightly|biweekly|bi-weekly)`,
      ([list = ""]) => rhythm({ unit: "week", interval: 2, weekdays: toWeekdays(list) }),
    ),
    phrase(`(?:on )?${EVERY} (${WEEKDAYS})(?: of (?:the|${EVERY}) week)?`, ([list = ""]) =>
      rhythm({ unit: "week", interval: 1, weekdays: toWeekdays(list) }),
    ),
    phrase("nightly", () => [rhythm({ unit: "day", interval: 1 }), { kind: "part", half: "night" }]),
    phrase(`(daily|weekly|fortnightly|monthly|quarterly)(?:,? on (${WEEKDAYS}))?`, ([word = "", list]) =>
      rhythm({ ...ADVERBS[word.toLowerCase()], ...(list === undefined ? {} : { weekdays: toWeekdays(list) }) }),
    ),
    phrase(`(?:bi-?weekly)(?:,? on (${WEEKDAYS}))?`, ([list]) =>
      rhythm({ unit: "week", interval: 2, ...(list === undefined ? {} : { weekdays: toWeekdays(list) }) }),
    ),
    phrase(`(?:once a|once every|once per|each|per) (day|week|month)(?:,? on (${WEEKDAYS}))?`, ([unit = "", list]) =>
      rhythm({ ...unitOf(unit), ...(list === undefined ? {} : { weekdays: toWeekdays(list) }) }),
    ),
    phrase(`${EVERY} (morning|afternoon|evening|night)(?! shift)`, ([part = ""]) => [
      rhythm({ unit: "day", interval: 1 }),
      { kind: "part", half: halfOf(part) },
    ]),
    phrase(
      `(?:on )?(?:${EVERY} )?(${LONG_DAY}|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\\.?) (morning|afternoon|evening|night)s`,
      ([day = "", part = ""]) => [rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] }), { kind: "part", half: halfOf(part) }],
    ),
    phrase("(?:on |every |each )?((?-i:M/T/W/Th/F|M/W/F|M/W|W/F|Tu?/Th|M/Th|Tu/F|MWF|TTh|TuTh))", ([list = ""]) =>
      rhythm({ unit: "week", weekdays: [...list.matchAll(/Th|Tu|[MTWF]/g)].map(([day]) => LETTERS[day] ?? 1) }),
    ),
    phrase(`(?:on )?(${SEVERAL_DAYS})`, ([list = ""]) => rhythm({ unit: "week", weekdays: toWeekdays(list) })),
    phrase("(?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)days)", ([day = ""]) => rhythm({ unit: "week", weekdays: [toWeekday(day)] })),
    // what Zoom's recurrence cannot say
    phrase(`(?:on )?(?:the |${EVERY} )?${NTH}(?:, ${NTH})*,? (?:and|&|or) (?:the )?${NTH} ${LONG_DAY}s?(?:${OF_MONTH})?`, (_, said) => ({
      kind: "refused",
      message: cannot.twoWeeks(said),
      hint: HINT,
    })),
    phrase(
      `(?:on )?(?:the |${EVERY} )?(?:${ORDINAL}|\\d{1,2})(?:, (?:the )?${ORDINAL})* (?:and|&|or) (?:on )?(?:the )?(?:${ORDINAL}|\\d{1,2}),? (?:of|in) (?:the|${EVERY}) month|(?:monthly|${EVERY} month)(?: webinar| session)?,? on (?:the )?${ORDINAL} (?:and|&|or) (?:on )?(?:the )?${ORDINAL}(?! ${ANY_DAY})`,
      () => ({
        kind: "refused",
        message: cannot.twoDays(),
        hint: HINT,
      }),
    ),
    phrase("bi-?monthly", (_, said) => ({ kind: "refused", message: `"${said}" may mean twice a month or every two months`, hint: HINT })),
    // "twice a week (Mon and Thu)"
    phrase(
      `(twice|two times|2x|three times|3x|four times|\\d times) (?:a|per|every|each) week ?(?:,|:|\\(|[-–])? ?(?:on )?(${SEVERAL_DAYS})\\)?`,
      ([times = "", list = ""]) => {
        const weekdays = toWeekdays(list);
        const count = { twice: 2, two: 2, three: 3, four: 4 }[times.toLowerCase().replace(/ times$/, "")] ?? Number.parseInt(times, 10);
        return weekdays.length === count ? rhythm({ unit: "week", interval: 1, weekdays }) : null;
      },
    ),
    phrase("(?:twice|two times|three times|several times|\\d times) (?:a|per|every|each) (?:day|week|month|year)", (_, said) => ({
      kind: "refused",
      message: `"${said}" does not say which days, and Zoom repeats at one time of day`,
      hint: HINT,
    })),
    refused(`yearly|annually|(?:every|each|once a) (?:other )?year|every (?:${NUMBER}) years|every ${MONTH}`, cannot.yearly, HINT),
    refused("hourly|every (?:other |\\d+ )?(?:hours?|minutes?)|every half hour", cannot.withinDay, HINT),
    refused(
      "(?:on )?the (?:last|final|first) (?:(?:working |business |week|work)day(?: of (?:the|each|every) (?:month|quarter))?|day of (?:each|every) month|day of the month)|(?:on )?(?:the )?(?:last|final|first|(?:second|third)(?: to)? last) (?:working |business |week |work)day of (?:the|each|every)(?: (?:other|second|third|fourth|sixth))? (?:month|quarter)",
      cannot.lastDay,
      HINT,
    ),
    refused(
      `(?:except(?: for)?|excluding|but not|skipping|skip|apart from|other than|leaving out|without)(?: on)?(?: the)? (?=${LONG_DAY}|${MONTH}|\\d|christmas|easter|bank holidays|public holidays|holidays|week)[^,.;]{1,40}`,
      cannot.leaveOut,
      "Schedule the series, and delete that date afterwards.",
    ),
  ],
);

/** "the next three Mondays" */
const severalDays = (count: string, day: string): Fact[] => [
  rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] }),
  { kind: "times", times: toNumber(count) },
];

const COUNTED = "(?:times|sessions|dates|occurrences|episodes|webinars|instances|meetings|events|parts|classes|lessons|installments)";

/** How the end of a series is said in English. */
export const ends: readonly Phrase[] = [
  phrase(
    "(?:up )?untill?|(?<!(?:the|a|our|my|your|every|each) )till|til|up to(?: and including)?|ending|ends|end(?: date| time)?:|finish(?= (?:at )?\\d)|end(?= (?:at )?\\d{1,2}(?:[:.]\\d\\d| ?[ap]m|[,;]|$))|end date|finishing|finishes|concluding|through to|(?:the )?(?:last|final) (?:one|session|date|time|webinar)(?:['’]s| is| will be)?:?|to end|with the last",
    () => ({ kind: "until" }),
  ),
  phrase(
    `(?:through|thru|(?:until|till|til|up to) and including|through to) (${MONTH})\\b\\.?(?: (20\\d{2}))?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))`,
    ([month = "", year]) => [
      { kind: "until" },
      { kind: "monthend", month: toMonth(month), year: year === undefined ? null : Number(year), range: true },
    ],
  ),
  phrase(
    `(?:until|till|til|up to|ending in|to) (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: 20\\d{2})?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))`,
    (_, said) => ({
      kind: "refused",
      message: `"${said}" names no last day`,
      hint: "Write the last day as 2032-06-30 or June 30.",
    }),
  ),
  phrase(
    `(?:from |between |in )?(?<!\\d(?:st|nd|rd|th)? (?:of )?)(${MONTH})\\.?(?:,? (20\\d{2}))? ?(?:to|through|thru|until|till|til|up to|and(?<=between [^,.;]{3,20})|-|–) ?(?:the end of )?(${MONTH})\\b\\.?(?:,? (20\\d{2}))?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))(?:,? inclusive(?:ly)?)?(?:,? (20\\d{2}))?`,
    ([from = "", fromYear, to = "", toYear, behind]) => monthRange(toMonth(from), fromYear, toMonth(to), toYear ?? behind),
  ),
  fixed("(?<!-)(?:through|thru)", { kind: "until" }, { weak: true }),
  fixed("to|-|–|—", { kind: "until", between: true }, { weak: true }),
  fixed(
    "(?:starting|starts|start date:?|start|beginning|begins|begin|commencing|kick(?:s|ing)? off|we start|from|as of|effective|(?:the )?(?:first|1st) (?:one|session|date|time|webinar)(?:['’]s| is| will be)?:?)(?: from)?",
    { kind: "since" },
    { weak: true },
  ),
  phrase(
    `(?:(?:after|for|of|with|in all|(?:a )?(?:series|course|run|set|program(?:me)?) of|x|×) ?)?(${NUMBER}) (weekly |fortnightly |monthly |daily )?${COUNTED}(?: in (?:all|total)| altogether| all told| total)?(?: of(?= (?!them|these|those|which|the|\\d)\\p{L}))?`,
    ([count = "", often]) =>
      /^an?$/i.test(count)
        ? null
        : [{ kind: "times", times: toNumber(count) }, ...(often === undefined ? [] : [rhythm({ ...ADVERBS[often.trim().toLowerCase()] })])],
  ),
  phrase(`(?:with |for )?a total of (${NUMBER})(?! \\p{L})`, ([count = ""]) => ({ kind: "times", times: toNumber(count) })),
  phrase(`(${NUMBER}) (?:in all|in total|altogether|overall|of (?:them|['’]?em|these|those)(?: in (?:all|total))?)`, ([count = ""]) => ({
    kind: "times",
    times: toNumber(count),
  })),
  phrase(
    `(${NUMBER}) ?(week|month|wk)s(?: running| in a row)?`,
    ([count = "", unit = ""]) => ({ kind: "span", unit: /^w/i.test(unit) ? "week" : "month", count: toNumber(count) }),
    { weak: true },
  ),
  phrase(
    `(?:from )?(${ANY_DAY})\\.? ?(?:to|through|thru|till|until|-|–) ?(${ANY_DAY})\\.?,? (?:of )?next week|next week,? (?:from )?(${ANY_DAY})\\.? ?(?:to|through|thru|till|until|-|–) ?(${ANY_DAY})`,
    ([a, b, c, d]) => {
      const [from, to] = [toWeekday(a ?? c ?? ""), toWeekday(b ?? d ?? "")];
      return from < to ? [{ kind: "week", weeks: 1 }, rhythm({ unit: "week", weekdays: WEEK.slice(from - 1, to) })] : null;
    },
  ),
  phrase("[x×] ?(\\d{1,3})|(\\d{1,3}) ?[x×]", ([after, before]) => ({ kind: "times", times: Number(after ?? before) })),
  phrase(`(${NUMBER})[- ](?:part|session|episode|week)(?: webinar)? (?:series|course|run|webinar)`, ([count = ""], said) =>
    /week/i.test(said) ? { kind: "span", unit: "week", count: toNumber(count) } : { kind: "times", times: toNumber(count) },
  ),
  phrase(
    `(?:for|over|lasting|during|running for|runs for)(?: the next| a total of| the coming)? (${NUMBER}) (day|week|month|year|wk)s?(?: in (?:all|total))?`,
    ([count = "", unit = ""]) => ({
      kind: "span",
      unit: /^w/i.test(unit) ? "week" : unit.toLowerCase() === "day" ? "day" : "month",
      count: toNumber(count) * (unit.toLowerCase() === "year" ? 12 : 1),
    }),
  ),
  ...[
    `(?:on |for )?(?:the )?(?:next|coming) (${NUMBER}) (${LONG_DAY})s`,
    `(?:on |for )?(${NUMBER}) (?:consecutive|successive|straight) (${LONG_DAY})s`,
    `(?:on |for )?(${NUMBER}) (${LONG_DAY})s(?: in a row| running| in succession)`,
    `for (${NUMBER}) (${LONG_DAY})s`,
    `(${NUMBER}) (${LONG_DAY})s(?=,? (?:from|starting|beginning|in a row|at|@|\\d|noon|[-–])|, |:)`,
  ].map((source) => phrase(source, ([count = "", day = ""]) => severalDays(count, day))),
  phrase(`(?:for |over |on )?(?:the next )?(${NUMBER}) weekends(?: running| in a row)?`, ([count = ""]) => ({
    kind: "span",
    unit: "week",
    count: toNumber(count),
  })),
  phrase(`(?:on )?the first (${NUMBER}) (${LONG_DAY})s (?:of|in) (${MONTH})\\b(?:,? (20\\d{2}))?`, ([count = "", day = "", month = "", year]) => [
    { kind: "since" },
    { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) },
    ...severalDays(count, day),
  ]),
  phrase(`(?<=days? )of (${MONTH})\\b(?:,? (20\\d{2}))?(?! ?\\d)`, ([month = "", year]) => ({
    kind: "month",
    month: toMonth(month),
    year: year === undefined ? null : Number(year),
  })),
  phrase(`(?:from )?(${ANY_DAY})s?\\.? ?(?:to|through|thru|till|until|-|–) ?(${ANY_DAY})s?\\.?`, ([first = "", last = ""]) => {
    const [from, to] = [toWeekday(first), toWeekday(last)];
    return from < to ? rhythm({ unit: "week", weekdays: WEEK.slice(from - 1, to) }) : null;
  }),
  phrase("(?:for|over)(?: the next| the coming)? fortnight|for a fortnight", () => ({ kind: "span", unit: "week", count: 2 })),
  phrase("once|one time|just once", () => ({ kind: "filler" }), { weak: true }),
];
