import { fixed, type Phrase, phrase, refused } from "../facts.ts";
import { cannot, nthOfMonth, rhythm } from "../rhythm-facts.ts";
import {
  DAY_HINT,
  HINT,
  LONG,
  MONTH,
  NTH,
  NTHS,
  noDay,
  OF_MONTH,
  SEVERAL,
  SEVERAL_SHORT,
  severalDays,
  toMonth,
  toShortWeekdays,
  toWeekday,
  toWeekdays,
  WEEK,
  WEEKDAY_WORD,
} from "./days.ts";
import { NUMBER, toNumber } from "./numbers.ts";

/** How rhythms and their ends are said in German. */
export const rhythms: readonly Phrase[] = [
  phrase(`(?:am |jeden |(?:an )?jedem )?${NTH} (${LONG})${OF_MONTH}`, ([nth = "", day = ""]) => inMonth(nth, day)),
  phrase(`(?:monatlich|jeden Monat),? (?:am )?${NTH} (${LONG})`, ([nth = "", day = ""]) => inMonth(nth, day)),
  phrase(`(?:am |jeden |(?:an )?jedem )?(\\d)\\. (${LONG})${OF_MONTH}`, ([nth = "", day = ""]) => inMonth(`${nth}.`, day)),
  phrase(`(?:jeden|(?:an )?jedem) (ersten|letzten) (${LONG})`, ([nth = "", day = ""]) => inMonth(nth.replace(/en$/i, ""), day)),
  // only beside a word for a monthly rhythm
  phrase(`am ${NTH} (${LONG})`, ([nth = "", day = ""]) => inMonth(nth, day), { weak: true }),
  phrase(`(?:jeden|(?:an )?jedem) (?:zweiten) (${LONG})(?!${OF_MONTH})`, ([day = ""]) =>
    rhythm({ unit: "week", interval: 2, weekdays: [toWeekday(day)] }),
  ),
  phrase("(?:am |jeden |zum )?(\\d{1,2})\\.? (?:eines |des )?(?:jeden|jedes|im|des) Monat(?:s|es)?", ([day]) =>
    rhythm({ unit: "month", monthday: Number(day) }),
  ),
  phrase("(?:monatlich|jeden Monat),? (?:jeweils )?am (\\d{1,2})\\.", ([day]) => rhythm({ unit: "month", interval: 1, monthday: Number(day) })),
  phrase(`jede[nrs]? (?:(zweite[nrs]?|dritte[nrs]?|vierte[nrs]?) )?(Tag|Woche|Monat)`, ([nth, unit = ""]) =>
    rhythm({ unit: UNITS[unit.toLowerCase()] ?? "week", interval: nth === undefined ? 1 : (NTHS[nth.toLowerCase().replace(/e[nrs]?$/, "")] ?? 1) }),
  ),
  phrase(`alle (${NUMBER}) (Tage|Wochen|Monate)(?: (?:am|jeweils am|jeden) (${LONG}))?`, ([count = "", unit = "", day]) =>
    rhythm({
      unit: UNITS[unit.toLowerCase().replace(/[en]$/, "").replace(/e$/, "")] ?? UNITS[unit.toLowerCase().slice(0, 3)] ?? "week",
      interval: toNumber(count),
      ...(day === undefined ? {} : { weekdays: [toWeekday(day)] }),
    }),
  ),
  phrase(`(?:jede[nr]|(?:an )?jedem) (${LONG}(?:(?:, | und | & |, und )(?:jeden )?${LONG})*)`, ([list = ""]) =>
    rhythm({ unit: "week", interval: 1, weekdays: toWeekdays(list) }),
  ),
  phrase(`(?:immer )?(?:am )?(${SEVERAL})`, ([list = ""]) => rhythm({ unit: "week", weekdays: toWeekdays(list) })),
  phrase(`(?:immer |jeweils |jeden |jede )?(?:am )?(${SEVERAL_SHORT})`, ([list = ""]) => rhythm({ unit: "week", weekdays: toShortWeekdays(list) })),
  phrase(`jeden (Morgen|Vormittag|Mittag|Nachmittag|Abend)`, ([part = ""]) => [
    rhythm({ unit: "day", interval: 1 }),
    { kind: "part", half: /morgen|vormittag/i.test(part) ? "am" : "pm" },
  ]),
  phrase(`(?:jeden )?(${LONG})(vormittag|nachmittag|abend)s`, ([day = "", part = ""]) => [
    rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] }),
    { kind: "part", half: /vormittag/i.test(part) ? "am" : "pm" },
  ]),
  phrase("jeden ((?-i:Mo|Di|Mi|Do|Fr|Sa|So))\\.?", ([day = ""]) => rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] })),
  phrase(`(?:immer |jeweils )?(${LONG})s`, ([day = ""]) => rhythm({ unit: "week", weekdays: [toWeekday(day)] })),
  phrase(`(?:immer|jeweils) am (${LONG})`, ([day = ""]) => rhythm({ unit: "week", weekdays: [toWeekday(day)] })),
  // "immer am Do um 20 Uhr"
  phrase("(?:immer|jeweils|jeden) (?:am )?(?-i:(Mo|Di|Mi|Do|Fr|Sa|So))\\.?(?= (?:um |ab |\\d)|,)", ([day = ""]) =>
    rhythm({ unit: "week", weekdays: toShortWeekdays(day) }),
  ),
  fixed(
    "werktags|jeden Werktag|an (?:allen |jedem )?Werktag(?:en)?|(?:von )?Montag bis Freitag|montags bis freitags|wochentags|Mo(?:\\.)? ?(?:-|–|bis) ?Fr\\.?",
    rhythm({ unit: "week", weekdays: [1, 2, 3, 4, 5] }),
  ),
  fixed("täglich(?:e[ns]?)?", rhythm({ unit: "day", interval: 1 })),
  fixed("wöchentlich(?:e[ns]?)?", rhythm({ unit: "week", interval: 1 })),
  fixed(
    "zweiwöchentlich(?:e[ns]?)?|vierzehntägig(?:e[ns]?)?|14[- ]?tägig(?:e[ns]?)?|alle vierzehn Tage|alle 14 Tage",
    rhythm({ unit: "week", interval: 2 }),
  ),
  phrase(`(?:alle vierzehn Tage|alle 14 Tage),? (?:am |jeweils |immer )*(${LONG})s?`, ([day = ""]) =>
    rhythm({ unit: "week", interval: 2, weekdays: [toWeekday(day)] }),
  ),
  phrase("einmal (?:pro|je|die|in der|im) (Tag|Woche|Monat|Quartal)", ([unit = ""]) =>
    /^q/i.test(unit) ? rhythm({ unit: "month", interval: 3 }) : rhythm({ unit: UNITS[unit.toLowerCase()] ?? "week", interval: 1 }),
  ),
  fixed("monatlich(?:e[ns]?)?", rhythm({ unit: "month", interval: 1 })),
  fixed("(?:vierteljährlich|quartalsweise)(?:e[ns]?)?|jedes Quartal", rhythm({ unit: "month", interval: 3 })),
  refused(
    "jährlich(?:e[ns]?)?|jedes Jahr|stündlich|(?:zweimal|zwei Mal|dreimal|mehrmals) (?:die Woche|täglich|wöchentlich|monatlich|am Tag|pro Tag|pro Woche|in der Woche|im Monat|pro Monat)",
    cannot.said,
    HINT,
  ),
  refused(
    "(?:jeweils )?(?:am |zum |jeden )?(?:ersten|letzten) (?:Werk|Arbeits|Wochen|Bank)tag(?: (?:des|im|eines jeden|jedes|jeden) (?:Monats?|Quartals?))?|(?:jeweils )?(?:am |zum )?(?:letzten Tag|Letzten) (?:des|im|eines jeden|jedes|jeden) Monats?",
    cannot.lastDay,
    HINT,
  ),
  refused(
    `(?:am |jeden )?(?:ersten|zweiten|dritten|vierten|letzten|\\d\\.)(?: ${LONG})? und (?:am )?(?:ersten|zweiten|dritten|vierten|letzten|\\d\\.) ${LONG}(?:${OF_MONTH})?`,
    cannot.twoWeeks,
    HINT,
  ),
  refused(
    "(?:am |jeden )?\\d{1,2}\\. und (?:am )?\\d{1,2}\\. (?:jedes|jeden|eines|des|im) ?(?:jeden )?Monat(?:s|es)?|(?:monatlich|jeden Monat),? (?:jeweils )?am \\d{1,2}\\.,? und (?:am )?\\d{1,2}\\.",
    cannot.twoDays,
    HINT,
  ),
  refused(
    `(?:außer|ausser|ausgenommen|nicht)(?: am| an| den)? (?=\\d|${LONG}|Feiertag|Weihnacht)[^,.;]{1,40}`,
    cannot.leaveOut,
    "Schedule the series, and delete that date afterwards.",
  ),
  phrase(
    `bis (?:(?:einschließlich|inklusive|inkl\\.?|und mit|mit) (${MONTH})(?: (20\\d{2}))?|(${MONTH})(?: (20\\d{2}))? (?:einschließlich|inklusive|inkl\\.?))(?! ?\\d)`,
    ([month, year, other = "", otherYear]) => [
      { kind: "until" },
      {
        kind: "monthend",
        month: toMonth(month ?? other),
        year: year === undefined && otherYear === undefined ? null : Number(year ?? otherYear),
        range: true,
      },
    ],
  ),
  refused(`bis (?:zum )?(?:${MONTH})(?! ?\\d)`, noDay, DAY_HINT),
  fixed(
    "bis(?: einschließlich)?|letztmals|(?:ende|schluss):?(?=(?: am)? \\d{1,2}\\.(?:\\d| ?\\p{L}))|(?:das )?letzte(?:s Mal|r Termin)(?: ist)?(?: am)?(?= \\d)|endet",
    { kind: "until" },
  ),
  // "Schluss um 11:30", "fertig bis 11 Uhr"
  fixed(
    "(?:ende|schluss|fertig|zu ende|vorbei)(?: ist| sind wir| sein)?(?: bis)? ?:?(?= (?:um |ca\\. )?\\d{1,2}(?:[:.]\\d{2}(?![.\\d])| ?Uhr| ?(?:[,;)\\n]|$)))",
    { kind: "until" },
  ),
  fixed("ab|beginnend(?: mit)?|von|vom|seit|erstmals|startet|beginnt|los geht(?:['’]?s| es)|Beginn:?|Start:?", { kind: "since" }, { weak: true }),
  phrase(
    `(?:insgesamt )?(${NUMBER}) ?(?:Mal|Termine?|Sitzungen|Folgen|Webinare|Einheiten|Veranstaltungen|Wiederholungen|Sessions)`,
    ([count = ""]) => (/^ein/i.test(count) ? null : { kind: "times", times: toNumber(count) }),
  ),
  phrase(`(?:an |für )?(?:den |die )?(?:nächsten|kommenden) (${NUMBER}) (${LONG})e?n?`, ([count = "", day = ""]) => severalDays(count, day)),
  phrase(`an (${NUMBER}) (?:aufeinanderfolgenden )?(${LONG})en`, ([count = "", day = ""]) => severalDays(count, day)),
  phrase(
    `(?:an )?(?:den|die) ersten (${NUMBER}) (${LONG})en? (?:im|des) (${MONTH})(?: (20\\d{2}))?(?! ?\\d)`,
    ([count = "", day = "", month = "", year]) => [
      { kind: "since" },
      { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) },
      ...severalDays(count, day),
    ],
  ),
  phrase(`(?:von |vom )?(${WEEKDAY_WORD}) ?(?:bis|-|–) ?(${WEEKDAY_WORD})`, ([first = "", last = ""]) => {
    const [from, to] = [toWeekday(first), toWeekday(last)];
    return from < to ? rhythm({ unit: "week", weekdays: WEEK.slice(from - 1, to) }) : null;
  }),
  phrase(`insgesamt (${NUMBER})(?! ?\\p{L})|(${NUMBER}) (?:davon|insgesamt)`, ([before, behind = ""]) => ({
    kind: "times",
    times: toNumber(before ?? behind),
  })),
  phrase(`(${NUMBER})-?mal`, ([count = ""]) => ({ kind: "times", times: toNumber(count) })),
  phrase("[x×] ?(\\d{1,3})|(\\d{1,3}) ?[x×]", ([after, before]) => ({ kind: "times", times: Number(after ?? before) })),
  phrase(`(?:für |über |während )?(?:die nächsten )?(${NUMBER}) (Tage?|Wochen?|Monate?)(?: lang)`, ([count = "", unit = ""]) => ({
    kind: "span",
    unit: UNITS[unit.toLowerCase().slice(0, 3)] ?? "week",
    count: toNumber(count),
  })),
  phrase(`für (?:die nächsten )?(${NUMBER}) (Tage?|Wochen?|Monate?)`, ([count = "", unit = ""]) => ({
    kind: "span",
    unit: UNITS[unit.toLowerCase().slice(0, 3)] ?? "week",
    count: toNumber(count),
  })),
];

const UNITS: Readonly<Record<string, "day" | "week" | "month">> = { tag: "day", woche: "week", monat: "month", woc: "week", mon: "month" };

const inMonth = (nth: string, day: string) => nthOfMonth(NTHS[nth.toLowerCase()] ?? 0, toWeekday(day), day, HINT);
