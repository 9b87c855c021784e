import { type Phrase, phrase } from "../facts.ts";
import { countedDates, dayRange, daysInARow, monthRange } from "../range-facts.ts";
import { rhythm } from "../rhythm-facts.ts";
import { coming, date, LONG, MONTH, SEVERAL, SEVERAL_SHORT, severalDays, toMonth, toShortWeekdays, toWeekday } from "./days.ts";
import { NUMBER, toNumber } from "./numbers.ts";

/** From when to when, and on how many of which days, in German. */
export const ranges: readonly Phrase[] = [
  phrase(
    `(?:von |ab |vom )?(${MONTH})(?: (20\\d{2}))? ?(?:bis(?: und mit| einschließlich| Ende| zum)?|-|–) ?(${MONTH})(?: (20\\d{2}))?(?! ?\\d)(?: einschließlich)?`,
    ([from = "", fromYear, to = "", toYear]) => monthRange(toMonth(from), fromYear, toMonth(to), toYear),
  ),
  phrase(
    `(?:zweimal|zwei Mal|2x|dreimal) (?:die|pro|in der|je) Woche ?(?:,|:|\\(|[-–])? ?(?:am |immer |jeweils )?(${SEVERAL}|${SEVERAL_SHORT})\\)?`,
    ([list = ""], said) => {
      const weekdays = toShortWeekdays(list.replace(/und/gi, ","));
      return weekdays.length === (/drei/i.test(said) ? 3 : 2) ? rhythm({ unit: "week", interval: 1, weekdays }) : null;
    },
  ),
  phrase(`(?:für |an )?(${NUMBER}) (?:aufeinander ?folgenden )?Tagen? (?:in Folge|hintereinander|am Stück|nacheinander)`, ([count = ""]) =>
    daysInARow(toNumber(count)),
  ),
  phrase(
    `(?<=[,;:(–—] ?|- )(?:insgesamt )?(${NUMBER}) (?-i:(?:\\p{Ll}+ )?)((?-i:\\p{Lu}\\p{Ll}{3,})(?:en|e|n|s))(?: insgesamt)?(?= ?(?:[,;:.)–—]|$|- ))`,
    ([count = "", noun = ""], said) => countedDates(toNumber(count), noun, said),
    { weak: true },
  ),
  phrase(
    `(?:beginnend|startend|Beginn|Start|los geht es|ab|von)(?: im| mit)? (${MONTH})(?: (20\\d{2}))?,? (?:und )?(?:endend|endet|Ende|Schluss|bis|letzter Termin|zuletzt)(?: im| mit)?(?: Ende)? (${MONTH})(?: (20\\d{2}))?(?! ?\\d)`,
    ([from = "", fromYear, to = "", toYear]) => monthRange(toMonth(from), fromYear, toMonth(to), toYear),
  ),
  // "erster am 8. März, letzter am 10. Mai"
  phrase(
    "(?<=[,;(–-] ?|und )(?:der |das )?(erste[rs]?|erstmals|letzte[rs]?|letztmals)(?: termin| mal)?(?: ist)?(?= am (?:\\d|\\p{L}+tag|mittwoch))",
    ([which = ""]) => ({
      kind: /^erst/i.test(which) ? "since" : "until",
    }),
  ),
  // "erster Termin 24.02."
  phrase(
    "(?<=[,;(–-] ?|und )(?:der |das )?(erste[rs]?|letzte[rs]?) (?:termin|mal|treffen|webinar)(?: ist)?:?(?= (?:der |den )?\\d)",
    ([which = ""]) => ({
      kind: /^erst/i.test(which) ? "since" : "until",
    }),
  ),
  phrase(
    "(?<=(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|20\\d\\d|\\d\\.),? )\\(?(?:jeweils )?(?:einschließlich|inklusive|inkl\\.)\\)?(?= ?(?:[,;:–-]|$))",
    () => ({ kind: "filler" }),
  ),
  phrase("heute in (einem|\\d{1,2}) Monat(?:en)?", ([count = ""]) => ({ kind: "months", months: /^einem$/i.test(count) ? 1 : Number(count) })),
  // "Dienstag und Donnerstag, 3 Wochen, ab 8. Juni"
  phrase(
    `(?<=[,;(–-] ?)(${NUMBER}) (Wochen|Monate)(?= ?(?:[,;.)–]|$))`,
    ([count = "", unit = ""]) => ({ kind: "span", unit: /^w/i.test(unit) ? "week" : "month", count: toNumber(count) }),
    { weak: true },
  ),
  phrase(`(?:an |für )?(${NUMBER}) Wochenenden?(?: lang| hintereinander)?`, ([count = ""]) => ({
    kind: "span",
    unit: "week",
    count: toNumber(count),
  })),
  phrase(`(${NUMBER}) (${LONG})e(?=,? (?:ab|um|jeweils|\\d|hintereinander)|, )`, ([count = "", day = ""]) => severalDays(count, day)),
  phrase(
    `(?:in der )?Woche (?:vom|ab(?: dem)?) (?:(?:${LONG}),? (?:dem |den )?)?(\\d{1,2})\\.? ?(${MONTH})(?: (20\\d{2}))?`,
    ([day, month = "", year]) => ({ kind: "weekof", year: year === undefined ? null : Number(year), month: toMonth(month), day: Number(day) }),
  ),
  phrase(
    `(?:von |vom )?(${LONG}),? (?:dem |den )?(\\d{1,2})\\.? (?:bis|-|–)(?: zum)? (${LONG}),? (?:dem |den )?(\\d{1,2})\\. ?(${MONTH})(?: (20\\d{2}))?`,
    ([weekday = "", first, lastWeekday = "", last, month = "", year]) =>
      dayRange([date(first, month, year), coming(toWeekday(weekday))], [date(last, month, year), coming(toWeekday(lastWeekday))]),
  ),
  phrase(
    `nicht (?:diesen|kommenden|den kommenden|am kommenden|nächsten) (${LONG}),? sondern (?:den |am )?(?:darauf|übernächsten|danach|darauffolgenden|Folgewoche|eine Woche später)(?: folgenden)?(?: ${LONG})?`,
    ([day = ""]) => coming(toWeekday(day), 1),
  ),
];
