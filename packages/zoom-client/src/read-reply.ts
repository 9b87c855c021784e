import { ResponseError } from "@zoom-webinar/foundation";
import * as z from "zod";
import { replyId, replyTime, toInstant } from "./text/reply.ts";

/** Reads one value by its schema; undefined drops it. `at` says where it is, for messages. */
type Reader = (value: unknown) => unknown;

/** JSON.parse has rounded such a number already, so the id that Zoom meant is lost: an error, never a wrong id. */
const lostDigits = (at: string) =>
  new ResponseError(`Zoom sent an id beyond 2^53 in "${at}", which JSON cannot carry exactly.`, {
    hint: "Report this: the client has to read such ids as text.",
  });

const isNumeric = (text: string) => text.trim() !== "" && Number.isFinite(Number(text));

const readString =
  (at: string): Reader =>
  (value) => {
    if (typeof value === "string") return value;
    if (typeof value === "boolean") return String(value);
    // Some texts are lists of Zoom's at times: days of a week, alternative hosts.
    if (Array.isArray(value)) return readJoined(value, at);
    if (typeof value !== "number") return undefined;
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw lostDigits(at);
    return String(value);
  };

const readJoined = (values: readonly unknown[], at: string): string | undefined => {
  const texts = values.map((value) => (Array.isArray(value) ? undefined : readString(at)(value)));
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join(",") : undefined;
};

const readTime = (at: string): Reader => {
  const read = readString(at);
  return (value) => {
    const text = typeof value === "string" ? value : read(value);
    return typeof text === "string" ? toInstant(text) : undefined;
  };
};

/** The first character nearly always shows it: a letter, a digit or a sign of ASCII. */
const isBlank = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 127) && text.trim() === "";
};

/** An empty id is dropped: it would be the key of many rows, or a path to something else. */
const readId = (at: string): Reader => {
  const read = readString(at);
  return (value) => {
    const text = typeof value === "string" ? value : read(value);
    return typeof text === "string" && !isBlank(text) ? text : undefined;
  };
};

const readNumber: Reader = (value) => {
  if (typeof value === "number") return value;
  return typeof value === "string" && isNumeric(value) ? Number(value) : undefined;
};

const readBoolean: Reader = (value) => {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.toLowerCase() : value;
  if (word === "true" || word === 1 || word === "1") return true;
  return word === "false" || word === 0 || word === "0" ? false : undefined;
};

const readScalar: Reader = (value) => (typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** True if any text is kept as it is. */
const isTextSchema = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? isTextSchema(schema.unwrap())
    : schema !== replyTime && schema !== replyId && (schema instanceof z.ZodString || schema instanceof z.ZodEnum);

interface FieldReader {
  read: Reader;
  isText: boolean;
}

/** The fields of an object that are documented and readable, as a new object. */
const readFields = (value: Readonly<Record<string, unknown>>, fields: ReadonlyMap<string, FieldReader>): Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  for (const key in value) {
    const known = readField(fields.get(key), value[key]);
    if (known !== undefined) kept[key] = known;
  }
  return kept;
};

/** The one object of a list if an object is documented; nothing if it has no documented field, for then it is something else. */
const readAlone = ([only, ...others]: readonly unknown[], fields: ReadonlyMap<string, FieldReader>): unknown => {
  if (others.length > 0 || !isRecord(only)) return undefined;
  const kept = readFields(only, fields);
  return Object.keys(kept).length === 0 ? undefined : kept;
};

const isListSchema = (schema: z.core.$ZodType | undefined): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? isListSchema(schema.unwrap()) : schema instanceof z.ZodArray;

/** True if the row was read, and is not rather the documented object itself, which has some fields of the same names. */
const isRow = (row: unknown, given: unknown, fields: ReadonlyMap<string, FieldReader>): boolean => {
  if (!isRecord(row) || !isRecord(given)) return !isRecord(given);
  const count = Object.keys(row).length;
  return count > 0 && count >= Object.keys(readFields(given, fields)).length;
};

/**
 * Rows that came without the object around them, as its only list. Nothing if it has no list or several, or if one row is something else: a part of the rows
 * would pass for all of them.
 */
const readBareList = (values: readonly unknown[], [only, ...others]: readonly string[], fields: ReadonlyMap<string, FieldReader>): unknown => {
  if (only === undefined || others.length > 0 || values.length === 0) return undefined;
  const rows = fields.get(only)?.read(values);
  const isWhole = Array.isArray(rows) && rows.length === values.length && rows.every((row, at) => isRow(row, values[at], fields));
  return isWhole ? { [only]: rows } : undefined;
};

/** What is kept of a field; undefined drops it. */
const readField = (field: FieldReader | undefined, value: unknown): unknown => {
  if (field === undefined || value === null || value === undefined) return undefined;
  return field.isText && typeof value === "string" ? value : field.read(value);
};

const BLANKS: Readonly<Record<string, unknown>> = { string: "", number: 0, boolean: false };

