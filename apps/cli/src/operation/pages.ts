import { InputError } from "@zoom-webinar/foundation";
import type { Field } from "../fields/fields.ts";

/** How far a list is walked. */
export interface Paging {
  all: boolean;
  maxPages: number;
  /** For reading, in milliseconds. */
  maxMs: number;
  /** The largest page that the operation takes: what `--all` asks for unless the caller says otherwise. */
  largestPage: number | undefined;
}

const MOST_PAGES = 100;
const MOST_MINUTES = 5;
const MINUTE_MS = 60_000;

const readNumber = (flag: string, what: string, given: unknown, usual: number): number => {
  if (given === undefined) return usual;
  if (/^[1-9]\d{0,8}$/.test(String(given))) return Number(given);
  throw InputError.at(flag, `expected a number of ${what}, got ${JSON.stringify(given)}`, "Give a whole number above 0.");
};

/** Reads `--all`, `--max-pages` and `--max-minutes`. Throws `InputError` for a number that is not valid. */
export const readPaging = (flags: Readonly<Record<string, unknown>>, fields: readonly Field[]): Paging => {
  const { all, maxPages, maxMinutes } = flags;
  return {
    all: all === true || maxPages !== undefined || maxMinutes !== undefined,
    maxPages: readNumber("--max-pages", "pages", maxPages, MOST_PAGES),
    maxMs: readNumber("--max-minutes", "minutes", maxMinutes, MOST_MINUTES) * MINUTE_MS,
    largestPage: fields.find(({ path }) => path.join(".") === "page_size")?.maximum,
  };
};

/** The input of a walk: pages as large as the operation takes them, unless the caller says otherwise. */
export const toWalkInput = (input: Readonly<Record<string, unknown>>, { largestPage }: Paging): Readonly<Record<string, unknown>> =>
  largestPage === undefined || input.page_size !== undefined ? input : { ...input, page_size: largestPage };
