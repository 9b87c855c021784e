import { type Fact, fixed, inSomeWeeks, type Phrase, phrase, refused, type Weekday } from "../facts.ts";
import { rhythm } from "../rhythm-facts.ts";

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
  "(?:janvier|janv\\.?|jan\\.?|février|fevrier|févr\\.?|fév\\.?|fev\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|août|aout|septembre|sept\\.?|octobre|oct\\.?|novembre|nov\\.?|décembre|decembre|déc\\.?)";
export const toMonth = (name: string): number => {
  const word = name.toLowerCase().replace(".", "").replace("fev", "fév").replace("aout", "août").replace("dece", "déce");
  return MONTHS.findIndex((month) => month.startsWith(word.slice(0, 4))) + 1;
};
const STEMS = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
export const LONG = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)";
export const toWeekday = (name: string): Weekday => (STEMS.indexOf(name.toLowerCase().slice(0, 3)) + 1) as Weekday;
export const toWeekdays = (list: string): Weekday[] => [...list.matchAll(new RegExp(LONG, "giu"))].map(([word]) => toWeekday(word));
const LEAD = "(?<!['’])(?:(?:le|au|pour le|pour|date ?:) ?)?";
export const YEAR = "(?: (20\\d{2})(?![:.]\\d|\\d|h))?";
const SHORT = "(?:lun|mar|mer|jeu|ven|sam|dim)\\.?";
/** "lun, mer, ven" */
export const SEVERAL_SHORT = `${SHORT}(?:(?:, ?| et | & | ?\\+ ?|/| )${SHORT}(?![\\p{L}]))+`;
export const toShortWeekdays = (list: string): Weekday[] => [...list.matchAll(/lun|mar|mer|jeu|ven|sam|dim/giu)].map(([word]) => toWeekday(word));
export const SEVERAL = `${LONG}s?(?:(?:, | et | & | ?\\+ ?|/)(?:les |le |tous les |chaque )?${LONG}s?)+`;
export const NTHS: Readonly<Record<string, number>> = {
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
export const NTH = "(premier|1er|deuxième|second|2e|2ème|troisième|3e|3ème|quatrième|4e|4ème|cinquième|dernier)";
export const OF_MONTH = "(?: (?:du|de chaque|de tous les|par|du même) mois)";
export const DAY_HINT = "Écrivez le jour : 1er mars ou 2032-03-01 (write it as 2032-03-01).";
export const HINT = 'Zoom repeats daily, weekly or monthly: "tous les vendredis", "le premier lundi de chaque mois".';
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
export const noDay = (said: string) => `"${said}" names no day`;
export const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** "les trois prochains lundis" */
export const severalDays = (count: string, day: string): Fact[] => [
  rhythm({ unit: "week", interval: 1, weekdays: [toWeekday(day)] }),
  { kind: "times", times: toNumber(count) },
];
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
  phrase(`jusqu['’]à (?:la )?fin (?:de |du mois de |d['’])?(${MONTH})(?: (20\\d{2}))?`, ([month = "", year]) => [
    { kind: "until" },
    { kind: "monthend", month: toMonth(month), ...(year === undefined ? {} : { year: Number(year) }) },
  ]),
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
