import { isByHabit } from "./clock.ts";
import type { Found, Language } from "./facts.ts";
import { findAll, HIDDEN } from "./pattern.ts";
import { isDay, isTime } from "./sentence.ts";

/** Somebody does something: such a clause speaks of people. */
const SOMEBODY: Readonly<Record<Language["tongue"], RegExp>> = {
  english:
    /(?<!\p{L})(?:i|we|you|he|she|they|me|us|them|my|our|your|his|her|their|people|ppl|everyone|everybody|nobody|who|(?:half|most|some|many|both) (?:of |our |my |the |us|them|\p{Ll}+s)|(?:the|a|an) \p{Ll}{3,}(?: \p{Ll}{2,}){0,2} (?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|\p{L}{3,}s|\p{L}{3,}ed))(?!\p{L})|(?<!\p{L})(?:i|we|you|he|she|they|it|that|who)['’]\p{L}+|^\s*\p{L}{3,} (?:will be|won['’]t be)|\p{Ll}{3,}s (?:never|always|don['’]t|won['’]t|can['’]t|often|usually|hardly|all|need|want|like|prefer|love|hate|get|are|were)(?!\p{L})/iu,
  german:
    /(?<!\p{L})(?:ich|wir|du|ihr|sie|er|man|mich|uns|mein\p{L}*|unser\p{L}*|ihre?\p{L}?|keiner|niemand|brauchts?|reicht|(?:hab|bin|war|kann|muss) (?:grad|gerade|nur|leider|eh)|(?:die|der|das) \p{Lu}\p{Ll}+ (?:hat|ist|will|kann|möchte|war|sagt)|(?:hat|ist|will|kann|möchte|war|sagt) (?:die|der|das|Frau|Herr) \p{Lu}\p{Ll}+)(?!\p{L})/iu,
  french:
    /(?<!\p{L})(?:je|j['’]\p{L}+|nous|vous|on|tu|il|elle|ils|elles|mon|ma|mes|notre|nos|ses|leurs?|y a|y['’]a|(?:le|la|les|l['’]) ?\p{L}{3,} (?:est|sont|a|ont|tient|tiennent|veut|veulent|peut|peuvent|préfère(?:nt)?|\p{L}{3,}(?:e|ent)))(?!\p{L})/iu,
};
const DAYS =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tag\\p{L}*|mittwoch\\p{L}*|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?";
const UNITS =
  "days?|weeks?|weekends?|months?|years?|mornings?|afternoons?|evenings?|nights?|tage?n?|wochen?|monate?n?|jahre?n?|morgen|abende?|jours?|semaines?|mois|ans?|années?|matins?|soirs?";
/** What may name another moment, change what is asked for, or make it depend on something. Settings are looked for apart from these. */
const MATTERS = new RegExp(
  `[\\d@]|(?<!\\p{L})(?:${[
    "if|falls|wenn|sofern|si|provided|unless|either|maybe|perhaps|possibly|vielleicht|eventuell|peut-être",
    "webina\\p{L}*|sessions?|schedul\\p{L}*|book(?:ed|ing)?|title|titel|titre|topic|called|named|zone|authori[sz]\\p{L}*|permission",
    "(?:under|in) (?:my|our) (?:name|account)|unter (?:meinem|unserem|dem)|sous (?:mon|notre)",
    "mov(?:e|es|ed|ing)|chang\\p{L}*|cancel\\p{L}*|postpon\\p{L}*|delay\\p{L}*|skip\\p{L}*|instead|rather|earlier|later|except|excluding|alternat\\p{L}*|tentativ\\p{L}*|provisional\\p{L}*",
    "verschieb\\p{L}*|verschob\\p{L}*|verleg\\p{L}*|absag\\p{L}*|abgesagt|entfäll\\p{L}*|ausfall\\p{L}*|statt(?:dessen)?|früher|später|termin\\p{L}*|report\\p{L}*|déplac\\p{L}*|annul\\p{L}*|plutôt",
    "starts?|starting|begins?|beginning|ending|finish\\p{L}*|lasts|repeat\\p{L}*|weekly|daily|monthly|twice|beginn\\p{L}*|dauer\\p{L}*|wiederhol\\p{L}*|commenc\\p{L}*|début\\p{L}*|finit|dure\\p{L}*|répét\\p{L}*|jusqu\\p{L}*",
    `(?:each|every|jede[nrsm]?|alle|chaque|tous|toutes)(?: (?:les|other|second|third|zwei|drei|two|three))? (?:${UNITS}|${DAYS})`,
    `(?:before|after|until|till|vor|nach|bis|avant|après) (?:noon|midnight|lunch|dinner|breakfast|work|school|easter|christmas|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\\p{L})|${DAYS}|midi|mittag|ostern|weihnachten|noël|pâques)`,
    `next|nächste\\p{L}*|prochain\\p{L}*|tomorrow|today|tonight|heute|übermorgen|demain|aujourd['’]hui|noon|midnight|midi|minuit|o['’]clock|hours?|minutes?|stunden?|minuten?|uhr|heures?|fortnight\\p{L}*|halb (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)|${DAYS}`,
    "january|february|april|june|july|august|september|october|november|december|januar|februar|juni|juli|oktober|dezember|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre",
  ].join("|")})(?!\\p{L})`,
  "iu",
);
const NOT_ME = /^[\s(]*(?:(?:and|but|und|et) )?(?:(?:not|nicht|pas|non|never) (?:me|us|myself|ich|mich|mir|wir|uns|moi|nous))(?!\p{L})/iu;
/** Parts of a day, by the half that they stand in. */
const BEFORE_NOON = /(?<!\p{L})(?:mornings?|matin(?:ée)?s?|vormittags?)(?!\p{L})/iu;
const BEHIND_NOON = /(?<!\p{L})(?:afternoons?|evenings?|nights?|après-midi|soirs?|soirées?|nuits?|nachmittags?|abends?|nachts?)(?!\p{L})/iu;

const BORDER = new RegExp(`[.!?;,:\\n()${HIDDEN}]|\\s[–—-]\\s|(?<!\\p{L})(?:so|but|aber|also|donc|mais)(?!\\p{L})`, "gu");

const JOINS_THE_NEXT = /(?<!\p{L})(?:so|and|but|then|also|und|aber|donc|et|mais)$/iu;
/** What says nothing alone: "without power since morning", "argued about this all morning". */
const BORDERS_ONLY = new Set(["filler", "intro", "since", "until", "aside"]);
/** The clause around a piece; null if something that was understood stands in it. */
const clauseAround = ({ from, to }: { from: number; to: number }, facts: readonly Found[], masked: string): string | null => {
  const borders = findAll(masked, BORDER);
  const before = borders.findLast(({ index }) => index < from);
  const start = before === undefined ? 0 : before.index + before[0].length;
  // "…, so it's 2pm": the clause ends with the word that joins it to the next
  if (JOINS_THE_NEXT.test(masked.slice(from, to))) return masked.slice(start, to);
  const end = borders.find(({ index }) => index >= to)?.index ?? masked.length;
  return facts.some((fact) => !BORDERS_ONLY.has(fact.fact.kind) && fact.from < end && fact.to > start) ? null : masked.slice(start, end);
};

/**
 * Whether a piece that is left over is a whole clause that speaks of people and of nothing that a webinar has: "I've kept that afternoon free for it". It is
 * shown as not used. `facts` are what was understood: a day and a time have to be among them, and no part of the day may decide what an hour means.
 */
export const isHarmless = (piece: { from: number; to: number }, facts: readonly Found[], masked: string, { tongue }: Language): boolean => {
  const text = clauseAround(piece, facts, masked);
  if (text === null || !SOMEBODY[tongue].test(text) || MATTERS.test(text)) return false;
  // "not me" says who does not host, and nobody is named instead
  if (NOT_ME.test(text) && !facts.some(({ fact }) => fact.kind === "host")) return false;
  const times = facts.filter(isTime);
  if (times.length === 0 || !facts.some((one) => isDay(one) || one.fact.kind === "rhythm")) return false;
  return times.every(({ fact }) => {
    if (fact.kind !== "time" || !isByHabit(fact.clock)) return true;
    const isMorning = fact.clock.hour >= 7 && fact.clock.hour <= 11;
    return !(isMorning ? BEHIND_NOON : BEFORE_NOON).test(text);
  });
};

/** "night shift", "evening talk": a part of the day that says who or what, and not when. */
const COMPOUND =
  /(?<!\p{L})minutes of (?:the|our|last|today['’]s)(?!\p{L})|(?<!\p{L})(?:day|night|morning|afternoon|evening|weekend|lunchtime|year|week)[- ](?:shifts?|talks?|class(?:es)?|crews?|groups?|teams?|courses?|school|staff|session|club|people|workers?|lecture|nurses?|students?|one|two|care|thoughts?|notes?|question|idea|plan|drivers?|porters?|guards?|watch|market|bus|carers?|cleaners?|walkers?|fishermen|fishing|request|admin|message|email|text|person|owls?)(?!\p{L})/giu;
export const withoutCompounds = (text: string): string => text.replace(COMPOUND, " ");

const PAST = /^(?:yesterday|gestern|vorgestern|hier|avant-hier|last (?:week|month|night|year)|letzte woche|la semaine dernière)$/iu;
/** "forgot to say yesterday, the webinar is 6 May": another day is named, and the past one is that of the talk. */
export const withoutPast = (found: readonly Found[], text: string): Found[] =>
  found.map((one) =>
    one.fact.kind === "refused" && PAST.test(one.said) && found.some(isDay) && !/^,? (?:at|um|à) ?\d/iu.test(text.slice(one.to))
      ? { ...one, fact: { kind: "aside" } }
      : one,
  );

/** Whether a language's words for time speak of more than who or what: "An evening talk". */
export const speaksOfTime = (text: string, { timeWords }: Language): boolean => timeWords.test(withoutCompounds(text));
