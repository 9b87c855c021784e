import { NotFoundError } from "@zoom-webinar/foundation";
import { type AnyOperation, type Catalog, defineOperation, type Preview, toEntry } from "@zoom-webinar/webinar-core/doors";
import * as z from "zod";

const unscoped = { endpoints: [], scopes: { classic: [], granular: [] } } as const;
const read = { ...unscoped, effect: "read", idempotent: true, emails: "nobody" } as const;

/** A small made-up account, and operations on it that record what was done. */
export const fakeAccount = () => {
  const things = new Map([
    ["1", "Launch"],
    ["2", "Review"],
  ]);
  const deleted: string[] = [];
  const mailed: string[] = [];
  /** Whether a slow call has begun, and whether one was stopped. */
  const seen: { counting: boolean; aborted: boolean } = { counting: false, aborted: false };
  let previews = 0;

  const operations: readonly AnyOperation[] = [
    defineOperation({
      ...read,
      id: "things.get",
      tool: "get_thing",
      summary: "Read one thing.",
      input: z.strictObject({ id: z.string().max(10).describe("Which thing") }),
      output: z.object({ id: z.string(), name: z.string() }),
      async run({ id }) {
        const name = things.get(id);
        if (name === undefined) throw new NotFoundError(`There is no thing ${id}.`, { hint: "List them first." });
        return { id, name };
      },
      describe: ({ name }) => `Thing ${name}`,
    }),
    defineOperation({
      ...unscoped,
      effect: "delete",
      idempotent: true,
      emails: "nobody",
      id: "things.delete",
      tool: "delete_thing",
      summary: "Delete one thing.",
      input: z.strictObject({ id: z.string().max(10).describe("Which thing"), quietly: z.boolean().optional().describe("Say nothing") }),
      output: z.object({ done: z.string() }),
      async preview({ id }): Promise<Preview> {
        previews += 1;
        const name = things.get(id) ?? "nothing";
        return { summary: `Delete the thing "${name}".`, targets: [{ kind: "thing", id, label: name }], recipients: null, reversible: false };
      },
      async run({ id }) {
        deleted.push(id);
        return { done: "delete_thing" };
      },
      describe: () => "Deleted",
    }),
    defineOperation({
      ...unscoped,
      effect: "create",
      idempotent: false,
      emails: "registrants",
      id: "things.mail",
      tool: "mail_people",
      summary: "Write to people.",
      input: z.strictObject({
        people: z.array(z.string().max(100)).min(1).max(20).describe("Addresses"),
      }),
      output: z.object({ mailed: z.number() }),
      async preview({ people }): Promise<Preview> {
        const recipients = { count: people.length, domains: [{ domain: "example.com", count: people.length }], why: "they are invited" };
        return { summary: "Write to people.", targets: people.map((id) => ({ kind: "person", id })), recipients, reversible: false };
      },
      async run({ people }) {
        mailed.push(...people);
        return { mailed: people.length };
      },
      describe: ({ mailed: count }) => `${count} mailed`,
    }),
    defineOperation({
      ...read,
      id: "things.break",
      tool: "break_thing",
      summary: "Fail in a way that nobody foresaw.",
      input: z.strictObject({}),
      output: z.object({}),
      async run() {
        throw new TypeError("leaked: client_secret=abc123456 at /home/someone/file.ts");
      },
      describe: () => "never",
    }),
    defineOperation({
      ...read,
      local: true,
      id: "things.count",
      tool: "count_slowly",
      summary: "Count, telling how far it got, until it is stopped.",
      input: z.strictObject({ to: z.number().int().max(1000).describe("Where to stop") }),
      output: z.object({ counted: z.number() }),
      async run({ to }, { progress, signal, clock }) {
        for (let done = 1; done <= to; done += 1) {
          progress({ done, total: to });
          progress({ done: done - 1, total: to }); // going back: must not get out
          seen.counting = true;
          try {
            await clock.sleep(20, signal);
          } catch (error) {
            seen.aborted = true;
            throw error;
          }
        }
        setTimeout(() => progress({ done: to + 1, total: to }), 5); // too late: must not get out either
        return { counted: to };
      },
      describe: () => {
        throw new Error("a fault in the wording");
      },
    }),
  ];
  const catalog: Catalog = operations.map((operation) => ({ ...toEntry(operation), load: () => Promise.resolve(operation) }));
  return { catalog, operations, deleted, mailed, seen, rename: (id: string, name: string) => things.set(id, name), previews: () => previews };
};
