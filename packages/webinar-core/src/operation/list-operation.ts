import { type InputOf, type ListPage, type PagedId, type ReplyOf, ROW_KEYS } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { inputSchema, splitInput } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { assertWindow } from "../time/window.ts";
import type { CliHints } from "./cli-hints.ts";
import { countOf, partOf } from "./counts.ts";
import type { Operation, OperationContext } from "./operation.ts";
import { LARGEST_PAGE, MOST_ROWS, ONE_PAGE, type PagedInput, type PagedRows, paged, pagedInput, pagedOutput } from "./paged.ts";
import { full, zoomRows } from "./short.ts";

/** Property of the reply that holds the rows. */
type ItemsOf<Id extends PagedId> = (typeof endpoints)[Id]["items"];
type RowOf<Id extends PagedId> = ReplyOf<Id> extends { [K in ItemsOf<Id>]?: (infer Row)[] | undefined } ? Row : never;

type PageReply<Row> = { [items in string]?: Row[] } & { next_page_token?: string; total_records?: number };

/** The endpoint's own input, `all`, and `full` if the list has short rows. */
export type ListInput<Id extends PagedId> = InputOf<Id> & { all?: boolean | undefined; full?: boolean | undefined };

/** The rows as Zoom documents them, and how far the list was read. */
export type ListOutput<Id extends PagedId> = { [K in ItemsOf<Id>]: RowOf<Id>[] } & Omit<PagedRows<never>, "rows">;

/** An operation that is one list of Zoom's, given in pages: one page, or all of them. */
export interface ListOperation<Id extends PagedId>
  extends Operation<z.ZodType<ListInput<Id>, ListInput<Id>>, z.ZodType<ListOutput<Id>, ListOutput<Id>>> {
  readonly endpoints: readonly [Id];
}

/** What a list states itself; everything else follows from the endpoint. */
export interface ListDefinition<Id extends PagedId> {
  id: string;
  tool: string;
  summary: string;
  /** Phrases in which people ask for this, separated by commas: at least ten. `find_operations` and `operations find` look through them. */
  alsoKnownAs?: string;
  /** What its rows are, in the plural: "participants". */
  noun: readonly [one: string, many: string];
  cli?: CliHints<Extract<keyof ListInput<Id>, string>>;
  /** Rows of the largest page that Zoom gives; 300 unless stated. */
  largestPage?: number;
  /** Rows that one call with `all` gives at most. */
  mostRows?: number;
  /** Said if there is nothing: where else there may be something. */
  ifNone?(input: ListInput<Id>): string;
  /** Zoom refuses more than a month between `from` and `to`. */
  longestWindow?: "month";
  /** Fields of a row that an answer has unless `full: true` is asked for. All unless stated. */
  short?: readonly Extract<keyof RowOf<Id>, string>[];
}

/** Makes an operation of an endpoint that answers in pages. Its rows are Zoom's; fields of the reply that only repeat the input are left out. */
export const listOperation = <Id extends PagedId>(endpoint: Id, definition: ListDefinition<Id>): ListOperation<Id> => {
  const { noun, largestPage = LARGEST_PAGE, mostRows = MOST_ROWS, longestWindow, short, ifNone, ...stated } = definition;
  const { scopes, items } = endpoints[endpoint];
  const rowKey = ROW_KEYS[endpoint];
  let input: z.ZodType | undefined;
  let output: z.ZodType | undefined;
  const readPage = async ({ zoom }: OperationContext, filters: object): Promise<ListPage<RowOf<Id>>> => {
    // The filters are the rest of the endpoint's own input, which TypeScript cannot infer here. The table names the property that holds the rows.
    const reply = await zoom.call(endpoint, splitInput(endpoint, filters as InputOf<Id>));
    const { [items]: rows, next_page_token, total_records } = reply as PageReply<RowOf<Id>>;
    return { rows: rows ?? [], next_page_token, total_records };
  };
  const operation = {
    ...stated,
    endpoints: [endpoint] as const,
    scopes,
    effect: "read",
    idempotent: true,
    emails: "nobody",
    rows: items,
    rowKey,
    ...(short === undefined ? {} : { short: [...short.map((field) => `${items}.${field}`), ...Object.keys(pagedOutput)] }),
    get input() {
      const all = pagedInput.all.describe(`Read all pages, up to ${mostRows} rows`);
      input ??= z.strictObject({ ...inputSchema(endpoint).shape, all, ...(short === undefined ? {} : { full }) });
      return input;
    },
    get output() {
      output ??= z.object({ [items]: zoomRows(endpoint), ...pagedOutput });
      return output;
    },
    async run({ all, full: _whole, ...filters }: PagedInput & { full?: boolean | undefined }, ctx: OperationContext) {
      assertWindow(filters, longestWindow);
      const page_size = filters.page_size ?? Math.min(all ? LARGEST_PAGE : ONE_PAGE, largestPage);
      const { rows, ...page } = await paged({ ...filters, all, page_size }, ctx, (at) => readPage(ctx, { ...filters, ...at }), { rowKey, mostRows });
      return { [items]: rows, ...page };
    },
    describe({ [items]: rows, total_records, complete }: PagedRows<never> & Record<string, unknown>, input: ListInput<Id>) {
      const count = Array.isArray(rows) ? rows.length : 0;
      const found = total_records === null ? `${countOf(count, ...noun)}${complete ? "" : ", more follow"}` : partOf(count, total_records, ...noun);
      return count === 0 && ifNone !== undefined ? `${found}${ifNone(input)}` : found;
    },
  };
  return operation as unknown as ListOperation<Id>;
};
