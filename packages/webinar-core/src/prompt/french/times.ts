import { asWritten, inNight, markEither, toClock } from "../clock.ts";
import { type Clock, type Fact, fixed, type Phrase, phrase, refused } from "../facts.ts";
import { NUMBER, toNumber } from "./days.ts";

const PART = "(?:du matin|de l['’]après-midi|du soir|de la nuit)";
const HOUR =
  "(?:vingt[- ](?:et[- ]une|deux|trois)|vingt|dix-(?:sept|huit|neuf)|treize|quatorze|quinze|seize|douze|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|\\d{1,2})";
const MINUTES: Readonly<Record<string, number>> = {
  cinq: 5,
  dix: 10,
  quinze: 15,
  vingt: 20,
  "vingt-cinq": 25,
  trente: 30,
  "trente-cinq": 35,
  quarante: 40,
  "quarante-cinq": 45,
  cinquante: 50,
  "cinquante-cinq": 55,
};
const MINUTE = "(?:(?:vingt|trente|quarante|cinquante)-cinq|cinq|dix|quinze|vingt|trente|quarante|cinquante)";
const HOURS: Readonly<Record<string, number>> = {
  vingt: 20,
  "vingt et une": 21,
  "vingt-et-une": 21,
  "vingt-deux": 22,
  "vingt deux": 22,
  "vingt-trois": 23,
  "vingt trois": 23,
};
const hourOf = (word: string): number => HOURS[word] ?? toNumber(word);
/** What is counted behind an hour: "à 15h 12 séances". */
const COUNTED =
  "(?:x|séances?|fois|sessions?|dates?|minutes?|min|personnes?|participants?|semaines?|jours?|mois|places?|épisodes?|webinaires?)(?![\\p{L}])";
const H = `(?:\\d{1,2} ?h(?: et demie?| et quart| moins le quart)|\\d{1,2} ?h(?:\\d{2}| \\d{2}(?! ?${COUNTED}))?|${HOUR} heures?(?: (?:et demie?|et quart|moins le quart|${MINUTE}(?! ?${COUNTED})|\\d{1,2}(?! ?${COUNTED})))?|\\d{1,2}:\\d{2}|midi(?: et demie?| et quart| moins le quart)?)`;
const LOOSE = `(?:${H}|\\d{1,2})`;

const readClock = (text: string): Clock | null => {
  const said = text.toLowerCase().trim();
  const extra = /et demie?$/.test(said)
    ? 30
    : /et quart$/.test(said)
      ? 15
      : /moins le quart$/.test(said)
        ? -15
        : (MINUTES[/heures? ([a-z-]+)$/.exec(said)?.[1] ?? ""] ?? 0);
  if (said.startsWith("midi")) return extra < 0 ? toClock(11, 60 + extra, "am") : toClock(12, extra, null, true);
  const digits = /^(\d{1,2})(?: ?(?:heures?|h|:) ?(\d{1,2})?)?/.exec(said);
  const hour = digits ? Number(digits[1]) : hourOf(/^(.+?) heures?/.exec(said)?.[1] ?? said.split(" ")[0] ?? "");
  const minute = digits?.[2] === undefined ? 0 : Number(digits[2]);
  if (hour < 0) return null;
  const isExact = /^0/.test(said);
  return extra < 0 ? toClock(hour === 1 ? 12 : hour - 1, 60 + extra, null, isExact) : toClock(hour, minute + extra, null, isExact);
};
const MIDNIGHT = { message: '"minuit" may be the beginning or the end of a day', hint: "Write 00:00 with its day, or 23:59." };
const time = ([text = "", part]: readonly (string | undefined)[]) => {
  const clock = asWritten(markEither(text, readClock(text)));
  if (clock === null) return null;
  if (part !== undefined && /nuit/i.test(part)) {
    const night = inNight(clock);
    return night === null ? ({ kind: "refused", ...MIDNIGHT } as const) : ({ kind: "time", clock: night } as const);
  }
  const half: Clock["half"] = part === undefined || clock.exact ? clock.half : /matin/i.test(part) ? "am" : "pm";
  return { kind: "time", clock: { ...clock, half } } as const;
};
const endOf = ([text = ""]: readonly (string | undefined)[]): Fact[] | null => {
  const clock = readClock(text);
  return clock === null ? null : [{ kind: "until" }, { kind: "time", clock }];
};
const range = ([from = "", to = ""]: readonly (string | undefined)[]) => {
  const [begins, ends] = [markEither(from, readClock(from)), readClock(to)];
  return begins === null || ends === null ? null : ({ kind: "range", from: begins, to: ends } as const);
};

/** "un atelier d'une heure trente": it is that long. */
const EVENT = "webinaire|séance|session|atelier|conférence|formation|réunion|présentation|cours|visio|rencontre|direct|live|rendez-vous";

