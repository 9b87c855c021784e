import { type Fact, fixed, inSomeWeeks, type Phrase, phrase, refused, type Weekday } from "../facts.ts";
import { rhythm } from "../rhythm-facts.ts";
import { DAY_WORD, dayOf, NUMBER, toNumber } from "./numbers.ts";

const MONTHS = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
export const MONTH =
  "(?:jan(?:uar|\\.)?|jänner|feb(?:ruar|\\.)?|märz|maerz|mär\\.|apr(?:il|\\.)?|mai|juni?|juli?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|okt(?:ober|\\.)?|nov(?:ember|\\.)?|dez(?:ember|\\.)?)";
export const toMonth = (name: string): number => MONTHS.indexOf(name.toLowerCase().replace("jänner", "jan").replace("mae", "mä").slice(0, 3)) + 1;
const STEMS = ["mo", "di", "mi", "do", "fr", "sa", "so"];
export const LONG = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)";
const WEEKDAY = `(?:${LONG}|(?-i:Mo|Di|Mi|Do|Fr|Sa|So)(?:\\.(?=,? )|(?=,? ?(?:den )?\\d))|(?-i:Mo|Di|Mi|Do|Fr|Sa)(?= oder (?:Mo|Di|Mi|Do|Fr|Sa|So)(?!\\p{L}))|(?<=oder )(?-i:Mo|Di|Mi|Do|Fr|Sa|So)(?!\\p{L})|(?<=(?:(?<!\\p{L})(?:kommende[nr]|diese[nr]|nächste[nr]|am)) )(?:mo|di|mi|do|fr|sa|so)\\.?(?=,? (?:um |den )?\\d)|(?<=^|\\n)(?:mo|di|mi|do|fr|sa|so)\\.?(?=,? (?:den )?\\d))`;
const PLAIN_WEEKDAY = `(?:${LONG})`;
export const toWeekday = (name: string): Weekday =>
  (name.toLowerCase().startsWith("sonna") ? 6 : STEMS.indexOf(name.toLowerCase().slice(0, 2)) + 1) as Weekday;
export const toWeekdays = (list: string): Weekday[] => [...list.matchAll(new RegExp(LONG, "giu"))].map(([word]) => toWeekday(word));
const LEAD = "(?:(?:am|für|den|auf|zum|dem|datum:) )?(?:den |dem )?";
const YEAR = "(?: (20\\d{2})(?![:.]\\d|\\d))?";
export const SEVERAL = `${LONG}s?(?:(?:, | und | & | ?\\+ ?|/|, und )(?:am |jeden )?${LONG}s?)+`;
const SHORT = "(?:mo|di|mi|do|fr|sa|so)\\.?";
/** "Mo, Mi, Fr" */
export const SEVERAL_SHORT = `${SHORT}(?:(?:, ?| und | & | ?\\+ ?|/| )${SHORT}(?![\\p{L}]))+`;
export const toShortWeekdays = (list: string): Weekday[] => [...list.matchAll(/mo|di|mi|do|fr|sa|so/giu)].map(([word]) => toWeekday(word));
export const NTHS: Readonly<Record<string, number>> = {
  erst: 1,
  zweit: 2,
  dritt: 3,
  viert: 4,
  fünft: 5,
  letzt: -1,
  "1.": 1,
  "2.": 2,
  "3.": 3,
  "4.": 4,
  "5.": 5,
};
export const NTH = "(erst|zweit|dritt|viert|fünft|letzt)(?:e[nrsm]?)";
export const OF_MONTH = "(?: (?:im|in jedem|des|eines jeden|jedes|pro|je) Monat(?:s|es)?)";
export const DAY_HINT = "Schreiben Sie den Tag als 1. März oder 2032-03-01 (write it as 2032-03-01).";
export const HINT = 'Zoom repeats daily, weekly or monthly: "jeden Freitag", "am ersten Montag im Monat".';

/** "in acht Tagen" is a week, whatever the number says. */
export const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WEEKDAY_WORD = `(?:${LONG}s?|(?-i:Mo|Di|Mi|Do|Fr|Sa|So)\\.?)`;
/** "die nächsten drei Montage" */
export const severalDays = (count: string, day: string): Fact[] => [
  rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] }),
  { kind: "times", times: toNumber(count) },
];
const daysOf = (count: string, unit: string): number => {
  if (/^w/i.test(unit)) return toNumber(count) * 7;
  return /^acht$/i.test(count) ? 7 : toNumber(count);
};
export const coming = (weekday: Weekday, weeks = 0) => ({ kind: "weekday", weekday, which: "coming", weeks }) as const;
export const date = (day: string | undefined, month: string, year?: string) =>
  ({ kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(day) }) as const;
