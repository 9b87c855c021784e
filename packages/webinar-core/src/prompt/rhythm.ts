import { type MarkedText, NUMBER, notUnderstood, toNumber } from "./marked-text.ts";
import { toWeekdays, WEEKDAY, WEEKDAYS } from "./weekdays.ts";

/** A rhythm as it was said; the end is read apart. Weekdays are Zoom's: 1 is Sunday. */
export interface Rhythm {
  type: 1 | 2 | 3;
  repeat_interval: number;
  weekly_days?: string;
  monthly_day?: number;
  monthly_week?: number;
  monthly_week_day?: number;
}

type Part = Partial<Omit<Rhythm, "weekly_days">> & { weekdays?: number[] };

const ORDINALS: Readonly<Record<string, number>> = { first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4, last: -1 };
const ORDINAL = "(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last)";
const EVERY = "(?:every|each)";
const MONTHLY = `(?:of (?:the |${EVERY} )month|monthly)`;
/** Words that a topic often begins with: "about Weekly Review" names a webinar and no rhythm. */
const NOT_IN_TOPIC = "(?<!\\b(?:about|titled|called|named|entitled)\\s(?:(?:the|our|a)\\s)?)";

const UNITS: Readonly<Record<string, Part>> = { day: { type: 1 }, week: { type: 2 }, month: { type: 3 }, quarter: { type: 3, repeat_interval: 3 } };
const ADVERBS: Readonly<Record<string, Part>> = {
  daily: { type: 1 },
  weekly: { type: 2 },
  fortnightly: { type: 2, repeat_interval: 2 },
  monthly: { type: 3 },
  quarterly: { type: 3, repeat_interval: 3 },
};

const weekOf = (ordinal: string): number => {
  const week = ORDINALS[ordinal.toLowerCase()];
  if (week === undefined) throw notUnderstood(`Zoom plans no "${ordinal}" week of a month`, "Use first to fourth, or last.");
  return week;
};
const intervalOf = (said: string | undefined): number =>
  said === undefined ? 1 : /^(other|second|2nd)$/i.test(said.trim()) ? 2 : toNumber(said.trim());
const inMonth = (ordinal: string | undefined, weekday: string | undefined): Part => ({
  type: 3,
  monthly_week: weekOf(ordinal ?? ""),
  monthly_week_day: toWeekdays(weekday ?? "")[0] ?? 0,
});

