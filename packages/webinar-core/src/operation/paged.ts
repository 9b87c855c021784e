import { InputError } from "@zoom-webinar/foundation";
import { isIncompleteList, type ListPage, type RowKey, walkList } from "@zoom-webinar/zoom-client";
import { line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import type { OperationContext } from "./operation.ts";

/** Rows that one call with `all` returns at most: those after them are reached by the token in its answer. */
export const MOST_ROWS = 10_000;
/** Pages that one call with `all` reads at most, and how long (milliseconds). */
const MOST_PAGES = 1000;
const MOST_MS = 5 * 60_000;

/** Rows of a page unless the caller says otherwise, and at most. */
export const ONE_PAGE = 30;
export const LARGEST_PAGE = 300;

/** Input of a list that Zoom gives in pages: one page, or all of them in one call. */
export const pagedInput = {
  page_size: z.number().int().min(1).max(LARGEST_PAGE).optional().describe("Rows per page, at most 300; 30 unless given"),
  next_page_token: line().max(2000).optional().describe("From the previous page; expires after 15 minutes"),
  all: z.boolean().optional().describe("Read all pages, up to 10000 rows"),
};

/** Output of such a list, besides its rows. */
export const pagedOutput = {
  next_page_token: line().nullable(),
  total_records: z.number().int().nullable(),
  complete: z.boolean().describe("False: there are rows after these"),
};

/** What `pagedInput` parses to. */
export interface PagedInput {
  page_size?: number | undefined;
  next_page_token?: string | undefined;
  all?: boolean | undefined;
}

/** The rows with what `pagedOutput` says of them. */
export interface PagedRows<Row> {
  rows: Row[];
  next_page_token: string | null;
  total_records: number | null;
  complete: boolean;
}

export interface PagedOptions {
  /** What distinguishes rows. Default: all their content. */
  rowKey?: RowKey | undefined;
  /** Default `MOST_ROWS`. */
  mostRows?: number;
}

/** Which page to read. Goes into the query as it is. */
export type PageAt = { page_size: number; next_page_token: string | undefined };

type WalkContext = Pick<OperationContext, "progress" | "clock">;

/**
 * Reads one page, or with `all` the whole list up to `MOST_ROWS`, reporting how far it is. A list that does not end, or whose tokens Zoom refuses again and
 * again, returns what was read with `complete: false`. `read` makes the one call for a page; its other errors pass through.
 */
export const paged = async <Row>(
  input: PagedInput,
  ctx: WalkContext,
  read: (at: PageAt) => Promise<ListPage<Row>>,
  options: PagedOptions = {},
): Promise<PagedRows<Row>> => {
  if (input.all !== true) {
    const page = await read({ page_size: input.page_size ?? ONE_PAGE, next_page_token: input.next_page_token });
    const token = page.next_page_token || null;
    return { rows: [...page.rows], next_page_token: token, total_records: page.total_records ?? null, complete: token === null };
  }
  return readAll(input, ctx, read, options);
};

/**
 * The n-th page, for callers that still count pages: Zoom reaches it only through those before it. Past the last page there are no rows.
 * Throws `InputError` if another way of paging is asked for as well.
 */
export const readPageNumber = async <Row>(
  pageNumber: number,
  { page_size = ONE_PAGE, next_page_token, all }: PagedInput,
  read: (at: PageAt) => Promise<ListPage<Row>>,
): Promise<PagedRows<Row>> => {
  if (next_page_token !== undefined || all === true) {
    throw InputError.at("page_number", "works only with page_size", "Leave page_number out; next_page_token and all are the better ways.");
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

const readAll = async <Row>(
  { page_size = LARGEST_PAGE, next_page_token: from }: PagedInput,
  { progress, clock }: WalkContext,
  read: (at: PageAt) => Promise<ListPage<Row>>,
  { rowKey, mostRows = MOST_ROWS }: PagedOptions,
): Promise<PagedRows<Row>> => {
  const list: PagedRows<Row> = { rows: [], next_page_token: null, total_records: null, complete: false };
  const bounds = { key: rowKey ?? null, clock, from, maxPages: MOST_PAGES, maxMs: MOST_MS };
  try {
    for await (const step of walkList((next_page_token) => read({ page_size, next_page_token }), bounds)) {
      for (const row of step.rows) list.rows.push(row);
      list.total_records = step.page.total_records ?? list.total_records;
      list.next_page_token = step.next;
      list.complete = step.complete;
      progress({ done: list.rows.length, total: list.total_records });
      if (list.rows.length >= mostRows && step.next !== null) break;
    }
  } catch (error) {
    if (!isIncompleteList(error)) throw error;
    const { next_page_token } = error.details;
    list.next_page_token = typeof next_page_token === "string" ? next_page_token : null;
  }
  return list;
};
