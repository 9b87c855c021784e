import type { InputFault } from "@zoom-webinar/foundation";
import { readMinutes, toCodes, toWords, wordFault } from "@zoom-webinar/webinar-core/doors";
import { isRow } from "../output/shape.ts";
import type { Field } from "./fields.ts";

/** The choice that a text names, as the schema has it: "1" → 1, "Walk-in" → "walk_in". Undefined if it names no choice. */
export const choiceNamed = (text: string, choices: readonly unknown[]): unknown =>
  choices.find((choice) => String(choice) === text) ?? choices.find((choice) => plain(String(choice)) === plain(text));

/** "Walk-in" is walk_in. */
const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "_");

/** True for a field whose values are codes, or words for them. */
const isCoded = ({ words, choices, kind }: Field): boolean =>
  choices.length > 0 ? kind === "choice" && choices.every((choice) => Object.hasOwn(words, String(choice))) : Object.keys(words).length > 0;

/** The value that a value inside JSON or YAML stands for: words there mean what they mean as flags, and a list of them what they mean with commas between. */
const meant = (value: unknown, field: Field): unknown => {
  const { words, choices, isMinutes, kind } = field;
  const isList = kind === "text" && isCoded(field) && Array.isArray(value) && value.length > 0;
  const text = isList ? value.join(",") : value;
  if (typeof text !== "string") return value;
  if (isMinutes) return readMinutes(text) ?? text;
  const code = toCodes(text, words);
  return kind === "choice" ? (choiceNamed(code, choices) ?? text) : code;
};

const hasWords = ({ isMinutes, words }: Field): boolean => isMinutes || Object.keys(words).length > 0;

const valueAt = (input: Readonly<Record<string, unknown>>, { path: [name = "", inner] }: Field): unknown => {
  const value = input[name];
  return inner === undefined ? value : isRow(value) ? value[inner] : undefined;
};

/** The input with other values for some fields. */
const changed = (
  input: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  change: (value: unknown, field: Field) => unknown,
): Record<string, unknown> => {
  const whole: Record<string, unknown> = { ...input };
  for (const field of fields) {
    const value = valueAt(whole, field);
    if (value === undefined || value === null) continue;
    const [name = "", inner] = field.path;
    whole[name] = inner === undefined ? change(value, field) : { ...(whole[name] as object), [inner]: change(value, field) };
  }
  return whole;
};

/** An input from JSON or YAML with codes in place of words, and minutes in place of "1h30", wherever a flag takes them. */
export const withCodes = (input: Readonly<Record<string, unknown>>, fields: readonly Field[]): Record<string, unknown> =>
  changed(input, fields.filter(hasWords), meant);

/** The input as people type it: words in place of codes. */
export const withWords = (input: Readonly<Record<string, unknown>>, fields: readonly Field[]): Record<string, unknown> =>
  changed(input, fields.filter(isCoded), (value, { words }) => (["string", "number"].includes(typeof value) ? toWords(String(value), words) : value));

/** Values that are neither codes nor words for them, each with the words that there are. */
export const codeFaults = (input: Readonly<Record<string, unknown>>, fields: readonly Field[]): InputFault[] =>
  fields.filter(isCoded).flatMap((field): InputFault[] => {
    const value = valueAt(input, field);
    const message = ["string", "number"].includes(typeof value) ? wordFault(String(value), field.words) : null;
    return message === null ? [] : [{ field: field.path.join("."), message }];
  });
