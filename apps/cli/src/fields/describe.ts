import type { Field } from "./fields.ts";

const asWord = (value: string): string => (value === "false" ? "no" : value === "true" ? "yes" : value);

/**
 * What is said in short for programs, in plain words: "1-300" is "1 to 300", and what holds if a field is not given is always "if left out: …". Descriptions
 * are the same at every door; help is for people.
 */
export const inPlainWords = (text: string): string =>
  text
    .replaceAll(/(?<![\w.-])(?!\d{4}-\d\d\b)(\d[\d,]*)-(\d[\d,]*)(?![\w-])/g, "$1 to $2")
    .replaceAll(/\(max (\d+)\)/g, "(at most $1)")
    .replace(/(^|[;.,] ?)default:? ([^;.,]+)/i, (_whole, before: string, value: string) => `${leadOf(before)}${asWord(value)}`)
    .replace(/(; )([^;:]+?) unless given/, (_whole, before: string, value: string) => `${leadOf(before)}${value}`)
    .replace(/(; )unset: /, (_whole, before: string) => leadOf(before));

const leadOf = (before: string): string => (before === "" || before.startsWith(".") ? `${before}If left out: ` : "; if left out: ");

const LEFT_OUT = /\bif left out: /i;

/** A number that no schema of Zoom's means as a bound. */
const isBound = (bound: number | undefined): bound is number => bound !== undefined && Math.abs(bound) < 1_000_000;

const rangeOf = ({ kind, minimum, maximum, isInteger, description, words }: Field): string[] => {
  if (kind !== "number" || Object.keys(words).length > 0 || !isBound(maximum) || new RegExp(`\\b${maximum}\\b`).test(description)) return [];
  const number = isInteger ? "A whole number" : "A number";
  const most = maximum.toLocaleString("en-US");
  return [isBound(minimum) ? `${number} from ${minimum} to ${most}` : `${number}, at most ${most}`];
};

const HOW_LISTS = { object: "A JSON list, or repeat it", "named-file": "Paths of files or folders" } as const;

const listNote = ({ kind, item }: Field): string[] =>
  kind !== "list" ? [] : [item === "object" || item === "named-file" ? HOW_LISTS[item] : "Repeat it, or put commas between"];

const choicesOf = ({ choices, words, isDividing }: Field): string[] => {
  const names = choices.length > 0 ? choices.map((choice) => words[String(choice)] ?? choice) : Object.values(words);
  return names.length === 0
    ? []
    : [`One of ${[...names.map((choice) => (choice === "" ? '""' : String(choice))), ...(isDividing ? ["all"] : [])].join(", ")}`];
};

/** What else it may be, behind a description that is one plain phrase, else as a sentence. */
const withOthers = (description: string, others: readonly string[]): string[] => {
  const words = others.join(" or ");
  if (others.length === 0) return description === "" ? [] : [description];
  return /^[^;:.(]+$/.test(description) ? [`${description}, or ${words}`] : [...(description === "" ? [] : [description]), `Or ${words}`];
};

/** What `--help` says of a field, in sentences without brackets: what it is, whether it must be given, what it may be, and what holds if it is left out. */
export const describeField = (field: Field): string => {
  const { isRequired, default: preset, isMinutes, isMoment, isDay, takesNames, knownBy } = field;
  const description = inPlainWords(field.description);
  const others = [
    ...(knownBy === null ? [] : [`the ${knownBy}`]),
    ...(isMoment ? ["in words: Tuesday 3 pm"] : []),
    ...(takesNames ? ["'Ada Example <ada@example.com>'"] : []),
    ...(isMinutes ? ["1h30"] : []),
  ];
  return [
    ...withOthers(description, others),
    ...(isRequired ? ["Required"] : []),
    ...choicesOf(field),
    ...rangeOf(field),
    ...listNote(field),
    ...(isDay ? ["A day of --zone, else of your own zone"] : []),
    ...(preset === undefined || LEFT_OUT.test(description)
      ? []
      : [`If left out: ${asWord(field.words[String(preset)] ?? (typeof preset === "string" ? preset : JSON.stringify(preset)))}`]),
  ]
    .map((sentence) => sentence.replace(/\.$/, ""))
    .join(". ");
};

/** The same of a field of JSON, which has no flag to repeat. */
export const describePart = (part: Field): string => describeField({ ...part, kind: part.kind === "list" ? "any" : part.kind });
