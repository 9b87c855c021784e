import { inNight, showClock, toClock } from "../clock.ts";
import { type Clock, type Fact, fixed, type Phrase, phrase, refused } from "../facts.ts";
import { readBehindDash } from "./behind-a-dash.ts";
import { MONTH } from "./days.ts";
import { NUMBER, toNumber } from "./numbers.ts";

/** Behind a word, a bare "a" is the article of what follows. */
const HALF_SPELT = "(?:[ap]\\.? ?m\\b\\.?)";
const HALF = "(?: ?[ap]\\.? ?m\\b\\.?|[ap]\\b)";
const HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})";
const PAST = `(?:(?:half|(?:a )?quarter|(?:five|ten|twenty|twenty[- ]five)(?: minutes)?|\\d{1,2} minutes?) (?:past|to|after) ${HOUR}|\\d{1,2} past ${HOUR})`;
const O_CLOCK = " ?o['’]?clock";
/** What is surely a time of day, whatever stands around it. */
const CLOCK = `(?:half ${HOUR}(?: ?${HALF_SPELT})?(?! ?(?:-|hours?|minutes?|mins?|days?|weeks?|months?|%|\\d))|\\d{1,2}(?:[:.h]\\d{2})?${HALF}|\\d{1,2}[:h]\\d{2}|\\d{1,2}h(?! ?\\d)|${PAST}(?: ?${HALF_SPELT})?|${HOUR}(?: (?:thirty|fifteen|forty-five))?${O_CLOCK}(?: ?${HALF_SPELT})?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: thirty| fifteen| forty-five)? ${HALF_SPELT}|(?:(?:12(?:[:.]00)?|twelve)[ -])?(?:noon|midday|mid-day))`;
/** What is a time only beside another: 5, 9.30, five. */
const LOOSE = `(?:${CLOCK}|${HOUR}(?:\\.\\d{2})?)`;
const AT =
  "(?:(?:at|@|from|time:|time is|starts at|starting at|start at|beginning at|begins at|opens at|opening at|kick(?:s|ing)?[- ]?off(?: at| is|:)?|gets? (?:under ?way|going) at) ?)?";

const MINUTES: Readonly<Record<string, number>> = { half: 30, quarter: 15, thirty: 30, fifteen: 15, "forty-five": 45 };
const minutesOf = (word: string): number => MINUTES[word] ?? toNumber(word.replace(/ minutes?$/, ""));

