import { InputError, type InputFault } from "@zoom-webinar/foundation";
import type * as z from "zod";
import { CLIENT_FIELDS } from "./client-fields.ts";
import { type Branch, branchesOf, type FieldKind, isOptional, takesNull } from "./field-schema.ts";

/** What a call says once its client's habits are taken out. */
export interface ClientInput {
  readonly input: unknown;
  /** What was changed, for a log: names of fields and kinds, never values. */
  readonly changes: readonly string[];
}

export interface ClientInputOptions {
  /** The operation only reads: an empty text then never means "make it empty". */
  readonly onlyReads: boolean;
}

/**
 * Reads the arguments of a tool call as clients send them, by the input's own schema: text that is exactly a number, a boolean or JSON if that is what the
 * field takes; null, and empty text that cannot be meant, as left out; safe integers for ids; a single value for a list. Everything else stays as it is,
 * for the strict schema to judge. Throws `InputError` for a text that is the word null.
 */
export const readClientInput = (schema: z.ZodType, args: unknown, { onlyReads }: ClientInputOptions): ClientInput => {
  const changes: string[] = [];
  const faults: InputFault[] = [];
  const walk: Walk = { onlyReads, changed: (path, what) => void changes.push(`${path}: ${what}`), faults };
  const [top] = branchesOf(schema);
  const input = top?.fields && isRecord(args) ? readObject(top.fields, withoutClientFields(args, top.fields, walk), "", walk) : args;
  if (faults.length > 0) {
    throw new InputError(faults.map(({ field, message }) => `${field}: ${message}`).join("; "), faults, {
      hint: "Leave the field out if it should have no value.",
    });
  }
  return { input, changes };
};

interface Walk {
  onlyReads: boolean;
  changed(path: string, what: string): void;
  faults: InputFault[];
}

type Fields = Readonly<Record<string, z.ZodType>>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const withoutClientFields = (args: Record<string, unknown>, fields: Fields, walk: Walk): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(args).filter(([name]) => {
      const isTheirs = CLIENT_FIELDS.has(name) && !Object.hasOwn(fields, name);
      if (isTheirs) walk.changed(name, "the client's own field, dropped");
      return !isTheirs;
    }),
  );

const readObject = (fields: Fields, value: Record<string, unknown>, path: string, walk: Walk): Record<string, unknown> => {
  const read: [string, unknown][] = [];
  for (const [name, given] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const at = path === "" ? name : `${path}.${name}`;
    if (field === undefined) read.push([name, given]);
    else if (isLeftOut(field, given, walk)) walk.changed(at, given === null ? "null, as left out" : "empty text, as left out");
    else read.push([name, readValue(field, given, at, walk)]);
  }
  return Object.fromEntries(read);
};

const isLeftOut = (field: z.ZodType, given: unknown, { onlyReads }: Walk): boolean => {
  if (!isOptional(field)) return false;
  if (given === null || given === "null") return given === null ? !takesNull(field) : !branchesOf(field).some(({ kind }) => kind === "text");
  return typeof given === "string" && given.trim() === "" && (onlyReads || !field.safeParse("").success);
};

const readValue = (field: z.ZodType, given: unknown, path: string, walk: Walk): unknown => {
  const branches = branchesOf(field);
  if (typeof given === "string") return readText(branches, field, given, path, walk);
  if (typeof given === "number" && Number.isSafeInteger(given) && !branches.some(({ kind }) => kind === "number")) {
    const isId = branches.some(({ kind, schema }) => kind === "text" && schema.meta()?.zoomId === true);
    if (isId) return changedTo(String(given), "a number for an id, as text", path, walk);
  }
  const list = branches.find(({ kind }) => kind === "list");
  if (Array.isArray(given)) return list?.items ? readItems(list.items, given, path, walk) : given;
  if (list?.items && !branches.some((branch) => fits(branch.kind, given)) && fitsItems(list.items, given))
    return changedTo([readValue(list.items, given, path, walk)], "a single value, as a list", path, walk);
  const object = branches.find(({ kind }) => kind === "object");
  return object?.fields && isRecord(given) ? readObject(object.fields, given, path, walk) : given;
};

const readItems = (items: z.ZodType, given: readonly unknown[], path: string, walk: Walk): unknown[] =>
  given.map((item, at) => readValue(items, item, `${path}.${at}`, walk));

/** Text that is exactly what the field takes, read as that; a text field keeps its text. */
const readText = (branches: readonly Branch[], field: z.ZodType, given: string, path: string, walk: Walk): unknown => {
  const takes = (kind: FieldKind) => branches.some((branch) => branch.kind === kind);
  if (takes("text") && /^(null|undefined)$/.test(given)) {
    walk.faults.push({ field: path, message: `is the word ${given}, which is not a value` });
    return given;
  }
  if (field.safeParse(given).success) return given;
  if (takes("number") && /^-?\d+(\.\d+)?$/.test(given)) return changedTo(Number(given), "text, as the number it is", path, walk);
  if (takes("boolean") && /^(true|false)$/i.test(given)) return changedTo(given.toLowerCase() === "true", "text, as the boolean it is", path, walk);
  const parsed = takes("list") || takes("object") ? parseJson(given) : undefined;
  if (Array.isArray(parsed) ? takes("list") : isRecord(parsed) && (takes("object") || takes("list")))
    return readValue(field, changedTo(parsed, "JSON text, as what it says", path, walk), path, walk);
  const list = branches.find(({ kind }) => kind === "list");
  if (list?.items && !takes("text") && !/^\s*("?\s*[[{]|$)/.test(given) && fitsItems(list.items, given))
    return changedTo([readValue(list.items, given, path, walk)], "a single value, as a list", path, walk);
  return given;
};

const changedTo = <Value>(value: Value, what: string, path: string, walk: Walk): Value => {
  walk.changed(path, what);
  return value;
};

const fits = (kind: FieldKind, given: unknown): boolean => {
  if (typeof given === "string") return kind === "text" || kind === "choice";
  if (typeof given === "number") return kind === "number";
  if (typeof given === "boolean") return kind === "boolean";
  return isRecord(given) && kind === "object";
};

/** Whether a value can be one item: of its kind, or text or a number that reads as it. */
const fitsItems = (items: z.ZodType, given: unknown): boolean => branchesOf(items).some(({ kind }) => fits(kind, given)) || isScalar(given);

const isScalar = (given: unknown): boolean => typeof given === "string" || typeof given === "number";

const parseJson = (text: string): unknown => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
