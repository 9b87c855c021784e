import { asWritten, inNight, markEither, toClock } from "../clock.ts";
import { type Clock, type Fact, fixed, type Phrase, phrase, refused } from "../facts.ts";
import { NUMBER, toNumber } from "./numbers.ts";

const HOUR = "(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|ein|\\d{1,2})";
const PART =
  "(?:morgens|vormittags|mittags|nachmittags|abends|am (?:frühen |späten )?(?:Morgen|Vormittag|Nachmittag|Abend)|früh|in der Früh|nachts|in der Nacht)";
const SPOKEN = `(?:halb ${HOUR}|(?:dreiviertel|viertel (?:nach|vor)|(?:fünf|zehn|zwanzig|\\d{1,2}) (?:Minuten )?(?:nach|vor)) ${HOUR})`;
const CLOCK = `(?:\\d{1,2}h[0-5]\\d|(?:0?[6-9]|1\\d|2[0-3])h(?![\\p{L}\\d])|\\d{1,2}(?:[:.]\\d{2})? ?Uhr(?: \\d{2}(?!-)(?! (?-i:\\p{Lu})| ?(?:mal|x|min|minuten|std|stunden)(?![\\p{L}])))?|\\d{1,2}:\\d{2}|${HOUR} Uhr(?: dreißig)?|${SPOKEN}|mittags(?! um)|12 Uhr mittags)`;
const LOOSE = `(?:${CLOCK}|\\d{1,2}(?:[:.]\\d{2})?)`;
const WORDS: Readonly<Record<string, number>> = { eins: 1, ein: 1 };
const hourWord = (word: string): number => WORDS[word] ?? toNumber(word);

const readClock = (text: string): Clock | null => {
  const said = text
    .toLowerCase()
    .replace(/ ?uhr ?(?=\d)|(?<=\d)h(?=\d)/, ":")
    .replace(/(?<=\d)h$/, "")
    .replace(/ ?uhr/, "")
    .trim();
  if (/^mittags$/.test(said)) return toClock(12, 0, null, true);
  const half = /^halb (.+)$/.exec(said)?.[1];
  if (half !== undefined) return toClock(hourWord(half) === 1 ? 12 : hourWord(half) - 1, 30, null);
  const quarter = /^(dreiviertel|viertel (?:nach|vor)|(?:[a-zäöü]+|\d{1,2}) (?:minuten )?(?:nach|vor)) (.+)$/.exec(said);
  if (quarter) {
    const [, way = "", at = ""] = quarter;
    const count = way.startsWith("viertel") || way === "dreiviertel" ? 15 : hourWord(way.split(" ")[0] ?? "");
    const hour = hourWord(at);
    return /nach/.test(way) ? toClock(hour, count, null) : toClock(hour === 1 ? 12 : hour - 1, 60 - count, null);
  }
  const digits = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(said);
  if (digits) return toClock(Number(digits[1]), Number(digits[2] ?? 0), null, /^0/.test(said));
  const [word = "", minutes] = said.split(" ");
  const hour = hourWord(word);
  return hour < 1 ? null : toClock(hour, minutes === "dreißig" ? 30 : 0, null);
};
const MIDNIGHT = { message: '"Mitternacht" may be the beginning or the end of a day', hint: "Write 00:00 with its day, or 23:59." };
const time = ([text = "", part]: readonly (string | undefined)[]) => {
  const clock = asWritten(markEither(text, readClock(text)));
  if (clock === null) return null;
  if (part !== undefined && /nacht/i.test(part) && !/nachmittag/i.test(part)) {
    const night = inNight(clock);
    return night === null ? ({ kind: "refused", ...MIDNIGHT } as const) : ({ kind: "time", clock: night } as const);
  }
  const isLate = part !== undefined && /nachmittag|abend|^mittag/i.test(part);
  const half: Clock["half"] = part === undefined || clock.exact ? clock.half : isLate ? "pm" : "am";
  return { kind: "time", clock: { ...clock, half } } as const;
};
const range = ([from = "", to = ""]: readonly (string | undefined)[]) => {
  const [begins, ends] = [markEither(from, readClock(from)), readClock(to)];
  return begins === null || ends === null ? null : ({ kind: "range", from: begins, to: ends } as const);
};
/** "15 Uhr – 7 Gewohnheiten", "15 Uhr – fünf vor zwölf: Klima": behind a dash with spaces, an earlier hour ends nothing. */
const rangeOrNumber = ([from, dash = "", to]: readonly (string | undefined)[]) => {
  const span = range([from, to]);
  const minutesOf = ({ hour, minute }: Clock) => hour * 60 + minute;
  return span !== null && /\s[-–]\s/.test(dash) && minutesOf(span.to) <= minutesOf(span.from) ? null : span;
};
const endOf = ([text = ""]: readonly (string | undefined)[]): Fact[] | null => {
  const clock = readClock(text);
  return clock === null ? null : [{ kind: "until" }, { kind: "time", clock }];
};
const AT = "(?:(?:um|ab|gegen(?= nie)|von|uhrzeit:|zeit:) )?(?:genau )?";

