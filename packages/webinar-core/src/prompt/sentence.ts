import type { Found, Language } from "./facts.ts";
import { HIDDEN } from "./pattern.ts";
import type { Quote } from "./quotes.ts";
import type { Slip } from "./slips.ts";

/** A sentence with everything that was found in it. */
export interface Sentence {
  /** As it was written, slips mended. */
  text: string;
  /** The same with quotes, greeting and signature hidden. */
  masked: string;
  quotes: readonly Quote[];
  /** Greeting and signature. */
  letterParts: readonly { from: number; to: number }[];
  language: Language;
  /** What the subject of the mail says, if the mail names its topic elsewhere. */
  subject: string | null;
  /** Words that were read as another. */
  slips: readonly Slip[];
}

/** What a sentence does not say, and a few words more would: a door that can ask a person puts the answer between these two behind the sentence. */
interface Unsaid {
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/** What was not understood, with its place in the sentence. */
export interface Fault {
  message: string;
  hint: string;
  unsaid?: Unsaid;
  at?: { readonly from: number; readonly to: number } | undefined;
}

/** Where a topic ends at the latest: a line, a sentence, what is hidden; the dot of "Dr. Lee" ends nothing. */
export const STOP = new RegExp(
  `[\\n;${HIDDEN}]|(?<=[\\p{L}\\p{N})]),? so(?= (?:let us|let['’]?s|please|pls|can (?:you|we)|could (?:you|we)|i(?:['’]d| want| need)|we(?:['’]d| want| need| should))(?!\\p{L}))|(?<!(?<!\\p{L})(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|[Pp]rof|[Ss]t|vs|etc|[Ii]nc|[Ll]td|Co|No|[Nn]r|bzw|M|Mme|feat|ft|\\p{L}\\.\\p{L})(?=\\.))[.!?](?=[\\s${HIDDEN}]|$)`,
  "u",
);

const ENDS_SENTENCE = `.!?${HIDDEN}`;
/** Whether a sentence begins behind a text. */
export const startsSentence = (before: string): boolean => {
  const said = before.trimEnd();
  return said === "" || ENDS_SENTENCE.includes(said.charAt(said.length - 1)) || before.includes("\n", said.length);
};

const LAST_WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*$/u;
const WORD_BEHIND = /^[ ]*([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u;

/** The word directly before or behind a place, null if something else stands there. */
export const wordBefore = (text: string, at: number): string | null => {
  let end = at;
  while (text.charAt(end - 1) === " ") end -= 1;
  const from = end === 0 ? 0 : text.lastIndexOf(" ", end - 1) + 1;
  return LAST_WORD.exec(text.slice(Math.max(from, at - 60), end))?.[0] ?? null;
};
export const wordBehind = (text: string, at: number): string | null => WORD_BEHIND.exec(text.slice(at, at + 60))?.[1] ?? null;

/** True if only spaces, commas and small words stand between. */
export const isNextTo = (text: string, before: { to: number }, behind: { from: number }): boolean =>
  behind.from >= before.to && /^[\s,(]*(?:the|on|den|dem|am|le|at|um|à)?[\s,]*$/i.test(text.slice(before.to, behind.from));

const DAYS = new Set(["date", "numbers", "monthday", "weekday", "days", "week", "weekof", "weeks", "months", "monthend", "nth", "month", "period"]);
export const isDay = ({ fact }: Found): boolean => DAYS.has(fact.kind);
export const isTime = ({ fact }: Found): boolean => fact.kind === "time" || fact.kind === "range" || fact.kind === "minutes";
