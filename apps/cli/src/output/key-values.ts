import { safeLine, showValue } from "./safe-text.ts";
import { isRow, isRows, type Row } from "./shape.ts";

const hasValue = (value: unknown): boolean => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** How a plain value is shown; `name` is the dotted path to it. */
type Show = (name: string, value: unknown) => string;

/** An object as aligned lines, objects inside it indented below their name. Fields without a value are left out. */
export const keyValues = (object: Row, show: Show = (_name, value) => showValue(value)): string => linesOf(object, show, "", "");

const MOST_ON_A_LINE = 60;
/** Texts that are a line each, such as notes, because together they are too long for one. */
const isLongList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 1 && value.every((text) => typeof text === "string") && value.join(", ").length > MOST_ON_A_LINE;

const linesOf = (object: Row, show: Show, indent: string, above: string): string => {
  const entries = Object.entries(object).filter(([, value]) => hasValue(value));
  const widest = Math.max(0, ...entries.filter(([, value]) => !isRow(value) && !isRows(value)).map(([name]) => name.length));
  return entries
    .map(([name, value]) => {
      const path = `${above}${name}`;
      if (isRow(value)) return `${indent}${safeLine(name)}\n${linesOf(value, show, `${indent}  `, `${path}.`)}`;
      if (isRows(value)) {
        return `${indent}${safeLine(name)}\n${value.map((item) => dashed(linesOf(item, show, `${indent}    `, `${path}.`), indent)).join("")}`;
      }
      const label = `${indent}${safeLine(name).padEnd(widest)}  `;
      if (isLongList(value)) return value.map((text, at) => `${at === 0 ? label : " ".repeat(label.length)}${show(path, text)}\n`).join("");
      return `${label}${show(path, value)}\n`;
    })
    .join("");
};

/** The first line of an item gets a dash, so that one sees where it begins. */
const dashed = (item: string, indent: string): string => `${indent}  - ${item.slice(indent.length + 4)}`;
