import { isObject, type JsonObject } from "../http/json.ts";
import { refusals } from "./refusals.ts";

/** Looks at one value and names the fields at fault, none where it is fine. */
export type Check = (value: unknown, field: string) => readonly string[];

/** A check made from a yes-or-no question. */
export const that =
  (isFine: (value: unknown) => boolean): Check =>
  (value, field) =>
    isFine(value) ? [] : [field];

/** True or false. */
export const flag = that((value) => typeof value === "boolean");

/** Text within bounds and, where given, of a form. */
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

/** A list of at most `max` items, each of which passes. */
export const list =
  (item: Check, max = Number.POSITIVE_INFINITY): Check =>
  (value, field) =>
    Array.isArray(value) && value.length <= max ? value.flatMap((entry, index) => item(entry, `${field}[${index}]`)) : [field];

/** An object. Fields without a check are let through, as Zoom ignores what it does not know; null counts as absent. */
export const object =
  (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, field) => {
    if (!isObject(value)) return [field];
    const at = (name: string) => (field === "" ? name : `${field}.${name}`);
    const isAbsent = (name: string) => value[name] === undefined || value[name] === null;
    const missing = required.filter((name) => isAbsent(name) || value[name] === "");
    const faulty = Object.entries(fields)
      .filter(([name]) => !isAbsent(name) && !missing.includes(name))
      .flatMap(([name, check]) => check(value[name], at(name)));
    return [...missing.map(at), ...faulty];
  };

/** Refuses a body with Zoom's "Validation Failed.", naming each field at fault. */
export const assertValid = (check: Check, body: JsonObject): void => {
  const faults = check(body, "");
  if (faults.length > 0) throw refusals.fields(faults);
};
