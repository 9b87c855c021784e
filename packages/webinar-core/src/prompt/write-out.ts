import { weekdayName } from "./calendar.ts";
import { foldText, Prefilter } from "./prefilter.ts";

/** "10-Dec-26", "10 Dec '26" */
const SHORT_YEAR =
  /((?<![\p{L}\p{N}])\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}(?=-)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)?(?= ?['’]))(?:-| ?['’])(\d{2})(?![\p{L}\p{N}])/giu;

/** "17 jun 27 Irrigation consents", "06 May 27 - Touchline": a year in two digits, where nothing behind it is counted. */
const BARE_YEAR =
  /(?<=(?<![\d:.])\d{1,2}(?:st|nd|rd|th)? (?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)\p{L}{0,6}\.? )(2[6-9]|3\d)(?=\s*(?:$|[;\n]|[-–—:,] |(?!(?:Ways|Days|Tips|Steps|Reasons|Ideas|Things|Minutes|Mins|Rules|Questions|People|Places)(?!\p{L}))\p{Lu}\p{L}))/gu;

/** "March twenty twenty-seven", "März zweitausendsiebenundzwanzig", "mars deux mille vingt-sept": what stands behind the twenty is one of these. */
const ONES: readonly (readonly string[])[] = [
  "one two three four five six seven eight nine".split(" "),
  "ein zwei drei vier fünf sechs sieben acht neun".split(" "),
  ["et un", "et-un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
];
const [ENGLISH, GERMAN, FRENCH] = ONES.map((words) => words.join("|"));
const YEAR_IN_WORDS = new RegExp(
  `(?<!\\p{L})(?:(?:twenty[- ]twenty|two thousand(?: and)? twenty)[- ](${ENGLISH})|(?:zweitausend|zwanzig)(${GERMAN})undzwanzig|deux mille vingt[- ](${FRENCH}))(?!\\p{L})`,
  "giu",
);
const BEHIND_A_DAY =
  /(?<!\p{L})(?:jan|feb|mär|maerz|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aoû|aou|sep|oct|okt|nov|dec|déc|dez|fév|fev)\p{L}{0,6}\.?(?: (?:the )?[\p{L}\d-]+(?:st|nd|rd|th))?,? (?:in )?$/iu;
const onesOf = (words: readonly (string | undefined)[]): number =>
  words.reduce((sum, word, tongue) => {
    const at = ONES[tongue]?.indexOf(word?.toLowerCase() ?? "") ?? -1;
    return at === -1 ? sum : tongue === 2 ? Math.max(at, 1) : at + 1;
  }, 0);
/** Looked for first: hardly a text names a year in words. */
const MAY_NAME_YEAR = /twenty|zwanzig|vingt/i;
const withYears = (text: string): string =>
  !MAY_NAME_YEAR.test(text)
    ? text
    : text.replace(YEAR_IN_WORDS, (all: string, en?: string, de?: string, fr?: string, ...[at]: unknown[]) =>
        BEHIND_A_DAY.test(text.slice(0, Number(at))) ? `202${onesOf([en, de, fr])}` : all,
      );

const DAY = "(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)";
/** "third wed of every month", "weds next week": where nothing but a day can stand. */
const SHORT_DAYS = [
  `(?=[fmstw])(?<!\\p{L})${DAY}\\.?(?= (?:(?:next|this) week|arvo|eve)(?!\\p{L}))`,
  `(?=[fmstw])(?<=(?<!\\p{L})(?:first|second|third|fourth|last|every|each|alternate|other|1st|2nd|3rd|4th) )${DAY}\\.?(?=,? (?:of|in|every|each|monthly|at|from|until|\\d|@)(?![\\p{L}])|,? ?\\d)`,
].map((source) => new RegExp(source, "giu"));
const UNIT =
  "(?:days?|weeks?|months?|hours?|minutes?|mins?|fortnight|tagen?|wochen?|monat(?:en)?|stunden?|minuten|jours?|semaines?|mois|heures?)(?!\\p{L})";
const STEM = "(?:mon|tue|wed|thu|fri|sat|sun)";
/** Words as they are typed in haste, by what they stand for. */
export const HASTY: readonly { source: string; pattern: RegExp; word: string }[] = (
  [
    [`(?<!\\p{L})(?:e(?!very)[very]{2,5}|evry|eveyr)(?= (?:other |second |single |\\d{1,2} )?(?:${STEM}|day|week|month|morning|evening))`, "every"],
    ["(?<!\\p{L})upto(?= (?:\\d|the |and |jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))", "up to"],
    ["(?<!\\p{L})(?:tonite|2nite|2night|tonigt|tnite)(?!\\p{L})", "tonight"],
    ["(?<!\\p{L})(?:wkly|weely|weekyl)(?!\\p{L})", "weekly"],
    ["(?<!\\p{L})(?:mthly|mnthly|montly)(?!\\p{L})", "monthly"],
    ["(?<!\\p{L})(?:tmw|tmrrw|tmrw|tmoro|tomoz|tomo|2moro|2mrw|tomrw|tomorro|tommorow)(?!\\p{L})", "tomorrow"],
    ["(?<=(?<!\\p{L})hours?) (?:n|&|\\+)(?= (?:a half|a quarter|half|three[- ]quarters))", " and"],
    ["(?<!\\p{L})(?:abuot|abotu|aobut|abbout)(?!\\p{L})", "about"],
    ["(?<!\\p{L})sorry 4(?= (?:the|this|that|being|short)(?!\\p{L}))", "sorry for"],
    ["(?<=(?<!\\p{L})(?:each|every|of the|per|a) )mth(?!\\p{L})", "month"],
    ["(?<=(?<!\\p{L})(?:sched|schedule|book|do|make|set up|this|it) )4(?= (?:me|us|them)(?!\\p{L}))", "for"],
    ["(?<!\\p{L})frm(?= (?:\\d|the \\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)))", "from"],
    // "für sa 10 uhr"
    ...(["mo montag", "di dienstag", "mi mittwoch", "do donnerstag", "fr freitag", "sa samstag", "so sonntag"] as const).map(
      (pair): [string, string] => {
        const [short = "", long = ""] = pair.split(" ");
        return [
          `(?<=(?<!\\p{L})(?:für|am|ab|(?<!(?<!\\p{L})(?:mo|di|mi|do|fr|sa|so)\\.? )bis|vom|von|zum|nächsten|kommenden|diesen) )${short}\\.?(?=,? (?:(?:um |ab )?\\d{1,2}(?:[:.]\\d\\d)? ?(?:uhr|h)(?!\\p{L})|\\d{1,2}\\.(?!\\d\\d)))`,
          long,
        ];
      },
    ),
    ["(?<!\\p{L})(?:wot|wat)(?= (?:about|if)(?!\\p{L}))", "what"],
    ["(?<!\\p{L})nxt(?= (?:week|month|year|mon|tue|wed|thu|fri|sat|sun))", "next"],
    ["(?<=(?:\\d|next|this|every|each|other|one|two|three|four|five|six|eight|ten) )wk(s?)(?!\\p{L})", "week$1"],
    ["(?<!\\p{L}|\\d )(?:1|un) (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) sur (?:2|deux)(?!\\d)", "un $1 sur deux"],
    ["(?<!\\p{L})(?:ts|tt) (?=les (?:lun|mar|mer|jeu|ven|sam|dim|jours|matins|soirs|mois|deux))", "tous "],
    [
      "(?<!\\p{L})(?:jdn|jed|jeen|jedn)(?= (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monat|tag|morgen|abend)(?!\\p{L}))",
      "jeden",
    ],
    // "ppl must register": within a name it stays
    [
      "(?<!\\p{L})ppl(?= (?:must|should|need|have to|can|may|will|register|automatically)(?!\\p{L}))|(?<=(?:approve|let|accept|admit) )ppl(?!\\p{L})",
      "people",
    ],
    // "über morgen um 9 Uhr", "apres demain 9h": without its joint, the day would be tomorrow
    [
      "(?<!\\p{L})(?:über|ueber|uber) ?-?morgen(?=(?: früh| vormittag| mittag| nachmittag| abend)?,? (?:um |ab |gegen )?(?:\\d|halb|viertel))",
      "übermorgen",
    ],
    ["(?<!\\p{L})apr[eè]s[ -]demain(?!\\p{L})", "après-demain"],
    // "1 semaine sur 2", "une séance par semaine"
    ["(?<!\\p{L}|\\d )(?:1|une) semaine sur (?:2|deux)(?!\\d)", "une semaine sur deux"],
    ["(?<!\\p{L}|\\d )(?:1|une) (?:session|séance|fois|rencontre|édition) par (semaine|mois)(?!\\p{L})", "chaque $1"],
    ["(?<!\\p{L})wk[- ]?days(?!\\p{L})", "weekdays"],
    [`(?<=(?<!\\p{L})${STEM}[a-z]{0,6} )eves(?!\\p{L})`, "evenings"],
    [`(?<=(?<!\\p{L})(?:every|each) )2nd(?= (?:day|week|month|${STEM}))`, "second"],
    // "weekdays 7:30am, 5 days, starting Monday"
    [
      "(?<=,? )(?<!(?:for|of|in|within|the|next|first|last) )(?=(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:days|weeks),? (?:start|from|beginn|commenc)\\p{L}*(?!\\p{L}))",
      "for ",
    ],
    [
      "(?<!\\p{L})(?:wd|wld|cd|cld|cud|wud) (?:u|you)(?= (?:mind|please|pls|put|pop|set|book|schedule|add|make|do|get|stick|be)(?!\\p{L}))",
      "could you",
    ],
    ["(?<=(?<!\\p{L})(?:un|le|notre|ce|1) )webi(?!\\p{L})", "webinaire"],
    ["(?<!\\p{L})tägl\\.?(?!\\p{L})", "täglich"],
    ["(?<!\\p{L})wöchtl?\\.?(?!\\p{L})", "wöchentlich"],
    ["(?<!\\p{L})monatl\\.?(?!\\p{L})", "monatlich"],
    ["(?<!\\p{L})sry(?= (?:for|about|its|it['’]s)(?!\\p{L}))", "sorry"],
    // "a webinar 4 chair yoga"
    [
      `(?<=(?<!\\p{L})(?:webinar|session|training|slot) )4(?= (?:the |our |my |a )?(?!${UNIT}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|pm|am|hrs?|of|is|at|on|by|to|for|in|and|times|sessions)(?:[a-z]*)(?!\\p{L}))\\p{Ll}{3})`,
      "for",
    ],
    // "mon n thu", "tues ’n’ thurs"
    [`(?<=(?<!\\p{L})${STEM}[a-z]{0,6}\\.?) (?:n|nd|['’]n['’]?|n['’])(?= ${STEM})`, " and"],
    // "in exactly three weeks"
    [
      `(?<!\\p{L})(?:exactly|precisely|genau|exakt|exactement|précisément|juste) (?=(?:in |dans )?(?:\\d+|\\p{L}+)(?: \\p{L}+)? ?${UNIT})|(?<=(?<!\\p{L})(?:in|dans|for|für|pendant) )(?:exactly|precisely|genau|exakt|exactement|précisément) (?=\\d|\\p{L}+ ${UNIT})`,
      "",
    ],
    // "thurs eve 7pm": without "pm", the eve of Friday may be Thursday
    ...(["eve evening", "aft afternoon", "morn morning"] as const).map((pair) => {
      const [short = "", long = ""] = pair.split(" ");
      return [
        `(?<=(?<!\\p{L})(?:${STEM}[a-z]{0,6}|tomorrow|this) )${short}\\.?(?=,? ?(?:at |@ ?)?\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m)`,
        long,
      ] as const;
    }),
    // without its apostrophe, where it asks for something
    [
      "(?<!\\p{L})dont(?= (?:(?:actually|really|even|pls|please|bother to) )?(?:record|need|require|want|use|enable|turn|send|mail|forget|worry|mind|put|make|ask|let|allow)(?!\\p{L}))",
      "don't",
    ],
    // "c pour Secourisme de base"
    ["(?<=(?:^|[\\n,;.!?] ?))c(?= (?:pour|sur|à propos)(?!\\p{L}))", "c'est"],
    // what some call a webinar
    [
      "(?<=(?<!\\p{L})(?:une|la|notre|cette) )visio(?:conférence)?(?= (?:sur|de \\d|d['’]une|pour|le|à|intitul|nommée|appelée|demain|lundi|mardi|mercredi|jeudi|vendredi)(?!\\p{L}))",
      "webinaire",
    ],
  ] as const
).map(([source, word]) => ({ source, pattern: new RegExp(source, "giu"), word }));
const prefilter = new Prefilter("hasty", HASTY);
const withoutHaste = (text: string): string =>
  prefilter.select(foldText(text)).reduce((said, { item: { pattern, word } }) => said.replace(pattern, word), text);

const longDay = (day: string): string =>
  [1, 2, 3, 4, 5, 6, 7].map(weekdayName).find((name) => name.slice(0, 3).toLowerCase() === day.slice(0, 3).toLowerCase()) ?? day;

/** What a webinar may be with or without; in a name, "w/" stays as it is: "calf scours w/ the vet". */
const SET =
  "(?:(?:an?|the|no|my|our|open|live|auto\\p{L}*|manual|cloud|local|required|mandatory|two|three|\\d+) ){0,2}(?:reg(?:istration|o)?|sign[- ]?ups?|pass(?:code|word)?|pw|pwd|pin|code|rec(?:ording)?|cloud|hosts?|co-?hosts?|alt(?:ernat(?:iv)?e)?|panel?l?ists?|q ?(?:&|and|\\+|n) ?a|qa|questions|practi[cs]e|approval|speakers?|guests?)(?!\\p{L})";
const WITHOUT = new RegExp(`(?<![\\p{L}\\p{N}])w/o ?(?=${SET})`, "giu");
const WITH = new RegExp(`(?<![\\p{L}\\p{N}/])w/ ?(?=${SET}|[\\w.+-]+@)`, "giu");
const SHOULD = /(?=sh)(?<!\p{L})shl?d(?= (?:do|be|take|last|suffice)(?!\p{L}))/giu;
const SLASHED = /w\//i;
/** A year in two digits, for which alone the long patterns look. */
const MAY_BE_SHORT_YEAR = /[-'’]\d\d(?!\d)/;
const MAY_BE_BARE_YEAR = / (?:2[6-9]|3\d)(?!\d)/;

/** A text with what is shortened in it written out: "w/ registration", "10 Dec '26", "third wed". */
export const writeOut = (text: string): string => {
  const long = SHORT_DAYS.reduce((said, pattern) => said.replace(pattern, longDay), withoutHaste(withYears(text)));
  const joined = SLASHED.test(long) ? long.replace(WITHOUT, "without ").replace(WITH, "with ") : long;
  const should = joined.replace(SHOULD, "should");
  const dated = MAY_BE_SHORT_YEAR.test(should) ? should.replace(SHORT_YEAR, "$1 20$2") : should;
  return MAY_BE_BARE_YEAR.test(dated) ? dated.replace(BARE_YEAR, "20$1") : dated;
};
