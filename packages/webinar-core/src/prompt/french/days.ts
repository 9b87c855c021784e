import { type Fact, fixed, inSomeWeeks, type Phrase, phrase, refused, type Weekday } from "../facts.ts";
import { nthOfMonth, rhythm } from "../rhythm-facts.ts";

const NUMBERS =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split(" ");
export const NUMBER = `(?:\\d{1,3}|${NUMBERS.slice(1).reverse().join("|")}|une)`;
export const toNumber = (text: string): number => {
  const word = text.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  return word === "une" ? 1 : NUMBERS.indexOf(word);
};
const MONTHS = ["janv", "févr", "mars", "avri", "mai", "juin", "juil", "août", "sept", "octo", "nove", "déce"];
export const MONTH =
  "(?:janvier|janv\\.?|février|fevrier|févr\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|août|aout|septembre|sept\\.?|octobre|oct\\.?|novembre|nov\\.?|décembre|decembre|déc\\.?)";
export const toMonth = (name: string): number => {
  const word = name.toLowerCase().replace(".", "").replace("fevr", "févr").replace("aout", "août").replace("dece", "déce");
  return MONTHS.findIndex((month) => month.startsWith(word.slice(0, 4))) + 1;
};
const STEMS = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
export const LONG = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)";
export const toWeekday = (name: string): Weekday => (STEMS.indexOf(name.toLowerCase().slice(0, 3)) + 1) as Weekday;
const toWeekdays = (list: string): Weekday[] => [...list.matchAll(new RegExp(LONG, "giu"))].map(([word]) => toWeekday(word));
const LEAD = "(?<!['’])(?:(?:le|au|pour le|pour|date ?:) ?)?";
export const YEAR = "(?: (20\\d{2})(?![:.]\\d|\\d|h))?";
const SHORT = "(?:lun|mar|mer|jeu|ven|sam|dim)\\.?";
/** "lun, mer, ven" */
export const SEVERAL_SHORT = `${SHORT}(?:(?:, ?| et | & | ?\\+ ?|/| )${SHORT}(?![\\p{L}]))+`;
export const toShortWeekdays = (list: string): Weekday[] => [...list.matchAll(/lun|mar|mer|jeu|ven|sam|dim/giu)].map(([word]) => toWeekday(word));
export const SEVERAL = `${LONG}s?(?:(?:, | et | & | ?\\+ ?|/)(?:les |le |tous les |chaque )?${LONG}s?)+`;
const NTHS: Readonly<Record<string, number>> = {
  premier: 1,
  "1er": 1,
  deuxième: 2,
  second: 2,
  "2e": 2,
  "2ème": 2,
  troisième: 3,
  "3e": 3,
  "3ème": 3,
  quatrième: 4,
  "4e": 4,
  "4ème": 4,
  cinquième: 5,
  dernier: -1,
};
const NTH = "(premier|1er|deuxième|second|2e|2ème|troisième|3e|3ème|quatrième|4e|4ème|cinquième|dernier)";
const OF_MONTH = "(?: (?:du|de chaque|de tous les|par|du même) mois)";
const DAY_HINT = "Écrivez le jour : 1er mars ou 2032-03-01 (write it as 2032-03-01).";
const HINT = 'Zoom repeats daily, weekly or monthly: "tous les vendredis", "le premier lundi de chaque mois".';
/** "douze", "vingt et un": the day of a month in words. */
const DAY_WORDS = [
  ...NUMBERS.slice(0, 21),
  "vingt et un",
  ..."deux trois quatre cinq six sept huit neuf".split(" ").map((ones) => `vingt-${ones}`),
  "trente",
  "trente et un",
];
export const DAY = `(\\d{1,2}|1er|premier|${DAY_WORDS.slice(2).reverse().join("|").replaceAll(/[- ]/g, "[- ]")})`;

export const coming = (weekday: Weekday, weeks = 0) => ({ kind: "weekday", weekday, which: "coming", weeks }) as const;
export const dayOf = (text: string): number => {
  if (/^(?:1er|premier)$/i.test(text)) return 1;
  const word = text.toLowerCase();
  return /^\d/.test(word) ? Number(word) : DAY_WORDS.findIndex((one) => one.replaceAll(" ", "-") === word.replaceAll(" ", "-"));
};
export const date = (day: string, month: string, year?: string) =>
  ({ kind: "date", year: year === undefined ? null : Number(year), month: toMonth(month), day: dayOf(day) }) as const;
const noDay = (said: string) => `"${said}" names no day`;
const inMonth = (nth: string, day: string) => nthOfMonth(NTHS[nth.toLowerCase()] ?? 0, toWeekday(day), day, HINT);
const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** "les trois prochains lundis" */
export const severalDays = (count: string, day: string): Fact[] => [
  rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] }),
  { kind: "times", times: toNumber(count) },
];
const UNITS: Readonly<Record<string, "day" | "week" | "month">> = { jour: "day", semaine: "week", mois: "month", moi: "month" };
const unitOf = (word: string) => UNITS[word.toLowerCase().replace(/s$/, "")] ?? "week";

