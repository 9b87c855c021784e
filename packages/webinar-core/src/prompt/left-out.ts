import type { Found, Language } from "./facts.ts";
import { findFacts } from "./find.ts";
import { isHarmless, speaksOfTime } from "./harmless.ts";
import { HIDDEN } from "./pattern.ts";
import { cityZone, isPlainWord, saidZone } from "./places.ts";
import { type Fault, isDay, isTime, type Sentence } from "./sentence.ts";
import { findUnreadZones } from "./small-zones.ts";
import { ZONE_WORDS } from "./zones.ts";

/** A part of a sentence that is neither understood nor the topic. */
export interface Piece {
  from: number;
  to: number;
  text: string;
}

type Place = { readonly from: number; readonly to: number };

const YEAR = /^20[2-9]\d$/;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const IN_OTHER_WORDS = "Say the day, the time and how often in other words; put the topic in quotes.";
const ZONE = 'Say the zone behind the time: "10:00 UTC", "3pm New York time".';

/** Settings in another of the languages that are read: a sentence may mix them. */
const SETTINGS_ANYWHERE =
  /(?<![\p{L}\p{N}])(?:passcode|registration|recording|anmeldung|registrierung|kenncode|kennwort|passwort|aufzeichnung|fragerunde|inscriptions?|mot de passe|enregistrement|questions?-réponses?)(?![\p{L}\p{N}])/iu;

