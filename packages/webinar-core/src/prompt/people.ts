import { findAll, toPattern } from "./pattern.ts";

const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
/** After a first name, a day or a month is not part of the name: "hosted by Grace Monday at 3pm". */
export const NO_DAY =
  "(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|next|every|each|january|february|march|june|july|september|october|november|december|(?:april|may|august) ?\\d|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|heute|morgen|übermorgen|jede|januar|februar|märz|juni|juli|oktober|dezember|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|chaque|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)s?(?![\\p{L}]))";
const NAME = `(?-i:\\p{Lu})[\\p{L}'’-]+(?: ${NO_DAY}(?-i:\\p{Lu})[\\p{L}'’-]+){0,3}`;
const PERSON = `(?:${NAME},? ?)?[<(]?${EMAIL}[>)]?`;

/** E-mail addresses, each with a name in front of it or without; for patterns, without a group. */
export const PEOPLE = `${PERSON}(?:(?:, ?(?:and |und |et )?| and | & | und | et | ?\\+ ?|; ?)${PERSON})*`;

const ONE = toPattern(`(${NAME})?[ ,<(]*(${EMAIL})`);
/** "Mia Chen <mia@example.com> and leo@example.com" → two people. */
export const toPeople = (list: string): { email: string; name?: string }[] =>
  findAll(list, ONE).map(([, name, email = ""]) => ({
    email: email.replace(/\.$/, ""),
    ...(name === undefined ? {} : { name }),
  }));

/** What may stand between a role and who has it: "host is ada@…", "host: ada@…", "host ada@…"; `verbs` end where their word ends, so "host isla@…" keeps its address. */
export const roleIs = (verbs: string): string => `(?:(?: (?:${verbs}))? ?[:=] ?| [-–—] | (?:(?:${verbs}) )?)`;
