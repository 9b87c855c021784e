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

/** One page as an operation answers it. */
export type Page = Readonly<Record<string, unknown>>;

/** Where a walk stands after a page. */
export interface Step {
  page: Page;
  /** Token of the page that comes next, null after the last one. */
  next: string | null;
}

/** Yields pages in Zoom's order until there is no next one, or `maxPages` were given. Pages already yielded stay valid when a later one fails. */
export async function* walkPages(
  list: (input: Record<string, unknown>) => Promise<unknown>,
  input: Record<string, unknown>,
  { maxPages, largestPage }: Paging,
): AsyncGenerator<Step> {
  let asked = largestPage === undefined || input.page_size !== undefined ? input : { ...input, page_size: largestPage };
  for (let count = 0; count < maxPages; count++) {
    const page = (await list(asked)) as Page;
    const next = typeof page.next_page_token === "string" && page.next_page_token !== "" ? page.next_page_token : null;
    yield { page, next };
    if (next === null) return;
    asked = { ...asked, next_page_token: next };
  }
}