export const noDay = (said: string) => `"${said}" names no day`;

/** How days are said in German. */
export const days: readonly Phrase[] = [
  phrase(`${LEAD}(\\d{1,2})\\.? ?(${MONTH})${YEAR}`, ([day, month = "", year]) => date(day, month, year)),
  phrase(`${LEAD}(${DAY_WORD}) (${MONTH})${YEAR}`, ([day = "", month = "", year]) => date(`${dayOf(day)}`, month, year)),
  phrase("(?:am|den|vom) (\\d{1,2})\\.(\\d{1,2})\\.?(?![\\d.]|:\\d| ?Uhr| ?\\d{4})", ([day, month]) => ({
    kind: "date",
    year: null,
    month: Number(month),
    day: Number(day),
  })),
  phrase(`(?:vom |von )(${DAY_WORD}) bis(?: zum)? (${DAY_WORD}) (${MONTH})${YEAR}`, ([first = "", last = "", month = "", year]) => [
    { kind: "since" },
    date(`${dayOf(first)}`, month, year),
    { kind: "until" },
    date(`${dayOf(last)}`, month, year),
  ]),
  phrase(
    `(?:(?:vom |von )?(?=\\d{1,2}\\.)|(?:vom |von ))(\\d{1,2})\\.? ?(?:bis(?: zum)?|-|–) ?(\\d{1,2})\\.? ?(${MONTH})${YEAR}`,
    ([first, last, month = "", year]) => [{ kind: "since" }, date(first, month, year), { kind: "until" }, date(last, month, year)],
  ),
  phrase(
    `zwischen (?:dem )?(\\d{1,2})\\. ?(${MONTH})?${YEAR} ?und (?:dem )?(\\d{1,2})\\. ?(${MONTH})${YEAR}`,
    ([first, month, year, last, lastMonth = "", lastYear]) => [
      { kind: "since" },
      date(first, month ?? lastMonth, year ?? lastYear),
      { kind: "until" },
      date(last, lastMonth, lastYear),
    ],
  ),
  phrase("(?:am|den|zum) (\\d{1,2})\\.(?! ?\\d| ?(?:jeden|jedes|eines|des|im|und|oder))", ([day]) => ({ kind: "monthday", day: Number(day) })),
  phrase(`(?:am|den|zum|dem) (${DAY_WORD})(?=,? um | \\d|,|$)`, ([day = ""]) => ({ kind: "monthday", day: dayOf(day) })),
  phrase(`${LEAD}(?:(?:diese[nmr]?|kommende[nmr]?|am kommenden) )?(${WEEKDAY})`, ([day = ""]) => coming(toWeekday(day))),
  phrase(`${LEAD}(?:nächste[nmr]?|naechste[nmr]?) (${WEEKDAY})`, ([day = ""]) => ({
    kind: "weekday",
    weekday: toWeekday(day),
    which: "next",
    weeks: 0,
  })),
  phrase(`(?:am )?(${PLAIN_WEEKDAY}) (?:der )?(?:nächste[rn]?|kommende[rn]?) Woche`, ([day = ""]) => [
    { kind: "week", weeks: 1 },
    coming(toWeekday(day)),
  ]),
  phrase(`(?:in der )?(?:nächste[rn]?|kommende[rn]?) Woche,? (?:am )?(${PLAIN_WEEKDAY})`, ([day = ""]) => [
    { kind: "week", weeks: 1 },
    coming(toWeekday(day)),
  ]),
  phrase(`(?:am )?(${PLAIN_WEEKDAY}) in (?:(${NUMBER}) Wochen?|(acht|14|vierzehn) Tagen)`, ([day = "", count, days]) =>
    inSomeWeeks(toWeekday(day), count !== undefined ? toNumber(count) : days?.toLowerCase() === "acht" ? 1 : 2),
  ),
  phrase(`(heute|morgen|übermorgen) in (${NUMBER}|vierzehn) (Wochen?|Tag(?:en)?)`, ([day = "", count = "", unit = ""]) => ({
    kind: "days",
    days: daysOf(count, unit) + ["heute", "morgen", "übermorgen"].indexOf(day.toLowerCase()),
  })),
  phrase(
    `(${LONG})(morgen|vormittag|mittag|nachmittag|abend|nacht| vormittag| nachmittag| abend| mittag)(?! \\p{Lu}\\p{L}*$)`,
    ([day = "", part = ""]) => [
      coming(toWeekday(day)),
      { kind: "part", half: /nachmittag|abend|^ ?mittag/i.test(part) ? "pm" : /nacht/i.test(part) ? "night" : "am" },
    ],
  ),
  fixed("(?:im |in diesem )?(?:diesen?|dieses|diesem) (?:Monat)", { kind: "period", unit: "month", ahead: 0 }),
  fixed("(?:dieses|in diesem) Jahr", { kind: "period", unit: "year", ahead: 0 }),
  phrase(`(?:ab|beginnend|startet|beginnt|Beginn:?|Start:?)(?: im| mit| ab)? (${MONTH})(?: (20\\d{2}))?(?! ?\\d)`, ([month = "", year]) => [
    { kind: "since" },
    { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) },
  ]),
  phrase(`im (${MONTH})(?: (20\\d{2}))?(?! ?\\d)`, ([month = "", year]) => ({
    kind: "month",
    month: toMonth(month),
    year: year === undefined ? null : Number(year),
  })),
  phrase(`in (${NUMBER}) Wochen?`, ([count = ""]) => ({ kind: "weeks", weeks: toNumber(count) })),
  phrase(`in (${NUMBER}) Tag(?:en)?`, ([count = ""]) => ({ kind: "days", days: toNumber(count) })),
  phrase(`in (${NUMBER}) Monat(?:en)?`, ([count = ""]) => ({ kind: "months", months: toNumber(count) })),
  fixed("(?:für )?heute", { kind: "days", days: 0 }),
  fixed("(?:für )?(?-i:morgen|Morgen(?= (?:um|früh|\\d)))", { kind: "days", days: 1 }),
  fixed("(?:für )?übermorgen", { kind: "days", days: 2 }),
  phrase("heute Nacht", () => [
    { kind: "days", days: 0 },
    { kind: "part", half: "night" },
  ]),
  phrase("heute (Vormittag|Mittag|Nachmittag|Abend)", ([part = ""]) => [
    { kind: "days", days: 0 },
    { kind: "part", half: /vormittag/i.test(part) ? "am" : "pm" },
  ]),
  phrase("morgen (früh|Vormittag|Mittag|Nachmittag|Abend)", ([part = ""]) => [
    { kind: "days", days: 1 },
    { kind: "part", half: /vormittag|früh/i.test(part) ? "am" : "pm" },
  ]),
  phrase(`bis (?:zum )?Ende (${MONTH})(?: (20\\d{2}))?`, ([month = "", year]) => [
    { kind: "until" },
    { kind: "monthend", month: toMonth(month), ...(year === undefined ? {} : { year: Number(year) }) },
  ]),
  refused(`(?:Ende|Anfang|Mitte) (?:${MONTH}|(?:der |des |nächster |nächsten |dieser )?(?:Woche|Monats?|Jahres))`, noDay, DAY_HINT),
  fixed("(?:an |am )?Heiligabend", { kind: "date", year: null, month: 12, day: 24 }),
  fixed("(?:an |zu )?Silvester", { kind: "date", year: null, month: 12, day: 31 }),
  fixed("(?:an |zu )Neujahr", { kind: "date", year: null, month: 1, day: 1 }),
  phrase(`(?:am )?letzten Tag (?:im|des) (${MONTH})`, ([month = ""]) => ({ kind: "monthend", month: toMonth(month) })),
  refused("(?:nach|vor|um|über) (?:Ostern|Weihnachten|Pfingsten|Neujahr|Silvester|den (?:Feiertagen|Ferien))", noDay, DAY_HINT),
  refused(
    "(?:irgendwann|demnächst|bald)(?: (?:im|in der|nächste) \\p{L}+)?|im (?:Frühjahr|Frühling|Sommer|Herbst|Winter)|in (?:einigen|ein paar) (?:Tagen|Wochen)",
    noDay,
    DAY_HINT,
  ),
  phrase("(?:im |am )?(?:nächste[nms]?|kommende[nms]?) (Monat|Jahr)", ([unit = ""]) => ({
    kind: "period",
    unit: /^m/i.test(unit) ? "month" : "year",
    ahead: 1,
  })),
  fixed("(?:in der )?(?:nächste[rn]?|kommende[rn]?) Woche", { kind: "week", weeks: 1 }),
  fixed("(?:in )?diese[rn]? Woche", { kind: "week", weeks: 0 }),
  refused(`(?:letzte[nmr]?|vergangene[nmr]?) (?:${LONG}|Woche)(?!${OF_MONTH})|(?:vor)?gestern`, (said) => `"${said}" is in the past`, DAY_HINT),
];
