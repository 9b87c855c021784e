import { distance } from "fastest-levenshtein";
import { isClauseThere } from "./clause.ts";
import type { Found, Language } from "./facts.ts";
import type { Piece } from "./left-out.ts";
import { HIDDEN } from "./pattern.ts";
import { cityZone, isPlainWord } from "./places.ts";
import { findRequestIn, saysWhoHosts } from "./request-doubts.ts";
import { type Fault, isDay, isTime, type Sentence } from "./sentence.ts";
import { isOwnWord } from "./slips.ts";
import { noteOther } from "./topic-reading.ts";
import { TAKES_A_PARTICLE } from "./trim-piece.ts";

/** What a topic that is not in quotes holds, and that may say something of the webinar. */
interface Doubts {
  /** What is too likely meant otherwise to be read. */
  faults: Fault[];
  /** What stays in the topic, for the preview. */
  notes: string[];
}

const QUOTE = "Put the topic in quotes if it belongs there.";
const SETTINGS = "A sentence can set passcode, registration, approval, alternative hosts, panelists, recording, practice session and Q&A.";
/** Behind the first part of a topic, what turns something on or off, or says who may come. */
const SWITCH =
  /^(?:\p{L}[\p{L}&-]* ){1,3}(?:(?<!ing )(?<!(?:carry|move|hold|go|come|log|early|later|hands|head|moved|goes|live|lives|read) )on|off|enabled|disabled|activated|deactivated|required|mandatory|compulsory|needed|allowed|muted|locked|only|an|aus|nötig|erforderlich|aktiviert|deaktiviert|erlaubt|activée?s?|désactivée?s?|obligatoires?|requise?s?)$/iu;
const NUMBERED =
  /(?:^|\s)(?:parts?|chapters?|vol(?:ume)?|episodes?|levels?|sessions?|weeks?|phases?|steps?|no|nr|years?|grades?|class|modules?|units?|sections?|version|round|day|teil|folge|kapitel|partie|épisode|tome)\.? ?\d+$/iu;
/** "45", "1h 15", "10 to 11", "lasts 45", "1 1/2 Stunden" */
const NUMBER_ALONE =
  /^(?:\p{L}+ ){0,2}[\d¼½¾][\d¼½¾/:.,\s-]*(?:(?:h|hr|hrs|mn|m|min|mins|std|stunden?|hours?|uhr|to|till|until|bis|à)?\.? ?\d{0,2}['’′]?)$/iu;
const STATES =
  /(?<!\p{L})(?:cancell?ed|postponed|rescheduled|tb[cda]|provisional|tentative|to be confirmed|abgesagt|verschoben|annulée?|reportée?)[)\]]?$|^\(?(?:tb[cd]|provisional|tentative)\)/iu;
const PEOPLE_COUNTED =
  /(?<!\p{L})(?:max(?:imum)?\.? |up to )?\d+ (?:people|persons?|attendees|participants|guests|seats|places|personen|teilnehmer\p{L}*|personnes|participants)(?!\p{L})/iu;
const PERSON =
  /(?<!\p{L})(?:with|by|for|feat\.?|featuring|mit|von|für|avec|par|pour) ((?:(?:Dr|Prof|Mr|Mrs|Ms|Mme|M)\.? )?\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2})$/u;
const FIRST_IN_CAPITALS = /^\S+(?: \p{Ll}\S*)*? (?:with|by|for|feat\.?|featuring|mit|von|für|avec|par|pour) /u;
/** "fleet update with passcode" */
const ADDS = / (?:with|plus|needs|needing|without|mit|avec|sans) (?:an? |eine[mr]? |une? )?(\S+(?: \S+)?)$/iu;
/** "pop fleet update in the diary" */
const ASKS_OFFHAND = /^(?:get|pop|stick|put|squeeze|slot|drop|throw|chuck|bung) (.+)$/iu;
/** "10am sharp fleet update", "fleet update needs a webinar" */
const BEGINS_LOOSELY = /^(?:sharp|prompt|exactly|on the dot|onwards|start) (.+)$/iu;
const ENDS_LOOSELY = /^(.+) needs?$/iu;
const WEBINAR_INSIDE = /^(.*\S) webina(?:r|ire),? (?!(?:on|about|series|hosts?|for)(?!\p{L}))\S/iu;
const BEGINS_WITH_DAY =
  /^(?:20[2-9]\d|january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|januar|februar|juni|juli|oktober|dezember|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s*[:–—,-]\s| (?:and|und|et|or|oder|ou) (?:january|february|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\p{L}))/iu;
