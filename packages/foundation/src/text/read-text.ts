import { InputError } from "../errors/classes.ts";
import { describeUnread, readPlainFile } from "../store/plain-file.ts";

const ENCODING_HINT = "Save it as UTF-8: an editor has it under Save as, PowerShell as -Encoding utf8.";

/** What bytes are besides UTF-8, null if they are that. UTF-16 without a mark shows by its zero bytes: every second one of plain English. */
const otherEncoding = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "UTF-16";
  const head = bytes.subarray(0, 64);
  const zeros = head.filter((byte) => byte === 0).length;
  return zeros > 0 && zeros * 3 >= head.length ? "UTF-16" : null;
};

/**
 * The text of a file or a stream that a person made: UTF-8, without the byte order mark that it may begin with. `shown` names it to people.
 * Throws `InputError` for `field` if it is UTF-16, as Windows writes by itself, or no text.
 */
export const decodeText = (bytes: Uint8Array, field: string, shown: string): string => {
  const other = otherEncoding(bytes);
  if (other !== null) throw InputError.at(field, `${shown} is ${other} text, and UTF-8 is expected`, ENCODING_HINT);
  try {
    // Takes a byte order mark away by itself.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw InputError.at(field, `${shown} is not UTF-8 text`, ENCODING_HINT, { cause });
  }
};

/** Reads a plain file that a person made. Throws `InputError` for `field` if it cannot be read, is not a plain file, is too large or is not UTF-8. */
export const readText = (
  path: string,
  field: string,
  hint = "Name a plain file that exists and that this user may read.",
  mostBytes?: number,
): string => {
  let bytes: Uint8Array;
  try {
    bytes = readPlainFile(path, mostBytes);
  } catch (cause) {
    throw InputError.at(field, `cannot read ${path}: it ${describeUnread(cause)}`, hint, { cause });
  }
  return decodeText(bytes, field, path);
};