/** How rhythms are said, most words first. */
const PHRASES: readonly [pattern: RegExp, toPart: (found: RegExpExecArray) => Part][] = [
  // every second Friday: every other one, or the second of the month?
  [
    new RegExp(`\\b${EVERY} (?:second|2nd) (${WEEKDAY})\\b(?! ${MONTHLY})`, "i"),
    ([said]) => {
      throw notUnderstood(
        `"${said}" may mean every other week or the second of each month`,
        'Say "every other Friday", or "the second Friday of each month".',
      );
    },
  ],
  [
    /\b(?:bi-?weekly|bi-?monthly|(?:twice|two times) (?:a|per|every) (?:day|week|month))\b/i,
    ([said]) => {
      throw notUnderstood(`"${said}" does not say which days`, 'Say "every other Friday", or "every Tuesday and Thursday".');
    },
  ],
  [
    new RegExp(`\\b(?:on )?(?:the |${EVERY} )?(${ORDINAL}) (${WEEKDAY}) of (?:the|${EVERY}) month\\b`, "i"),
    ([, ordinal, day]) => inMonth(ordinal, day),
  ],
  [new RegExp(`\\bmonthly,? on the (${ORDINAL}) (${WEEKDAY})\\b`, "i"), ([, ordinal, day]) => inMonth(ordinal, day)],
  [new RegExp(`\\b${EVERY} month,? on the (${ORDINAL}) (${WEEKDAY})\\b`, "i"), ([, ordinal, day]) => inMonth(ordinal, day)],
  [new RegExp(`\\b${EVERY} (first|1st|third|3rd|fourth|4th|fifth|5th|last) (${WEEKDAY})\\b`, "i"), ([, ordinal, day]) => inMonth(ordinal, day)],
  [
    new RegExp(`\\b(?:monthly|${EVERY} month),? on (?:the |day )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)`, "i"),
    ([, day]) => ({ type: 3, monthly_day: Number(day) }),
  ],
  [
    new RegExp(`\\b(?:on )?(?:the |day )?(\\d{1,2})(?:st|nd|rd|th)? (?:day )?of (?:the|${EVERY}) month\\b`, "i"),
    ([, day]) => ({ type: 3, monthly_day: Number(day) }),
  ],
  [new RegExp(`\\b(?:on )?(?:${EVERY} weekday|weekdays)\\b`, "i"), () => ({ type: 2, weekdays: [2, 3, 4, 5, 6] })],
  [
    new RegExp(`\\b${EVERY} (other |${NUMBER} )?(day|week|month|quarter)s?\\b(?:,? on (${WEEKDAYS})\\b)?`, "i"),
    ([, often, unit, days]) => {
      const base = UNITS[(unit ?? "").toLowerCase()] ?? {};
      return {
        ...base,
        repeat_interval: intervalOf(often) * (base.repeat_interval ?? 1),
        ...(days === undefined ? {} : { weekdays: toWeekdays(days) }),
      };
    },
  ],
  [
    new RegExp(`\\b(?:on )?${EVERY} (other )?(${WEEKDAYS})\\b`, "i"),
    ([, often, days]) => ({ type: 2, ...(often === undefined ? {} : { repeat_interval: 2 }), weekdays: toWeekdays(days ?? "") }),
  ],
  [
    new RegExp(`${NOT_IN_TOPIC}\\b(daily|weekly|fortnightly|monthly|quarterly)\\b(?:,? on (${WEEKDAYS})\\b)?`, "i"),
    ([, word, days]) => ({ ...ADVERBS[(word ?? "").toLowerCase()], ...(days === undefined ? {} : { weekdays: toWeekdays(days) }) }),
  ],
  [
    new RegExp(`\\b(?:on )?(${WEEKDAY}(?:(?:, and |, & |, ?| and | & |/)(?:on )?${WEEKDAY})+)\\b`, "i"),
    ([, days]) => ({ type: 2, weekdays: toWeekdays(days ?? "") }),
  ],
  [/\b(?:on )?((?:sun|mon|tues|wednes|thurs|fri|satur)days)\b/i, ([, days]) => ({ type: 2, weekdays: toWeekdays(days ?? "") })],
];

/** Cuts out every phrase that says how often; null where there is none. Throws `InputError` for phrases with two meanings, or that contradict each other. */
export const takeRhythm = (text: MarkedText): Rhythm | null => {
  let rhythm: Part | null = null;
  for (const [pattern, toPart] of PHRASES) {
    for (let found = text.take(pattern); found !== null; found = text.take(pattern)) rhythm = merge(rhythm, toPart(found), found[0]);
  }
  if (rhythm === null) return null;
  const { type = 2, repeat_interval = 1, weekdays, ...rest } = rhythm;
  if (weekdays !== undefined && type !== 2)
    throw notUnderstood("weekdays go only with a weekly rhythm", 'Say "every Friday", or "the first Friday of each month".');
  return { type, repeat_interval, ...rest, ...(weekdays === undefined ? {} : { weekly_days: [...new Set(weekdays)].sort().join(",") }) };
};

const merge = (known: Part | null, part: Part, said: string): Part => {
  if (known === null) return part;
  const clash = Object.keys(part).some((key) => {
    const [before, now] = [known[key as keyof Part], part[key as keyof Part]];
    return before !== undefined && now !== undefined && JSON.stringify(before) !== JSON.stringify(now);
  });
  if (clash) throw notUnderstood(`"${said}" contradicts how often it was said to repeat before`, "Say the rhythm once; put the topic in quotes.");
  return { ...known, ...part };
};