/** "1hr20 bees", "at least an hour bees", "60-90 min bees" */
const BEGINS_WITH_LENGTH =
  /^(?:(?:at (?:least|most)|about|around|less than|more than|under|over|up to|mindestens|höchstens|etwa|ca\.?|au moins|environ) )?(?:an? (?:hour|hr)|hour and|\d[\d.,/¼½¾x×–-]*(?: ?[¼½¾]|(?: 1\/2))? ?(?:h|hrs?|hours|min|mins|minutes|std|stunden?|minuten|heures)\d*)(?![\p{L}\p{N}])/iu;
/** Words for a day, a time, a length or a rhythm that have no other sense; within a topic they are pointed out. */
const SURE_TIME =
  /(?<![\p{L}\p{N}])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december|tomorrow|tonight|today|\d{1,2}:\d{2}|\d{1,2} ?[ap]m|\d{1,2}(?:st|nd|rd|th)|\d+[- ]?(?:h|hrs?|hours?|min|mins|minutes?|days?|weeks?|months?)|week \d+|daily|weekly|monthly|quarterly|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|juni|juli|oktober|dezember|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|juin|juillet|août|octobre|décembre)(?![\p{L}\p{N}])/iu;

/**
 * Looks for what a topic should not hold: a misspelled setting, a switch, a number alone, a zone, a person, a time; unless it is behind "called", for words
 * of a request, too, and for a clause, unless it is clear what belongs to it.
 */
