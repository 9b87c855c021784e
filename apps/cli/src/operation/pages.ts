import { readWholeNumber, type WholeRange } from "@zoom-webinar/foundation";
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

/** Far beyond any list of Zoom's; more is a slip of the keys. */
const PAGES: WholeRange = { least: 1, most: 1_000_000 };
/** A week. */
const MINUTES: WholeRange = { least: 1, most: 10_080 };

/** Reads `--all`, `--max-pages` and `--max-minutes`. Throws `InputError` for a number that is not valid. */
export const readPaging = (flags: Readonly<Record<string, unknown>>, fields: readonly Field[]): Paging => {
  const { all, maxPages, maxMinutes } = flags;
  return {
    all: all === true || maxPages !== undefined || maxMinutes !== undefined,
    maxPages: maxPages === undefined ? MOST_PAGES : readWholeNumber("--max-pages", maxPages, PAGES),
    maxMs: (maxMinutes === undefined ? MOST_MINUTES : readWholeNumber("--max-minutes", maxMinutes, MINUTES)) * MINUTE_MS,
    largestPage: fields.find(({ path }) => path.join(".") === "page_size")?.maximum,
  };
};

/** The input of a walk: pages as large as the operation takes them, unless the caller says otherwise. */
export const toWalkInput = (input: Readonly<Record<string, unknown>>, { largestPage }: Paging): Readonly<Record<string, unknown>> =>
  largestPage === undefined || input.page_size !== undefined ? input : { ...input, page_size: largestPage };
