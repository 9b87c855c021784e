import { toClock } from "./clock.ts";
import { type Fact, type Phrase, phrase } from "./facts.ts";
import { SHORT } from "./zones.ts";

const LEAD = "(?:(?:on|for|date:|am|den|le) )?(?:the |dem )?";
const yearOf = (year: string | undefined): number | null => (year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year));

/** "1400 UTC" */
const militaryTime = (hour: string | undefined, minute: string | undefined): Fact[] => {
  const clock = toClock(Number(hour), Number(minute), null, true);
  return clock === null ? [] : [{ kind: "time", clock }];
};

/** Dates and times in digits, which are the same in every language. */
export const numeric: readonly Phrase[] = [
  phrase(`${LEAD}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})`, ([year, , month, day]) => ({
    kind: "date",
    year: Number(year),
    month: Number(month),
    day: Number(day),
  })),
  phrase(
    `${LEAD}(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?`,
    ([year, month, day, hour, minute, zone]) => {
      const clock = toClock(Number(hour), Number(minute), null, true);
      return clock === null
        ? null
        : [
            { kind: "date", year: Number(year), month: Number(month), day: Number(day) },
            { kind: "time", clock },
            ...(zone === undefined ? [] : [{ kind: "zone", said: zone } as const]),
          ];
    },
  ),
  phrase(`${LEAD}(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})`, ([a, b, year]) => ({ kind: "numbers", a: Number(a), b: Number(b), year: yearOf(year) })),
  phrase(`${LEAD}(\\d{1,2})/(\\d{1,2})(?!/)`, ([a, b]) => ({ kind: "numbers", a: Number(a), b: Number(b), year: null }), { weak: true }),
  phrase(`${LEAD}(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|(?<=\\.)\\d{2}(?![:.]\\d| ?Uhr| ?h))`, ([day, month, year]) => ({
    kind: "date",
    year: yearOf(year),
    month: Number(month),
    day: Number(day),
  })),
  // "1/5-1/26", "5.1.-26.1.2027"
  phrase("(?:from |vom |du )?(\\d{1,2})/(\\d{1,2}) ?[-–] ?(\\d{1,2})/(\\d{1,2})(?:/(20\\d\\d))?(?!/|\\d)", ([a, b, c, d, year]) => [
    { kind: "since" },
    { kind: "numbers", a: Number(a), b: Number(b), year: yearOf(year) },
    { kind: "until" },
    { kind: "numbers", a: Number(c), b: Number(d), year: yearOf(year) },
  ]),
  phrase(
    "(?:from |vom )?(\\d{1,2})\\.(\\d{1,2})\\. ?(?:[-–]|bis(?: zum)?) ?(\\d{1,2})\\.(\\d{1,2})\\.(20\\d\\d)?(?!\\d)",
    ([day, month, lastDay, lastMonth, year]) => [
      { kind: "since" },
      { kind: "date", year: Number(month) > Number(lastMonth) ? null : yearOf(year), month: Number(month), day: Number(day) },
      { kind: "until" },
      { kind: "date", year: yearOf(year), month: Number(lastMonth), day: Number(lastDay) },
    ],
  ),
  phrase(`${LEAD}(\\d{1,2})\\.(\\d{1,2})\\.(?!\\d)`, ([day, month]) => ({ kind: "date", year: null, month: Number(month), day: Number(day) })),
  phrase(`${LEAD}(\\d{1,2})-(\\d{1,2})-(\\d{4})`, ([a, b, year]) => ({ kind: "numbers", a: Number(a), b: Number(b), year: Number(year) })),
  phrase(`(?:at |@ ?)?([01]\\d|2[0-3])([0-5]\\d)(?: ?(?:hrs?|hours))?(?= ?\\(?(?-i:UTC|GMT|${SHORT})\\b)`, ([hour, minute]) =>
    militaryTime(hour, minute),
  ),
  phrase("(?:at |@ ?)?([01]\\d|2[0-3])([0-5]\\d) ?(?-i:Z)", ([hour, minute]) => [...militaryTime(hour, minute), { kind: "zone", said: "UTC" }]),
  phrase("(?<=\\d:\\d\\d ?|\\d ?[ap]m )(\\+\\d{2}:?\\d{2})", ([offset = ""]) => ({ kind: "zone", said: offset })),
  // "08.12.2026 14.00"
  phrase("(?<=\\d\\.\\d{1,2}\\.20\\d\\d,? )(\\d{1,2})\\.([0-5]\\d)(?![.\\d])", ([hour, minute]) => militaryTime(hour, minute)),
  phrase("(\\d{1,2}):(\\d{2})(?::\\d{2})?( ?(?-i:Z))?", ([hour = "", minute, zulu]) => {
    const clock = toClock(Number(hour), Number(minute), null, hour.startsWith("0"));
    return clock === null
      ? null
      : [{ kind: "time", clock: { ...clock, written: true } }, ...(zulu === undefined ? [] : [{ kind: "zone", said: "UTC" } as const])];
  }),
];
