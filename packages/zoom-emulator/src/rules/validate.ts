import { asList, asObject, isObject, type JsonObject } from "../http/json.ts";
import { refusals } from "./refusals.ts";

/** Looks at one value and names the fields at fault, none if it is fine. */
export type Check = (value: unknown, field: string) => readonly string[];

/** A check made from a yes-or-no question. */
export const that =
  (isFine: (value: unknown) => boolean): Check =>
  (value, field) =>
    isFine(value) ? [] : [field];

/** True or false. */
export const flag = that((value) => typeof value === "boolean");

/** Text within bounds and, if given, of a form. */
export const text = ({ min = 0, max = Number.POSITIVE_INFINITY, form }: { min?: number; max?: number; form?: RegExp } = {}): Check =>
  that((value) => typeof value === "string" && value.length >= min && value.length <= max && (form?.test(value) ?? true));

/** A whole number within bounds. */
export const integer = ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = {}): Check =>
  that((value) => typeof value === "number" && Number.isInteger(value) && value >= min && value <= max);

/** One of a few values. */
export const oneOf = (...values: readonly (string | number)[]): Check =>
  that((value) => (typeof value === "string" || typeof value === "number") && values.includes(value));

/** An e-mail address of at most 128 characters. */
export const email = text({ max: 128, form: /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/ });

/** How each check of an object or list tells what it knows from what it lets through. */
const cleaners = new WeakMap<Check, (value: unknown) => unknown>();

/** A value that passed a check, without the fields that the check does not know: what a request brings and Zoom ignores is not kept. */
export const clean = (check: Check, value: unknown): unknown => {
  const cleaner = cleaners.get(check);
  return cleaner === undefined ? value : cleaner(value);
};

const withCleaner = (check: Check, cleaner: (value: unknown) => unknown): Check => {
  cleaners.set(check, cleaner);
  return check;
};

/** A check that looks closer at what passed another. */
export const furthermore = (first: Check, then: Check): Check =>
  withCleaner(
    (value, field) => {
      const faults = first(value, field);
      return faults.length > 0 ? faults : then(value, field);
    },
    (value) => clean(first, value),
  );

/** A list of at most `max` items, each of which passes. */
export const list = (item: Check, max = Number.POSITIVE_INFINITY): Check =>
  withCleaner(
    (value, field) => (Array.isArray(value) && value.length <= max ? value.flatMap((entry, index) => item(entry, `${field}[${index}]`)) : [field]),
    (value) => asList(value).map((entry) => clean(item, entry)),
  );

/** An object. Fields without a check are let through, as Zoom ignores what it does not know; null counts as absent. */
export const object = (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  withCleaner(
    (value, field) => {
      if (!isObject(value)) return [field];
      const at = (name: string) => (field === "" ? name : `${field}.${name}`);
      const isAbsent = (name: string) => value[name] === undefined || value[name] === null;
      const missing = required.filter((name) => isAbsent(name) || value[name] === "");
      const faulty = Object.entries(fields)
        .filter(([name]) => !isAbsent(name) && !missing.includes(name))
        .flatMap(([name, check]) => check(value[name], at(name)));
      return [...missing.map(at), ...faulty];
    },
    (value) => {
      const given = asObject(value);
      const kept = Object.entries(fields).filter(([name]) => Object.hasOwn(given, name) && given[name] !== undefined && given[name] !== null);
      return Object.fromEntries(kept.map(([name, check]) => [name, clean(check, given[name])]));
    },
  );

/** Refuses a body with Zoom's "Validation Failed.", naming each field at fault. */
export const assertValid = (check: Check, body: JsonObject): void => {
  const faults = check(body, "");
  if (faults.length > 0) throw refusals.fields(faults);
};
