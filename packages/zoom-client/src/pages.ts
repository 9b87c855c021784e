import { ResponseError } from "@zoom-webinar/foundation";
import { isPageTokenRefusal } from "./errors/from-response.ts";
import type { AnyArgs } from "./request/build.ts";
import { rowFilter } from "./seen-rows.ts";

/** Pages read at most, so that a list that never ends ends here. */
const MAX_PAGES = 10_000;
/** Fresh starts in a row that may bring nothing new. */
const FRUITLESS_STARTS = 2;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const tokenOf = (reply: unknown): string => {
  const token = isRecord(reply) ? reply.next_page_token : "";
  return typeof token === "string" ? token : "";
};

const totalOf = (reply: unknown): number | null => (isRecord(reply) && typeof reply.total_records === "number" ? reply.total_records : null);

const incomplete = (message: string, hint: string, facts: { pages: number; cause?: unknown }) =>
  new ResponseError(message, { hint, cause: facts.cause, details: { complete: false, pages: facts.pages } });

/** True for the error of a walk that ended before the list did: what it yielded is valid, but not all. `details.pages` says how many were read. */
export const isIncompleteList = (error: unknown): boolean => error instanceof ResponseError && error.details.complete === false;

/** What a walk knows besides the arguments. */
export interface WalkOptions {
  /** The property of the reply that holds the rows, null where it is not known. */
  items: string | null;
  /** True where a row's id appears once in the list. */
  uniqueIds: boolean;
  maxPages?: number | undefined;
}

/**
 * Reads page after page until the token is empty, with the filters as they were at the first one: Zoom ties a token to them. Rows that moved to a later
 * page, because somebody was added meanwhile, are yielded once. Where Zoom refuses a token (it lives 15 minutes), or the number of rows changed on the
 * way, the list is read again from its first page, and what was yielded before is left out.
 * Throws an error for which `isIncompleteList` holds where Zoom sends a token a second time, refuses tokens without anything new coming, or there is no
 * end within `maxPages`; pages already yielded stay valid.
 */
export async function* walkPages<Reply>(
  read: (args: AnyArgs) => Promise<Reply>,
  args: AnyArgs,
  { items, uniqueIds, maxPages = MAX_PAGES }: WalkOptions,
): AsyncGenerator<Reply, void, undefined> {
  const frozen = structuredClone(args);
  const rows = rowFilter(items, uniqueIds);
  let tokens = new Set<string>();
  let token: string | undefined;
  let pages = 0;
  let fruitless = 0;
  let firstTotal: number | null = null;
  let mayReadAgain = items !== null;

  const startAnew = () => {
    rows.startAnew();
    tokens = new Set();
    token = undefined;
    firstTotal = null;
  };
  for (;;) {
    if (pages >= maxPages)
      throw incomplete(
        `The list has more than ${maxPages} pages; they were read and the rest was left.`,
        "Narrow the list by a filter, or raise maxPages.",
        {
          pages,
        },
      );
    let reply: Reply;
    try {
      reply = await read(token === undefined ? frozen : { ...frozen, query: { ...frozen.query, next_page_token: token } });
    } catch (error) {
      if (token === undefined || !isPageTokenRefusal(error) || items === null) throw error;
      if (fruitless >= FRUITLESS_STARTS)
        throw incomplete("Zoom refuses the page tokens of this list again and again; not all of it was read.", "Try again from the first page.", {
          pages,
          cause: error,
        });
      fruitless += 1;
      startAnew();
      continue;
    }
    pages += 1;
    firstTotal ??= totalOf(reply);
    const { fresh, hasNews } = rows.filter(reply);
    if (hasNews) fruitless = 0;
    // After a fresh start, and with nothing new on it, a page is not worth showing.
    if (hasNews || !rows.isRepeating) yield fresh;
    token = tokenOf(reply);
    if (token === "") {
      const changed = totalOf(reply) !== firstTotal;
      if (!changed || !mayReadAgain) return;
      // Somebody was taken off or added while we read: a row may have slipped over a page's edge.
      mayReadAgain = false;
      startAnew();
      continue;
    }
    if (tokens.has(token))
      throw incomplete(`Zoom sent the same page token twice; ${pages} pages were read.`, "Try again from the first page.", { pages });
    tokens.add(token);
  }
}

/** The reply of a list that Zoom gives whole, as the only page. */
export async function* onePage<Reply>(read: (args: AnyArgs) => Promise<Reply>, args: AnyArgs): AsyncGenerator<Reply, void, undefined> {
  yield await read(args);
}
