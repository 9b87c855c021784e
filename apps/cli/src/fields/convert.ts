import { openAsBlob } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { LENGTH_FORMS, readMinutes, toCode, toCodes } from "@zoom-webinar/webinar-core/doors";
import type { Io } from "../io.ts";
import { choiceNamed } from "./codes.ts";
import type { Field, FieldKind } from "./fields.ts";
import { jsonExample } from "./json-example.ts";
import { readPeople, splitName } from "./named-address.ts";
import { readSource, TooLargeError, whyUnread } from "./read-source.ts";

/** What is needed to read a named file. */
export type SourceIo = Pick<Io, "stdin" | "stderr" | "signal">;

/** A value for the operation, or what is wrong with the text. Bounds are left to the operation's own schema, the same through every door. */
export type Converted = { value: unknown } | { fault: string };

/** Turns what was typed for one field into its value. If the field takes one value, the last one typed counts. */
export const convert = async (field: Field, texts: readonly string[], io: SourceIo): Promise<Converted> => {
  if (field.kind === "list") return convertList(field, texts, io);
  const text = texts.at(-1) ?? "";
  if (field.isMinutes) {
    const minutes = readMinutes(text);
    return minutes === null ? { fault: `expected ${LENGTH_FORMS}, got ${JSON.stringify(text)}` } : { value: minutes };
  }
  return withExample(field, await convertOne(field.kind, toCodes(text, field.words), field.choices, io));
};

const NO_OBJECT = "expected JSON";

/** True for a list of people, who are written as "Ada Example <ada@example.com>". */
export const takesPeople = ({ kind, item, parts }: Field): boolean =>
  kind === "list" && item === "object" && parts().some(({ path }) => path.at(-1) === "email");

/** A fault of an object, with one that the field takes. */
const withExample = (field: Field, converted: Converted): Converted =>
  "fault" in converted && converted.fault === NO_OBJECT
    ? takesPeople(field)
      ? { fault: "expected people, such as Ada Example <ada@example.com>" }
      : { fault: `${NO_OBJECT}, such as ${field.kind === "list" ? `[${jsonExample(field)}]` : jsonExample(field)}` }
    : converted;

const convertOne = async (kind: FieldKind, text: string, choices: readonly unknown[], io: SourceIo): Promise<Converted> => {
  switch (kind) {
    case "number":
      return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? { value: Number(text) } : { fault: `expected a number, got ${JSON.stringify(text)}` };
    case "boolean":
      return text === "true" || text === "false" ? { value: text === "true" } : { fault: `expected true or false, got ${JSON.stringify(text)}` };
    case "choice":
      // Anything else goes on as text: the operation refuses it and lists the choices.
      return {
        value: choiceNamed(text, choices) ?? offOf(text, choices) ?? text,
      };
    case "object":
    case "list":
      return parseJson(text) ?? { fault: kind === "object" ? NO_OBJECT : "expected JSON, such as [1, 2]" };
    case "file":
      return text.startsWith("{") ? (parseJson(text) ?? { fault: "expected a path or JSON" }) : openUpload(text);
    case "text-file":
      return readTextFile(text, 'save it as "CSV UTF-8"', io);
    case "named-file":
      return text.startsWith("{") ? (parseJson(text) ?? { fault: "expected a path or JSON" }) : readNamedFile(text, io);
    case "any":
      return parseJson(text) ?? { value: text };
    case "text":
      return { value: text };
  }
};

/** "off" and "no" are the choice of nothing. */
const offOf = (text: string, choices: readonly unknown[]): unknown =>
  /^\s*(off|no|false)\s*$/i.test(text) ? choices.find((choice) => choice === "none") : undefined;

const isWhole = (kind: FieldKind): boolean => ["object", "list", "any", "named-file"].includes(kind);

const convertList = async (field: Field, texts: readonly string[], io: SourceIo): Promise<Converted> => {
  const { item = "any", choices, words } = field;
  const values: unknown[] = [];
  for (const text of texts) {
    const people = item === "object" ? peopleIn(text, field) : null;
    if (people !== null) {
      values.push(...people);
      continue;
    }
    if (text.trim().startsWith("[")) {
      const parsed = parseJson(text);
      if (!parsed || !Array.isArray(parsed.value)) return { fault: "expected a JSON list" };
      values.push(...parsed.value);
      continue;
    }
    // Only JSON may hold commas of its own.
    const parts = isWhole(item) ? [text] : text.split(",").map((part) => part.trim());
    for (const part of parts) {
      if (part === "") continue;
      const ones = item === "named-file" ? await filesBelow(part) : [part];
      if (ones.length === 0) return { fault: `the folder ${part} holds no .yaml or .yml file` };
      for (const one of ones) {
        const converted = await convertOne(item, toCode(one, words), choices, io);
        if ("fault" in converted) return withExample(field, converted);
        values.push(converted.value);
      }
    }
  }
  return { value: values };
};

/**
 * People written as "Ada Example <ada@example.com>", for a list of objects that have a name and an address, or by their address alone, whose first part is
 * then the name; null for other text and other lists. Nobody registers by an address alone.
 */
const peopleIn = (text: string, { parts }: Field): readonly unknown[] | null => {
  const people = readPeople(text);
  if (people === null) return null;
  const names = new Set(parts().map(({ path }) => path.at(-1)));
  if (!names.has("email")) return null;
  if (names.has("name")) return people.map(({ name, email }) => ({ name: name ?? email.slice(0, email.lastIndexOf("@")), email }));
  if (!names.has("first_name")) return null;
  const named = people.flatMap(({ name, email }) => (name === null ? [] : [{ email, ...splitName(name) }]));
  return named.length === people.length ? named : null;
};

const parseJson = (text: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null; // the caller says what was expected instead
  }
};

const MOST_TEXT_BYTES = 200_000_000;

/** The text of a file, as UTF-8 or, by its first bytes, UTF-16. */
const readTextFile = async (path: string, wayOut: string, io: SourceIo): Promise<Converted> => {
  try {
    const bytes = await readSource(path, io, MOST_TEXT_BYTES);
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
    return { value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (error) {
    if (isZoomWebinarError(error)) throw error;
    if (error instanceof TooLargeError) return { fault: `${path} is larger than 200 MB` };
    const isEncoding = error instanceof TypeError;
    return { fault: isEncoding ? `${path} is not UTF-8; ${wayOut} and try again` : unread(path, error) };
  }
};

const readNamedFile = async (path: string, io: SourceIo): Promise<Converted> => {
  const read = await readTextFile(path, "save it as UTF-8", io);
  return "fault" in read ? read : { value: { name: path, text: read.value, path: resolve(path) } };
};

/** A folder stands for the YAML files in it, by name; anything else for itself. Empty: the folder has none. */
const filesBelow = async (path: string): Promise<string[]> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/i.test(name)).sort();
  return names.map((name) => join(path, name));
};

/** Opened, not read: the client reads it while it is sent. */
const openUpload = async (path: string): Promise<Converted> => {
  try {
    // A folder can be opened, and fails only when it is read.
    if (!(await stat(path)).isFile()) return { fault: `${path} is not a file` };
    return { value: { name: basename(path), data: await openAsBlob(path) } };
  } catch (error) {
    return { fault: unread(path, error) };
  }
};

/** Why a file that a flag names cannot be read. */
const unread = (path: string, error: unknown): string => `cannot read the file ${path}: it ${whyUnread(error)}`;
