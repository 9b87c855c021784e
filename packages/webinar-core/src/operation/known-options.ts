import { InputError, isObject } from "@zoom-webinar/foundation";
import { fieldMeant } from "./input-faults.ts";
import { shownValue } from "./shown-value.ts";

/** Reads one option, which is not undefined: what counts from then on. Throws `InputError` on `field` for a value that it does not take. */
export type OptionReader = (value: unknown, field: string) => unknown;

/** How each option of a kind is read. */
export type OptionReaders<Options> = Readonly<Record<keyof Options & string, OptionReader>>;

const HINT = "Leave it out for its default.";

/** The error of an option that has a value of another kind. */
export const wrongOption = (field: string, expected: string, value: unknown, hint = HINT): InputError =>
  InputError.at(field, `expected ${expected}, got ${shownValue(value)}`, hint);

/** A reader made from a yes-or-no question. */
export const optionThat =
  (expected: string, isFine: (value: unknown) => boolean): OptionReader =>
  (value, field) => {
    if (isFine(value)) return value;
    throw wrongOption(field, expected, value);
  };

/** The same, with null for none. */
export const orNull =
  (read: OptionReader): OptionReader =>
  (value, field) =>
    value === null ? null : read(value, field);

/** An option that a program is called back with. */
export const aFunction = optionThat("a function", (value) => typeof value === "function");
/** True or false. */
export const aSwitch = optionThat("true or false", (value) => typeof value === "boolean");
/** Any text but the empty one. */
export const aText = optionThat("text", (value) => typeof value === "string" && value !== "");
/** An object that has methods of these names. */
export const withMethods = (...names: readonly string[]): OptionReader =>
  optionThat(`an object with ${names.join(", ")}`, (value) => isObject(value) && names.every((name) => typeof value[name] === "function"));

/**
 * Options as they count: each one that is not undefined is read by its reader. Throws `InputError` for what is no object, and for an option that does not
 * exist, with the nearest: one that is misspelt must not be one that is left out.
 */
export const readOptions = <Options extends object>(readers: OptionReaders<Options>, given: Options, field = "options"): Options => {
  const options: unknown = given;
  if (!isObject(options)) throw wrongOption(field, "an object", options);
  const at = (name: string) => (field === "options" ? name : `${field}.${name}`);
  const entries = Object.entries(options).flatMap(([name, value]): [string, unknown][] => {
    if (!isReader(readers, name)) {
      const near = fieldMeant(name, Object.keys(readers));
      throw InputError.at(
        at(name),
        "there is no such option",
        near === null ? `Options: ${Object.keys(readers).join(", ")}.` : `Did you mean ${near}?`,
      );
    }
    return value === undefined ? [] : [[name, readers[name](value, at(name))]];
  });
  // Each value was read by the reader of its own name.
  return Object.fromEntries(entries) as Options;
};

const isReader = <Options>(readers: OptionReaders<Options>, name: string): name is keyof Options & string => Object.hasOwn(readers, name);
