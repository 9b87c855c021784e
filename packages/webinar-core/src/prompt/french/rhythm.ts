import { fixed, type Phrase, phrase, refused } from "../facts.ts";
import { cannot, nthOfMonth, rhythm } from "../rhythm-facts.ts";
import {
  DAY_HINT,
  dayOf,
  HINT,
  LONG,
  MONTH,
  NTH,
  NTHS,
  NUMBER,
  noDay,
  OF_MONTH,
  SEVERAL,
  SEVERAL_SHORT,
  severalDays,
  toMonth,
  toNumber,
  toShortWeekdays,
  toWeekday,
  toWeekdays,
  WEEK,
} from "./days.ts";

const inMonth = (nth: string, day: string) => nthOfMonth(NTHS[nth.toLowerCase()] ?? 0, toWeekday(day), day, HINT);

const UNITS: Readonly<Record<string, "day" | "week" | "month">> = { jour: "day", semaine: "week", mois: "month", moi: "month" };

const unitOf = (word: string) => UNITS[word.toLowerCase().replace(/s$/, "")] ?? "week";

/** How rhythms and their ends are said in French. */
export const rhythms: readonly Phrase[] = [
  phrase(`(?:le |chaque |tous les )?${NTH}s? (${LONG})s?${OF_MONTH}`, ([nth = "", day = ""]) => inMonth(nth, day)),
  // only beside a word for a monthly rhythm
  phrase(`(?:le )?${NTH} (${LONG})`, ([nth = "", day = ""]) => inMonth(nth, day), { weak: true }),
  phrase(`(?:tous les mois|chaque mois|mensuel(?:lement)?),? (?:le )?${NTH} (${LONG})`, ([nth = "", day = ""]) => inMonth(nth, day)),
  phrase("(?:le |chaque )?(\\d{1,2}|1er) (?:de chaque|du|de tous les) mois", ([day = ""]) => rhythm({ unit: "month", monthday: dayOf(day) })),
  phrase("(?:tous les mois|chaque mois|mensuel(?:lement)?),? le (\\d{1,2}|1er)(?! ?[h:])", ([day = ""]) =>
    rhythm({ unit: "month", interval: 1, monthday: dayOf(day) }),
  ),
  phrase(`(?:un|le|chaque) (${LONG}) sur (deux|trois|quatre)`, ([day = "", count = ""]) =>
    rhythm({ unit: "week", interval: toNumber(count), weekdays: [toWeekday(day)] }),
  ),
  phrase(
    `une semaine sur (deux|trois|quatre),? (?:le )?(${LONG})|(?:le )?(${LONG}),? une semaine sur (deux|trois|quatre)`,
    ([count, day, other, often]) => rhythm({ unit: "week", interval: toNumber(count ?? often ?? ""), weekdays: [toWeekday(day ?? other ?? "")] }),
  ),
  phrase(`(?:tous les quinze jours|tous les 15 jours|toutes les quinzaines),? (?:le |les )(${LONG})s?`, ([day = ""]) =>
    rhythm({ unit: "week", interval: 2, weekdays: [toWeekday(day)] }),
  ),
  phrase(`(?:(?:tous|toutes) les|aux) (${NUMBER}) (jours|semaines|mois)(?:,? (?:le |les )(${LONG})s?)?`, ([count = "", unit = "", day]) =>
    rhythm({ unit: unitOf(unit), interval: toNumber(count), ...(day === undefined ? {} : { weekdays: [toWeekday(day)] }) }),
  ),
  fixed("tous les quinze jours|tous les 15 jours|toutes les quinzaines|bimensuel(?:le)?", rhythm({ unit: "week", interval: 2 })),
  phrase(`(?:tous|toutes) les (jours|semaines|mois)(?:,? (?:le )(${LONG}))?`, ([unit = "", day]) =>
    rhythm({ unit: unitOf(unit), interval: 1, ...(day === undefined ? {} : { weekdays: [toWeekday(day)] }) }),
  ),
  phrase(`chaque (jour|semaine|mois)(?:,? le (${LONG}))?`, ([unit = "", day]) =>
    rhythm({ unit: unitOf(unit), interval: 1, ...(day === undefined ? {} : { weekdays: [toWeekday(day)] }) }),
  ),
  phrase(`(?:tous les|chaque|les) (${LONG}s?(?:(?:, | et | & )(?:les |chaque |tous les )?${LONG}s?)*)`, ([list = ""]) =>
    rhythm({ unit: "week", interval: 1, weekdays: toWeekdays(list) }),
  ),
  phrase(`(?:les |le )?(${SEVERAL})`, ([list = ""]) => rhythm({ unit: "week", weekdays: toWeekdays(list) })),
  phrase(`(?:les |le )?(${SEVERAL_SHORT})`, ([list = ""]) => rhythm({ unit: "week", weekdays: toShortWeekdays(list) })),
  fixed(
    "(?:tous les |chaque )jours? (?:ouvrés?|ouvrables?)|en semaine|les jours ouvrés|du lundi au vendredi|chaque jour de la semaine",
    rhythm({ unit: "week", weekdays: [1, 2, 3, 4, 5] }),
  ),
  fixed("quotidien(?:ne)?(?:ment)?", rhythm({ unit: "day", interval: 1 })),
  fixed("hebdomadaire(?:ment)?", rhythm({ unit: "week", interval: 1 })),
  fixed("mensuel(?:le)?(?:ment)?", rhythm({ unit: "month", interval: 1 })),
  fixed("trimestriel(?:le)?(?:ment)?|tous les trimestres|chaque trimestre", rhythm({ unit: "month", interval: 3 })),
  phrase(
    `(${NUMBER}) (?:fois|séances?|sessions?|dates?|webinaires?|rencontres?) (quotidien|hebdomadaire|mensuel)(?:ne|le)?s?`,
    ([count = "", often = ""]) => [
      { kind: "times", times: toNumber(count) },
      rhythm({ unit: often.startsWith("q") ? "day" : often.startsWith("h") ? "week" : "month", interval: 1 }),
    ],
  ),
  phrase("une fois par (jour|semaine|mois)", ([unit = ""]) =>
    rhythm({ unit: unit === "jour" ? "day" : unit === "semaine" ? "week" : "month", interval: 1 }),
  ),
  refused(
    "annuel(?:le)?(?:ment)?|tous les ans|chaque année|(?:deux|trois|plusieurs) fois par (?:jour|semaine|mois|an)|toutes les heures",
    cannot.said,
    HINT,
  ),
  refused(
    "(?:le )?(?:premier|dernier) jour (?:ouvrable|ouvré|travaillé)(?: (?:du|de chaque) (?:mois|trimestre))?|(?:le )?dernier jour (?:du|de chaque) mois",
    cannot.lastDay,
    HINT,
  ),
  refused(`(?:le |les )?${NTH}s? et (?:le )?${NTH}s? ${LONG}s?(?:${OF_MONTH})?`, cannot.twoWeeks, HINT),
  refused("(?:le |les )?(?:\\d{1,2}|1er) et (?:le )?(?:\\d{1,2}) (?:de chaque|du) mois", cannot.twoDays, HINT),
  refused(
    `(?:sauf|excepté|hormis|à l['’]exception)(?: (?:le|du|les|pour|de))* [^,.;]{1,40}`,
    cannot.leaveOut,
    "Schedule the series, and delete that date afterwards.",
  ),
  phrase(`jusqu['’](?:en|à|au mois de) (${MONTH})(?: (20\\d{2}))? (?:inclus|compris|inclusivement)`, ([month = "", year]) => [
    { kind: "until" },
    { kind: "monthend", month: toMonth(month), year: year === undefined ? null : Number(year), range: true },
  ]),
  refused(`jusqu['’](?:en|à|au mois de) (?:${MONTH})(?! ?\\d)`, noDay, DAY_HINT),
  // "fin à 11h", "on termine à 11h30"
  fixed(
    "(?:fin|fini|terminée?|(?:on|nous) (?:termine|terminons|finit|finissons)|(?:qui )?se termine(?:ra)?|s['’]achève|prend fin|clôture)(?: prévue)? ?:?(?= (?:à |vers )?(?:\\d{1,2} ?h|midi|\\d{1,2}:\\d{2}))",
    { kind: "until" },
  ),
  fixed("jusqu['’](?:au|à)|se terminant|dernière|prend fin", { kind: "until" }),
  fixed("au|à|-|–", { kind: "until", between: true }, { weak: true }),
  fixed(
    "à partir (?:du|de|d['’])|dès|à compter du|du|depuis|débutant|début|commençant|première|(?:on |nous |ça )?(?:commence|démarre|débute|commençons|démarrons)",
    { kind: "since" },
    { weak: true },
  ),
  phrase(`(${NUMBER}) (?:au total|en tout)(?!\\p{L})`, ([count = ""]) => ({ kind: "times", times: toNumber(count) })),
  phrase(
    `(?:pour |en |de )?(${NUMBER}) (?:fois|séances?|sessions?|dates?|occurrences?|webinaires|épisodes?|rendez-vous|rencontres?)(?: au total| en tout)?`,
    ([count = ""]) => (/^une?$/i.test(count) ? null : { kind: "times", times: toNumber(count) }),
  ),
  phrase(`(?:les )?(${NUMBER}) prochains (${LONG})s`, ([count = "", day = ""]) => severalDays(count, day)),
  phrase(`(?:les )?(${NUMBER}) (${LONG})s (?:de suite|consécutifs|d['’]affilée)`, ([count = "", day = ""]) => severalDays(count, day)),
  phrase(
    `les (${NUMBER}) premiers (${LONG})s (?:de |d['’]|du mois de )(${MONTH})(?: (20\\d{2}))?(?! ?\\d)`,
    ([count = "", day = "", month = "", year]) => [
      { kind: "since" },
      { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) },
      ...severalDays(count, day),
    ],
  ),
  phrase(`(?<=(?:${LONG}s|jours) )(?:de |d['’]|du mois de )(${MONTH})(?: (20\\d{2}))?(?! ?\\d)`, ([month = "", year]) => ({
    kind: "month",
    month: toMonth(month),
    year: year === undefined ? null : Number(year),
  })),
  phrase(`(?:du|de) (${LONG}) (?:au|à) (${LONG})`, ([first = "", last = ""]) => {
    const [from, to] = [toWeekday(first), toWeekday(last)];
    return from < to ? rhythm({ unit: "week", weekdays: WEEK.slice(from - 1, to) }) : null;
  }),
  phrase("[x×] ?(\\d{1,3})|(\\d{1,3}) ?[x×]", ([after, before]) => ({ kind: "times", times: Number(after ?? before) })),
  phrase(
    `(?<=[,;(–-] ?)(${NUMBER}) (semaines|mois)(?= ?(?:[,;.)–]|$))`,
    ([count = "", unit = ""]) => ({
      kind: "span",
      unit: unitOf(unit),
      count: toNumber(count),
    }),
    { weak: true },
  ),
  phrase(
    `(?:pendant|pdt|pdnt|durant|sur|pour)(?: les)? (${NUMBER})(?: prochaines?| prochains)? (jours?|semaines?|mois)`,
    ([count = "", unit = ""]) => ({
      kind: "span",
      unit: unitOf(unit),
      count: toNumber(count),
    }),
  ),
];