/** How times and lengths are said in French. */
export const times: readonly Phrase[] = [
  phrase(`(?:heure de fin|fin) ?: ?(?:à )?(${H})`, endOf),
  // "une heure suffira"
  phrase(
    "(?:,? ?(?:et )?)(une|deux|trois|\\d) ?(?:heures?|h)(?: (et quart|et demie))? (?:suffi\\p{L}+|devrai(?:en)?t suffire|maximum|max|au maximum|c['’]est bien)",
    ([hours = "", part = ""]) => ({
      kind: "length",
      minutes: toNumber(hours) * 60 + (/quart/.test(part) ? 15 : part === "" ? 0 : 30),
    }),
  ),
  // "pour une heure et quart" is that long
  phrase(
    `(?:et )?(?:pendant|durée ?:? ?(?:de )?|durant|dure|pour|(?<=(?:${EVENT}) )(?:de|d['’])) ?(une|deux|trois|quatre|\\d) ?(?:heures?|h) (et quart|et demie|trois quarts)`,
    ([hours = "", part = ""]) => ({ kind: "length", minutes: toNumber(hours) * 60 + (/demie/i.test(part) ? 30 : /trois/i.test(part) ? 45 : 15) }),
  ),
  // "webinaire d'une heure trente"
  phrase(
    `(?<=(?:${EVENT}) )(?:de |d['’])(une|deux|trois|quatre|\\d)(?: heures? (${MINUTE}|\\d{1,2})?| ?h ?(\\d{2})?| heures?)(?! (?:à|jusqu))`,
    ([hours = "", words, digits]) => ({
      kind: "length",
      minutes:
        toNumber(hours) * 60 + (digits !== undefined ? Number(digits) : words === undefined ? 0 : (MINUTES[words.toLowerCase()] ?? Number(words))),
    }),
  ),
  phrase(`(?:(?:à partir de|à|dès|pour|heure ?:) ?)?(${H})(?: (${PART}))?`, time),
  phrase(`entre (${LOOSE}) et (${H})`, range),
  phrase(`de (${LOOSE}) ?(?:à|-|–|jusqu['’]à) ?(${H})`, range),
  phrase(`(?:(?:heure|horaire|horaires|quand) ?: ?)?(?:de )?(${H}) ?(?:à|-|–|—|jusqu['’]à) ?(${H})`, range),
  phrase(`dans (${NUMBER}) (heures?|minutes?)`, ([count = "", unit = ""]) => ({
    kind: "minutes",
    minutes: toNumber(count) * (/^h/i.test(unit) ? 60 : 1),
  })),
  fixed("dans une demi-heure", { kind: "minutes", minutes: 30 }),
  phrase("(le matin|l['’]après-midi|le soir|matin|après-midi|soir)", ([part = ""]) => ({ kind: "part", half: /matin/i.test(part) ? "am" : "pm" }), {
    weak: true,
  }),
  refused(
    "toute la journée|la journée entière|(?:une |la )?demi-journée",
    (said) => `"${said}" names no time and no length`,
    'Name the start and the length: "de 9h à 17h".',
  ),
  refused("(?:à )?minuit", () => MIDNIGHT.message, MIDNIGHT.hint),
  fixed("(?:pendant |durée ?:? ?|d['’]|pour |durant )?(?:une (?:petite )?demi-heure|(?:petite )?demi-heure)", { kind: "length", minutes: 30 }),
  fixed("(?:pendant |durée ?:? ?|d['’]|pour |durant )?(?:une heure et demie|1 ?h ?30)", { kind: "length", minutes: 90 }, { weak: true }),
  fixed("(?:pendant |durée ?:? ?(?:d['’])?|d['’]|durant |dure )(?:une heure et demie|1 ?h ?30)", { kind: "length", minutes: 90 }),
  fixed("(?:pendant |durée ?:? ?(?:d['’])?|d['’]|durant |dure )(?:une heure|1 ?h(?:eure)?)", { kind: "length", minutes: 60 }),
  phrase("(?:(?:pendant|durée ?:? ?(?:de )?|durant|de|pour) ?)?(\\d{1,2}[.,]\\d{1,2}) ?(?:h|heures?)", ([hours = ""]) => ({
    kind: "length",
    minutes: Number(hours.replace(",", ".")) * 60,
  })),
  phrase("(?:et )?(?:pendant|durée ?:? ?(?:de )?|durant|dure|dure environ) ?(\\d{1,2}) ?h ?([0-5]\\d)(?:min)?", ([hours, minutes]) => ({
    kind: "length",
    minutes: Number(hours) * 60 + Number(minutes),
  })),
  phrase(
    "(?<=^|[\\u0001\\n:] ?|(?:planifier|planifie|créer|crée|programmer|réserver|prévoir|prévois) )(\\d{2,3}) ?(?:minutes|min|mn) (?:de |d['’])(?=\\p{L})",
    ([minutes]) => ({
      kind: "length",
      minutes: Number(minutes),
    }),
  ),
  fixed("trois quarts d['’]heure", { kind: "length", minutes: 45 }),
  phrase(`(?:pendant|durée ?:? ?(?:de )?|durant|dure|de|pour) ?(${NUMBER}) (?:heures|h)(?: et demie)?`, ([count = ""], said) => ({
    kind: "length",
    minutes: toNumber(count) * 60 + (/demie$/i.test(said) ? 30 : 0),
  })),
  phrase(
    `(?:(?:ça|cela|ca) (?=dure))?(?:(?:un )?(?:petit|petite|court|courte|rapide) (?:truc|chose|point|créneau|session) (?=de ))?(?:(?:pendant|durée ?:? ?(?:de )?|durant|dure|de|pour) ?)?(\\d{1,4}|${NUMBER}|quarante-cinq|quarante|cinquante|trente|soixante-quinze|soixante-dix|soixante|septante-cinq|septante|quatre-vingt-dix|nonante|quatre-vingts?|huitante|octante) ?(?:minutes?|min\\.?|mn)`,
    ([count = ""]) => ({
      kind: "length",
      minutes:
        {
          "quarante-cinq": 45,
          trente: 30,
          soixante: 60,
          "soixante-quinze": 75,
          "quatre-vingt-dix": 90,
          nonante: 90,
          quarante: 40,
          cinquante: 50,
          "soixante-dix": 70,
          septante: 70,
          "septante-cinq": 75,
          "quatre-vingt": 80,
          "quatre-vingts": 80,
          huitante: 80,
          octante: 80,
        }[count.toLowerCase()] ?? (/^\d+$/.test(count) ? Number(count) : toNumber(count)),
    }),
  ),
];
