import { type Phrase, phrase } from "./facts.ts";
import { NO_DAY } from "./people.ts";

const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
const NAME = `(?-i:\\p{Lu})[\\p{L}'’-]+(?: ${NO_DAY}(?-i:\\p{Lu})[\\p{L}'’-]+){0,2}`;

/** Small words that name nobody: "hosted by the library", "host: tbc", "with me as host". */
const NOBODY =
  "(?!(?:the|an?|our|my|your|his|her|their|its|this|that|us|me|you|him|them|it|one|some|some\\p{L}+|any\\p{L}+|whoever|nobody|who|not|and|or|to|of|in|on|at|as|for|by|with|from|is|was|are|will|can|should|be|both|two|three|each|every|tbc|tbd|tba|yes|no|none|der|die|das|den|dem|eine?[mnr]?|unsere?[mnr]?|mir|ich|uns|wir|von|und|le|la|les|une?|notre|nos|moi|nous|vous|par|et|qui|guest|alternative|alternate|co|zoom|video|audio|keys?|panel|team)(?!\\p{L}))";
const SMALL_WORD = `${NOBODY}${NO_DAY}(?-i:\\p{Ll})[\\p{Ll}'’-]+`;
/** What may stand behind a name in small letters: without it the next word could be a part of a topic. */
const NAME_ENDS =
  "(?= ?(?:[,;:!?)\\n–—\\u0001]|\\.(?:\\s|$)|$)| - | \\d| (?:on|at|from|for|about|every|each|tomorrow|today|tonight|this|next|in|with|will|please|pls|thanks?|mon|tues?|wed|thu|thur|thurs|fri|sat|sun|am|um|ab|über|zum|morgen|heute|jede[nr]?|bitte|le|à|sur|demain|chaque|de|du|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![\\p{L}]))";
const SMALL_NAME = `${SMALL_WORD}(?: ${SMALL_WORD})?`;

const host = ([name = ""]: readonly (string | undefined)[]) => ({ kind: "host", host: name.replace(/[.,]+$|['’]s$/, "") }) as const;

/** "hosted by grace": a first name or two in small letters, where only a host can be meant. */
export const smallHosts: readonly Phrase[] = [
  phrase(
    `(?:,? ?(?:and )?)(?:to be |which is |it is |it['’]s |that is )?(?<!(?:being|get|gets|be|been|alternat(?:iv)?e|co|co-) )hosted by (${SMALL_NAME})${NAME_ENDS}`,
    host,
  ),
  phrase(
    `(?<=^|[\\u0001\\n.!?;,(–—-] ?|(?:and|the|our) )host(?: is| will be| should be|[:=]| [:=]) ?(${SMALL_NAME})(?= ?(?:[,;!?)\\n–—\\u0001]|\\.(?:\\s|$)|$)| - )`,
    host,
  ),
  phrase(`(?:,? ?(?:and )?)with (${SMALL_NAME}) as (?:the |our )?host${NAME_ENDS}`, host),
];

/** "hosted by Ada" in a sentence of another language. */
export const englishHosts: readonly Phrase[] = [...smallHosts, phrase(`(?:,? ?)(?:hosted|led|run|presented|moderated) by (${EMAIL}|${NAME})`, host)];