/** How times and lengths are said in German. */
export const times: readonly Phrase[] = [
  phrase(`${AT}(${CLOCK})(?: (${PART}))?`, time),
  phrase(`(?:ende|endzeit|uhrzeit ende|schluss) ?: ?(?:um )?(${CLOCK})`, endOf),
  // "um ein Webinar bitten"
  phrase(`um (?!ein(?!\\p{L}))(\\d{1,2}(?:[.:]\\d{2})?|${HOUR})(?: (${PART}))?(?!\\.?\\d)`, time),
  // "Di 19.00 –", "am Freitag, 14.30"
  phrase(
    "(?<=(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?<!\\p{L})(?:mo|di|mi|do|fr|sa|so))\\.?,? )((?:0?[7-9]|1\\d|2[0-2])\\.[0-5]\\d)(?![.\\d])",
    time,
  ),
  phrase(`${PART} um (${LOOSE})`, ([text = ""], said) => time([text, said.split(" um ")[0]])),
  phrase(`zwischen (${LOOSE}) und (${LOOSE})`, range),
  phrase(`(?:von )?(${LOOSE})( ?(?:bis|-|–) ?)(${CLOCK})`, rangeOrNumber),
  phrase(`von (${LOOSE}) ?(?:bis|-|–) ?(${LOOSE})(?! ?(?:Uhr|\\.))`, range),
  phrase(`(${CLOCK})( ?(?:bis|-|–) ?)(${LOOSE})(?! ?(?:Minuten|Stunden|\\.))`, rangeOrNumber),
  phrase(`in (${NUMBER}|einer halben) (Stunden?|Minuten?)`, ([count = "", unit = ""]) => ({
    kind: "minutes",
    minutes: (/halb/i.test(count) ? 0.5 : toNumber(count)) * (/^S/i.test(unit) ? 60 : 1),
  })),
  phrase(
    "(morgens|vormittags|nachmittags|abends|am Vormittag|am Nachmittag|am Abend)",
    ([part = ""]) => ({ kind: "part", half: /nachmittag|abend/i.test(part) ? "pm" : "am" }),
    { weak: true },
  ),
  refused(
    "ganztägig|ganztags|halbtägig|den ganzen Tag|einen (?:halben |ganzen )?Tag lang",
    (said) => `"${said}" names no time and no length`,
    'Name the start and the length: "von 9 bis 17 Uhr".',
  ),
  refused("(?:um )?Mitternacht", () => MIDNIGHT.message, MIDNIGHT.hint),
  fixed("(?:für |Dauer:? )?(?:anderthalb|eineinhalb|1,5|1½) Stunden(?: lang)?|(?:für )?(?:anderthalb|eineinhalb)stündig\\p{L}*", {
    kind: "length",
    minutes: 90,
  }),
  phrase("(?:für |als |ein |eine |einem )?(ein|zwei|drei|vier|fünf|sechs)stündig(?:e[mnrs]?)?", ([word = ""]) => ({
    kind: "length",
    minutes: (["ein", "zwei", "drei", "vier", "fünf", "sechs"].indexOf(word.toLowerCase()) + 1) * 60,
  })),
  phrase("(?:für |Dauer:? )?(\\d) ?(½|¼|¾|(?<= )(?:1/2|1/4|3/4)) ?(?:Stunden?|Std\\.?|h)", ([hours, part = ""]) => ({
    kind: "length",
    minutes: Number(hours) * 60 + (/½|1\/2/.test(part) ? 30 : /¼|1\/4/.test(part) ? 15 : 45),
  })),
  fixed("(?:für |Dauer:? )?¾ Stunde", { kind: "length", minutes: 45 }),
  phrase("(?:für )?(\\d{2,3}) ?['′]", ([minutes]) => ({ kind: "length", minutes: Number(minutes) })),
  fixed("(?:für |Dauer:? )?(?:(?:eine |['’]?ne )?(?:kurze |kleine )?halbe Stunde|(?:einer )?halben Stunde)(?: lang)?|halbstündig\\p{L}*", {
    kind: "length",
    minutes: 30,
  }),
  fixed("(?:für |Dauer:? )?(?:eine |['’]?ne )?(?:kurze )?(?:Dreiviertelstunde|dreiviertel Stunde)", { kind: "length", minutes: 45 }),
  phrase("(?:für |Dauer:? |von )?(\\d{1,2}[.,]\\d{1,2}) ?(?:h|Std\\.?|Stunden)(?: lang)?", ([hours = ""]) => ({
    kind: "length",
    minutes: Number(hours.replace(",", ".")) * 60,
  })),
  phrase("(?:für |Dauer:? |von )?(dreißig|vierzig|fünfundvierzig|fünfzig|sechzig|fünfundsiebzig|neunzig) Minuten(?: lang)?", ([count = ""]) => ({
    kind: "length",
    minutes: { dreißig: 30, vierzig: 40, fünfundvierzig: 45, fünfzig: 50, sechzig: 60, fünfundsiebzig: 75 }[count.toLowerCase()] ?? 90,
  })),
  phrase("Dauer:? (\\d{2,3})(?![\\d:.,]| ?(?:h|Std|Stunden?|Min|Minuten?)(?![\\p{L}]))", ([minutes]) => ({
    kind: "length",
    minutes: Number(minutes),
  })),
  phrase(
    `(?:für |Dauer:? |von |über )?(${NUMBER})[- ]?Stunden?(?!-(?!Webinar)\\p{L})(?: (?:und )?(${NUMBER}) Minuten)?(?: lang)?`,
    ([hours = "", minutes]) => ({
      kind: "length",
      minutes: toNumber(hours) * 60 + (minutes === undefined ? 0 : toNumber(minutes)),
    }),
  ),
  phrase(`(?:für |Dauer:? |von )?(${NUMBER}) ?(?:Std\\.?|h)(?: (\\d{1,2}) ?(?:Min\\.?|m))?`, ([hours = "", minutes]) => ({
    kind: "length",
    minutes: toNumber(hours) * 60 + Number(minutes ?? 0),
  })),
  phrase(
    `(?:für |Dauer:? |von )?(?:(?:ein |eine )?kurze[sn]? )?(\\d{1,4}|${NUMBER})[- ]?(?:Minuten?|Min\\.?)(?!-(?!Webinar|Ding|Sache|Termin)\\p{L})(?: lang|-Webinar|-Dings?|-Sache|-Termin)?|(\\d{1,3})-?minütig\\p{L}*`,
    ([a, b]) => ({
      kind: "length",
      minutes: toNumber(a ?? b ?? ""),
    }),
  ),
];
