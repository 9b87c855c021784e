import { basename } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import { FORMAT_NAMES, type FormatName } from "./formats/index.ts";

/** Files of text for people. */
const OF_TEXT: readonly string[] = ["txt", "log"];

const ENDING = /[^.]\.([a-z]\w*)$/i;

/** The ending of a file's name in small letters: "csv" for "people.CSV". Undefined for names without one, such as "people" and "people.2". */
export const endingOf = (file: string): string | undefined => ENDING.exec(basename(file))?.[1]?.toLowerCase();

/** The format that a file's name asks for; undefined if it asks for none of ours. */
export const formatOfFile = (file: string): FormatName | undefined => {
  const ending = endingOf(file);
  return OF_TEXT.some((name) => name === ending) ? "text" : FORMAT_NAMES.find((name) => name === ending && name !== "text");
};

/** Throws `InputError` for a file whose ending promises what would not be in it. `kinds`: endings of files that the command makes besides. */
export const assertEnding = (file: string, kinds: readonly string[] = []): void => {
  const ending = endingOf(file);
  if (ending === undefined || kinds.includes(ending) || formatOfFile(file) !== undefined) return;
  const all = [...new Set([...FORMAT_NAMES.filter((name) => name !== "text"), ...kinds, "txt"])].map((name) => `.${name}`);
  throw refused(file, ending, all, /^(xls|ods)/.test(ending) ? ": spreadsheets open .csv" : "");
};

/** The same for a file of a text that has an ending of its own, such as YAML. */
export const assertEndingOf = (file: string, endings: readonly string[]): void => {
  const ending = endingOf(file);
  if (ending !== undefined && ![...endings, ...OF_TEXT].includes(ending))
    throw refused(
      file,
      ending,
      endings.map((name) => `.${name}`),
      "",
    );
};

const refused = (file: string, ending: string, known: readonly string[], more: string): InputError =>
  InputError.at(
    "--output",
    `${file} ends in .${ending}, and this command writes no such file`,
    `Name a file that ends in ${known.length === 1 ? "" : `${known.slice(0, -1).join(", ")} or `}${known.at(-1)}${more}.`,
  );
