import { ResponseError } from "@zoom-webinar/foundation";
import { ROW_KEYS } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import { paged } from "../../operation/paged.ts";
import { toUserRow, userRow } from "./row.ts";

/** A user with the number by which a person may choose them. */
export const numberedUser = userRow.extend({ number: z.number().int() });
export type NumberedUser = z.output<typeof numberedUser>;

/**
 * The account's active users, all pages, numbered in Zoom's order: the same list behind `list_users_for_selection` and every selection.
 * Throws `ResponseError` if it cannot be read to its end, since a number or "last" would then mean somebody else.
 */
export const listCandidates = async (ctx: OperationContext): Promise<NumberedUser[]> => {
  const { rows, complete } = await paged(
    { all: true },
    ctx,
    async ({ page_size, next_page_token }) => {
      const page = await ctx.zoom.call("GET /users", { query: { status: "active", page_size, next_page_token } });
      return { ...page, rows: (page.users ?? []).map(toUserRow) };
    },
    { rowKey: ROW_KEYS["GET /users"] },
  );
  if (!complete) {
    throw new ResponseError(`The account has more users than the ${rows.length} that were read, so they cannot be numbered.`, {
      hint: "Name the user by e-mail or ID.",
    });
  }
  return rows.map((user, at) => ({ number: at + 1, ...user }));
};
