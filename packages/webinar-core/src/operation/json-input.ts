import { InputError } from "@zoom-webinar/foundation";
import { shownValue } from "./shown-value.ts";

const MOST_LEVELS = 100;

/** A list, or an object as JSON has them; not a file's bytes. */
const isPlain = (value: unknown): value is object =>
  Array.isArray(value) || (typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value)));

type Path = readonly string[];

const unfit = (path: Path, message: string, hint: string): InputError => InputError.at(path.join("."), message, hint);

const tooDeep = (): InputError =>
  InputError.at("", `the input is nested more than ${MOST_LEVELS} levels deep`, "No operation takes input that deep. Nothing was sent to Zoom.");

const assertLeaf = (value: unknown, path: Path): void => {
  if (!["bigint", "function", "symbol"].includes(typeof value)) return;
  const hint = typeof value === "bigint" ? `Write it as text: "${value}".` : "Leave the field out, or write it as text, a number, true or false.";
  throw unfit(path, `expected a value that JSON can hold, got ${shownValue(value)}`, hint);
};

/**
 * Throws `InputError` that names the field of a value that JSON cannot hold: a bigint, a function, a symbol, or an object that holds
 * itself; and for input nested too deeply. What a class made, such as a file's bytes, is left to the operation.
 */
export const assertJsonInput = (raw: unknown): void => {
  const heights = new Map<object, number>();
  const onWay = new Set<object>();
  /** How many levels are below a value. One that stands in several places is looked at once. */
  const heightOf = (value: unknown, path: Path): number => {
    if (!isPlain(value)) {
      assertLeaf(value, path);
      return 0;
    }
    if (onWay.has(value)) throw unfit(path, "holds itself, which JSON cannot", "Send a copy without the circle.");
    const known = heights.get(value);
    if (path.length + (known ?? 0) > MOST_LEVELS) throw tooDeep();
    if (known !== undefined) return known;
    onWay.add(value);
    let height = 0;
    for (const [name, inner] of Object.entries(value)) height = Math.max(height, 1 + heightOf(inner, [...path, name]));
    onWay.delete(value);
    heights.set(value, height);
    return height;
  };
  heightOf(raw, []);
};
