import { Option } from "commander";
import { describeField } from "./describe.ts";
import type { Field } from "./fields.ts";

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
  on.negate = false; // help lists a switch once, and says below how all of them are turned off
  return [on, new Option(negative(field.flag), description).hideHelp()];
};

/** "--host-video" → "--no-host-video". */
const negative = (flag: string): string => `--no-${flag.slice(2)}`;
