import { Option } from "commander";
import type { Field } from "./fields.ts";

/** What `--help` says of a field: its description, choices, whether it must be given, its default. */
export const describeField = ({
  description,
  choices,
  isRequired,
  default: preset,
  kind,
  item,
  words,
  isMinutes,
  isMoment,
  isDay,
  takesNames,
  knownBy,
}: Field): string => {
  const named = choices.map((choice) => words[String(choice)] ?? choice);
  const names = choices.length > 0 ? named : Object.values(words);
  const notes = [
    ...(isRequired ? ["required"] : []),
    ...(names.length > 0 ? [`one of ${names.map((choice) => (choice === "" ? '""' : String(choice))).join(", ")}`] : []),
    ...(kind === "list"
      ? [item === "object" ? "a JSON list, or repeated" : item === "named-file" ? "paths of files or folders" : "repeated, or separated by commas"]
      : []),
    ...(isMoment ? ["or in words: Tuesday 3 pm"] : []),
    ...(knownBy === null ? [] : [`or the ${knownBy}`]),
    ...(isDay ? ["a day of --zone, else of yours"] : []),
    ...(takesNames ? ["or 'Ada Example <ada@example.com>'"] : []),
    ...(isMinutes ? ["or 1h30"] : []),
    ...(preset === undefined ? [] : [`default ${typeof preset === "string" ? preset : JSON.stringify(preset)}`]),
  ];
  return notes.length === 0 ? description : `${description}${description === "" ? "" : " "}(${notes.join("; ")})`;
};

const PLACEHOLDERS = {
  text: "text",
  number: "number",
  choice: "value",
  list: "values",
  object: "json",
  file: "path",
  "text-file": "path",
  "named-file": "path",
  any: "value",
  boolean: "",
} as const satisfies Record<Field["kind"], string>;

/** The parser's options for a field: one, or for a switch one to turn it on and one to turn it off. */
export const optionsOf = (field: Field): Option[] => {
  const description = describeField(field);
  if (field.kind !== "boolean") {
    const option = new Option(`${field.flag} <${PLACEHOLDERS[field.kind]}>`, description);
    // A field may begin with "no_" (no_of_employees): the parser would take its flag for the negative of another.
    option.negate = false;
    option.argParser((text: string, before: unknown) => [...(Array.isArray(before) ? before : []), text]);
    return [option];
  }
  const on = new Option(field.flag, description);
  on.negate = false;
  on.flags = `--[no-]${field.flag.slice(2)}`; // shown only: help lists a switch once, with the word that turns it off
  return [on, new Option(negative(field.flag), description).hideHelp()];
};

/** "--host-video" → "--no-host-video". */
const negative = (flag: string): string => `--no-${flag.slice(2)}`;
