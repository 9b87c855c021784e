import { findQuotes } from "./quotes.ts";

/** A line of a form: "Name of event: Summer Reading". */
const LINE = /^(?:[-•*–] )?(?!https?:)(\p{L}[\p{L}'’ -]{0,28}?) ?: ?(\S[^\n]*)$/u;
/** What is asked for by name, as far as `intro` phrases of the languages do not hold it. */
const EVENT =
  /^(?:(?:name|title|topic) of (?:the )?(?:event|webinar|session|programme|program|talk)|(?:event|webinar|session|series|programme|program|talk|workshop|course|training) ?(?:name|title|topic)?|what|(?:titel|name|thema) (?:der|des) (?:veranstaltung|webinars|termins|seminars)|(?:veranstaltungs|webinar|seminar)-?(?:titel|name|thema)|was|seminar|reihe|veranstaltungsreihe|quoi|série|cycle|(?:nom|titre|sujet|intitulé) (?:de la |du |de l['’])(?:webinaire|événement|évènement|séance|formation|session)|événement|évènement|webinaire|séance|formation)$/iu;
/** Whether a value is a name, and not a moment, an address or what every webinar is. */
const NO_NAME =
  /@|https?:|^(?:yes|no|ja|nein|oui|non|an? |new |neues? |un |une |zoom|online|webinars?|webinaires?|request|booking|tbc|tbd|n\/a)\b[^\n]{0,12}$|^[\d\s:.,/-]+$/iu;
/** Says when a webinar is: a day or a time in digits, or a day by name. */
const WHEN =
  /\d|(?<!\p{L})(?:tomorrow|today|noon|morgen|heute|demain|midi|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)(?!\p{L})/iu;

/** What the other labels of a form stand for, in words that a sentence has. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:from|starting|first|first (?:date|day|session)|series starts?|starts on)$/iu, "from "],
  [/^(?:until|till|through|last|last (?:date|day|session)|series ends?|ends on)$/iu, "until "],
  [/^(?:du|première séance|à partir du)$/iu, "à partir du "],
  [/^(?:au|jusqu['’]au|dernière séance)$/iu, "jusqu'au "],
  [/^(?:von|ab|vom|erster termin|erstmals|start der reihe)$/iu, "ab dem "],
  [/^(?:bis|bis zum|letzter termin|letztmals|ende der reihe)$/iu, "bis zum "],
  [
    /^(?:held|rhythm|how often|pattern|schedule|frequency|recurrence|cadence|repeats?|häufigkeit|wiederholung|fréquence|récurrence|rythme|périodicité|rhythmus|takt|wie oft|turnus)$/iu,
    "",
  ],
  [/^(?:start time|begins?|starts(?: at)?|kick-?off)$/iu, "Time: "],
  [/^(?:runs for|lasts|lasting|length of (?:session|webinar|event))$/iu, "Duration: "],
];
/** How many dates a series has, by what the number is called in the language of its label. */
const COUNTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:occurrences?|count|number of \p{L}+|sessions|times|total(?: \p{L}+)?|how many(?: \p{L}+)?|repeats?|instances|dates)$/iu, " times"],
  [/^(?:anzahl(?: (?:der )?\p{L}+)?|termine|wie viele|wie viele termine|wiederholungen)$/iu, " Termine"],
  [/^(?:nombre(?: (?:de |d['’])\p{L}+)?|séances|dates|combien(?: (?:de |d['’])\p{L}+)?)$/iu, " séances"],
];
const A_COUNT = /^\d{1,2}$/;
/** "from: 16:00", "to: 16:50": an hour alone. */
const AN_HOUR = /^\d{1,2}(?:[:.h]\d{2})?(?: ?(?:[ap]\.?m\.?|uhr|h))?$/iu;
const FROM_HOUR = /^(?:from|starts?|begins?|von|ab|beginn|de|à partir de|début)$/iu;
const TO_HOUR = /^(?:to|until|till|ends?|finish|bis|ende|à|jusqu['’]à|fin)$/iu;
const SPEAKS_OF_NOTHING = /^(?:where|location|place|venue|platform|type|kind|tool|medium|format|wo|ort|plattform|art|typ|où|lieu|plateforme)$/iu;
const NOWHERE =
  /^(?:(?:on|via|über|auf|sur|par|an?|un|ein|live|the) )*(?:zoom|online|virtual|virtuell|en ligne|remote|distanciel)?(?: ?(?:webinars?|webinaires?|meeting|event|session|link|online|zoom))*\.?$/iu;
/** "WEBINAR REQUEST FORM", "Fwd : cycle de webinaires": the first line of a form, without a value of its own. */
const HEADING =
  /^(?:(?:fwd?|tr|wg|re|aw) ?: ?)*(?:[\p{L}'’-]+ ){0,3}(?:webinars?|webinaires?|webinar-?(?:anfrage|buchung|anmeldung|formular))(?: (?:request|booking|order|form|details|anfrage|buchung))*$/iu;
/** "Title: Bees, date: 3 March, time: 10:00": a form in one line. */
const LISTED =
  /^(?:(?:webinar )?(?:title|topic|name|titel|thema|titre|sujet|nom)) ?: ?[^\n]*[,;|] (?:date|day|when|time|datum|uhrzeit|wann|jour|heure|quand) ?: ?[^\n]*[,;|] \p{L}+(?: \p{L}+)? ?: /iu;
const NEXT_LABEL =
  /[,;|] (?=(?:date|day|when|time|start(?: time| date)?|starts|end(?: time)?|ends|from|to|duration|length|host|passcode|password|registration|recording|panell?ists?|time ?zone|zone|repeats?|frequency|occurrences|count|datum|tag|wann|uhrzeit|zeit|beginn|dauer|kenncode|anmeldung|zeitzone|jour|quand|heure|durée|hôte|code|inscription|fuseau) ?: )/giu;
/** From how many lines of this shape a text is a form. */
const ENOUGH = 2;

/**
 * Rewrites the lines of a form whose labels no phrase knows into words that a sentence has: "Name of event: Bees" puts the name in quotes, "Last: 20 May" is
 * "until 20 May". A text with fewer than two lines "Label: value" is returned as it is.
 */
export const withFormLines = (whole: string): string => {
  const text = LISTED.test(whole) && !whole.includes("\n") ? whole.replace(NEXT_LABEL, "\n") : whole;
  const lines = text.split("\n");
  const read = lines.map((line) => LINE.exec(line));
  if (read.filter((line) => line !== null).length < ENOUGH) return whole;
  const named = nameLine(lines, read);
  const hours = hourLines(read);
  return lines
    .map((line, at) => {
      const [, label = "", value = ""] = read[at] ?? [];
      if (at === named) return `"${value.trim().replace(A_WEBINAR_NAMED, "").replace(ENDS, "")}"`;
      if (at === 0 && named !== null && HEADING.test(line.trim())) return "";
      if (label === "") return line;
      if (SPEAKS_OF_NOTHING.test(label) && NOWHERE.test(value.trim())) return "";
      const counted = A_COUNT.test(value.trim()) ? COUNTS.find(([pattern]) => pattern.test(label)) : undefined;
      if (counted !== undefined) return `${value.trim()}${counted[1]}`;
      if (hours !== null && at === hours.from) return `${value.trim()} - ${(read[hours.to]?.[2] ?? "").trim()}`;
      if (hours !== null && at === hours.to) return "";
      const other = OTHERS.find(([pattern]) => pattern.test(label));
      return other === undefined || !WHEN_OR_LENGTH.test(value) ? line : `${other[1]}${value}`;
    })
    .join("\n");
};

/** The mark at the end of a line is not that of a title; "Inc." keeps its dot. */
const ENDS = /(?<=\p{Ll}{4})[.,;]+$/u;
/** "What: webinar, Budgeting After Divorce" */
const A_WEBINAR_NAMED = /^(?:an? |our |the |ein |une? )?(?:zoom )?webina(?:r|ire)(?:,| on| about|:| [–-]| called| titled| über| zum| sur) +(?=\S)/iu;

/** The lines "from: 16:00" and "to: 16:50". */
const hourLines = (read: readonly (RegExpExecArray | null)[]): { from: number; to: number } | null => {
  const lineOf = (labels: RegExp) => read.findIndex((line) => line !== null && labels.test(line[1] ?? "") && AN_HOUR.test((line[2] ?? "").trim()));
  const [from, to] = [lineOf(FROM_HOUR), lineOf(TO_HOUR)];
  return from === -1 || to === -1 ? null : { from, to };
};

/** The only line that names the event, if no other part of the text is in quotes, and the lines around it say when. */
const nameLine = (lines: readonly string[], read: readonly (RegExpExecArray | null)[]): number | null => {
  const names = read.flatMap((line, at) => (line !== null && EVENT.test(line[1] ?? "") && !NO_NAME.test((line[2] ?? "").trim()) ? [at] : []));
  const titled = titleLine(lines, read);
  if (titled !== null) return titled;
  const [only, ...more] = names;
  if (only === undefined || more.length > 0 || findQuotes(lines.join("\n")).length > 0) return null;
  if (/["“”„«»`]/u.test(lines[only] ?? "")) return null;
  if (read.some((line, at) => at !== only && line !== null && TITLED.test(line[1] ?? ""))) return null;
  const others = read.flatMap((line, at) => (at === only || line === null ? [] : [line[2] ?? ""]));
  // "Event: Bees at 3pm", if no other line names an hour, holds the hour that is meant
  const needs = CLOCK.test(read[only]?.[2] ?? "") ? CLOCK : WHEN;
  return others.some((value) => needs.test(value)) ? only : null;
};

/** The line of the title, if it holds a day or an hour that is not that of the webinar, because other lines name those. */
const titleLine = (lines: readonly string[], read: readonly (RegExpExecArray | null)[]): number | null => {
  const titles = read.flatMap((line, at) => (line !== null && TITLE.test(line[1] ?? "") ? [at] : []));
  const [only, ...more] = titles;
  const value = read[only ?? -1]?.[2] ?? "";
  if (only === undefined || more.length > 0 || HOLDS_MORE.test(value) || findQuotes(lines.join("\n")).length > 0) return null;
  const others = read.map((line, at) => (at === only || line === null ? "" : (line[2] ?? ""))).join("\n");
  const needs = [A_DAY, CLOCK].filter((kind) => kind.test(value));
  return WHEN_OR_LENGTH.test(value) || needs.length > 0 ? ([A_DAY, CLOCK].every((kind) => kind.test(others)) ? only : null) : null;
};
const TITLE = /^(?:title|topic|theme|name|webinar|titel|thema|titre|sujet|thème|intitulé)$/iu;
/** A title is not all that stands in its line. */
const HOLDS_MORE = /@|["“”„«»`]|passcode|password|kenncode|kennwort|mot de passe|regist|anmeldung|inscription|https?:|[;|]/iu;
/** A day by its name or in digits, or how often. */
const A_DAY =
  /\d{4}-\d\d|\d[./]\d|(?<!\p{L})(?:tomorrow|today|heute|morgen|demain|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|march|märz|mars|april|avril|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sep(?:tember|tembre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre)(?!\p{L})/iu;

/** An hour of a day. */
const CLOCK =
  /\d{1,2}[:.h]\d{2}|\d ?(?:[ap]\.?m|uhr|h|hrs|heures?)(?!\p{L})|o['’]clock|(?<!\p{L})(?:noon|midday|mittags?|midi|half|quarter|halb|viertel|quart)(?!\p{L})/iu;

const TITLED = /^(?:title|topic|theme|subject|name|titel|thema|betreff|titre|sujet|thème|objet|intitulé)$/iu;
const WHEN_OR_LENGTH = new RegExp(
  `${WHEN.source}|(?<!\\p{L})(?:hours?|minutes?|stunden?|minuten|heures?|daily|weekly|monthly|fortnightly|täglich|wöchentlich|monatlich|hebdomadaire|mensuel|every|each|jede[nrs]?|chaque|tous|toutes|half|past|quarter)(?!\\p{L})`,
  "iu",
);

/** A mail that is passed on below a note of whoever passes it on. */
const FORWARDED =
  /^([\s\S]{0,200}?)(?:(?<=^|\n)[-_ ]*-{2,}[^\n]*(?:forwarded|weitergeleitet|transféré|original|ursprüngliche|d['’]origine)[^\n]*\n+|(?<=^\s*))((?:(?:from|von|de|sent|gesendet|envoyé|date|datum|to|an|à|cc|subject|betreff|objet) ?: ?[^\n]*\n){2,})(?=\s*\S)/iu;
const SENDER = /^(?:from|von|de) ?: ?/imu;
const SUBJECT = /^(?:subject|betreff|objet) ?: ?[^\n]*$/imu;

/** The headers of a mail that is passed on, without who wrote it and when; its subject alone is kept, in front of the note above it. */
export const withoutHeaders = (text: string): string => {
  if (!text.includes("\n")) return text;
  return text.replace(FORWARDED, (all: string, note: string, headers: string) => {
    const subject = SUBJECT.exec(headers)?.[0];
    const isMail =
      headers.includes("@") || (/^(?:from|von|de) ?: ?[^\d\n]+$/imu.test(headers) && /^(?:to|an|à|sent|gesendet|envoyé) ?: ?/imu.test(headers));
    return SENDER.test(headers) && isMail && subject !== undefined ? `${subject}\n${note.trim() === "" ? "" : `${note.trim()}\n`}` : all;
  });
};
