import { InputError } from "@zoom-webinar/foundation";

/** How a file's bytes are read as text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh";

/** What a whole file's bytes say about themselves. */
export interface Scanned {
  encoding: Encoding;
  /** Length of the byte order mark at the start. */
  markBytes: number;
}

/** 0x80 to 0x9f of Windows-1252; five are unused. Own table: `TextDecoder` of Node 20 reads these bytes as Latin-1. */
const HIGH = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];
const FIRST_HIGH = 0x80;
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const LATIN = Array.from({ length: 256 }, (_, byte) => HIGH[byte - FIRST_HIGH] ?? String.fromCharCode(byte));

/** Bytes of Windows-1252 as text. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += LATIN[byte];
  return text;
};

/** 0x80 to 0xff of Mac Roman, in which Excel for Mac saves a CSV. Own table: a Node without all of ICU does not know it. */
const MAC = [
  ..."ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø",
  ..."¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
];
const decodeMac = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += MAC[byte - FIRST_HIGH] ?? String.fromCharCode(byte);
  return text;
};
/** Accents of Mac Roman that Windows-1252 reads as a sign or a capital, which no word has after a small letter: "Ren‡", "RenŽ". */
const MAC_ACCENTS = new Set([0x83, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x98, 0x9f]);

/** Reads bytes piece by piece; a character may lie across two pieces. */
export interface TextReader {
  push(bytes: Uint8Array): string;
  end(): string;
}

/** A reader for an encoding. The mark at the start must have been left out. */
export const textReader = (encoding: Encoding): TextReader => {
  if (encoding === "windows-1252") return { push: decodeWindows1252, end: () => "" };
  if (encoding === "macintosh") return { push: decodeMac, end: () => "" };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
};

/** The beginnings of files that people take for a table. */
const KNOWN: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "an Excel workbook or another zip file"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x1f, 0x8b], "a gzip file"],
];

const SAVE_AS = "In Excel or Google Sheets, save the sheet as “CSV UTF-8” and import that file.";

const refuse = (name: string, message: string, hint = SAVE_AS) =>
  new InputError(`file: ${name} ${message}`, [{ field: "file", message: `${name} ${message}` }], { hint });

/** How many bytes follow the first one of a character in UTF-8, and what the first of them may be; null: it begins none. */
const followers = (byte: number): { count: number; low: number; high: number } | null => {
  if (byte >= 0xc2 && byte <= 0xdf) return { count: 1, low: 0x80, high: 0xbf };
  if (byte === 0xe0) return { count: 2, low: 0xa0, high: 0xbf };
  if (byte === 0xed) return { count: 2, low: 0x80, high: 0x9f };
  if (byte >= 0xe1 && byte <= 0xef) return { count: 2, low: 0x80, high: 0xbf };
  if (byte === 0xf0) return { count: 3, low: 0x90, high: 0xbf };
  if (byte >= 0xf1 && byte <= 0xf3) return { count: 3, low: 0x80, high: 0xbf };
  if (byte === 0xf4) return { count: 3, low: 0x80, high: 0x8f };
  return null;
};

/** First bytes of letters with accents and of typographic marks in UTF-8. */
const PLAIN_LEADS = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xe2]);

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const isSmallLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
/** Looked at to tell UTF-16 without a mark: there, every other byte of Latin text is zero. */
const HEAD_BYTES = 4096;

const zeros = (head: readonly number[], parity: 0 | 1): number => head.filter((byte, at) => at % 2 === parity && byte === 0).length;

/**
 * Finds a file's encoding while its bytes go by: a mark at the start, zeros as UTF-16 has them, else UTF-8 if every byte is, else Windows-1252.
 * Nothing is guessed of a file that is partly the one and partly the other: `end` throws `InputError` and names the line.
 */
export const scanEncoding = (name: string): { push(bytes: Uint8Array): void; end(): Scanned } => {
  const head: number[] = [];
  let line = 1;
  let expected: { left: number; low: number; high: number } | null = null;
  let utf8Line: number | null = null;
  let plainUtf8Line: number | null = null;
  let utf8Count = 0;
  let otherCount = 0;
  let lead = 0;
  let otherLine: number | null = null;
  let emptyCode: number | null = null;
  let zeroLine: number | null = null;
  let macLine: number | null = null;
  let returns = 0;
  let previous = 0;

  const byteOf = (byte: number) => {
    if (byte === 0) zeroLine ??= line;
    if (expected !== null) {
      const { left, low, high } = expected;
      if (byte >= low && byte <= high) {
        expected = left === 1 ? null : { left: left - 1, low: 0x80, high: 0xbf };
        if (expected === null) {
          utf8Line ??= line;
          utf8Count += 1;
          if (PLAIN_LEADS.has(lead)) plainUtf8Line ??= line;
        }
        return;
      }
      expected = null;
      otherLine ??= line;
      otherCount += 1;
    }
    if (byte < 0x80) {
      if (byte === NEWLINE) line += 1;
      if (byte === RETURN) returns += 1;
      return;
    }
    if (MAC_ACCENTS.has(byte) && isSmallLetter(previous)) macLine ??= line;
    const next = followers(byte);
    if (next === null) {
      otherLine ??= line;
      otherCount += 1;
      if (UNDEFINED.has(byte)) emptyCode ??= line;
    } else lead = byte;
    if (next !== null) expected = { left: next.count, low: next.low, high: next.high };
  };

  return {
    push: (bytes) => {
      for (const byte of bytes) {
        if (head.length < HEAD_BYTES) head.push(byte);
        byteOf(byte);
        previous = byte;
      }
    },
    end: () => {
      if (expected !== null) otherLine ??= line;
      const known = KNOWN.find(([magic]) => magic.every((byte, at) => head[at] === byte));
      if (known !== undefined) throw refuse(name, `is ${known[1]}, not a table of text.`);
      const [a, b, c] = head;
      if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", markBytes: 2 };
      if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", markBytes: 2 };
      const half = head.length / 2;
      if (head.length >= 4 && zeros(head, 1) > half * 0.7 && zeros(head, 0) === 0) return { encoding: "utf-16le", markBytes: 0 };
      if (head.length >= 4 && zeros(head, 0) > half * 0.7 && zeros(head, 1) === 0) return { encoding: "utf-16be", markBytes: 0 };
      if (zeroLine !== null) throw refuse(name, `holds bytes that are not text (line ${zeroLine}).`);
      const isMarked = a === 0xef && b === 0xbb && c === 0xbf;
      if (otherLine === null) return { encoding: "utf-8", markBytes: isMarked ? 3 : 0 };
      // No other system ends lines like this.
      if (line === 1 && returns > 0) return { encoding: "macintosh", markBytes: 0 };
      // Three bytes of Windows-1252 may look like one character of a far script; two do not look like a letter with an accent.
      const mixedLine = plainUtf8Line ?? (utf8Count > otherCount ? utf8Line : null);
      if (mixedLine !== null)
        throw refuse(
          name,
          `mixes two encodings: line ${mixedLine} is UTF-8, line ${otherLine} is not.`,
          "Save the whole file as UTF-8 and try again.",
        );
      if (macLine !== null)
        throw refuse(
          name,
          `holds letters as an old Mac writes them (line ${macLine}), which may be others on Windows.`,
          "Save the file as “CSV UTF-8” and try again.",
        );
      if (emptyCode !== null) throw refuse(name, `is neither UTF-8 nor Windows-1252 (line ${emptyCode}).`, "Save the file as UTF-8 and try again.");
      return { encoding: "windows-1252", markBytes: 0 };
    },
  };
};
