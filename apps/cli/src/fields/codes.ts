import { readMinutes } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "./fields.ts";

/** The code that a word stands for, whichever way it is cased or shortened: "tuesday", "Tue" → "3". The text itself if none does. */
export const toCode = (text: string, words: Readonly<Record<string, string>>): string => {
  const typed = text.trim().toLowerCase();
  const fits = Object.entries(words).filter(([, word]) => word.toLowerCase() === typed || (typed.length > 2 && word.toLowerCase().startsWith(typed)));
  return fits.length === 1 ? (fits[0]?.[0] ?? text) : text;
};

/** The same of several words with commas between. */
export const toCodes = (text: string, words: Readonly<Record<string, string>>): string =>
  text
    .split(",")
    .map((part) => toCode(part, words))
    .join(",");

/** The choice that a text names, as the schema has it: "1" → 1, "Walk-in" → "walk_in". Undefined if it names no choice. */
export const choiceNamed = (text: string, choices: readonly unknown[]): unknown =>
  choices.find((choice) => String(choice) === text) ?? choices.find((choice) => plain(String(choice)) === plain(text));

/** "Walk-in" is walk_in. */
const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "_");

/** The value that a text inside JSON or YAML stands for: words there mean what they mean as flags. */
const meant = (value: string, { words, choices, isMinutes, kind }: Field): unknown => {
  if (isMinutes) return readMinutes(value) ?? value;
  const code = toCodes(value, words);
  return kind === "choice" ? (choiceNamed(code, choices) ?? value) : code;
};

/** An input from JSON or YAML with codes in place of words, and minutes in place of "1h30", wherever a flag takes them. */
export const withCodes = (input: Readonly<Record<string, unknown>>, fields: readonly Field[]): Record<string, unknown> => {
  const whole: Record<string, unknown> = { ...input };
  for (const field of fields) {
    if (!field.isMinutes && Object.keys(field.words).length === 0) continue;
    const [name = "", inner] = field.path;
    const value = whole[name];
    if (inner === undefined) {
      if (typeof value === "string") whole[name] = meant(value, field);
      continue;
    }
    if (!isObject(value)) continue;
    const part = value[inner];
    if (typeof part === "string") whole[name] = { ...value, [inner]: meant(part, field) };
  }
  return whole;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