/** How days are said in French. */
export const days: readonly Phrase[] = [
  phrase(`${LEAD}${DAY} (${MONTH})${YEAR}`, ([day = "", month = "", year]) => date(day, month, year)),
  phrase(
    `entre le ${DAY}(?: (${MONTH}))?${YEAR} et le ${DAY} (${MONTH})${YEAR}`,
    ([first = "", month, year, last = "", lastMonth = "", lastYear]) => [
      { kind: "since" },
      date(first, month ?? lastMonth, year ?? lastYear),
      { kind: "until" },
      date(last, lastMonth, lastYear),
    ],
  ),
  phrase(`(?:du |de )?${DAY} (?:au|-|–) ${DAY} (${MONTH})${YEAR}`, ([first = "", last = "", month = "", year]) => [
    { kind: "since" },
    date(first, month, year),
    { kind: "until" },
    date(last, month, year),
  ]),
  phrase(
    `(?:du |de |à partir du |dès le )?(?:(${LONG}),? )?${DAY} (${MONTH})${YEAR} (?:au|jusqu['’]au|-|–) (?:(${LONG}),? )?${DAY} (${MONTH})${YEAR}`,
    ([weekday, first = "", month = "", year, lastWeekday, last = "", lastMonth = "", lastYear]) => [
      { kind: "since" },
      date(first, month, year),
      ...(weekday === undefined ? [] : [coming(toWeekday(weekday))]),
      { kind: "until" },
      date(last, lastMonth, lastYear),
      ...(lastWeekday === undefined ? [] : [coming(toWeekday(lastWeekday))]),
    ],
  ),
  phrase(`(?:le )?(${LONG}) (\\d{1,2})(?=,? (?:à|de|dès)(?!\\p{L})|,| ?$)`, ([day = "", number]) => [
    coming(toWeekday(day)),
    { kind: "monthday", day: Number(number) },
  ]),
  phrase("(?<!['’])(?:le|au) (\\d{1,2})(?! ?[h:.\\d]| heures?| (?:de chaque|du mois|de tous))", ([day]) => ({ kind: "monthday", day: Number(day) })),
  phrase(`(?:ce |le |pour |au |date ?: )?(?:ce |le )?(${LONG})(?: qui vient)?`, ([day = ""]) => coming(toWeekday(day))),
  phrase(`(?:le )?(${LONG}) prochain`, ([day = ""]) => ({ kind: "weekday", weekday: toWeekday(day), which: "next", weeks: 0 })),
  phrase(`(?:le )?(${LONG}) (?:de la semaine prochaine|la semaine prochaine)|(?:la )?semaine prochaine,? (?:le )?(${LONG})`, ([a, b]) => [
    { kind: "week", weeks: 1 },
    coming(toWeekday(a ?? b ?? "")),
  ]),
  phrase(`(?:le )?(${LONG}) en huit`, ([day = ""]) => coming(toWeekday(day), 1)),
  phrase(`(?:le )?(${LONG}) en quinze`, ([day = ""]) => coming(toWeekday(day), 2)),
  phrase(`(?:le )?(${LONG}) dans (${NUMBER}) semaines?`, ([day = "", count = ""]) => inSomeWeeks(toWeekday(day), toNumber(count))),
  phrase(`dans (${NUMBER}) semaines?`, ([count = ""]) => ({ kind: "weeks", weeks: toNumber(count) })),
  phrase(`(?:d['’]|de )?(aujourd['’]hui|demain) en (${NUMBER}) semaines?`, ([day = "", count = ""]) => ({
    kind: "days",
    days: toNumber(count) * 7 + (/^demain/i.test(day) ? 1 : 0),
  })),
  phrase("(?:d['’]|de )?(aujourd['’]hui|demain) en (huit|quinze)", ([day = "", count = ""]) => ({
    kind: "days",
    days: (/^h/i.test(count) ? 7 : 14) + (/^demain/i.test(day) ? 1 : 0),
  })),
  fixed("(?<=(?:semaines?|mois|jours?|ans?),? )(?:jour pour jour|exactement|pile)", { kind: "filler" }),
  fixed("dans huit jours", { kind: "days", days: 7 }),
  fixed("dans quinze jours|dans une quinzaine(?: de jours)?", { kind: "days", days: 14 }),
  phrase(
    `(?:à partir (?:de |d['’])|dès |débutant en |commençant en |début en |à compter de |depuis )(?:le mois de )?(${MONTH})(?: (20\\d{2}))?(?! ?\\d)`,
    ([month = "", year]) => [{ kind: "since" }, { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) }],
  ),
  phrase(`(?:en|au mois de) (${MONTH})(?: (20\\d{2}))?(?! ?\\d)`, ([month = "", year]) => ({
    kind: "month",
    month: toMonth(month),
    year: year === undefined ? null : Number(year),
  })),
  phrase("(?:le )?mois prochain|ce mois-ci|cette année|(?:l['’])?(?:année prochaine|an prochain)", (_, said) => ({
    kind: "period",
    unit: /mois/i.test(said) ? "month" : "year",
    ahead: /prochain/i.test(said) ? 1 : 0,
  })),
  phrase(`dans (${NUMBER}) jours?`, ([count = ""]) => ({ kind: "days", days: toNumber(count) })),
  phrase(`dans (${NUMBER}) mois`, ([count = ""]) => ({ kind: "months", months: toNumber(count) })),
  fixed("(?:pour )?aujourd['’]hui", { kind: "days", days: 0 }),
  fixed("(?:pour )?demain", { kind: "days", days: 1 }),
  fixed("(?:pour )?après-demain|(?:pour )?apres-demain", { kind: "days", days: 2 }),
  phrase("(demain|aujourd['’]hui|cet|ce) (matin|après-midi|soir)", ([day = "", part = ""]) => [
    { kind: "days", days: /demain/i.test(day) ? 1 : 0 },
    { kind: "part", half: /matin/i.test(part) ? "am" : "pm" },
  ]),
  phrase(`jusqu['’]à (?:la )?fin (?:de |du mois de )?(${MONTH})`, ([month = ""]) => [{ kind: "until" }, { kind: "monthend", month: toMonth(month) }]),
  refused(
    `(?:à la |à |en |vers )?(?:la )?(?:fin|début|mi-?|courant)[ -]?(?:de |du |de la )?(?:${MONTH}|(?:semaine|mois|année)(?: prochaine?)?)`,
    noDay,
    DAY_HINT,
  ),
  fixed("le jour de Noël", { kind: "date", year: null, month: 12, day: 25 }),
  fixed("le jour de l['’]an", { kind: "date", year: null, month: 1, day: 1 }),
  phrase(`(?:le )?dernier jour (?:de |d['’]|du mois de )(${MONTH})`, ([month = ""]) => ({ kind: "monthend", month: toMonth(month) })),
  refused("(?:avant|après|vers|à|pour) (?:Noël|Pâques|les (?:vacances|fêtes))", noDay, DAY_HINT),
  refused(
    "(?:un jour|un de ces jours|bientôt|prochainement|au printemps|en été|en automne|en hiver|dans quelques (?:jours|semaines))(?! (?:ouvré|sur))",
    noDay,
    DAY_HINT,
  ),
  fixed("(?:dans |pendant )?(?:la )?semaine prochaine", { kind: "week", weeks: 1 }),
  fixed("cette semaine", { kind: "week", weeks: 0 }),
  refused(`(?:le )?(?:${LONG}) dernier(?!${OF_MONTH})|hier|avant-hier`, (said) => `"${said}" is in the past`, DAY_HINT),
];

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
  refused(
    "annuel(?:le)?(?:ment)?|tous les ans|chaque année|(?:deux|trois|plusieurs) fois par (?:jour|semaine|mois|an)|toutes les heures",
    (said) => `Zoom cannot repeat "${said}"`,
    HINT,
  ),
  refused(
    "(?:le )?(?:premier|dernier) jour (?:ouvrable|ouvré|travaillé)(?: (?:du|de chaque) (?:mois|trimestre))?|(?:le )?dernier jour (?:du|de chaque) mois",
    () => "Zoom cannot repeat on the last day of a month, or on a working day of it",
    HINT,
  ),
  refused(
    `(?:le |les )?${NTH}s? et (?:le )?${NTH}s? ${LONG}s?(?:${OF_MONTH})?`,
    (said) => `Zoom cannot repeat in two weeks of a month by one rule: "${said}"`,
    HINT,
  ),
  refused(
    "(?:le |les )?(?:\\d{1,2}|1er) et (?:le )?(?:\\d{1,2}) (?:de chaque|du) mois",
    () => "Zoom cannot repeat on two days of a month by one rule",
    HINT,
  ),
  refused(
    `(?:sauf|excepté|hormis|à l['’]exception)(?: (?:le|du|les|pour|de))* [^,.;]{1,40}`,
    () => "Zoom cannot leave a date out of a series",
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
    `(?:pour |en |de )?(${NUMBER}) (?:fois|séances?|sessions?|dates?|occurrences?|webinaires?|épisodes?|rendez-vous|rencontres?)(?: au total| en tout)?`,
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
  phrase(`(?:pendant|durant|sur|pour)(?: les)? (${NUMBER})(?: prochaines?| prochains)? (jours?|semaines?|mois)`, ([count = "", unit = ""]) => ({
    kind: "span",
    unit: unitOf(unit),
    count: toNumber(count),
  })),
];
