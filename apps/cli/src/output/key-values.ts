import { safeLine, showValue } from "./safe-text.ts";
import { isRow, isRows, type Row } from "./shape.ts";
import { foldWhole } from "./whole.ts";

const hasValue = (value: unknown): boolean => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** How a plain value is shown; `name` is the dotted path to it. */
type Show = (name: string, value: unknown) => string;

/**
 * An object as aligned lines, objects inside it indented below their name. Fields without a value are left out. `width`: of the terminal, in which texts are
 * wrapped at words, beside their name.
 */
export const keyValues = (object: Row, show: Show = (_name, value) => showValue(value), width: number | null = null): string =>
  linesOf(object, show, { indent: "", above: "", width });

interface Place {
  readonly indent: string;
  /** Dotted path to the object, with a dot behind it. */
  readonly above: string;
  readonly width: number | null;
}

/** Beside a longer name, texts are not wrapped any narrower. */
const NARROWEST_TEXT = 20;

const MOST_ON_A_LINE = 60;
/** Texts that are a line each, such as notes, because together they are too long for one. */
const isLongList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 1 && value.every((text) => typeof text === "string") && value.join(", ").length > MOST_ON_A_LINE;

const linesOf = (object: Row, show: Show, { indent, above, width }: Place): string => {
  const entries = Object.entries(object).filter(([, value]) => hasValue(value));
  const widest = Math.max(0, ...entries.filter(([, value]) => !isRow(value) && !isRows(value)).map(([name]) => name.length));
  return entries
    .map(([name, value]) => {
      const path = `${above}${name}`;
      if (isRow(value)) return `${indent}${safeLine(name)}\n${linesOf(value, show, { indent: `${indent}  `, above: `${path}.`, width })}`;
      if (isRows(value)) {
        return `${indent}${safeLine(name)}\n${value.map((item) => dashed(linesOf(item, show, { indent: `${indent}    `, above: `${path}.`, width }), indent)).join("")}`;
      }
      const label = `${indent}${safeLine(name).padEnd(widest)}  `;
      const texts = isLongList(value) ? value.map((text) => show(path, text)) : [show(path, value)];
      const lines = width === null ? texts : texts.flatMap((text) => foldWhole(name, text, Math.max(NARROWEST_TEXT, width - label.length)));
      return lines.map((line, at) => `${at === 0 ? label : " ".repeat(label.length)}${line}\n`).join("");
    })
    .join("");
};

/** The first line of an item gets a dash, so that one sees where it begins. */
const dashed = (item: string, indent: string): string => `${indent}  - ${item.slice(indent.length + 4)}`;