/** An object to copy for each that keeps the same fields: to add field by field takes several times as long, and leaves as much behind. */
const blankOf = (names: readonly string[], values: readonly unknown[]): Readonly<Record<string, unknown>> =>
  // As JSON.parse lays it out: all fields in one piece.
  JSON.parse(JSON.stringify(Object.fromEntries(names.map((name, at) => [name, BLANKS[typeof values[at]] ?? null]))));

/** Places of fields that fit into the bits of a whole number. */
const MOST_PLACES = 31;
/** Far more than the rows of one list have. */
const MOST_SHAPES = 100;

/**
 * An object whose fields are all documented and unchanged is not copied: nearly all rows of a long list are like that, and copies cost as much
 * as parsing it did.
 */
const readObject = (shape: Readonly<Record<string, z.core.$ZodType>>, at: string): Reader => {
  const fields = new Map<string, FieldReader>(
    Object.entries(shape).map(([key, schema]) => [key, { read: compile(schema, at === "" ? key : `${at}.${key}`), isText: isTextSchema(schema) }]),
  );
  const isReply = at === "";
  const lists = Object.keys(shape).filter((key) => isListSchema(shape[key]));
  // The rows of a list have the same fields in the same order: each is where it was in the row before, which is found sooner than by its name.
  const keys: string[] = [];
  const found: (FieldReader | undefined)[] = [];
  /** What to copy, by the places of the fields that are kept; null for what came once. */
  const shapes = new Map<number, Readonly<Record<string, unknown>> | null>();
  const names: string[] = [];
  const values: unknown[] = [];
  const noteShape = (places: number, count: number): void => {
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    if (count <= MOST_PLACES) shapes.set(places, null);
  };
  return (value) => {
    if (Array.isArray(value)) return readAlone(value, fields) ?? (isReply ? readBareList(value, lists, fields) : undefined);
    if (!isRecord(value)) return undefined;
    let isChanged = false;
    let at = 0;
    let count = 0;
    let places = 0;
    for (const key in value) {
      if (keys[at] !== key) {
        keys[at] = key;
        found[at] = fields.get(key);
        shapes.clear();
      }
      const inner = value[key];
      const own = readField(found[at], inner);
      if (own !== inner) isChanged = true;
      if (own !== undefined) {
        names[count] = key;
        values[count] = own;
        count += 1;
        places |= 1 << at;
      }
      at += 1;
    }
    if (!isChanged) return value;
    const known = at > MOST_PLACES ? undefined : shapes.get(places);
    // The second of its kind is worth the trouble, not one whose fields are others than those of the object before.
    if (known === undefined) noteShape(places, at);
    else if (known === null) shapes.set(places, blankOf(names.slice(0, count), values));
    const kept: Record<string, unknown> = { ...known };
    for (let place = 0; place < count; place += 1) kept[names[place] ?? ""] = values[place];
    // A reply is not held longer than whoever asked for it holds it.
    if (isReply) values.length = 0;
    return kept;
  };
};

const readArray = (element: z.core.$ZodType, at: string): Reader => {
  const read = compile(element, `${at}[]`);
  return (value) => {
    if (!Array.isArray(value)) return readOnly(read(value));
    const first = value.findIndex((item) => read(item) !== item);
    if (first < 0) return value;
    const kept: unknown[] = value.slice(0, first);
    for (let index = first; index < value.length; index += 1) {
      const item = read(value[index]);
      if (item !== undefined) kept.push(item);
    }
    return kept;
  };
};

/** A single thing counts as a list of one if a list is documented; nothing, or an object without any documented field, as an empty list. */
const readOnly = (item: unknown): unknown[] | undefined =>
  item === undefined || item === "" || (isRecord(item) && Object.keys(item).length === 0) ? undefined : [item];

const compile = (schema: z.core.$ZodType, at: string): Reader => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return compile(schema.unwrap(), at);
  if (schema instanceof z.ZodObject) return readObject(schema.shape, at);
  if (schema instanceof z.ZodArray) return readArray(schema.element, at);
  if (schema === replyTime) return readTime(at);
  if (schema === replyId) return readId(at);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return readString(at);
  if (schema instanceof z.ZodNumber) return readNumber;
  if (schema instanceof z.ZodBoolean) return readBoolean;
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return readScalar;
  if (schema instanceof z.ZodNull) return () => undefined;
  throw new TypeError(`read-reply: a reply schema cannot hold ${schema._zod.def.type} (at "${at}")`);
};

const compiled = new WeakMap<z.core.$ZodType, Reader>();

/**
 * Keeps what the schema documents and nothing else, so that a field that Zoom adds later, perhaps a secret, does not pass. Lenient: null and an empty id
 * count as missing, a number given as text is read and the other way round, one thing is a list of it and the other way round, bare rows are
 * the only list of the object that is documented, times become instants, and what is of another kind is dropped.
 * Null if the whole is of another kind. Throws `ResponseError` for an id beyond 2^53. A schema is compiled at its first use.
 */
export const readReply = <T>(schema: z.ZodType<T>, json: unknown): T | null => {
  let read = compiled.get(schema);
  if (read === undefined) {
    read = compile(schema, "");
    compiled.set(schema, read);
  }
  // What the reader keeps is of the schema's shape with every field optional; that is what reply schemas say.
  return (read(json) ?? null) as T | null;
};
