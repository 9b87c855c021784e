import { InputError } from "@zoom-webinar/foundation";

export const LAST_PORT = 65_535;

/** A whole number from a flag. Throws `InputError` outside the bounds. */
export const wholeNumber = (flag: string, value: unknown, most: number): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw InputError.at(flag, `expected a whole number from 1 to ${most}`);
};
