import { fixed, type Phrase, phrase, when } from "../facts.ts";
import { countedDates, daysInARow, monthRange } from "../range-facts.ts";
import { rhythm } from "../rhythm-facts.ts";
import { ANY_DAY, LONG_DAY, MONTH, toMonth } from "./days.ts";
import { NUMBER, ORDINAL, toNumber, toOrdinal } from "./numbers.ts";

const toDayNumber = (said: string): number => (/^\d+$/.test(said) ? Number(said) : toOrdinal(said));

/** From when to when, and how many dates, in words that stand beside a rhythm. */
export const ranges: readonly Phrase[] = [
  // "nightly at 8, for five nights"
  phrase(
    `(?:for |on )?(${NUMBER}) (?:(?:consecutive|straight) )?(?:evenings|mornings|afternoons|nights|days|lunchtimes)(?: (?:running|in a row|in succession|straight|on the trot|back to back))`,
    ([count = ""]) => [rhythm({ unit: "day", interval: 1 }), { kind: "times", times: toNumber(count) }],
  ),
  phrase(`for (${NUMBER}) nights(?: (?:running|in a row))?`, ([count = ""]) => ({ kind: "span", unit: "day", count: toNumber(count) })),
  fixed("each (?:one|session|of them)(?:['’]s| is| lasts| will be| will last| runs| takes)(?= )", { kind: "filler" }),
  phrase(`(${NUMBER}) goes(?: (?:all up|all told|in (?:all|total)|altogether))?(?= ?(?:[,.;:)]|$))`, ([count = ""]) => ({
    kind: "times",
    times: toNumber(count),
  })),
  phrase(`(?:for )?(${NUMBER}) (?:(?:consecutive|straight) days|days (?:running|in a row|in succession|straight))`, ([count = ""]) =>
    daysInARow(toNumber(count)),
  ),
  // "first on 8 March, last on 10 May"
  phrase(
    `(?<=[,;(–-] ?|and )(?:the )?(first|last)(?: one)?(?: is| will be)?(?= (?:on (?:the )?(?:\\d|${ORDINAL}|${MONTH}\\.? \\d|${ANY_DAY})|\\d{1,2}[/.-]\\d{1,2}(?!\\d)|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?!\\p{L})|${MONTH}\\.? \\d{1,2}(?!\\d)))`,
    ([which = ""]) => ({
      kind: /first/i.test(which) ? "since" : "until",
    }),
  ),
  phrase(
    `(?:with )?(?:the )?(?:last|final)(?: one| session| date)?(?: is| will be)? in (${MONTH})\\b(?:,? (20\\d{2}))?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))`,
    ([month = "", year]) => [
      { kind: "until" },
      { kind: "monthend", month: toMonth(month), year: year === undefined ? null : Number(year), range: true },
    ],
  ),
  // "on the 15th, January to May"
  phrase(
    `(?:mid-month,? )?on the (${ORDINAL}),? (?:from )?(${MONTH})\\.? ?(?:to|through|thru|until|-|–) ?(${MONTH})\\b\\.?(?:,? (20\\d{2}))?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))`,
    ([day = "", from = "", to = "", year]) => [
      rhythm({ unit: "month", interval: 1, monthday: toOrdinal(day) }),
      ...[monthRange(toMonth(from), undefined, toMonth(to), year)].flat(),
    ],
  ),
  // "from 5 February through April"
  phrase(
    `(?:from |starting |beginning )?(?:the )?(?:(\\d{1,2}|${ORDINAL}) (?:of )?(${MONTH})|(${MONTH})\\.? (?:the )?(\\d{1,2}|${ORDINAL}))\\.? (?:through|thru|(?:through|thru|to|until|till|up to)(?: to)? (?:the )?end of) (${MONTH})\\b\\.?(?:,? (20\\d{2}))?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))`,
    ([day, month, monthBefore = "", dayBehind, to = "", year]) => [
      { kind: "since" },
      { kind: "date", year: null, month: toMonth(month ?? monthBefore), day: toDayNumber(day ?? dayBehind ?? "") },
      { kind: "until" },
      { kind: "monthend", month: toMonth(to), year: year === undefined ? null : Number(year), range: true },
    ],
  ),
  // "from April until 30 September"
  phrase(
    `from (${MONTH})\\b\\.?(?: (20\\d{2}))?(?=,? (?:to|until|till|through|thru|up to) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH}\\.? \\d))`,
    ([month = "", year]) => [{ kind: "since" }, { kind: "month", month: toMonth(month), year: year === undefined ? null : Number(year) }],
  ),
  fixed(`(?<=(?:\\d(?:st|nd|rd|th)?|${MONTH}|${LONG_DAY}),? )\\(?(?:(?:both|dates) )?(?:inclusive|incl\\.)\\)?(?= ?(?:[,;:.–-]|$))`, {
    kind: "filler",
  }),
  ...when("every|each|weekly|daily|monthly|alternate|fortnight|days|quarterly|the month", [
    phrase(
      `(?<=[,;:(–—] ?|- )(?:for )?(${NUMBER}) (?:[\\p{Ll}-]+ )?([\\p{Ll}-]{3,}s)(?: (?:in all|in total|altogether|overall|only))?(?= ?(?:[,;:.)–—]|$|- ))`,
      ([count = "", noun = ""], said) => countedDates(toNumber(count), noun, said),
      { weak: true },
    ),
    // "starting in January and finishing in May 2027"
    phrase(
      `(?:starting|starts|beginning|begins|running|runs|kicking off|commencing|first one|from)(?: in| from)? (${MONTH})\\b\\.?(?:,? (20\\d{2}))?,? (?:and |then )?(?:it )?(?:finishing|finishes|ending|ends|concluding|stopping|until|till|to|through|up to|last one|running (?:to|until|through))(?: in| with| at)?(?: the end of)? (${MONTH})\\b\\.?(?:,? (20\\d{2}))?(?!,? ?\\d|,? the (?:\\d|${ORDINAL}))`,
      ([from = "", fromYear, to = "", toYear]) => monthRange(toMonth(from), fromYear, toMonth(to), toYear),
    ),
  ]),
  fixed(
    `(?<=(?:from|starting|beginning) (?:on )?(?:this |the |next |coming )*(?:${ANY_DAY}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?) )on(?:wards?)?(?=,| (?:I|we|you|please|can|could|would|let|there|every|each)(?!\\p{L}))`,
    { kind: "filler" },
  ),
  fixed("always(?=,? (?:at |@ ?)?\\d)", { kind: "filler" }),
];
