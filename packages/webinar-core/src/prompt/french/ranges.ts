import { type Phrase, phrase } from "../facts.ts";
import { countedDates, dayRange, daysInARow, monthRange } from "../range-facts.ts";
import { rhythm } from "../rhythm-facts.ts";
import {
  coming,
  DAY,
  date,
  dayOf,
  LONG,
  MONTH,
  NUMBER,
  SEVERAL,
  SEVERAL_SHORT,
  severalDays,
  toMonth,
  toNumber,
  toShortWeekdays,
  toWeekday,
  YEAR,
} from "./days.ts";

/** From when to when, and on how many of which days, in French. */
export const ranges: readonly Phrase[] = [
  phrase(
    `(?:de |d['’]|du mois de |entre )?(${MONTH})(?: (20\\d{2}))? ?(?:à|jusqu['’](?:à|en|au mois de|à fin)|-|–|et(?<=entre [^,.;]{3,20})) ?(?:fin )?(${MONTH})(?: (20\\d{2}))?(?! ?\\d)(?: inclus(?:ivement)?)?`,
    ([from = "", fromYear, to = "", toYear]) => monthRange(toMonth(from), fromYear, toMonth(to), toYear),
  ),
  phrase(`(?:deux|2|trois|3) fois par semaine ?(?:,|:|\\(|[-–])? ?(?:le |les )?(${SEVERAL}|${SEVERAL_SHORT})\\)?`, ([list = ""], said) => {
    const weekdays = toShortWeekdays(list);
    return weekdays.length === (/^(?:trois|3)/i.test(said) ? 3 : 2) ? rhythm({ unit: "week", interval: 1, weekdays }) : null;
  }),
  phrase(`(?:pendant )?(${NUMBER}) jours (?:de suite|d['’]affilée|consécutifs)`, ([count = ""]) => daysInARow(toNumber(count))),
  phrase(
    `(?<=[,;:(–—] ?|- )(${NUMBER}) (?:\\p{Ll}+ )?(\\p{Ll}{3,}s)(?: au total| en tout)?(?= ?(?:[,;:.)–—]|$|- ))`,
    ([count = "", noun = ""], said) => countedDates(toNumber(count), noun, said),
    { weak: true },
  ),
  phrase(
    `(?:commençant|débutant|démarrant|à partir de|à partir d['’]|dès|début|début en|de|d['’]) ?(?:en |au mois de )?(${MONTH})(?: (20\\d{2}))?,? (?:et )?(?:se terminant|finissant|jusqu['’](?:à|en)|fin|dernière|se termine)(?: en| au mois de| fin)? (${MONTH})(?: (20\\d{2}))?(?! ?\\d)`,
    ([from = "", fromYear, to = "", toYear]) => monthRange(toMonth(from), fromYear, toMonth(to), toYear),
  ),
  // "le premier le 8 mars, le dernier le 10 mai"
  phrase(
    "(?<=[,;(–-] ?|et )(?:le |la )?(premi(?:er|ère)|derni(?:er|ère))(?: séance| date)?(?: est| sera)?(?= le (?:\\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))",
    ([which = ""]) => ({
      kind: /^premi/i.test(which) ? "since" : "until",
    }),
  ),
  phrase(
    "(?<=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20\\d\\d),? )\\(?(?:inclus(?:e|es)?|compris)\\)?(?= ?(?:[,;:–-]|$))",
    () => ({ kind: "filler" }),
  ),
  phrase(`(?:pendant |sur )?(${NUMBER}) week-?ends?(?: de suite| consécutifs)?`, ([count = ""]) => ({
    kind: "span",
    unit: "week",
    count: toNumber(count),
  })),
  phrase(`(${NUMBER}) (${LONG})s(?=,? (?:à|dès|à partir|\\d)|, )`, ([count = "", day = ""]) => severalDays(count, day)),
  phrase(
    `(?:dans |pendant |sur )?(?:la )?semaine (?:du|à partir du|commençant le) (?:${LONG},? )?${DAY} (${MONTH})(?: (20\\d{2}))?`,
    ([day = "", month = "", year]) => ({
      kind: "weekof",
      year: year === undefined ? null : Number(year),
      month: toMonth(month),
      day: dayOf(day),
    }),
  ),
  phrase(
    `(?:du |de |à partir du |dès le )?(${LONG}),? ${DAY} (?:au|jusqu['’]au|-|–) (${LONG}),? ${DAY} (${MONTH})${YEAR}`,
    ([weekday = "", first = "", lastWeekday = "", last = "", month = "", year]) =>
      dayRange([date(first, month, year), coming(toWeekday(weekday))], [date(last, month, year), coming(toWeekday(lastWeekday))]),
  ),
  phrase(
    `(?:non |et )?pas (?:ce |le )?(${LONG})(?: prochain| qui vient| ci)?,? mais (?:le |celui )(?:suivant|d['’]après|de la semaine (?:suivante|d['’]après)|${LONG} (?:suivant|d['’]après))`,
    ([day = ""]) => coming(toWeekday(day), 1),
  ),
];