/** "priya is hosting", "on delphine's account"; "the board is hosting" names nobody of the account. */
const HOSTS =
  /^(?:(?:ok|okay|so|and|but) )*(?!(?:the|our|my|an?|we|they|i|she|he|it|this|that|who|everyone|someone)(?!\p{L}))\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)? (?:is|will be) hosting(?!\p{L})|(?:on|under) (?!(?:my|our|the|your|their)(?!\p{L}))\p{L}+['’]s account(?!\p{L})|^(?:hosted by|host ?:?) (?!(?:the|our|my|an?)(?!\p{L}))\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?$/iu;
/** "Host: grace" */
const IS_HOST = /(?<!\p{L})(?:host(?:ed by)?|gastgeber(?:in)?|hôte|hôtesse) ?: ?$/iu;
const CLOCK = /^(\d{1,2})[:.](\d{2})$/;
/** "record it on the computer": where to record. */
const ON_A_COMPUTER =
  /^(?:on |to |onto |sur |auf )?(?:my |the |our |own |mein\p{L}* |mon |l['’])*(?:computer|laptop|hard drive|ordinateur|ordi|rechner|festplatte)$/iu;
/** "Panelists: Ada, Bo" */
const PANEL = /^(?:with |our |the )?(?:panell?ists?|panélistes?|panelistes?|intervenante?s?|podiumsgäste|referent(?:en|innen)) ?:? ?\p{Lu}\p{Ll}/iu;

const SPEAKS_OF_TIME = new Set(["length", "rhythm", "times", "span", "zone"]);

/** Faults for what looked like a day or a time, was given up, and is neither in the topic nor listed as left out. */
export const findLost = (dropped: readonly Found[], shown: readonly { from: number; to: number }[]): Fault[] =>
  dropped
    .filter((one) => isDay(one) || isTime(one) || SPEAKS_OF_TIME.has(one.fact.kind))
    .filter(({ from, to }) => !shown.some((place) => place.from < to && from < place.to))
    .map((at) => ({ message: `"${at.said}" was not understood, and it speaks of time`, hint: IN_OTHER_WORDS, at }));

/** Faults for what would be left out, and may say another day, time, length, zone or setting, or that no webinar is asked for. */
export const findUnsafe = (pieces: readonly Piece[], topic: Piece | null, facts: readonly Found[], sentence: Sentence): Fault[] => [
  ...pieces.flatMap((piece) => {
    const fault = judgePiece(piece, topic === null ? facts : [...facts, topic], facts, sentence);
    return fault === null ? [] : [{ ...fault, at: piece }];
  }),
  ...findPlacesOfTime(topic, facts, sentence),
  ...findLostMinutes(topic, facts, sentence),
  ...findUnreadZones(sentence.masked, (from, to) => facts.some((one) => one.from < to && from < one.to && one.fact.kind !== "filler")).map((at) => ({
    message: `"${sentence.masked.slice(at.from, at.to)}" names no time zone that we know`,
    hint: ZONE,
    at,
  })),
];

/** "9 Uhr 15 Lawinenkunde", "18 h 30 webinaire": minutes of the time in front, or the first word of what follows. */
const findLostMinutes = (topic: Piece | null, facts: readonly Found[], { masked }: Sentence): Fault[] =>
  facts.flatMap((time) => {
    const said = isTime(time) && /(?:h|uhr)$/iu.test(time.said) ? (/^ ([0-5]\d)(?= \p{L})/u.exec(masked.slice(time.to))?.[1] ?? null) : null;
    if (said === null || facts.some(({ from, to }) => from <= time.to + 1 && time.to + 1 < to)) return [];
    const beginsTopic = topic !== null && topic.from <= time.to + 1 && time.to + 1 < topic.to;
    if (beginsTopic && !/^(?:15|30|45)$/.test(said)) return [];
    const at = { from: time.from, to: time.to + 1 + said.length };
    return [
      { message: `"${said}" behind "${time.said.trim()}" may be its minutes`, hint: "Write the time as 9:15, and put the topic in quotes.", at },
    ];
  });

const judgePiece = (piece: Piece, borders: readonly Place[], facts: readonly Found[], { masked, language }: Sentence): Fault | null => {
  const { text } = piece;
  const quoted = `"${text}" was not understood`;
  const speaksOfPeople = isHarmless(piece, facts, masked, language);
  const [, hours = "", minutes = ""] = CLOCK.exec(text) ?? [];
  if (Number(hours) > 24 || Number(minutes) > 59) return { message: `"${text}" is no time of the day`, hint: "Write the time as 15:30 or 3:30 pm." };
  if (!speaksOfPeople && (speaksOfTime(text, language) || YEAR.test(text)))
    return { message: `${quoted}, and it speaks of time`, hint: IN_OTHER_WORDS };
  if (saysWhen(text, language)) return { message: `${quoted}, and it speaks of time`, hint: IN_OTHER_WORDS };
  if (!(speaksOfPeople && facts.some(({ fact }) => fact.kind === "zone")) && (ZONE_WORDS.test(text) || language.zoneWords.test(text)))
    return { message: `${quoted}, and it names a time zone`, hint: ZONE };
  if (isBareNumber(text, language.numberWords))
    return { message: `${quoted}, and it may be a day, a time or a length`, hint: 'Say what the number is: "45 minutes", "15 December", "3:30 pm".' };
  if (!speaksOfPeople && language.turns.test(text.replace(language.courtesies, " ")))
    return {
      message: `${quoted}, and it may change what the sentence asks for`,
      hint: "Say only what Zoom should do, and leave out what is for people.",
    };
  if (SMALL_ZONE.test(text)) return { message: `${quoted}, and it names a time zone`, hint: ZONE };
  if (namesAPlace(piece, facts, masked)) return { message: `${quoted}, and it may be a time zone`, hint: ZONE };
  if (ON_A_COMPUTER.test(text) && facts.some(({ fact }) => fact.kind === "settings" && fact.settings.recording === "cloud"))
    return { message: `${quoted}, and it is about a setting`, hint: 'Say "record on my computer", or "record to the cloud".' };
  const before = masked.slice(0, piece.from);
  const mayHost = (HOSTS.test(text) && !/(?<!\p{L})(?:the|our|my|an?) $/iu.test(before)) || IS_HOST.test(before);
  if (mayHost && !facts.some(({ fact }) => fact.kind === "host"))
    return { message: `${quoted}, and it may say who hosts`, hint: 'Say "host ada@example.com", or the name as Zoom has it.' };
  if (PANEL.test(text))
    return {
      message: `${quoted}: Zoom invites panelists by e-mail, and somebody stands there without an address`,
      hint: 'Write an address behind each name: "panelists: Ada Lane ada@example.com, bo@example.com".',
    };
  const isSwitched = (text.includes(" ") && SWITCHED.test(text)) || (text.split(" ").length <= 3 && IS_ON.test(masked.slice(piece.to)));
  if (isSwitched || language.settingWords.test(clauseOf(piece, borders, masked)) || SETTINGS_ANYWHERE.test(text))
    return {
      message: `${quoted}, and it is about a setting`,
      hint: 'Say the setting in few words, such as "with registration, passcode tide7, cloud recording", and leave out what is for people.',
    };
  if (NAMES_A_CODE.test(text)) return { message: `${quoted}, and it may be a passcode`, hint: 'Say "passcode tide7", or leave it out.' };
  const owned = facts.find((fact) => isOwned(fact, piece, facts, masked));
  if (owned !== undefined) return { message: `"${owned.said}" may belong to "${text}", which was not understood`, hint: IN_OTHER_WORDS };
  const email = EMAIL.exec(text)?.[0];
  if (email !== undefined) return { message: `it does not say what ${email} is`, hint: "Say host, alternative host or panelist before an address." };
  return null;
};

/** "session pratique activée", "chat enabled", "captions on": something is to be on or off. */
const SWITCHED =
  /(?<!\p{L})(?:enabled|disabled|(?:switched|turned) (?:on|off)|(?:dés)?activée?s?|(?:de)?aktiviert|ein(?:ge|zu)schalte[tn]|aus(?:ge|zu)schalte[tn])(?!\p{L})/iu;
const IS_ON = /^ (?:on|off)(?= ?(?:[,.;+&!)]|$)| (?:and|please|pls|plus|with|alt)(?!\p{L}))/iu;

/** "passwrd is tulip88", "mdp: 4417": something is said to be a word with a digit. */
const NAMES_A_CODE = /^(?:\p{L}+ )?\p{L}+(?: (?:is|ist|lautet|est|=)| ?[:=]) ?(?=\S*\d)[\p{L}\d!#$%&*+-]{4,16}$/iu;

/** Read alone, what is left over says a day, a time, a length or how often: something beside it kept it from being read. */
const saysWhen = (text: string, language: Language): boolean =>
  /\d/.test(text) && findFacts(text, language).some((one) => !one.weak && (isDay(one) || isTime(one) || SPEAKS_OF_TIME.has(one.fact.kind)));

/** "Accra's", "Atlantic" behind a time, "for Toronto": a place in few words that are not used. */
const namesAPlace = ({ text, from }: Piece, facts: readonly Found[], masked: string): boolean => {
  if (cityZone(text) !== undefined && !isPlainWord(text)) return true;
  const words = text.replace(/['’]s$/u, "").split(/[\s,/]+/u);
  if (words.length > 3) return false;
  const isBehindTime = facts.some(
    (one) => isTime(one) && one.to <= from && /^[\s,(]*(?:in |for |at |on |à |en |um )?(?:the )?$/i.test(masked.slice(one.to, from)),
  );
  const bare = words.join(" ");
  if (
    isBehindTime &&
    (saidZone(bare) !== undefined || /^(?:eastern|central|mountain|pacific|atlantic|hawaii|alaska|arizona|newfoundland)$/i.test(bare))
  )
    return true;
  return words.length <= 2 && words.some((word) => /^\p{Lu}/u.test(word) && cityZone(word) !== undefined && !isPlainWord(word));
};

/** The words around a piece up to the next comma or fact: "practise session please" leaves "practise" as the piece. */
const clauseOf = ({ from, to }: Piece, borders: readonly Place[], masked: string): string => {
  const before = masked.slice(Math.max(0, ...borders.filter((one) => one.to <= from).map((one) => one.to)), from);
  const behind = masked.slice(to, Math.min(masked.length, ...borders.filter((one) => one.from >= to).map((one) => one.from)));
  return (CLAUSE_BEFORE.exec(before)?.[0] ?? "") + masked.slice(from, to) + (CLAUSE_BEHIND.exec(behind)?.[0] ?? "");
};
const CLAUSE_BEFORE = new RegExp(`[^\\n,;:.!?${HIDDEN}]*$`);
const CLAUSE_BEHIND = new RegExp(`^[^\\n,;:.!?${HIDDEN}]*`);

/** "aest" away from its hour; "bot" and "cat" are words. */
const SMALL_ZONE = /^(?:aest|aedt|awst|acst|acdt|nzst|nzdt|pst|pdt|cst|cdt|mst|mdt|edt|cet|cest|sgt|hkt|jst|sast|mesz|mez)$/u;
const DIGITS = /\p{N}/gu;
/** "45", "8, 15", "thirty": a number without a noun. A telephone number is longer, unless it is a day as in 20270301. */
export const isBareNumber = (text: string, numberWords: RegExp): boolean => {
  const digits = text.match(DIGITS) ?? [];
  if (digits.length >= 7 && !/^20\d{6}$/.test(text)) return false;
  const rest = text
    .toLowerCase()
    .replace(numberWords, "1")
    .replace(/(?<!\p{L})(?:and|und|et|or|oder|ou|of|von|sur|the|le|les|for|für|pour|is|are|it|will|should|can|must|be)(?!\p{L})/gu, " ");
  return /\p{N}/u.test(rest) && !/[\p{L}£$€%#]/u.test(rest);
};

/** "15 minute break", "a break of 15 minutes", "in the office until 5pm": a length or an end that is that of something else. */
const isOwned = (fact: Found, piece: Piece, facts: readonly Found[], masked: string): boolean => {
  const isLength = fact.fact.kind === "length";
  const isEnd = fact.fact.kind === "until" && facts.some((other) => isTime(other) && other.from >= fact.to && other.from - fact.to < 5);
  if (isLength && (ABOUT.test(piece.text) || OF_A_WEBINAR.test(masked.slice(fact.to)) || SUFFICES.test(piece.text))) return false;
  if (isLength && piece.from < fact.from && IS_AN_EVENT.test(piece.text)) return false;
  if (isLength && piece.from >= fact.to && /^(?: ?-? ?| of | de | d['’])$/.test(masked.slice(fact.to, piece.from))) return true;
  // "people keep ringing, so an hour and a half on 22 April"
  if (isLength && piece.to <= fact.from && /,? (?:so|donc|also|daher)$/iu.test(piece.text)) return false;
  // "hosted by Ada Lane and Bo Lind"
  if (fact.fact.kind === "host" && / (?:and|und|et|&) $/.test(masked.slice(fact.to, piece.from)) && /^\p{Lu}/u.test(piece.text)) return true;
  if (piece.to > fact.from) return false;
  const between = masked.slice(piece.to, fact.from);
  if (isEnd) return /^ *$/.test(between);
  return isLength && !LEADS_A_LENGTH.test(fact.said) && /^ ?(?:of|de|d['’]|von|is|ist|est|takes|dauert|dure|=)? ?$/.test(between);
};
/** "a talk of two hours", "une conférence de 2 heures": what is that long is the webinar. */
const IS_AN_EVENT =
  /(?:^| )(?:talk|workshop|seminar|lecture|presentation|class|training|masterclass|meeting|vortrag|workshop|seminar|schulung|kurs|veranstaltung|sitzung|conférence|formation|atelier|réunion|présentation|cours|rencontre|séance|session|visio)$/iu;
/** "max 45 minutes" is that long. */
const ABOUT =
  /(?:^| )(?:lasts?|it['’]ll|it will|that['’]ll|this will|durer|dure|durera|(?:she|he|we|they|i) (?:has|have|had|got|only has|only have)|gimme|literally|actually|honestly|precisely|barely|yes really|really|donc|also|reicht|reichen|genügt|suffit|suffisent|say|says|said|reckon|guess|think|allow|only|just|nur|lediglich|bloß|bloss|seulement|juste|out|aside|max(?:imum|imal)?|approx(?:imately)?|roughly|around|circa|ca|etwa|rund|ungefähr|höchstens|environ)\.?$/i;
/** "offer a two hour webinar": it is that long, whatever verb stands in front. */
const OF_A_WEBINAR =
  /^[- ](?:long )?(?:\p{L}+ )?(?:webina(?:r|ire)|session|slot|event|talk|chat|call|briefing|discussion|huddle|clinic|workshop|seminar|lecture|presentation|class|training|masterclass|meeting|free|zoom|online|séance|termin)(?!\p{L})/iu;
/** "eine Stunde reicht", "an hour is plenty" */
const SUFFICES =
  /^(?:(?:is|will be|would be|should be|ought to be|should|will|would|ought to|that['’]s|is more than) )?(?:do(?: it| nicely| fine)?|be (?:enough|plenty|fine|ample)|only|enough|plenty|fine|suffice|suffices|sufficient|long enough|ample|right|about right|tops|max|maximum|loads|heaps|grand|good|at (?:the )?most|all we need|reicht(?: (?:aus|völlig|uns|locker|dicke))?|reichen (?:locker|aus|völlig|uns|dicke)|genüg(?:t|en)|sollte(?:n)? (?:reichen|genügen)|reichen|ist genug|suffit|suffira(?:it)?|suffiront|suffisent|devrait suffire|(?:ça |cela )?(?:suffit|suffira|suffirait|devrait suffire)(?: largement| amplement| bien)?|c['’]est bien)(?:,? (?:pls|please|ta|thanks|thx|svp|bitte)(?:, [^\d,]+)?)?[.!]*$/iu;
const LEADS_A_LENGTH =
  /^(?:can|could|lasts?|has only|give (?:it|me|us)|gimme|allow|reserve|for|needs?|wants?|requires?|takes?|during|lasting|length|duration|für|dauer|pendant|durant|durée|pour)/i;

/** Countries with several zones: none is certain. */
const SEVERAL_ZONES =
  /^(?:brazil|canada|usa?|america|australia|russia|indonesia|europe|brasilien|kanada|amerika|australien|russland|brésil|amérique|australie|russie)$/i;

/** Words that look like a zone: "3pm VAT returns". */
const WORDS_WITH_T = new Set(
  "VAT IT ICT NFT CBT MOT IOT GPT CAT PET ECT SAT ACT DBT EMT LGBT UAT MBT SWOT TNT DAT MAT SMT MVT COT BOT HAT WIT NET FIT ART START TEST".split(
    " ",
  ),
);

/** "10am New York crowd": a place right behind a time may be its zone. */
const findPlacesOfTime = (topic: Piece | null, facts: readonly Found[], { masked }: Sentence): Fault[] =>
  facts.filter(isTime).flatMap((time): Fault[] => {
    const behind = /^([\s,(]*(?:in |à |en )?)(\p{L}[\p{L}.'’-]*)(?: (\p{L}[\p{L}.'’-]*))?/u.exec(masked.slice(time.to));
    if (behind === null) return [];
    const [, gap = "", first = "", second = ""] = behind;
    const from = time.to + gap.length;
    const isLand = SEVERAL_ZONES.test(first);
    const isTaken = [...facts, ...(topic === null ? [] : [topic])].some((one) => one.from <= from && from < one.to);
    const place = [`${first} ${second}`.trim(), first].find((name) => cityZone(name) !== undefined && !isPlainWord(name));
    // "3pm WITA", "3pm CAT": an abbreviation that we do not know
    const said = place ?? (isLand || /^[A-Z]{2,4}$/.test(first) ? first : undefined);
    // "3pm XYZT, bees": such a word begins no topic if a mark follows
    const ends = /^\)? *(?:[,;:.)\n–—-]|$)/.test(masked.slice(from + first.length));
    const isAlone = /^[A-Z]{2,5}$/.test(first) && /^ *\(?$/.test(gap) && (ends || (/^[A-Z]{2,4}T$/.test(first) && !WORDS_WITH_T.has(first)));
    // "1pm HR presents "Nine to Five""
    if (!/^[A-Z]{3,}T$/.test(first) && /^ (?:presents|hosts|runs|holds|offers|invites)(?!\p{L})/u.test(masked.slice(from + first.length))) return [];
    if (isAlone && !facts.some((one) => one.from <= from && from < one.to))
      return [
        {
          message: `"${first}" names no time zone that we know`,
          hint: 'Say "New York time" or an IANA zone such as America/New_York if it is one, and put the topic in quotes.',
          at: { from, to: from + first.length },
        },
      ];
    if (isTaken || said === undefined) return [];
    return [
      {
        message: `"${said}" was not understood, and it may be a time zone`,
        hint: 'Say "New York time" if it is, and put the topic in quotes.',
        at: { from, to: from + said.length },
      },
    ];
  });
