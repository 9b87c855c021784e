import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "./input-faults.ts";
import { shownValue } from "./shown-value.ts";

/** The value, if it is one of these words. Throws `InputError` on `field` that names them, with the nearest, else with `hint`. */
export const assertOneOf = <Word extends string>(value: unknown, words: readonly Word[], field: string, hint: string): Word => {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const near = typeof value === "string" ? didYouMean(value, words) : null;
  throw InputError.at(field, `expected one of ${words.join(", ")}, got ${shownValue(value)}`, near === null ? hint : `Did you mean ${near}?`);
};