export const findDoubts = (
  topic: Piece,
  { isNamed, isClear = false }: { isNamed: boolean; isClear?: boolean },
  facts: readonly Found[],
  dropped: readonly Found[],
  { masked, language }: Sentence,
): Doubts => {
  const { text } = topic;
  const faults: Fault[] = [];
  const notes: string[] = [];
  const refuse = (said: string, why: string, hint: string) => faults.push({ message: `"${said}" ${why}`, hint, at: topic });
  const [first = "", ...later] = partsOf(text);
  for (const part of later) judgePart(part, language, refuse);
  if (!isNamed && LISTS_PEOPLE.test(text))
    refuse(text, "may name somebody who takes part", 'Say "host ada@example.com" or "panelist ada@example.com", or leave the names out.');
  const asked = isNamed || isClear ? null : findRequestIn(topic, /:\s*$/.test(masked.slice(0, topic.from)));
  if (asked !== null) refuse(text, asked, QUOTE);
  else if (
    !isNamed &&
    !isClear &&
    isClauseThere(
      topic,
      masked,
      facts.some(({ fact, to }) => fact.kind === "intro" && fact.rank === 2 && to <= topic.from && /^[\s:]*$/.test(masked.slice(to, topic.from))),
    )
  )
    faults.push({ message: `the topic is not clear: "${text}" is a part of a sentence`, hint: "Put it in quotes.", at: topic });
  if (!isNamed && /^(?:of \p{L}|[/&+])/iu.test(text)) refuse(text, "begins in the middle of a name", QUOTE);
  // a name behind the last sentence of a mail signs it
  if (
    !isNamed &&
    SIGNS.test(text) &&
    /^[\s.!]*$/.test(masked.slice(topic.to)) &&
    GREETED.test(masked) &&
    /[.!?\n]\s*$/.test(masked.slice(0, topic.from))
  )
    refuse(text, "may be who signs", QUOTE);
  // "14 Uhr Ostküstenzeit, bees"
  if (!isNamed && later.length > 0 && NAMES_A_ZONE.test(first) && isBehindTime(topic, facts, masked))
    refuse(first, "may be a time zone", 'Say "New York time" if it is, and put the topic in quotes.');
  // "9am for Kolkata, bees"
  const place = first.replace(/^(?:for|in|from|für|aus|à|pour) /i, "");
  if (!isNamed && later.length > 0 && cityZone(place) !== undefined && !isPlainWord(place) && isBehindTime(topic, facts, masked))
    refuse(place, "may be a time zone", 'Say "New York time" if it is, and put the topic in quotes.');
  for (const word of text.match(/\p{L}{9,}/gu) ?? []) {
    const term = findFarTerm(word.toLowerCase(), language);
    if (term !== undefined) refuse(word, `was not understood; it may be ${term}`, `Write it as ${term}, or put the topic in quotes.`);
  }
  const added = ADDS.exec(text)?.[1];
  if (added !== undefined && language.settingWords.exec(added)?.[0] === added)
    refuse(text, "ends with a setting that was not understood", `${SETTINGS} ${QUOTE}`);
  if (STATES.test(text)) refuse(text, "may say that it is not certain or not to be", QUOTE);
  if (/^\d{1,2}$/.test(text) && !isNamed) refuse(text, "is a number, and no topic", QUOTE);
  if (!isNamed && BEGINS_WITH_LENGTH.test(text))
    refuse(text, "begins with what may be the length", 'Say it as "45 minutes" or "1.5 hours", or put the topic in quotes.');
  if (!isNamed && BEGINS_WITH_DAY.test(text)) refuse(text, "begins with a day, a month or a year that was not understood", QUOTE);
  if ((text.match(/[([]/g)?.length ?? 0) < (text.match(/[)\]]/g)?.length ?? 0)) refuse(text, "has a bracket that belongs to something else", QUOTE);
  if (/^no \S/i.test(text) && /^\s*webina(?:r|ire)/i.test(masked.slice(topic.to)))
    refuse(`${text} webinar`, "may say that there is to be no webinar", QUOTE);
  // "Taco Tuesday, 15 December": a weekday in front of its date ends the name, or begins the date
  const next = facts.find(({ from }) => from >= topic.to && from - topic.to < 2);
  if (next?.fact.kind === "weekday" && !/ /.test(next.said) && /^ *,/.test(masked.slice(next.to)))
    notes.push(noteOther(text, `${text} ${next.said}`));
  const particle = /^(on|in|off|out|up) /i.exec(facts.find(({ from }) => from >= topic.to && from - topic.to < 3)?.said ?? "")?.[1];
  if (particle !== undefined && /ing$/.test(text) && TAKES_A_PARTICLE.test(text.split(" ").at(-1) ?? ""))
    notes.push(noteOther(text, `${text} ${particle}`));
  if (isNamed) return { faults, notes };
  const inside = WEBINAR_INSIDE.exec(text)?.[1]?.replace(/[\s:,–-]+(?:an?|the|our|eine?|une?)?$/iu, "");
  if (inside !== undefined) notes.push(noteOther(text, inside));
  const offhand = /^\W*$/.test(masked.slice(0, topic.from)) ? ASKS_OFFHAND.exec(text)?.[1] : undefined;
  const rest =
    offhand ??
    (/ for $/i.test(masked.slice(0, topic.from)) ? /^[^:]{2,30}: (.+)$/.exec(text)?.[1] : undefined) ??
    BEGINS_LOOSELY.exec(text)?.[1] ??
    ENDS_LOOSELY.exec(text)?.[1];
  if (rest !== undefined) notes.push(noteOther(text, rest));
  const person = PERSON.exec(text);
  if (person !== null && FIRST_IN_CAPITALS.test(text) && cityZone(person[1] ?? "") === undefined)
    notes.push(`"${person[0]}" is kept in the topic: say "hosted by ${person[1]}" to name the host.`);
  const name = later.at(-1);
  if (name !== undefined && language.hasPlainNouns && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(name) && !/\p{Lu}/u.test(first))
    notes.push(`"${name}" is kept in the topic: say "hosted by ${name}" to name the host.`);
  const link = /https?:\/\/\S+|www\.\S+/i.exec(text)?.[0];
  if (link !== undefined) notes.push(`"${link}" is kept in the topic.`);
  const { beside, near } = placesIn(topic, facts, masked);
  if (beside !== undefined)
    refuse(beside, "may be a time zone, or a part of the topic", 'Say "New York time" if it is the zone, and put the topic in quotes.');
  for (const place of near) notes.push(`"${place}" is kept in the topic, and not taken as the time zone.`);
  const setting = language.settingWords.exec(first)?.[0];
  if (setting !== undefined) notes.push(`"${setting}" is kept in the topic, and sets nothing.`);
  const counted = PEOPLE_COUNTED.exec(text)?.[0];
  if (counted !== undefined) notes.push(`"${counted}" is kept in the topic, and sets nothing.`);
  const said = dropped.find(
    (one) =>
      one.from >= topic.from && one.to <= topic.to && (isDay(one) || isTime(one) || one.fact.kind === "refused" || SPEAKS_OF_TIME.has(one.fact.kind)),
  )?.said;
  const time = said ?? SURE_TIME.exec(text)?.[0];
  if (time !== undefined) notes.push(`"${time}" is kept in the topic, and is neither the day nor the time.`);
  const number = /\s(\d{1,2}[05])$/.exec(first)?.[1];
  if (number !== undefined && time === undefined && !NUMBERED.test(first))
    notes.push(`"${number}" is kept in the topic: say "${number} minutes" if it is the length.`);
  return { faults, notes };
};

