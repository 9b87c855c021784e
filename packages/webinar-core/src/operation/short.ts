import type { EndpointId, PagedId, ReplyOf } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { replySchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import type { AnyOperation } from "./operation.ts";
import { pagedOutput } from "./paged.ts";
import { tidied } from "./tidied.ts";

/** Asks for the whole answer, on operations whose answer is short otherwise. */
export const full = z.boolean().optional().describe("All fields");

/** Fields that `runOperation` adds to an answer: no short answer leaves them out. */
const ADDED = ["notes", "redacted"];

/** Which fields stay: "all" of a value, or those of an object or of each row of a list. */
type Kept = "all" | { [field: string]: Kept };

const trees = new WeakMap<readonly string[], Kept>();

const treeOf = (short: readonly string[]): Kept => {
  const known = trees.get(short);
  if (known) return known;
  const tree: Kept = {};
  for (const path of [...short, ...ADDED]) {
    const names = path.split(".");
    const last = names.pop() ?? path;
    let at: Kept = tree;
    for (const name of names) {
      const next: Kept | undefined = at === "all" ? undefined : at[name];
      const inner: Kept = next ?? {};
      if (at !== "all") at[name] = inner;
      at = inner;
    }
    if (at !== "all") at[last] = "all";
  }
  trees.set(short, tree);
  return tree;
};

const pick = (value: unknown, kept: Kept): unknown => {
  if (kept === "all" || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((row) => pick(row, kept));
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (kept[name] === undefined ? [] : [[name, pick(inner, kept[name])]])));
};

/** Whether a short answer has a field; "registrants[].join_url" is one of each row. */
const has = (kept: Kept | undefined, [name, ...deeper]: readonly string[]): boolean =>
  kept === "all" || (kept !== undefined && (name === undefined || has(kept[name.replace("[]", "")], deeper)));

/**
 * The answer that a caller gets: the operation's short fields, or with `full: true` all of it. `redacted` names only what a short answer would have had.
 * Only a full answer has keys without a value that may be absent.
 */
export const toAnswer = (operation: AnyOperation, whole: unknown, input: unknown): unknown => {
  if ((input as { full?: boolean } | null)?.full === true) return tidied(operation.output, whole, { keepEmpty: true });
  const { short } = operation;
  const output = tidied(operation.output, whole);
  if (short === undefined) return output;
  const kept = treeOf(short);
  const { redacted, ...answer } = pick(output, kept) as { redacted?: readonly string[] };
  const removed = redacted?.filter((path) => has(kept, path.split("."))) ?? [];
  return removed.length === 0 ? answer : { ...answer, redacted: removed };
};

/** Property of the reply that holds the rows. */
type ItemsOf<Id extends PagedId> = (typeof endpoints)[Id]["items"];
/** A row as Zoom documents it. */
type ZoomRow<Id extends PagedId> = ReplyOf<Id> extends { [K in ItemsOf<Id>]?: (infer Row)[] | undefined } ? Row : never;
type FullRow<Id extends PagedId, Own> = Own & Omit<Partial<ZoomRow<Id>>, keyof Own>;

/** The rows of a reply as our document has them, marks of secrets and of typed text included. */
export const zoomRows = (endpoint: PagedId): z.ZodType => {
  const { items } = endpoints[endpoint];
  const reply: z.ZodType = replySchema(endpoint);
  let rows: unknown = reply instanceof z.ZodObject ? reply.shape[items] : null;
  while (rows instanceof z.ZodOptional || rows instanceof z.ZodNullable) rows = rows.unwrap();
  if (!(rows instanceof z.ZodArray)) throw new TypeError(`${endpoint}: its reply has no list called ${items}`);
  return rows;
};

/** A row with our fields and, for `full`, every other that Zoom documents. */
export const withZoomFields = <Id extends PagedId, Shape extends z.ZodRawShape>(endpoint: Id, own: z.ZodObject<Shape>) => {
  const rows = zoomRows(endpoint);
  let row: unknown = rows instanceof z.ZodArray ? rows.element : null;
  while (row instanceof z.ZodOptional || row instanceof z.ZodNullable) row = row.unwrap();
  if (!(row instanceof z.ZodObject)) throw new TypeError(`${endpoint}: its rows are no objects`);
  // Merged shapes of generated schemas have no type that TypeScript can show; the row's type is the one of the document.
  return z.object({ ...row.shape, ...own.shape }) as unknown as z.ZodType<FullRow<Id, z.output<z.ZodObject<Shape>>>>;
};

/** Our own answer and, for `full`, every other field that Zoom documents of its reply. */
export const withReply = <Id extends EndpointId, Shape extends z.ZodRawShape>(endpoint: Id, own: z.ZodObject<Shape>) => {
  const reply: z.ZodType = replySchema(endpoint);
  if (!(reply instanceof z.ZodObject)) throw new TypeError(`${endpoint}: its reply is no object`);
  // As above.
  type Own = z.output<z.ZodObject<Shape>>;
  return z.object({ ...reply.shape, ...own.shape }) as unknown as z.ZodType<Own & Omit<Partial<ReplyOf<Id>>, keyof Own>>;
};

/** The short fields of a list whose rows are ours, with what is said of its pages. */
export const shortRows = (rows: string, own: z.ZodObject, ...more: readonly string[]): readonly string[] => [
  ...Object.keys(own.shape).map((field) => `${rows}.${field}`),
  ...Object.keys(pagedOutput),
  ...more,
];
