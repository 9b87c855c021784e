import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { replySchema } from "@zoom-webinar/zoom-client/schemas";
import { expect, it } from "vitest";
import * as z from "zod";
import { manifest } from "../generated/manifest.ts";
import type { AnyOperation } from "../operation/operation.ts";
import { toAnswer } from "../operation/short.ts";

const operations: AnyOperation[] = await Promise.all(manifest.map(({ load }) => load()));
const shortened = operations.filter(({ short }) => short !== undefined);

/** The part of a schema below optional, nullable and lists. */
const within = (schema: z.ZodType | undefined): z.ZodType | undefined => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return within(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray ? within(schema.element as z.ZodType) : schema;
};

const fieldsOf = (schema: z.ZodType | undefined): Readonly<Record<string, z.ZodType>> => {
  const inner = within(schema);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
};

const at = (schema: z.ZodType, path: string): z.ZodType | undefined =>
  path.split(".").reduce<z.ZodType | undefined>((part, name) => fieldsOf(part)[name], schema);

/** Paths of the fields that an output must have. */
const requiredIn = (schema: z.ZodType | undefined, before = ""): string[] =>
  Object.entries(fieldsOf(schema)).flatMap(([name, field]) => {
    if (field.safeParse(undefined).success) return [];
    const deeper = requiredIn(field, `${before}${name}.`);
    return deeper.length > 0 ? deeper : [`${before}${name}`];
  });

it("takes `full` exactly if an answer is short", () => {
  const taking = operations.filter(({ input }) => "full" in fieldsOf(input)).map(({ id }) => id);
  // What is brief in conversations alone takes it too: an assistant asks for the rest by it.
  expect(taking).toEqual(operations.filter(({ short, brief }) => short !== undefined || brief !== undefined).map(({ id }) => id));
  expect(shortened.length).toBeGreaterThanOrEqual(15);
});

/** Names of all fields, however deep. */
const namesIn = (schema: z.ZodType | undefined, names = new Set<string>()): ReadonlySet<string> => {
  for (const [name, field] of Object.entries(fieldsOf(schema))) namesIn(field, names.add(name));
  return names;
};

/** Answers that are made of many of Zoom's, and are no shorter form of one of them. */
const MADE_OF_MANY = /^(webinars\.(calendar|export|plan|apply|clone|diff)|exports\.\w+|attendance\.\w+|\w+\.import)$/;
/** `users.list` and `users.get` have the rest; these two only number and name people to choose from. */
const CHOOSING = /^users\.(select|listForSelection)$/;
/** What the caller said, counts of pages, and the name of Zoom's list where ours has another. */
const NOT_SAID_AGAIN: Readonly<Record<string, readonly string[]>> = {
  "": ["page_count", "page_number", "page_size", "next_page_token", "total_records"],
  "registrants.add": ["id"],
  "panelists.add": ["updated_at"],
  "panelists.replace": ["updated_at"],
  "pastWebinars.listAbsentees": ["registrants"],
  "reports.listUpcoming": ["from", "to"],
  "dashboards.listWebinars": ["from", "to"],
  "dashboards.listParticipants": ["webinar_number"],
  "summaries.list": ["from", "to"],
};

it.each(operations.filter(({ id }) => !MADE_OF_MANY.test(id) && !CHOOSING.test(id)).map((operation) => [operation.id, operation] as const))(
  "%s has every field that Zoom documents of its answer, with `full` if it is short otherwise",
  (id, { endpoints: [endpoint], output }) => {
    if (endpoint === undefined || endpoints[endpoint].empty) return;
    const has = new Set([...namesIn(output), ...(NOT_SAID_AGAIN[id] ?? []), ...(NOT_SAID_AGAIN[""] ?? [])]);
    expect([...namesIn(replySchema(endpoint))].filter((name) => !has.has(name))).toEqual([]);
  },
);

it.each(shortened.map((operation) => [operation.id, operation] as const))(
  "%s has each of its short fields, and every field that it must have is one",
  (_id, operation) => {
    const short = operation.short ?? [];
    expect(short.filter((path) => at(operation.output, path) === undefined)).toEqual([]);
    const isKept = (path: string) => short.some((kept) => path === kept || path.startsWith(`${kept}.`) || kept.startsWith(`${path}.`));
    expect(requiredIn(operation.output).filter((path) => path !== "notes" && !isKept(path))).toEqual([]);
  },
);

it.each([
  [["a", "rows.b.c"], { a: 1, x: 2, rows: [{ b: { c: 3, d: 4 }, e: 5 }, null], notes: ["n"] }, { a: 1, rows: [{ b: { c: 3 } }, null], notes: ["n"] }],
  [["rows"], { rows: [{ b: 1 }], redacted: ["rows[].k", "start_url"] }, { rows: [{ b: 1 }], redacted: ["rows[].k"] }],
  [["rows.b"], { rows: [{ b: 1 }], redacted: ["rows[].k"] }, { rows: [{ b: 1 }] }],
])("keeps %j of an answer, through lists, with its notes and what was withheld of it", (short, output, answer) => {
  const operation = { short } as unknown as AnyOperation;
  expect(toAnswer(operation, output, {})).toEqual(answer);
  expect(toAnswer(operation, output, { full: true })).toBe(output);
  expect(toAnswer({ ...operation, short: undefined } as unknown as AnyOperation, output, {})).toBe(output);
});
