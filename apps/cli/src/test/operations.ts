import { type AnyOperation, type Catalog, defineOperation, type OperationContext } from "@zoom-webinar/webinar-core/doors";
import * as z from "zod";
import { entryOf } from "./run-cli.ts";

const common = { endpoints: [], scopes: { classic: [], granular: [] }, idempotent: true, emails: "nobody" } as const;

/** Made-up operations with every kind of field, and what each call got. */
export const madeUpOperations = () => {
  const got: unknown[] = [];
  let failure: unknown;
  const everything = defineOperation({
    ...common,
    id: "bigThings.set",
    tool: "set_big_thing",
    summary: "Take every kind of field.",
    effect: "update",
    input: z.strictObject({
      thing_id: z.string().describe("Which thing"),
      topic: z.string().optional().describe("Its title"),
      amount: z.number().int().min(1).max(300).default(30).describe("How many"),
      ratio: z.number().nullable().optional(),
      host_video: z.boolean().optional().describe("With camera"),
      no_of_employees: z.number().optional(),
      kind: z.enum(["small", "large"]).default("small").describe("Which kind"),
      level: z.literal([0, 1, 2]).optional(),
      emails: z.array(z.string()).optional().describe("Who"),
      days: z.array(z.number()).optional(),
      answers: z.array(z.strictObject({ title: z.string() })).optional(),
      either: z.union([z.number(), z.array(z.string())]).optional(),
      settings: z
        .strictObject({
          approval_type: z.number().optional(),
          on_demand: z.boolean().optional(),
          deep: z.strictObject({ on: z.boolean() }).optional(),
        })
        .optional(),
    }),
    output: z.object({
      thing_id: z.string(),
      topic: z.string().nullable(),
      tags: z.array(z.string()),
      parts: z.array(z.object({ name: z.string(), size: z.number() })),
    }),
    cli: {
      positional: ["thing_id", "emails"],
      flags: { topic: "title" },
      minutes: ["amount"],
      words: { level: { 0: "low", 1: "middle", 2: "high" }, days: { 3: "Tuesday", 5: "Thursday" } },
      examples: ["big-things set 5 ada@example.com --amount 2"],
    },
    run: async (input) => {
      got.push(input);
      return { thing_id: input.thing_id, topic: input.topic ?? null, tags: ["a", "b"], parts: [{ name: "x", size: 1 }] };
    },
    describe: ({ thing_id }) => `Set ${thing_id}`,
  });
  const rows = Array.from({ length: 7 }, (_, at) => ({ id: `r${at}`, name: `Name ${at}`, nested: { deep: at } }));
  const list = defineOperation({
    ...common,
    id: "bigThings.list",
    tool: "list_big_things",
    summary: "List things, one page at a time.",
    effect: "read",
    input: z.strictObject({
      page_size: z.number().int().min(1).max(3).default(2),
      next_page_token: z.string().optional(),
      fail_at: z.number().optional(),
    }),
    output: z.object({
      things: z.array(z.object({ id: z.string(), name: z.string(), nested: z.object({ deep: z.number() }) })),
      next_page_token: z.string().nullable(),
    }),
    rows: "things",
    cli: { columns: ["id", "name", "nested.deep"] },
    run: async (input) => {
      got.push(input);
      const at = Number(input.next_page_token ?? 0);
      if (input.fail_at !== undefined && at >= input.fail_at) throw failure;
      const end = at + input.page_size;
      return { things: rows.slice(at, end), next_page_token: end < rows.length ? String(end) : null };
    },
    describe: ({ things }) => `${things.length} things`,
  });
  const fail = defineOperation({
    ...common,
    id: "bigThings.fail",
    tool: "fail_big_thing",
    summary: "Fail.",
    effect: "read",
    input: z.strictObject({}),
    output: z.object({}),
    run: async (_input, { signal }: OperationContext) => {
      if (failure !== "wait") throw failure;
      await new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
      return {};
    },
    describe: () => "never",
  });
  const remove = defineOperation({
    ...common,
    id: "bigThings.delete",
    tool: "delete_big_thing",
    summary: "Delete a thing; people are told.",
    effect: "delete",
    emails: "registrants",
    input: z.strictObject({ thing_id: z.string() }),
    output: z.object({ removed: z.string() }),
    cli: { positional: ["thing_id"] },
    preview: async ({ thing_id }) => ({
      summary: `Delete thing ${thing_id}.`,
      targets: [{ kind: "thing", id: thing_id, label: "A\u001b[31m label\nwith a break" }],
      recipients: { count: 2, domains: [{ domain: "example.com", count: 2 }], why: "they are told" },
      reversible: false,
    }),
    run: async (input) => {
      got.push(input);
      return { removed: input.thing_id };
    },
    describe: ({ removed }) => `Deleted ${removed}`,
  });
  const operations: readonly AnyOperation[] = [everything, list, fail, remove];
  const catalog: Catalog = operations.map(entryOf);
  return {
    catalog,
    got,
    failWith: (error: unknown) => {
      failure = error;
    },
  };
};
