import { InputError } from "@zoom-webinar/foundation";
import { isPageTokenRefusal } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import type { OperationContext } from "./operation.ts";

/** Rows that one call gives at most, however many pages it walks: what comes after them is reached by the token that it answers. */
export const MOST_ROWS = 10_000;

/** How often a walk starts anew after its page token was refused, before it says that it is not complete. */
const MOST_RESTARTS = 2;

const ONE_PAGE = 30;
const LARGEST_PAGE = 300;

/** Input of a list that Zoom gives in pages: one page, or all of them in one call. */
export const pagedInput = {
  page_size: z.number().int().min(1).max(LARGEST_PAGE).optional().describe("Rows per page, at most 300; 30 unless given"),
  next_page_token: z.string().max(2000).optional().describe("From the previous page; expires after 15 minutes"),
  all: z.boolean().optional().describe("Read all pages, up to 10000 rows"),
};

/** Output of such a list, besides its rows. */
export const pagedOutput = {
  next_page_token: z.string().nullable(),
  total_records: z.number().int().nullable(),
  complete: z.boolean().describe("False: there are rows after these"),
};

/** What `pagedInput` parses to. */
export interface PagedInput {
  page_size?: number | undefined;
  next_page_token?: string | undefined;
  all?: boolean | undefined;
}

/** One page as it was read; an empty token and a missing count are fine. */
export interface ReadPage<Row> {
  rows: readonly Row[];
  next_page_token?: string | null | undefined;
  total_records?: number | null | undefined;
}

/** The rows with what `pagedOutput` says of them. */
export interface PagedRows<Row> {
  rows: Row[];
  next_page_token: string | null;
  total_records: number | null;
  complete: boolean;
}

export interface PagedOptions<Row> {
  /** What makes a row itself, where it has an id of its own: a list that changes while it is walked then repeats none. Default: all of it. */
  identify?: (row: Row) => string | null;
  /** Default `MOST_ROWS`. */
  mostRows?: number;
}

/** Which page to read. Goes into the query as it is. */
export type PageAt = { page_size: number; next_page_token: string | undefined };

/**
 * Reads one page, or with `all` page after page up to `MOST_ROWS`, telling how far it is. Where Zoom refuses the token in between (it lives 15 minutes)
 * the walk starts anew and leaves out the rows it has; after the second time it gives what it has with `complete: false`.
 * `read` makes the one call for a page; errors other than a refused token pass through.
 */
export const paged = async <Row>(
  input: PagedInput,
  ctx: Pick<OperationContext, "progress">,
  read: (at: PageAt) => Promise<ReadPage<Row>>,
  options: PagedOptions<Row> = {},
): Promise<PagedRows<Row>> => {
  if (input.all !== true) {
    const page = await read({ page_size: input.page_size ?? ONE_PAGE, next_page_token: input.next_page_token });
    const token = page.next_page_token || null;
    return { rows: [...page.rows], next_page_token: token, total_records: page.total_records ?? null, complete: token === null };
  }
  return walk(input, ctx, read, options);
};

/**
 * The n-th page, for callers that still count pages: Zoom reaches it only through those before it. Past the last page there are no rows.
 * Throws `InputError` where another way of paging is asked for as well.
 */
export const readPageNumber = async <Row>(
  pageNumber: number,
  { page_size = ONE_PAGE, next_page_token, all }: PagedInput,
  read: (at: PageAt) => Promise<ReadPage<Row>>,
): Promise<PagedRows<Row>> => {
  if (next_page_token !== undefined || all === true) {
    throw InputError.at("page_number", "goes only with page_size", "Leave page_number out; next_page_token and all are the better ways.");
  }
  let token: string | undefined;
  for (let number = 1; ; number += 1) {
    const page = await read({ page_size, next_page_token: token });
    const total_records = page.total_records ?? null;
    token = page.next_page_token || undefined;
    const isLast = token === undefined;
    if (number === pageNumber) return { rows: [...page.rows], next_page_token: token ?? null, total_records, complete: isLast };
    if (isLast) return { rows: [], next_page_token: null, total_records, complete: true };
  }
};

const walk = async <Row>(
  { page_size = LARGEST_PAGE, next_page_token: first }: PagedInput,
  { progress }: Pick<OperationContext, "progress">,
  read: (at: PageAt) => Promise<ReadPage<Row>>,
  { identify, mostRows = MOST_ROWS }: PagedOptions<Row>,
): Promise<PagedRows<Row>> => {
  const kept = keeper(identify);
  let token = first;
  let total: number | null = null;
  let restarts = 0;
  const walked = new Set<string>();
  for (;;) {
    const page = await read({ page_size, next_page_token: token }).catch((error: unknown) => {
      // A token that the caller brought is the caller's to renew: rows before it are not ours to repeat.
      if (!isPageTokenRefusal(error) || token === first) throw error;
      return null;
    });
    if (page === null) {
      if (restarts === MOST_RESTARTS) return { rows: kept.rows, next_page_token: null, total_records: total, complete: false };
      restarts += 1;
      token = first;
      walked.clear();
      kept.restart();
      continue;
    }
    kept.add(page.rows);
    total = page.total_records ?? total;
    progress({ done: kept.rows.length, total });
    token = page.next_page_token || undefined;
    if (token === undefined) return { rows: kept.rows, next_page_token: null, total_records: total, complete: true };
    if (kept.rows.length >= mostRows) return { rows: kept.rows, next_page_token: token, total_records: total, complete: false };
    // A token that comes a second time leads round in a circle: rows that are left out as known would never end the walk.
    if (walked.has(token)) return { rows: kept.rows, next_page_token: null, total_records: total, complete: false };
    walked.add(token);
  }
};

/** Keeps each row once: by its identity; without one, as often as a single walk shows it. */
const keeper = <Row>(identify: ((row: Row) => string | null) | undefined) => {
  const rows: Row[] = [];
  const counts = new Map<string, number>();
  let thisWalk = new Map<string, number>();
  return {
    rows,
    /** The pages come again from the first. */
    restart: () => {
      thisWalk = new Map();
    },
    add: (page: readonly Row[]) => {
      for (const row of page) {
        const own = identify?.(row) ?? null;
        const key = own ?? JSON.stringify(row);
        const seen = (thisWalk.get(key) ?? 0) + 1;
        thisWalk.set(key, seen);
        const known = counts.get(key) ?? 0;
        if (own === null ? seen <= known : known > 0) continue;
        counts.set(key, known + 1);
        rows.push(row);
      }
    },
  };
};
