import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { csvRows, type Delimiter, findDelimiter, separatorLine } from "./csv-rows.ts";
import { type Encoding, scanEncoding, textReader } from "./encoding.ts";
import { cellsOf, columnsOf, type JsonValue } from "./json-cells.ts";
import { type JsonRow, jsonLines, jsonList } from "./json-rows.ts";
import { assertRowCount, MOST_BYTES, type RawRow, unreadable } from "./raw-row.ts";

/** A table that is ready to be read, as often as needed. */
export interface Table {
  /** For people: the file's name, or "rows". */
  name: string;
  format: "csv" | "json" | "jsonl" | "rows";
  encoding: Encoding | null;
  delimiter: string | null;
  /** SHA-256 of the bytes: the same file has the same. */
  digest: string;
  /** Rows in order, the header among them if the format has one. Throws `InputError` for what cannot be read, and if the file is another by now. */
  rows(): AsyncGenerator<RawRow, void, undefined>;
  /** What the number of a row counts: places in the list if several rows share a line; lines unless it says so. */
  numbers?: "lines" | "places";
  /** Column names, if the format itself says them. */
  header: readonly string[] | null;
}

const PIECE_BYTES = 256 * 1024;
const SAMPLE_CHARACTERS = 64 * 1024;
const CHANGED = "Wait until nobody writes to it, then try again.";

interface Fingerprint {
  size: number;
  mtimeMs: number;
}

/** Not blocking: opening a pipe waits for whoever writes to it, in a thread that nobody can stop. Windows has no such pipes. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

const HOW_TO_SAVE = "Save it as a file first, and name that: it is read more than once.";

const notPlain = (name: string) => unreadable(name, "is not a plain file.", HOW_TO_SAVE);

const opened = async (path: string, name: string): Promise<FileHandle> => {
  const file = await open(path, O_RDONLY | O_NONBLOCK).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENXIO") throw notPlain(name);
    // As other programs call what is piped in.
    if (cause.code === "ENOENT" && name === "-") throw unreadable("What is piped in", "cannot be imported.", HOW_TO_SAVE, cause);
    const words = cause.code === "ENOENT" ? "does not exist." : cause.code === "EACCES" ? "may not be read." : "cannot be opened.";
    throw unreadable(name, words, "Name a CSV, TSV, JSON or JSONL file.", cause);
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw unreadable(name, "is a folder.", "Name the file in it.");
    if (!stat.isFile()) throw notPlain(name);
    if (stat.size > MOST_BYTES)
      throw unreadable(
        name,
        `has ${Math.round(stat.size / 1024 / 1024)} MB; ${MOST_BYTES / 1024 / 1024} MB is the most.`,
        "Split it into several files.",
      );
    if (stat.size === 0) throw unreadable(name, "is empty.", "It needs a row of column names and at least one row.");
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
};

async function* piecesOf(file: FileHandle, name: string, from: number): AsyncGenerator<Buffer, void, undefined> {
  let position = from;
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    if (position > MOST_BYTES) throw unreadable(name, "grows while it is read.", CHANGED);
    yield buffer.subarray(0, bytesRead);
  }
}

const fingerprint = async (file: FileHandle): Promise<Fingerprint> => {
  const { size, mtimeMs } = await file.stat();
  return { size, mtimeMs };
};

/** What a first walk through a file tells. */
const scan = async (path: string, name: string) => {
  const file = await opened(path, name);
  try {
    const before = await fingerprint(file);
    const hash = createHash("sha256");
    const scanner = scanEncoding(name);
    const head: Buffer[] = [];
    for await (const piece of piecesOf(file, name, 0)) {
      hash.update(piece);
      scanner.push(piece);
      if (head.length === 0) head.push(Buffer.from(piece));
    }
    const after = await fingerprint(file);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw unreadable(name, "changed while it was read.", CHANGED);
    const { encoding, markBytes } = scanner.end();
    const sample = textReader(encoding)
      .push((head[0] ?? Buffer.alloc(0)).subarray(markBytes))
      .slice(0, SAMPLE_CHARACTERS);
    return { digest: hash.digest("hex"), encoding, markBytes, sample };
  } finally {
    await file.close();
  }
};

type Scan = Awaited<ReturnType<typeof scan>>;

/** The file's text once more, piece by piece. Throws `InputError` at its end if it is not the file that was scanned. */
async function* textOf(path: string, name: string, { digest, encoding, markBytes }: Scan): AsyncGenerator<string, void, undefined> {
  const file = await opened(path, name);
  try {
    const hash = createHash("sha256");
    const reader = textReader(encoding);
    let left = markBytes;
    for await (const piece of piecesOf(file, name, 0)) {
      hash.update(piece);
      const text = reader.push(piece.subarray(Math.min(left, piece.byteLength)));
      left = Math.max(left - piece.byteLength, 0);
      if (text !== "") yield text;
    }
    const rest = reader.end();
    if (rest !== "") yield rest;
    if (hash.digest("hex") !== digest) throw unreadable(name, "changed while it was read.", CHANGED);
  } finally {
    await file.close();
  }
}

