import { safeLine, showValue } from "./safe-text.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isObjectList = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

const hasValue = (value: unknown): boolean => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** An object as aligned lines, objects inside it indented below their name. Fields without a value are left out. */
export const keyValues = (object: Readonly<Record<string, unknown>>, indent = ""): string => {
  const entries = Object.entries(object).filter(([, value]) => hasValue(value));
  const nested = (value: unknown) => isObject(value) || isObjectList(value);
  const widest = Math.max(0, ...entries.filter(([, value]) => !nested(value)).map(([name]) => name.length));
  return entries
    .map(([name, value]) => {
      if (isObject(value)) return `${indent}${safeLine(name)}\n${keyValues(value, `${indent}  `)}`;
      if (isObjectList(value)) return `${indent}${safeLine(name)}\n${value.map((item) => dashed(keyValues(item, `${indent}    `), indent)).join("")}`;
      return `${indent}${safeLine(name).padEnd(widest)}  ${showValue(value)}\n`;
    })
    .join("");
};

/** The first line of an item gets a dash, so that one sees where it begins. */
const dashed = (item: string, indent: string): string => `${indent}  - ${item.slice(indent.length + 4)}`;
