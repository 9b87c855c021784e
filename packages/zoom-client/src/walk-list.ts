import { type Clock, ResponseError } from "@zoom-webinar/foundation";
import { isPageTokenRefusal } from "./errors/from-response.ts";
import type { RowKey } from "./row-keys.ts";
import { seenRows } from "./seen-rows.ts";

/** Pages that one walk reads at most. */
const MOST_PAGES = 10_000;
/** Time that one walk spends on reading at most; what its caller does with the pages does not count. */
const MOST_MS = 30 * 60_000;
/** Fresh starts in a row that may bring nothing new. */
const FRUITLESS_STARTS = 2;
/** Pages in a row that may bring nothing new, besides those that a fresh start has to read again. */
const FRUITLESS_PAGES = 30;

/** A page of a list; an empty token and a missing count are fine. */
export interface ListPage<Row> {
  rows: readonly Row[];
  next_page_token?: string | null | undefined;
  total_records?: number | null | undefined;
}

/** Where a walk stands after a page. */
export interface WalkStep<Page extends ListPage<unknown>> {
  /** As it was read. */
  page: Page;
  /** Its rows without those of earlier pages; the page's own array if all are new. */
  rows: readonly Page["rows"][number][];
  /** Token of the page that follows; null if none follows, or if the token leads nowhere. */
  next: string | null;
  /** True for the last page of a list that was read to its end, and for no other. */
  complete: boolean;
}

/** How far a walk goes, and how it distinguishes rows. */
export interface WalkOptions {
  /** Null: a row is known by all its content. */
  key: RowKey | null;
  clock: Pick<Clock, "monotonic">;
  /** Token of the page to begin with. Default: the first page. */
  from?: string | undefined;
  /** Default 10,000. */
  maxPages?: number | undefined;
  /** For reading, in milliseconds. Default 30 minutes. */
  maxMs?: number | undefined;
}

/** True for the error of a walk that ended before the list did. What it yielded is valid. `details`: `pages` read, `next_page_token` to go on with, or null. */
export const isIncompleteList = (error: unknown): error is ResponseError => error instanceof ResponseError && error.details.complete === false;

const incomplete = (message: string, { pages, next = null, cause }: { pages: number; next?: string | null; cause?: unknown }) =>
  new ResponseError(message, {
    hint:
      next === null ? "Try again from the first page." : "Narrow the list with a filter, or go on from details.next_page_token within 15 minutes.",
    cause,
    details: { complete: false, pages, next_page_token: next },
  });

/** A page like the one before it, for rows that may come twice: they are nothing new. The first rows nearly always differ, and are compared first. */
const isSamePage = (page: readonly unknown[], before: readonly unknown[]): boolean =>
  JSON.stringify(page[0]) === JSON.stringify(before[0]) && JSON.stringify(page) === JSON.stringify(before);

/**
 * Reads a list page by page, each when it is asked for, until its token is empty. Rows that move to a later page meanwhile are given once. If Zoom refuses
 * a token (it lives 15 minutes), or the number of rows changes on the way, the list is read again from its first page, and known rows are left out.
 * Throws an error for which `isIncompleteList` holds if a token comes twice, tokens are refused again and again, or the list does not end within its bounds
 * of pages, time, and pages without anything new. Errors of `read` pass through.
 * Source: Zoom API, pagination.
 */
export async function* walkList<Page extends ListPage<unknown>>(
  read: (token: string | undefined) => Promise<Page>,
  { key, clock, from, maxPages = MOST_PAGES, maxMs = MOST_MS }: WalkOptions,
): AsyncGenerator<WalkStep<Page>, void, undefined> {
  const seen = seenRows(key);
  const isUnique = key?.isUnique === true;
  let token = from;
  let tokens = new Set([from]);
  let total: number | null = null;
  let before: readonly unknown[] = [];
  let pages = 0;
  let pagesOfPass = 0;
  let longestPass = 0;
  let fruitlessPages = 0;
  let fruitlessStarts = 0;
  let spentMs = 0;
  let mayReadAgain = true;

  const startAnew = () => {
    seen.startAnew();
    longestPass = Math.max(longestPass, pagesOfPass);
    [token, tokens, total, before, pagesOfPass, fruitlessPages] = [from, new Set([from]), null, [], 0, 0];
  };
  const assertWithinBounds = () => {
    const facts = { pages, next: token ?? null };
    if (pages >= maxPages) throw incomplete(`The list has more than ${maxPages} pages; the rest was not read.`, facts);
    if (spentMs >= maxMs) throw incomplete(`The list was not read to its end within ${Math.round(maxMs / 1000)} seconds.`, facts);
    if (fruitlessPages > longestPass + FRUITLESS_PAGES) {
      throw incomplete(`Zoom sent ${fruitlessPages} pages in a row without a new row, and offers more of them.`, facts);
    }
  };
  /** Null if Zoom refuses the token. */
  const readPage = async (): Promise<Page | null> => {
    const startedMs = clock.monotonic();
    try {
      return await read(token);
    } catch (error) {
      // A token that the caller brought is the caller's to renew.
      if (!isPageTokenRefusal(error) || pages === 0 || token === undefined) throw error;
      if (fruitlessStarts >= FRUITLESS_STARTS || token === from) {
        throw incomplete("Zoom refuses the page tokens of this list again and again; not all of it was read.", { pages, cause: error });
      }
      return null;
    } finally {
      spentMs += clock.monotonic() - startedMs;
    }
  };

  for (;;) {
    assertWithinBounds();
    const page = await readPage();
    if (page === null) {
      fruitlessStarts += 1;
      startAnew();
      continue;
    }
    pages += 1;
    pagesOfPass += 1;
    total ??= page.total_records ?? null;
    const rows = seen.newOf<Page["rows"][number]>(page.rows);
    const hasNews = rows.length > 0;
    if (hasNews) fruitlessStarts = 0;
    fruitlessPages = hasNews && (isUnique || !isSamePage(page.rows, before)) ? 0 : fruitlessPages + 1;
    before = page.rows;
    const next = page.next_page_token || null;
    const isKnown = next !== null && tokens.has(next);
    // If the count changed, somebody was added or taken off while we read, and a row may have slipped over a page's edge.
    const mustReadAgain = next === null && mayReadAgain && (page.total_records ?? null) !== total;
    const complete = next === null && !mustReadAgain;
    // After a fresh start, a page on which nothing is new is not worth showing, unless it is the last.
    if (hasNews || complete || !seen.isRepeating) yield { page, rows, next: isKnown ? null : next, complete };
    if (complete) return;
    if (isKnown) throw incomplete(`Zoom sent the same page token twice; ${pages} pages were read.`, { pages });
    if (next === null) {
      mayReadAgain = false;
      startAnew();
      continue;
    }
    tokens.add(next);
    token = next;
  }
}