/** Reads a time as the patterns above find it; null if there is no such time. */
const readClock = (text: string): Clock | null => {
  const said = text.toLowerCase().replaceAll("’", "'").trim();
  if (/noon|mid-?day/.test(said)) return toClock(12, 0, null, true);
  const half = /\d ?([ap])\.? ?m?\.?$/.exec(said)?.[1] ?? /[a-z] ([ap])\.? ?m\.?$/.exec(said)?.[1];
  const meridiem = half === undefined ? null : half === "a" ? "am" : "pm";
  // "15:00 pm" is 15:00
  const late = /^(1[3-9]|2[0-3])(?:[:.h](\d{2}))? ?p\.? ?m\.?$/.exec(said);
  if (late) return toClock(Number(late[1]), Number(late[2] ?? 0), null, true);
  const bare = said.replace(/ ?[ap]\.? ?m\.?$/, "").replace(/(\d)[ap]$/, "$1");
  const turned = /^(?:a )?(half|quarter|[a-z-]+(?: five)?(?: minutes)?|\d{1,2}(?: minutes?)?) (past|to|after) ([a-z]+|\d{1,2})$/.exec(bare);
  if (turned) {
    const [, count = "", way, at = ""] = turned;
    const minutes = minutesOf(count);
    const hour = toNumber(at);
    if (way !== "to") return toClock(hour, minutes, meridiem);
    return toClock(hour === 1 ? 12 : hour - 1, 60 - minutes, meridiem);
  }
  const digits = /^(\d{1,2})(?:[:.h](\d{2}))?h?(?: ?o'?clock)?$/.exec(bare);
  if (digits) {
    const [, hour = "", minute = "0"] = digits;
    const clock = toClock(Number(hour), Number(minute), meridiem, (meridiem === null && /^0/.test(hour)) || /\dh/.test(bare));
    return clock !== null && bare.includes(":") ? { ...clock, written: true } : clock;
  }
  const halved = /^half ([a-z]+|\d{1,2})$/.exec(bare);
  if (halved) return toClock(toNumber(halved[1] ?? ""), 30, meridiem);
  const words = /^([a-z]+)(?: (thirty|fifteen|forty-five))?(?: ?o'?clock)?$/.exec(bare);
  if (!words) return null;
  const hour = toNumber(words[1] ?? "");
  return hour < 1 ? null : toClock(hour, words[2] === undefined ? 0 : minutesOf(words[2]), meridiem);
};

const time = ([text = ""]: readonly (string | undefined)[]) => {
  const clock = readClock(text);
  if (clock === null) return null;
  return /^half /i.test(text) && !/past/i.test(text)
    ? ({ kind: "time", clock, assumed: `"${text}" was read as half past: ${showClock(clock)}.` } as const)
    : ({ kind: "time", clock } as const);
};
const endOf = ([text = ""]: readonly (string | undefined)[]): Fact[] | null => {
  const clock = readClock(text);
  return clock === null ? null : [{ kind: "until" }, { kind: "time", clock }];
};
const range = ([from = "", to = ""]: readonly (string | undefined)[]) => {
  const [begins, ends] = [readClock(from), readClock(to)];
  return begins === null || ends === null ? null : ({ kind: "range", from: begins, to: ends } as const);
};
const rangeOrCount = ([from, dash = "", to = "", rest = ""]: readonly (string | undefined)[], said: string): Fact | null => {
  const what = readBehindDash(dash, to, rest);
  if (what === "count") return null;
  return what === "range"
    ? range([from, to])
    : {
        kind: "refused",
        message: `"${said.trim()} ${what.word}" may be from ${from} to ${to}, or "${to} ${what.word}" may begin the topic`,
        hint: 'Write "3pm to 5pm", or put the topic in quotes.',
      };
};
const MIDNIGHT = { message: '"midnight" may be the beginning or the end of a day', hint: "Write 00:00 with its day, or 23:59." };
const readNight = (clock: Clock) => {
  const night = inNight(clock);
  return night === null ? ({ kind: "refused", ...MIDNIGHT } as const) : ({ kind: "time", clock: night } as const);
};
const inPart = ([text = "", part = ""]: readonly (string | undefined)[]) => {
  const clock = readClock(text);
  if (clock === null) return null;
  if (/night/i.test(part)) return readNight(clock);
  const half: Clock["half"] = /morning/i.test(part) ? "am" : "pm";
  return [{ kind: "time", clock: clock.half === null && !clock.exact ? { ...clock, half } : clock } as const];
};

const TO = "(?: ?(?:-|–|—|to|until|till|til|through|thru) ?(?:at )?)";
const PART = "(?:in the (?:(?:early )?morning|(?:late )?afternoon|arvo|evening|night)|at night)";

const ALL_DAY = 'Name the start and the length: "from 9:00 to 17:00".';
/** " pm" at the end, if it is there. */
const halfOf = (said: string): string => / ?[ap]\.? ?m\.?$/i.exec(said)?.[0] ?? "";

/** How times of day are said in English. */
export const times: readonly Phrase[] = [
  phrase(`${AT}(${CLOCK})`, time),
  phrase("(?:at|@) ?(0\\d|1[0-8]|2[1-3])([0-5]\\d)(?!\\d)", ([hour, minute]) => {
    const clock = toClock(Number(hour), Number(minute), null, true);
    return clock === null ? null : { kind: "time", clock };
  }),
  phrase(`(?:at|@) ?(\\d{1,2}\\.\\d{2})(?!\\.?\\d)`, time),
  phrase(`(?:at|@) ?((?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:thirty|fifteen|forty-five))`, time),
  phrase(`${AT}(\\d{1,2})([0-5]\\d) ?([ap])\\.?m\\b\\.?`, ([hour, minute, half]) => {
    const clock = toClock(Number(hour), Number(minute), /a/i.test(half ?? "") ? "am" : "pm");
    return clock === null ? null : { kind: "time", clock };
  }),
  phrase("(?<=(?:morning|afternoon|arvo|evening|night)s?,? (?:at )?)(\\d{1,2}\\.[0-5]\\d)(?!\\.?\\d)", time),
  // "6.30 bst"
  phrase(
    "(\\d{1,2}\\.[0-5]\\d)(?= ?(?:utc|gmt|bst|ist|cest|cet|eet|sast|eat|wat|sgt|hkt|jst|aest|aedt|awst|acst|nzst|nzdt|[ecmp][sd]?t)(?!\\p{L}))",
    time,
  ),
  // "tonight 8, bees"
  phrase(`(?<=(?:tonight|morning|afternoon|arvo|evening|night),? )(\\d{1,2})(?= ?(?:[,;:]|$)| webinar| [-–] )`, time, { weak: true }),
  // "start 9.15, end 10.45"; "Friday week, 9.30"
  phrase(
    "(?<=(?<!\\p{L})(?:starts?|starting|begins?|ends?|finish(?:es)?|until|till|pls|please|time|hour):?,? (?:at )?)(\\d{1,2}\\.[0-5]\\d)(?!\\.?\\d)",
    time,
  ),
  phrase(
    `(?<=(?<!\\p{L})(?:starts?|begins?|ends?|opens|kicks off|finish(?:es)?|wraps(?: up)?|concludes)(?: at|:)? )(${HOUR})(?= ?(?:[,;.]|$| (?:and |to |then )*(?:ends?|finish|wraps?|runs?|goes|lasts?|closes?|concludes?)))`,
    time,
  ),
  phrase(
    `(?<=(?<!\\p{L})(?:\\p{L}+day|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)s?\\.?|week|today|tomorrow|${MONTH}\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? 20\\d\\d)?),? )(\\d{1,2}\\.[0-5]\\d)(?= ?(?:[,;:\\n\\u0001]|[-–—] |$))`,
    time,
    { weak: true },
  ),
  phrase("(\\d{1,2}\\.[0-5]\\d)(?= (?:sharp|prompt|on the dot))", time),
  // "Thursday 9.30 cyclamen standards", "Tues 4 May 10.00 Claims handover"
  phrase(
    `(?<=(?:^|[\\n,;:] ?)(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow) |\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? 20\\d\\d)?,? )(\\d{1,2}\\.[0-5]\\d)(?= (?!(?:hours?|hrs?|h|minutes?|mins?|km|kg|m|miles?|euros?|dollars?|pounds?|percent)(?!\\p{L}))\\p{L})`,
    time,
    { weak: true },
  ),
  phrase(`${AT}(2[05]) to (${HOUR})(?: ?${HALF_SPELT})?`, ([minutes = "", hour = ""], said) =>
    time([`${minutes} minutes to ${hour}${halfOf(said)}`]),
  ),
  phrase(`(?:at|@) ?(5|10) to (${HOUR})(?: ?${HALF_SPELT})?`, (_, said) => ({
    kind: "refused",
    message: `"${said}" may be so many minutes before the hour, or from one hour to the other`,
    hint: 'Write it as 10:50, or as "from 10 to 11".',
  })),
  phrase(`${AT}(\\d{1,2}[.:]?\\d{2}) ?(?:hrs|hours|h)(?! long)`, ([text = ""]) => {
    const digits = text.replace(/\D/g, "").padStart(4, "0");
    const clock = toClock(Number(digits.slice(0, 2)), Number(digits.slice(2)), null, true);
    return clock === null ? null : { kind: "time", clock };
  }),
  // with its verb, a bare hour is surely when it begins
  phrase(
    `(?:it |we |which )?(?:kick(?:s|ing)? off|start(?:s|ing)?|begin(?:s|ning)?|open(?:s|ing)?|gets? (?:under ?way|going|started)) (?:at|@) ?(${HOUR})(?= ?(?:[,;.](?!\\d)|$| (?:and|to|then|until|till|for|sharp|prompt|on)(?!\\p{L})))`,
    time,
  ),
  phrase(`(?:at|@) ?(${HOUR})(?![:.]\\d| ?%| ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|times)\\b|[-–]\\d)`, time, { weak: true }),
  phrase(`${AT}(${LOOSE}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:thirty|fifteen|forty-five)),? (${PART})`, inPart),
  phrase(`${AT}(${LOOSE})${TO}(${LOOSE}),? (${PART})`, ([from, to, part = ""]) => {
    const span = range([from, to]);
    if (span === null || /night/i.test(part)) return null;
    const half: Clock["half"] = /morning/i.test(part) ? "am" : "pm";
    return { ...span, to: span.to.half === null && !span.to.exact ? { ...span.to, half } : span.to };
  }),
  phrase(`between (${LOOSE}) and (${LOOSE})(?! (?:minutes?|mins?|hours?|days?|weeks?|times|sessions)\\b)`, range),
  phrase(`from (${LOOSE})${TO}(${LOOSE})(?! (?:minutes?|mins?|hours?|days?|weeks?|times|sessions)\\b)`, range),
  // "Dec 10 - 3pm" is a day and a time
  phrase(
    `(?<!(?<!\\d(?:st|nd|rd|th)? (?:of )?)${MONTH}\\.? (?:the )?)${AT}(${LOOSE})(${TO})(${CLOCK})(?=([^\\n]{0,40}))(?! ?(?:minutes?|mins?|hours?|hrs?)\\b)`,
    rangeOrCount,
  ),
  phrase(
    `${AT}(${CLOCK})(${TO})(${LOOSE})(?=([^\\n]{0,40}))(?![./-]\\d|h\\b| ?(?:st|nd|rd|th|[a-z]{3,9} 20)\\b| ${MONTH}| ?(?:h|hrs?|minutes?|mins?|hours?|days?|weeks?|times|sessions)\\b)`,
    rangeOrCount,
  ),
  phrase(
    `(?<!(?<!\\d(?:st|nd|rd|th)? (?:of )?)${MONTH}\\.? (?:the )?)(\\d{1,2}(?:[:.]\\d{2})?)${TO}(\\d{1,2}(?:[:.]\\d{2})?)(?! (?:of )?${MONTH}(?!\\p{L}))(?! ?(?:minutes?|mins?|hours?|days?|weeks?|times|sessions)\\b|[/.-]\\d)`,
    range,
    {
      weak: true,
    },
  ),
  // "wrap up by 11", "done by noon"
  phrase(
    `(?<=^|[\\u0001,;:.(–-] ?|(?:\\d|[ap]\\.?m\\.?|noon|midday|o['’]clock) |(?:webinar|session|series|sharp|prompt) |(?:mon|tues|wednes|thurs|fri|satur|sun)day )(?:(?:and|to|should|will|must|we|it|i|can|need to|needs to|has to|have to|be|planning to|aim(?:ing)? to|all) )*(?:wrap(?:s|ping)?(?:[- ](?:it |things )?up)?|finish(?:es|ed|ing)?(?: up)?|done|over|end(?:s|ed|ing)?|out|clos(?:e|es|ed|ing)(?: up)?|conclud(?:e|es|ed|ing)|(?:hard )?stop(?:s|ping)?|finished) (?:by|at|before|@) ?(${LOOSE})(?![./-]\\d|\\d| ?%| ?(?:st|nd|rd|th)\\b| ?${MONTH}(?!\\p{L})| (?:minutes?|mins?|hours?|hrs?|days?|weeks?|times|sessions)\\b)`,
    endOf,
  ),
  phrase(`(?<=[,;&(–-] ?|and |\\n)(?:hard stop|close|closes|closing|wrap(?:s|ping)?(?: up)?|finish|done|over)(?: at| by|:)? (${CLOCK})`, endOf),
  phrase(
    `(?:,? ?(?:and|then) )(?:(?:must|should|will|has to|needs to|to) )?(?:be (?:finished|done|over|wrapped up|complete)|finish(?:es|ed)?|ends?|end|conclude[sd]?|wraps?(?: up)?|closes?|winds? (?:up|down)|goes(?: on)?|run(?:s|ning)?|be over)(?: (?:by|at|until|till|to|before))? (${CLOCK})`,
    endOf,
  ),
  // "half past noon", "quarter to noon"
  phrase(`${AT}(?:(half|(?:a )?quarter|five|ten|twenty) (past|after|to) (?:noon|mid-?day))`, ([count = "", way = ""]) => {
    const minutes = minutesOf(count.replace(/^a /i, ""));
    const clock = way.toLowerCase() === "to" ? toClock(11, 60 - minutes, "am") : toClock(12, minutes, null, true);
    return clock === null ? null : { kind: "time", clock };
  }),
  phrase(`(?:end|finish|closing)(?: time| at)? ?: ?(${LOOSE})(?![./-]\\d|\\d| ?(?:st|nd|rd|th)\\b| ?${MONTH}(?!\\p{L}))`, endOf),
  phrase(`(?<=[,;&(] ?|and )(${CLOCK}) (?:finish|end|close)(?= ?(?:[,.;:)\\n]|$))`, endOf),
  phrase(`in (${NUMBER}|half an) (hours?|hrs?|minutes?|mins?)(?:'s?|’s?)?(?: time)?`, ([count = "", unit = ""]) => ({
    kind: "minutes",
    minutes: (/^half/i.test(count) ? 0.5 : toNumber(count)) * (/^h/i.test(unit) ? 60 : 1),
  })),
  phrase(`(${NUMBER}) (hours?|hrs?|minutes?|mins?) from now`, ([count = "", unit = ""]) => ({
    kind: "minutes",
    minutes: toNumber(count) * (/^h/i.test(unit) ? 60 : 1),
  })),
  phrase("(?:in an hour and a half|in one and a half hours)", () => ({ kind: "minutes", minutes: 90 })),
  phrase(
    "(?:on the |in the |in |the )?(morning|afternoon|arvo|evening)(?: of)?",
    ([part = ""]) => ({ kind: "part", half: part.toLowerCase() === "morning" ? "am" : "pm" }),
    {
      weak: true,
    },
  ),
  refused("(?:all|half a|a half|half|a full|full|the whole|a whole|whole)[- ]day", (said) => `"${said}" names no time and no length`, ALL_DAY),
  refused("(?:at |@ ?)?midnight", () => MIDNIGHT.message, MIDNIGHT.hint),
];

const LEAD =
  "(?:(?<=[,;(–-] ?)(?:about|around|roughly|approx\\.?|approximately|prob|probs|probably) )?(?:(?:(?:it |this |which |that )?(?:(?:should|will|would|must|can|may|to|ought to)(?: only)? )?(?:take|last|run|go on|need|be|make it|allow|give it|want|reserve|set aside|block out|block|book out|find|spare)(?: for| us| me)?|for|during|lasting|lasts|of|takes|taking|length|duration|running|runs)(?: is|:)?(?: about)? )?(?:a |the )?(?:(?:quick|quickie|short|brief|snappy|little|wee|full|solid) )?";
const LONG =
  "(?:[- ]long)?(?: only(?= ?[,;:.!?(\\n]| ?$))?(?: (?:max|at most|at the most)(?= ?[,;:.!?(\\n]| ?$))?(?: (?:thing(?:y|ie)?|quickie|(?:job|jobbie|slot)(?! (?:of|about|on|for)(?!\\p{L}))))?";
const HOURS = "[ -]?(?:hours?|hrs?)";
const MINS = "[ -]?(?:minutes?|mins?|mn)";
/** "1½", "1 1/2" */
const FRACTION = "(\\d) ?(½|¼|¾|(?<= )(?:1/2|1/4|3/4))";
const fractionOf = (said = ""): number => (/½|1\/2/.test(said) ? 30 : /¼|1\/4/.test(said) ? 15 : 45);

/** How lengths are said in English. */
export const lengths: readonly Phrase[] = [
  fixed(`(?:(?:please )?allow )?${LEAD}(?:an|one) hour and (?:three[- ]quarters|a three[- ]quarters)(?:${HOURS})?${LONG}`, {
    kind: "length",
    minutes: 105,
  }),
  fixed(`${LEAD}(?:one|1) and (?:three[- ]quarters|a three[- ]quarters?)${HOURS}${LONG}`, { kind: "length", minutes: 105 }),
  phrase(`${LEAD}(two|three|2|3) (?:hours? and three[- ]quarters|and three[- ]quarters? hours?)${LONG}`, ([count = ""]) => ({
    kind: "length",
    minutes: toNumber(count) * 60 + 45,
  })),
  phrase(`${LEAD}(two|three|four|2|3|4) hours and a (half|quarter)${LONG}`, ([count = "", part]) => ({
    kind: "length",
    minutes: toNumber(count) * 60 + (part?.toLowerCase() === "half" ? 30 : 15),
  })),
  phrase(`${LEAD}(${NUMBER}) and half(?: an?)?${HOURS}${LONG}`, ([count = ""]) => ({ kind: "length", minutes: toNumber(count) * 60 + 30 })),
  fixed(`${LEAD}(?:an hour and a half|one and a half${HOURS}|hour and a half)${LONG}`, { kind: "length", minutes: 90 }),
  fixed(`${LEAD}(?:half an (?:hour|hr)|half[- ]hour|half-an-hour|(?:1/2|½)(?: an)?[ -]?(?:hour|hr))${LONG}`, { kind: "length", minutes: 30 }),
  fixed(`${LEAD}(?:three[- ]quarters of an hour|(?:3/4|¾)(?: of an)?[ -]?(?:hour|hr))${LONG}`, { kind: "length", minutes: 45 }),
  fixed(`${LEAD}(?:(?:an )?hour and a quarter|an hour and fifteen minutes)${LONG}`, { kind: "length", minutes: 75 }),
  fixed(`${LEAD}(?:an?[ -]hour|hour[- ]long)${LONG}`, { kind: "length", minutes: 60 }),
  phrase(`${LEAD}(${NUMBER}) and a half${HOURS}${LONG}`, ([count = ""]) => ({ kind: "length", minutes: toNumber(count) * 60 + 30 })),
  phrase(`${LEAD}(\\d{1,2}(?:[.,]\\d{1,2})?|${NUMBER})${HOURS}(?:,? (?:and )?(${NUMBER})${MINS})?${LONG}`, ([hours = "", minutes]) => ({
    kind: "length",
    minutes: (/[.,]/.test(hours) ? Number(hours.replace(",", ".")) : toNumber(hours)) * 60 + (minutes === undefined ? 0 : toNumber(minutes)),
  })),
  phrase(`${LEAD}${FRACTION}${HOURS}${LONG}`, ([hours, part]) => ({ kind: "length", minutes: Number(hours) * 60 + fractionOf(part) })),
  // "55 mins of tunnel ventilation"
  phrase(
    `(?<=^|[\\u0001\\n:] ?|(?:book|schedule|set up|arrange|create|add|plan|please|need|want) )(?:(\\d{1,3})${MINS}|(an hour|half an hour|one hour|an hour and a half)) of(?= (?!the |our |your |which )\\p{L})`,
    ([minutes, words = ""]) => ({
      kind: "length",
      minutes: minutes === undefined ? (/and a half/i.test(words) ? 90 : /half/i.test(words) ? 30 : 60) : Number(minutes),
    }),
  ),
  phrase(`${LEAD}an hour and (${NUMBER})${MINS}`, ([minutes = ""]) => ({ kind: "length", minutes: 60 + toNumber(minutes) })),
  phrase(`${LEAD}(\\d)${HOURS} ?([1-5]\\d)(?![:.]\\d| ?(?:[ap]\\.?m|\\p{L}*day|${MONTH}))`, ([hours, minutes]) => ({
    kind: "length",
    minutes: Number(hours) * 60 + Number(minutes),
  })),
  phrase("(?:for )?(\\d{2,3}) ?['′]", ([minutes]) => ({ kind: "length", minutes: Number(minutes) })),
  phrase(`${LEAD}(\\d{1,2}[.,]\\d{1,2}) ?h`, ([hours = ""]) => ({ kind: "length", minutes: Number(hours.replace(",", ".")) * 60 })),
  phrase(`${LEAD}(\\d{1,2})h ?(\\d{1,2})m(?:in)?`, ([hours, minutes]) => ({ kind: "length", minutes: Number(hours) * 60 + Number(minutes) })),
  phrase("(?:for|lasting) (\\d{1,2})h(\\d{2})?", ([hours, minutes = "0"]) => ({ kind: "length", minutes: Number(hours) * 60 + Number(minutes) })),
  phrase("(?:duration|length):? (\\d{2,3})(?![\\d:.]| ?(?:h|hours?|hrs?|m|minutes?|mins?|days?|weeks?)\\b)", ([minutes]) => ({
    kind: "length",
    minutes: Number(minutes),
  })),
  phrase(
    `(?:(?:it |this )?(?:should(?:n['’]t| not)|won['’]t|will not|must not|mustn['’]t) (?:take|last|be|run)(?: for)?|not|no) (?:any )?(?:more|longer) than (?:(\\d{1,3})(?:${MINS}|m)|(an hour|half an hour|90 minutes))`,
    ([minutes, words = ""]) => ({
      kind: "length",
      minutes: minutes !== undefined ? Number(minutes) : /half/i.test(words) ? 30 : /90/.test(words) ? 90 : 60,
    }),
  ),
  // "m" is a minute behind digits only: "am" is a word
  phrase(`${LEAD}(?:(\\d{1,4})(?:${MINS}|m)|(${NUMBER})${MINS})${LONG}`, ([digits, words = ""]) => ({
    kind: "length",
    minutes: digits === undefined ? toNumber(words) : Number(digits),
  })),
];
