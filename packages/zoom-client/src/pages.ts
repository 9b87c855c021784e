import { ResponseError } from "@zoom-webinar/foundation";
import type { AnyArgs } from "./request/build.ts";

/** Pages read at most, so that a list that never ends ends here. */
const MAX_PAGES = 10_000;

const tokenOf = (reply: unknown): string => {
  const token = typeof reply === "object" && reply !== null && "next_page_token" in reply ? reply.next_page_token : "";
  return typeof token === "string" ? token : "";
};

/**
 * Reads page after page until the token is empty, with the filters as they were at the first one: Zoom ties a token to them.
 * Throws `ResponseError` where Zoom sends a token a second time or there is no end within `maxPages`; pages already yielded stay valid.
 */
export async function* walkPages<Reply>(
  read: (args: AnyArgs) => Promise<Reply>,
  args: AnyArgs,
  maxPages: number = MAX_PAGES,
): AsyncGenerator<Reply, void, undefined> {
  const frozen = structuredClone(args);
  const seen = new Set<string>();
  let token: string | undefined;
  for (let page = 1; ; page += 1) {
    const reply = await read(token === undefined ? frozen : { ...frozen, query: { ...frozen.query, next_page_token: token } });
    yield reply;
    token = tokenOf(reply);
    if (token === "") return;
    if (seen.has(token))
      throw new ResponseError(`Zoom sent the same page token twice; ${page} pages were read.`, {
        hint: "Try again from the first page.",
        details: { pages: page },
      });
    if (page >= maxPages)
      throw new ResponseError(`The list has more than ${maxPages} pages; they were read and the rest was left.`, {
        hint: "Narrow the list by a filter, or raise maxPages.",
        details: { pages: page },
      });
    seen.add(token);
  }
}

/** The reply of a list that Zoom gives whole, as the only page. */
export async function* onePage<Reply>(read: (args: AnyArgs) => Promise<Reply>, args: AnyArgs): AsyncGenerator<Reply, void, undefined> {
  yield await read(args);
}
