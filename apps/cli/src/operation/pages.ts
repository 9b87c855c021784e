import { InputError } from "@zoom-webinar/foundation";
import type { Field } from "../fields/fields.ts";

/** How far a list is walked. */
export interface Paging {
  all: boolean;
  maxPages: number;
  /** The largest page that the operation takes: what `--all` asks for unless the caller says otherwise. */
  largestPage: number | undefined;
}

const MOST_PAGES = 100;

/** Reads `--all` and `--max-pages`. Throws `InputError` for a number that is none. */
export const readPaging = (flags: Readonly<Record<string, unknown>>, fields: readonly Field[]): Paging => {
  const { all, maxPages } = flags;
  const largestPage = fields.find(({ path }) => path.join(".") === "page_size")?.maximum;
  if (maxPages !== undefined && !/^[1-9]\d{0,8}$/.test(String(maxPages))) {
    const message = `expected a number of pages, got ${JSON.stringify(maxPages)}`;
    throw InputError.at("--max-pages", message, "Give a whole number above 0.");
  }
  return { all: all === true || maxPages !== undefined, maxPages: maxPages === undefined ? MOST_PAGES : Number(maxPages), largestPage };
};

/** The input of a walk: pages as large as the operation takes them, unless the caller says otherwise. */
export const toWalkInput = (input: Readonly<Record<string, unknown>>, { largestPage }: Paging): Readonly<Record<string, unknown>> =>
  largestPage === undefined || input.page_size !== undefined ? input : { ...input, page_size: largestPage };