async function* withoutStart(text: AsyncIterable<string>, length: number): AsyncGenerator<string, void, undefined> {
  let left = length;
  for await (const piece of text) {
    if (piece.length > left) yield piece.slice(left);
    left = Math.max(left - piece.length, 0);
  }
}

async function* counted(name: string, rows: AsyncIterable<RawRow>, most: number): AsyncGenerator<RawRow, void, undefined> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    assertRowCount(name, count - most);
    yield row;
  }
}

/** Rows before and with the header do not count. */
const HEADER_ROWS = 20;

const openCsv = (path: string, name: string, scanned: Scan): Table => {
  const said = separatorLine(scanned.sample);
  const delimiter: Delimiter | string = said?.delimiter ?? findDelimiter(scanned.sample);
  const text = () => textOf(path, name, scanned);
  return {
    name,
    format: "csv",
    encoding: scanned.encoding,
    delimiter,
    digest: scanned.digest,
    header: null,
    rows: () => {
      const rows = csvRows(name, said === null ? text() : withoutStart(text(), said.length), { delimiter, firstLine: said === null ? 1 : 2 });
      return counted(name, rows, HEADER_ROWS);
    },
  };
};

const openJson = async (path: string, name: string, scanned: Scan): Promise<Table> => {
  const format = scanned.sample.trimStart().startsWith("[") ? ("json" as const) : ("jsonl" as const);
  const read = () => (format === "json" ? jsonList : jsonLines)(name, textOf(path, name, scanned));
  const lines = { last: 0, isShared: false };
  const header = await columnsOf(name, noteLines(read(), lines));
  const { isShared } = lines;
  return {
    name,
    format,
    encoding: scanned.encoding,
    delimiter: null,
    digest: scanned.digest,
    header,
    numbers: isShared ? "places" : "lines",
    rows: () => counted(name, toCells(isShared ? byPlace(read()) : read(), header), 0),
  };
};

/** Notes whether two rows begin on one line, so that a line would not tell which of them is meant. */
async function* noteLines(rows: AsyncIterable<JsonRow>, lines: { last: number; isShared: boolean }): AsyncGenerator<JsonRow, void, undefined> {
  for await (const row of rows) {
    lines.isShared ||= row.line === lines.last;
    lines.last = row.line;
    yield row;
  }
}

/** Rows with their place in the list, from 1, instead of the line. */
async function* byPlace(rows: AsyncIterable<JsonRow>): AsyncGenerator<JsonRow, void, undefined> {
  let place = 0;
  for await (const row of rows) {
    place += 1;
    yield { ...row, line: place };
  }
}

async function* toCells(
  rows: AsyncIterable<{ line: number; value: JsonValue | null }>,
  header: readonly string[],
): AsyncGenerator<RawRow, void, undefined> {
  for await (const { line, value } of rows) {
    yield { line, cells: value === null ? header.map(() => "") : cellsOf(value, header), fault: value === null ? "is not an object" : null };
  }
}

/** Texts that people take for a table. */
const OTHER_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*BEGIN:VCARD/i, "a file of business cards (vCard)"],
  [/^\s*BEGIN:VCALENDAR/i, "a calendar"],
  [/^\s*<(!doctype\s+html|html|table|meta)\b/i, "a web page, whatever its name says"],
  [/^\s*<\?xml/i, "XML"],
  [/^\s*\{\\rtf/i, "a formatted text (RTF)"],
  [/^(From|Return-Path|Received|MIME-Version): /i, "a mail"],
];

/**
 * Opens a file as a table: CSV or TSV with any usual delimiter, encoding and quotes, JSON (a list of objects) or JSONL. It is walked through once, for its
 * encoding and digest. Throws `InputError` for a file that is not a table, or that changes meanwhile.
 */
export const openTable = async (path: string): Promise<Table> => {
  const name = basename(path);
  const scanned = await scan(path, name);
  if (/\.ya?ml$/i.test(path))
    throw unreadable(
      name,
      "is YAML, not a table of people.",
      "Name a CSV, TSV, JSON or JSONL file; webinars.plan and webinars.apply read files of webinars.",
    );
  const other = OTHER_TEXTS.find(([begins]) => begins.test(scanned.sample));
  if (other !== undefined) throw unreadable(name, `is ${other[1]}, not a table.`, "Save it as CSV from the program that it comes from.");
  const isJson = /\.(jsonl?|ndjson)$/i.test(path) || /^\s*(\[\s*[{\]]|\{\s*")/.test(scanned.sample);
  return isJson ? openJson(path, name, scanned) : openCsv(path, name, scanned);
};

/** Rows that came with the call, as a table. A row's line is its place among them, from 1. */
export const tableOfRows = async (rows: readonly JsonValue[]): Promise<Table> => {
  const name = "rows";
  const numbered = async function* () {
    for (const [at, value] of rows.entries()) yield { line: at + 1, value };
  };
  const header = await columnsOf(name, numbered());
  return {
    name,
    format: "rows",
    encoding: null,
    delimiter: null,
    digest: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    header,
    rows: () => counted(name, toCells(numbered(), header), 0),
  };
};
