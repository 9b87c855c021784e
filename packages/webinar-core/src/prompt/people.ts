import { toPattern } from "./pattern.ts";

const EMAIL = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
const NAME = "(?-i:\\p{Lu})[\\p{L}'’-]+(?: (?-i:\\p{Lu})[\\p{L}'’-]+){0,3}";
const PERSON = `(?:${NAME},? ?)?[<(]?${EMAIL}[>)]?`;

/** E-mail addresses, each with a name in front of it or without; for patterns, without a group. */
export const PEOPLE = `${PERSON}(?:(?:, ?(?:and |und |et )?| and | & | und | et |; ?)${PERSON})*`;

const ONE = toPattern(`(${NAME})?[ ,<(]*(${EMAIL})`);
/** "Mia Chen <mia@example.com> and leo@example.com" → two people. */
export const toPeople = (list: string): { email: string; name?: string }[] =>
  [...list.matchAll(ONE)].map(([, name, email = ""]) => ({
    email: email.replace(/\.$/, ""),
    ...(name === undefined ? {} : { name }),
  }));
