import { weekdayName } from "./calendar.ts";

/** "10-Dec-26", "10 Dec '26" */
const SHORT_YEAR =
  /((?<![\p{L}\p{N}])\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}(?=-)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)?(?= ?['’]))(?:-| ?['’])(\d{2})(?![\p{L}\p{N}])/giu;

/** "17 jun 27 Irrigation consents", "06 May 27 - Touchline": a year in two digits, where nothing behind it is counted. */
const BARE_YEAR =
  /(?<=(?<![\d:.])\d{1,2}(?:st|nd|rd|th)? (?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)\p{L}{0,6}\.? )(2[6-9]|3\d)(?=\s*(?:$|[;\n]|[-–—:,] |(?!(?:Ways|Days|Tips|Steps|Reasons|Ideas|Things|Minutes|Mins|Rules|Questions|People|Places)(?!\p{L}))\p{Lu}\p{L}))/gu;

const DAY = "(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)";
/** "third wed of every month", "weds next week": where nothing but a day can stand. */
const SHORT_DAYS = [
  `(?<!\\p{L})${DAY}\\.?(?= (?:next|this) week(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:first|second|third|fourth|last|every|each|alternate|other|1st|2nd|3rd|4th) )${DAY}\\.?(?=,? (?:of|in|every|each|at|from|until|\\d|@)(?![\\p{L}])|,? ?\\d)`,
].map((source) => new RegExp(source, "giu"));
/** "thurs eve 7pm", "Sun arvo": behind a day and in front of its hour, a part of the day; without "pm", the eve of Friday may be Thursday. */
const SHORT_PARTS: readonly (readonly [RegExp, string])[] = (
  [
    ["eve", "evening"],
    ["aft", "afternoon"],
    ["morn", "morning"],
  ] as const
).map(([short, long]) => [
  new RegExp(
    `(?<=(?<!\\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|weds?|thu(?:rs?)?|mon|fri|sat|sun|tomorrow|this) )${short}\\.?(?=,? ?(?:at |@ ?)?\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m)`,
    "giu",
  ),
  long,
]);
/** "dont record": without its apostrophe, where it asks for something. */
const WITHOUT_APOSTROPHE =
  /(?<!\p{L})dont(?= (?:record|need|require|want|use|enable|turn|send|mail|forget|worry|mind|put|make|ask|let|allow)(?!\p{L}))/giu;
/** "une visio sur le permis": what some call a webinar. */
const VISIO =
  /(?<=(?<!\p{L})(?:une|la|notre|cette) )visio(?:conférence)?(?= (?:sur|de \d|d['’]une|pour|le|à|intitul|nommée|appelée|demain|lundi|mardi|mercredi|jeudi|vendredi)(?!\p{L}))/giu;
const longDay = (day: string): string =>
  [1, 2, 3, 4, 5, 6, 7].map(weekdayName).find((name) => name.slice(0, 3).toLowerCase() === day.slice(0, 3).toLowerCase()) ?? day;

/** A text with what is shortened in it written out: "w/ registration", "10 Dec '26", "third wed". */
export const writeOut = (text: string): string =>
  SHORT_PARTS.reduce(
    (said, [pattern, long]) => said.replace(pattern, long),
    SHORT_DAYS.reduce((said, pattern) => said.replace(pattern, longDay), text),
  )
    .replace(WITHOUT_APOSTROPHE, "don't")
    .replace(VISIO, "webinaire")
    .replace(/(?<![\p{L}\p{N}])w\/o ?(?=\p{L})/giu, "without ")
    .replace(/(?<![\p{L}\p{N}/])w\/(?!(?:th?|f|[cbe])(?!\p{L})) ?(?=\p{L})/giu, "with ")
    .replace(SHORT_YEAR, "$1 20$2")
    .replace(BARE_YEAR, "20$1");
