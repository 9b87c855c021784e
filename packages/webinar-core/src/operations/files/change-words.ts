import { type CodeWords, toWords } from "../../operation/code-words.ts";
import { POLL_WORDS, WEBINAR_WORDS } from "../../operation/words.ts";
import { isFields } from "./canonical.ts";
import type { Change } from "./changes.ts";

/** Words for the codes of a file's fields, by their path without the names of items. */
const WORDS: Readonly<Record<string, CodeWords | undefined>> = { ...WEBINAR_WORDS, "polls.poll_type": POLL_WORDS.poll_type };

const worded = (path: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => worded(path, item));
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, worded(`${path}.${name}`, inner)]));
  const words = WORDS[path];
  return words !== undefined && (typeof value === "string" || typeof value === "number") ? toWords(String(value), words) : value;
};

/** A change in the words that a file takes for Zoom's codes: "weekly" for 2, "Tuesday,Thursday" for "3,5". */
export const inFileWords = ({ at, from, to }: Change): Change => {
  const path = at.replace(/\[.*\]/, "");
  return { at, from: worded(path, from), to: worded(path, to) };
};
