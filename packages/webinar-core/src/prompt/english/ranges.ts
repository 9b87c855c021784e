import { fixed, type Phrase, phrase } from "../facts.ts";
import { daysInARow, monthRange } from "../range-facts.ts";
import { rhythm } from "../rhythm-facts.ts";
import { ANY_DAY, LONG_DAY, MONTH, toMonth } from "./days.ts";
import { NUMBER, ORDINAL, toNumber, toOrdinal } from "./numbers.ts";

/** From when to when, and how many dates, in words that stand beside a rhythm. */
export const ranges: readonly Phrase[] = [
  phrase(`(${NUMBER}) goes(?= ?(?:[,.;:)]|$))`, ([count = ""]) => ({ kind: "times", times: toNumber(count) })),
  phrase(`(?:for )?(${NUMBER}) (?:(?:consecutive|straight) days|days (?:running|in a row|in succession|straight))`, ([count = ""]) =>
    daysInARow(toNumber(count)),
  ),
  // "first on 8 March, last on 10 May"
  phrase(
    `(?<=[,;(–-] ?|and )(?:the )?(first|last)(?: one)?(?: is| will be)?(?= on (?:the )?(?:\\d|${MONTH}\\.? \\d|${ANY_DAY}))`,
    ([which = ""]) => ({
      kind: /first/i.test(which) ? "since" : "until",
    }),
  ),
  phrase(
    `(?:with )?(?:the )?(?:last|final)(?: one| session| date)?(?: is| will be)? in (${MONTH})\\b(?:,? (20\\d{2}))?(?!,? ?\\d|,? the)`,
    ([month = "", year]) => [
      { kind: "until" },
      { kind: "monthend", month: toMonth(month), year: year === undefined ? null : Number(year), range: true },
    ],
  ),
  // "on the 15th, January to May"
  phrase(
    `(?:mid-month,? )?on the (${ORDINAL}),? (?:from )?(${MONTH})\\.? ?(?:to|through|thru|until|-|–) ?(${MONTH})\\b\\.?(?:,? (20\\d{2}))?(?!,? ?\\d|,? the)`,
    ([day = "", from = "", to = "", year]) => [
      rhythm({ unit: "month", interval: 1, monthday: toOrdinal(day) }),
      ...[monthRange(toMonth(from), undefined, toMonth(to), year)].flat(),
    ],
  ),
  fixed(`(?<=(?:\\d(?:st|nd|rd|th)?|${MONTH}|${LONG_DAY}),? )\\(?(?:(?:both|dates) )?(?:inclusive|incl\\.)\\)?(?= ?(?:[,;:.–-]|$))`, {
    kind: "filler",
  }),
  fixed("always(?=,? (?:at |@ ?)?\\d)", { kind: "filler" }),
];
