import { resolve } from "node:path";
import { decodeText, InputError, type InputFault, isZoomWebinarError } from "@zoom-webinar/foundation";
import { toCode } from "@zoom-webinar/webinar-core/doors";
import type { Io } from "../io.ts";
import { codeFaults, withCodes } from "./codes.ts";
import { convert, type SourceIo } from "./convert.ts";
import type { Field } from "./fields.ts";
import { parseInputText, STDIN_NAME } from "./input-file.ts";
import { readSource, STDIN, TooLargeError, whyUnread } from "./read-source.ts";

/** What was typed for a field: the texts of a flag or of positional arguments, or true or false for a switch. */
export type Typed = readonly [Field, readonly string[] | boolean];

/**
 * Builds the operation's input. It starts from the `--input` object; flags and positional arguments override it; a dotted flag sets one field of an object.
 * Throws one `InputError` that names every text that does not fit its type.
 */
export const toInput = async (
  base: Readonly<Record<string, unknown>>,
  typed: readonly Typed[],
  fields: readonly Field[],
  io: SourceIo,
): Promise<Record<string, unknown>> => {
  const faults: InputFault[] = [];
  const input: Record<string, unknown> = structuredClone(base);
  const seen = new Set<string>();
  // An object given as JSON comes before its dotted fields, which then refine it.
  for (const [field, given] of [...typed].sort(([a], [b]) => a.path.length - b.path.length)) {
    const name = field.path.join(".");
    if (seen.has(name)) faults.push({ field: name, message: `given twice, by position and as ${field.flag}` });
    seen.add(name);
    const converted = typeof given === "boolean" ? { value: given } : await convert(field, given, io);
    if ("fault" in converted) faults.push({ field: name, message: `${converted.fault}${partFlagHint(field, given, fields)}` });
    else place(input, field.path, converted.value);
  }
  const whole = withCodes(input, fields);
  faults.push(...codeFaults(whole, fields));
  if (faults.length === 0) return whole;
  throw new InputError(faults.map((fault) => `${fault.field}: ${fault.message}`).join("; "), faults, {
    hint: "Correct the named fields; nothing was sent to Zoom.",
  });
};

/** The end of an error about an object: it names the flag of the part whose value was typed, or else the first part's flag. Empty for any other field. */
const partFlagHint = ({ path, kind }: Field, given: readonly string[] | boolean, fields: readonly Field[]): string => {
  const [text = ""] = typeof given === "boolean" ? [] : given;
  const parts = kind === "object" ? fields.filter((part) => part.path.length > path.length && part.path[0] === path[0]) : [];
  const meant = parts.find(({ words, choices }) => toCode(text, words) !== text || choices.some((choice) => String(choice) === text));
  if (meant !== undefined) return `, or ${meant.flag} ${text}`;
  const [first] = parts;
  return first === undefined ? "" : `, or a flag for each part, such as ${first.flag}`;
};

const place = (input: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    input[name] = value;
    return;
  }
  const inner = input[name];
  const object = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  place(object as Record<string, unknown>, rest, value);
  input[name] = object;
};

/** Reads `--input`: a file, or "-" for stdin; rows of a CSV file become the operation's list of objects. Throws `InputError` for anything else. */
export const readInput = async (source: string, io: Io, fields: readonly Field[]): Promise<Record<string, unknown>> => {
  const isStdin = source === "-";
  const shown = isStdin ? STDIN_NAME : source;
  let bytes: Uint8Array;
  try {
    bytes = await readSource(isStdin ? STDIN : resolve(io.cwd, source), io, MOST_BYTES);
  } catch (cause) {
    if (isZoomWebinarError(cause)) throw cause;
    if (cause instanceof TooLargeError) throw InputError.at("--input", `${shown} is larger than 50 MB`, "Split it.");
    throw InputError.at("--input", `cannot read ${shown}: it ${whyUnread(cause)}`, "Name a file that exists and that you may read.", { cause });
  }
  return parseInputText(decodeText(bytes, "--input", shown), shown, fields);
};

const MOST_BYTES = 50_000_000;
