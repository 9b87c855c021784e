import { InputError, tooDeepInYaml } from "@zoom-webinar/foundation";
import type { ParseError } from "jsonc-parser";
import type { Field } from "./fields.ts";

const HINT = "Give one JSON object with the operation's fields.";

/** What is piped in is called. */
export const STDIN_NAME = "stdin";

const PIPED_ROWS = "Only JSON can be piped in: save the rows as a file whose name ends in .csv.";

/** What a file says of the operation's fields: YAML and CSV by the file's name, else JSON. Throws `InputError` that says what it is instead. */
export const parseInputText = async (text: string, name: string, fields: readonly Field[]): Promise<Record<string, unknown>> => {
  if (text.trim() === "") throw InputError.at("--input", `${name} is empty`, "Give a file with something in it.");
  if (/\.csv$/i.test(name)) return rowsField(await parseCsv(text, name), name, fields);
  const value = /\.ya?ml$/i.test(name) ? await parseYaml(text, name) : await parseJson(text, name, fields);
  if (Array.isArray(value)) {
    const list = listField(fields);
    if (list !== undefined) return { [list]: value };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw InputError.at("--input", `${name} holds no JSON object`, HINT);
  return { ...value };
};

/** True for a command that reads the rows of a file that is named: an import. */
const readsFile = (fields: readonly Field[]): boolean => ["file", "rows"].every((name) => fields.some(({ path }) => path.join(".") === name));

/** Where rows go that are no input: into a file, whatever they come from. */
const tableHint = (name: string, fields: readonly Field[]): string => {
  if (readsFile(fields))
    return name === STDIN_NAME ? `${PIPED_ROWS} Then name it as <file>.` : "It looks like a table: name it as <file>, without --input.";
  if (listField(fields) === undefined) return `It looks like a table, and this command takes no rows. ${HINT}`;
  return name === STDIN_NAME ? PIPED_ROWS : "It looks like a table: give the file a name that ends in .csv.";
};

const parseJson = async (text: string, name: string, fields: readonly Field[]): Promise<unknown> => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // What finds the place of a fault goes a call deeper for each level.
    await assertNotDeep(text, name);
    const isTable = /^[^\n{["]*[,;\t][^\n]*\r?\n/.test(text);
    throw InputError.at("--input", `${name} is not JSON${await placeOf(text)}`, isTable ? tableHint(name, fields) : HINT, { cause });
  }
};

/** The place of a fault in JSON: ", line 3". Not every engine says so itself. */
const placeOf = async (text: string): Promise<string> => {
  const { parse } = await import("jsonc-parser");
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [first] = errors;
  return first === undefined ? "" : `, line ${text.slice(0, first.offset).trimEnd().split("\n").length}`;
};

/** JSON is nested as YAML is. */
const assertNotDeep = async (text: string, name: string): Promise<void> => {
  const deep = tooDeepInYaml(text, await import("yaml"));
  if (deep === null) return;
  const line = text.slice(0, deep).split("\n").length;
  throw InputError.at("--input", `${name} is nested more than 100 levels deep, at line ${line}`, "No operation takes input that deep.");
};

const parseYaml = async (text: string, name: string): Promise<unknown> => {
  await assertNotDeep(text, name);
  const { parse } = await import("yaml");
  try {
    return parse(text, { maxAliasCount: 100 }) as unknown;
  } catch (cause) {
    const where = /at line \d+/.exec(cause instanceof Error ? cause.message : "")?.[0] ?? "";
    throw InputError.at("--input", `${name} is not YAML${where === "" ? "" : `, ${where}`}`, "Correct the file, or give JSON.", { cause });
  }
};

const parseCsv = async (text: string, name: string): Promise<Record<string, string>[]> => {
  if (/^\s*[{[]/.test(text)) throw InputError.at("--input", `${name} holds JSON, not rows`, "Give the file a name that ends in .json.");
  const { parse } = await import("csv-parse/sync");
  const [head = ""] = text.split(/\r?\n/, 1);
  const delimiter = [",", ";", "\t"].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ",";
  try {
    const columns = (names: string[]) =>
      names.map((each) =>
        each
          .trim()
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, "_"),
      );
    return parse(text, { columns, delimiter, skip_empty_lines: true, trim: true }) as Record<string, string>[];
  } catch (cause) {
    const line = /on line (\d+)|at line (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[0] ?? "";
    const isOpen = (cause as { code?: unknown }).code === "CSV_QUOTE_NOT_CLOSED";
    const hint = isOpen
      ? "A quote is opened and never closed; inside a quoted cell, write it twice."
      : "Every line needs as many cells as the first one.";
    throw InputError.at("--input", `${name} is not a table${line === "" ? "" : `, ${line}`}`, hint, {
      cause,
    });
  }
};

/** The field that takes rows. */
export const listField = (fields: readonly Field[]): string | undefined =>
  fields.find(({ kind, item, isRequired, path }) => kind === "list" && item === "object" && isRequired && path.length === 1)?.path[0];

const rowsField = (rows: readonly Record<string, string>[], name: string, fields: readonly Field[]): Record<string, unknown> => {
  const list = listField(fields);
  if (list === undefined)
    throw InputError.at(
      "--input",
      `${name} is a table, and ${readsFile(fields) ? "--input takes fields here" : "this command takes no rows"}`,
      readsFile(fields) ? "Name it as <file>, without --input." : HINT,
    );
  return { [list]: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""))) };
};
