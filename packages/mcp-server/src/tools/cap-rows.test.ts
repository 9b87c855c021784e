import { createMcpHandler } from "@modelcontextprotocol/server";
import { postModern } from "@zoom-webinar/testing/connect";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { type AnyOperation, type Catalog, defineOperation, toEntry } from "@zoom-webinar/webinar-core/doors";
import { expect, it } from "vitest";
import * as z from "zod";
import { createServerFactory } from "../server-factory.ts";
import { capRows, MOST_RESULT_BYTES } from "./cap-rows.ts";

const rowsOf = (count: number, length: number) => Array.from({ length: count }, (_, id) => ({ id: String(id), name: "ö".repeat(length) }));

it("leaves a result that fits as it is", () => {
  expect(capRows({ rows: rowsOf(10, 10), complete: true }, "rows")).toBeNull();
  expect(capRows({ text: "x".repeat(200_000) }, undefined)).toBeNull(); // nothing to leave out whole
});

it("keeps whole rows within the cap, in order, and says that it is not all", () => {
  const capped = capRows({ rows: rowsOf(300, 500), next_page_token: "after300", total_records: 900, complete: false }, "rows");
  const rows = capped?.output.rows as { id: string }[];
  expect(rows.map(({ id }) => id)).toEqual(rowsOf(rows.length, 1).map(({ id }) => id));
  expect(capped).toMatchObject({
    kept: rows.length,
    left: 300 - rows.length,
    output: { next_page_token: null, complete: false, total_records: 900 },
  });
  expect(Buffer.byteLength(JSON.stringify(capped?.output))).toBeLessThanOrEqual(MOST_RESULT_BYTES);
  expect(Buffer.byteLength(JSON.stringify({ ...capped?.output, rows: rowsOf(rows.length + 1, 500) }))).toBeGreaterThan(MOST_RESULT_BYTES);
});

it("finds the long list if no rows are named", () => {
  expect(capRows({ few: [1, 2], many: rowsOf(1_000, 200) }, undefined)?.output).toMatchObject({ few: [1, 2], complete: false });
});

it("tells how to go on, in text and in structuredContent", async () => {
  const operation: AnyOperation = defineOperation({
    id: "rows.list",
    tool: "list_rows",
    summary: "List rows.",
    endpoints: [],
    scopes: { classic: [], granular: [] },
    effect: "read",
    idempotent: true,
    emails: "nobody",
    rows: "rows",
    input: z.strictObject({ all: z.boolean().optional() }),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), name: z.string() })),
      next_page_token: z.string().nullable(),
      complete: z.boolean(),
    }),
    run: async () => ({ rows: rowsOf(2_000, 100), next_page_token: null, complete: true }),
    describe: ({ rows }) => `${rows.length} rows`,
  });
  const catalog: Catalog = [{ ...toEntry(operation), load: () => Promise.resolve(operation) }];
  const handler = createMcpHandler(createServerFactory({ session: fakeSession(), catalog, version: "1.0.0" }));
  const { body } = await postModern(handler, "tools/call", { name: "list_rows", arguments: { all: true } });
  await handler.close();
  const { rows, how_to_go_on, complete } = (body.result?.structuredContent ?? {}) as { rows: unknown[]; how_to_go_on: string; complete: boolean };
  expect(complete).toBe(false);
  expect(how_to_go_on).toMatch(/more did not fit.*page_size \d+, without all.*next_page_token/);
  expect(body.result?.content?.[0]?.text).toContain(`${rows.length} rows, ${2_000 - rows.length} more did not fit\n`);
  expect(Buffer.byteLength(body.result?.content?.[0]?.text ?? "")).toBeLessThanOrEqual(MOST_RESULT_BYTES);
  expect(Buffer.byteLength(JSON.stringify(body.result?.structuredContent))).toBeLessThanOrEqual(MOST_RESULT_BYTES);
  expect((body.result?.content?.[0]?.text ?? "").split(how_to_go_on)).toHaveLength(2);
});
