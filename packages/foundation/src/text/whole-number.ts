import { InputError } from "../errors/classes.ts";

/** What a whole number may be, both ends included. */
export interface WholeRange {
  readonly least: number;
  readonly most: number;
}

/** Ports that a program may listen on; 0 takes a free one. */
export const PORTS: WholeRange = { least: 0, most: 65_535 };

/** Reads a whole number as people write it: in digits. Throws `InputError` on `field` that names the range. */
export const readWholeNumber = (field: string, given: unknown, { least, most }: WholeRange, hint?: string): number => {
  const text = String(given).trim();
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw InputError.at(field, `expected a whole number from ${least} to ${most}, got ${JSON.stringify(String(given))}`, hint);
};
