import { InputError, type InputFault } from "@zoom-webinar/foundation";
import type * as z from "zod";
import { assertJsonInput } from "./json-input.ts";
import { nameWithMore, nearestBySpelling } from "./near-words.ts";
import { knownElsewhereAs } from "./other-names.ts";
import { partsOf, unwrapSchema } from "./schema-parts.ts";

/** No name of ours is longer, and more of what somebody sent is not repeated. */
const LONGEST_WORD = 64;
/** As many faults as an error names; an input can have a fault for every few bytes. */
const MOST_FAULTS = 20;

/** The known word that is near by its spelling, or that says the same and more; null if none is near enough to be what was meant. */
export const didYouMean = (wrong: string, known: readonly string[]): string | null => {
  if (known.length === 0 || wrong.length > LONGEST_WORD) return null;
  const contained = known.find((word) => word.length > 3 && (word.includes(wrong) || wrong.includes(word)) && wrong.length > 3);
  return nearestBySpelling(wrong, known) ?? nameWithMore(wrong, known) ?? contained ?? null;
};

/** The field that an unknown one is likely to mean: the same name but for its spelling, its other name elsewhere, or the nearest. */
export const fieldMeant = (wrong: string, known: readonly string[]): string | null => {
  const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return known.find((name) => letters(name) === letters(wrong)) ?? knownElsewhereAs(wrong, known) ?? didYouMean(wrong, known);
};

/** Parses an operation's input. Throws `InputError` that names each field, what is wrong with it, and the way out. */
export const parseInput = <Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> => {
  assertJsonInput(raw);
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  const { issues, more } = firstOf(parsed.error.issues);
  const faults = issues.flatMap((issue) => toFaults(issue, fieldsAt(schema, issue.path), raw));
  const levels = new Map(issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? [[levelOf(issue.path), issue.path] as const] : [])));
  const hints = [...levels].flatMap(([level, path]) => {
    const known = fieldsAt(schema, path);
    return known.length === 0 ? [] : [`Fields${level === "" ? "" : ` of ${level}`}: ${known.join(", ")}.`];
  });
  const words = faults.map(({ field, message }) => (field === "" ? message : `${field}: ${message}`));
  throw new InputError([...words, ...(more > 0 ? [`and ${more} more`] : [])].join("; "), faults, {
    ...(more > 0 ? { details: { more_faults: more } } : {}),
    hint: hints.length > 0 ? hints.join(" ") : "Correct the named fields; nothing was sent to Zoom.",
  });
};

/** The first faults, and how many more there are. The rest is not even put into words. */
const firstOf = (all: readonly z.core.$ZodIssue[]): { issues: z.core.$ZodIssue[]; more: number } => {
  const issues: z.core.$ZodIssue[] = [];
  let [named, total] = [0, 0];
  for (const issue of all) {
    const count = issue.code === "unrecognized_keys" ? issue.keys.length : 1;
    total += count;
    if (named === MOST_FAULTS) continue;
    const taken = Math.min(count, MOST_FAULTS - named);
    issues.push(issue.code === "unrecognized_keys" ? { ...issue, keys: issue.keys.slice(0, taken) } : issue);
    named += taken;
  }
  return { issues, more: total - named };
};

/** The part of an input that an error repeats. */
const shown = (text: string): string => (text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD)}…` : text);

/** The fields that an input has at a path; none if it is not an object. */
const fieldsAt = (schema: z.ZodType, path: readonly PropertyKey[]): string[] => {
  const level = path.reduce<z.ZodType | undefined>((at, key) => {
    const { shape, element } = at ? partsOf(unwrapSchema(at)) : {};
    return typeof key === "number" ? element : shape?.[String(key)];
  }, schema);
  return Object.keys((level && partsOf(unwrapSchema(level)).shape) ?? {});
};

/** "custom_questions.0" → "custom_questions": entries of a list have the same fields. */
const levelOf = (path: readonly PropertyKey[]): string => path.filter((key) => typeof key !== "number").join(".");

const toFaults = (issue: z.core.$ZodIssue, known: readonly string[], raw: unknown): InputFault[] => {
  const field = issue.path.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const near = fieldMeant(key, known);
        return {
          field: field === "" ? shown(key) : `${field}.${shown(key)}`,
          message: `unknown field${near === null ? "" : `, did you mean ${near}?`}`,
        };
      });
    case "too_big":
      return [{ field, message: `expected at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}, got ${got(raw, issue)}` }];
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return [{ field, message: "is empty" }];
      return [{ field, message: `expected at least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}, got ${got(raw, issue)}` }];
    case "invalid_type":
      return [
        {
          field,
          message:
            valueAt(raw, issue.path) === undefined
              ? "is required"
              : `expected ${wantedOf(issue.expected, known)}, got ${kindOf(valueAt(raw, issue.path))}${asOneText(issue.expected, valueAt(raw, issue.path))}`,
        },
      ];
    case "invalid_value": {
      const values = issue.values.map(String);
      const value = valueAt(raw, issue.path);
      if (value === undefined) return [{ field, message: `is required: one of ${values.join(", ")}` }];
      const near = didYouMean(String(value), values);
      return [
        {
          field,
          message: `expected one of ${values.join(", ")}, got ${shown(JSON.stringify(value) ?? String(value))}${near === null ? "" : `; did you mean ${near}?`}`,
        },
      ];
    }
    default:
      return [{ field, message: issue.message }];
  }
};

const MOST_NAMED = 8;
/** "object with name, email": what an object has to hold is the way out for whoever sent something else. */
const wantedOf = (expected: string, known: readonly string[]): string => {
  if (expected === "record") return 'object such as {"email":"ada@example.com"}';
  if (expected !== "object" || known.length === 0) return expected;
  return `object with ${known.slice(0, MOST_NAMED).join(", ")}${known.length > MOST_NAMED ? " …" : ""}`;
};

/** For a list where one text is expected: how it is written. Hosts and days of a week are one text with commas. */
const asOneText = (expected: string, value: unknown): string => {
  const isWritten = expected === "string" && Array.isArray(value) && value.length > 0 && value.every((item) => /^(string|number)$/.test(typeof item));
  return isWritten ? `; write ${shown(JSON.stringify(value.join(",")))}` : "";
};

const unitOf = (origin: string, count: number | bigint): string => {
  const unit = origin === "string" ? " character" : origin === "array" ? " item" : "";
  return unit === "" || Number(count) === 1 ? unit : `${unit}s`;
};

const got = (raw: unknown, issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string => {
  const value = valueAt(raw, issue.path);
  return typeof value === "string" || Array.isArray(value) ? String(value.length) : String(value);
};

const kindOf = (value: unknown): string =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "a list"
      : typeof value === "object"
        ? "an object"
        : `${typeof value} ${typeof value === "number" ? value : JSON.stringify(value)?.slice(0, 40)}`;

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), raw);