const partsOf = (text: string): string[] => text.split(/\s*[,;(|]\s*|\s+[-–—/]\s+/).map((part) => part.replace(/[\s).:!?]+$/u, ""));

/** What was cut off a topic, and may be a setting, a person, a number or a zone: "…, waiting room on". */
export const findDoubtsCutOff = (whole: Piece, kept: string, language: Language): Fault[] => {
  const faults: Fault[] = saysWhoHosts(whole.text) ? [{ message: `"${whole.text}" may say who hosts`, hint: QUOTE, at: whole }] : [];
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(whole.text)?.[0];
  if (email !== undefined && !kept.includes(email))
    faults.push({ message: `it does not say what ${email} is`, hint: "Say host, alternative host or panelist before an address.", at: whole });
  for (const part of partsOf(whole.text))
    if (!kept.includes(part)) judgePart(part, language, (said, why, hint) => faults.push({ message: `"${said}" ${why}`, hint, at: whole }));
  return faults;
};

const SIGNS = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u;
/** A hidden greeting or head of a mail begins it. */
const GREETED = new RegExp(`^${HIDDEN}{3}`);
const NAMES_A_ZONE =
  /^(?:zulu|local|standard|daylight|summer|winter)$|^(?:\p{L}[\p{L}.'’-]* ){1,3}(?:time|zeit)$|\p{L}(?:orts|küsten|sommer|winter|normal|standard|landes)zeit$|^(?:heure|zeit) \p{L}|^time in /iu;
const LISTS_PEOPLE =
  /^(?:panell?ists?|speakers?|presenters?|moderators?|hosts?|guests?|panélistes?|intervenante?s?|animat(?:eur|rice)s?|hôtes?|referent(?:en|in|innen)?|moderation|gastgeber(?:in)?|gäste|podium) ?: ?(?:(?:Dr|Prof|Mme?|Mr|Ms|Mrs)\.? )?\p{Lu}\p{Ll}/iu;

/** Only marks and small words stand between the topic and a time in front of it. */
const isBehindTime = ({ from }: Piece, facts: readonly Found[], masked: string): boolean =>
  facts.some((one) => isTime(one) && one.to <= from && /^[\s,(]*(?:for|in|from|für|à|pour)? ?$/i.test(masked.slice(one.to, from)));

const SPEAKS_OF_TIME = new Set(["length", "rhythm", "times", "span"]);

/** What stands behind the first comma of a topic, and may say something of the webinar. */
const judgePart = (part: string, { settingWords }: Language, refuse: (said: string, why: string, hint: string) => void): void => {
  const count = part.split(/\s+/).length;
  if (part === "") return;
  if (SWITCH.test(part)) refuse(part, "may be a setting that was not understood", `${SETTINGS} ${QUOTE}`);
  else if (count <= 5 && settingWords.test(part)) refuse(part, "may be a setting that was not understood", `${SETTINGS} ${QUOTE}`);
  else if (ROLE.test(part) || LED_BY.test(part))
    refuse(part, "may name somebody who takes part", 'Say "host ada@example.com" or "panelist ada@example.com", or leave the names out.');
  else if (NUMBER_ALONE.test(part) && !NUMBERED.test(part) && !/(?<!\d)(?:1\d|20)\d\d$/.test(part))
    refuse(part, "may be a day, a time or a length", 'Say what the number is: "45 minutes", "15 December", "3:30 pm".');
  else if (cityZone(part) !== undefined && !isPlainWord(part))
    refuse(part, "may be a time zone", 'Say "New York time" if it is, and put the topic in quotes.');
};

const ROLE =
  /^(?:with |our |the |and )?(?:co-?hosts?|moderators?|presenters?|speakers?|guests?|trainers?|instructors?|facilitators?|contact|invite|panel|moderation|moderatorin|referent(?:in|en)?|intervenante?s?|animateur|animatrice):? (?:is |are )?\p{Lu}\p{Ll}+/u;
/** "chaired by the matron", "with Dr Lee presenting" */
const LED_BY =
  /^(?:(?:and )?(?:to be |is )?(?:hosted|chaired|run|led|presented|moderated|given|taught|delivered|facilitated) by \S|(?:with )?.+ (?:presenting|hosting|chairing|moderating|facilitating)$|(?:animée?|présentée?|modérée?) par \S|(?:moderiert|geleitet|präsentiert|gehalten) von \S)/u;
const FAR = 10;
/** Two letters off a long term: "registratoins". */
const findFarTerm = (word: string, { terms }: Language): string | undefined =>
  !terms.includes(word) && !isOwnWord(word)
    ? terms.find(
        (term) =>
          term.length >= FAR &&
          term.charAt(0) === word.charAt(0) &&
          Math.abs(term.length - word.length) <= 2 &&
          word !== `${term}s` &&
          distance(word, term) <= 2,
      )
    : undefined;

/** "3pm Paris, agreed", "bees in Toronto": a place in a topic. Directly after the time, it is as likely to be the zone. */
const placesIn = (topic: Piece, facts: readonly Found[], masked: string): { beside: string | undefined; near: string[] } => {
  const gap = facts.filter((one) => isTime(one) && one.to <= topic.from).map((one) => masked.slice(one.to, topic.from));
  const [one = "", two = ""] = topic.text.replace(/^(?:in|from) /i, "").split(/\s+/);
  const first = [`${one} ${two}`, one].map((name) => name.replace(/[\s,:;]+$/, "")).find(isPlace);
  const isBeside = gap.some((text) => /^ +(?:in )?$/.test(text));
  const isNear = gap.some((text) => /^,? +(?:in |from )?$/.test(text));
  const clocks = isBeside ? /^\p{L}+(?: \p{L}+)? time(?= )/iu.exec(topic.text)?.[0] : undefined;
  const last = /(?<!\p{L})(?:in|en|à) (\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?)$/u.exec(topic.text)?.[1];
  return {
    beside: isBeside ? first : undefined,
    near: [clocks, isNear && !isBeside ? first : undefined, last !== undefined && isPlace(last) ? last : undefined].filter(
      (place) => place !== undefined,
    ),
  };
};
const isPlace = (name: string): boolean =>
  /^(?:eastern|central|mountain|pacific|atlantic)$/i.test(name) || (name !== "" && cityZone(name) !== undefined && !isPlainWord(name));
