import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { listOperation } from "./list-operation.ts";

const list = (options: { largestPage?: number; mostRows?: number } = {}) =>
  listOperation("GET /webinars/{webinarId}/registrants", {
    id: "sample.list",
    tool: "list_sample",
    summary: "List a sample.",
    noun: ["person", "people"],
    ...options,
  });

it("gives one page of Zoom's rows, and how far it is", async () => {
  const { run, seen } = emulated();
  const op = list();
  const page = await run(op, { webinar_id: UPCOMING, page_size: 2 });
  expect(seen()[0]?.query).toEqual({ page_size: "2" });
  expect(page).toMatchObject({
    registrants: [{ email: "mina@example.com" }, {}],
    total_records: 3,
    complete: false,
    next_page_token: expect.any(String),
  });
  expect(op.describe(page, { webinar_id: UPCOMING })).toBe("2 of 3 people");
  expect(op).toMatchObject({ rows: "registrants", effect: "read", emails: "nobody", scopes: { classic: expect.arrayContaining(["webinar:read"]) } });
});

it("walks all pages, with the filters and the largest size", async () => {
  const { run, seen } = emulated();
  const page = await run(list({ largestPage: 1 }), { webinar_id: UPCOMING, status: "pending", all: true });
  expect(page).toMatchObject({ registrants: [{}, {}], next_page_token: null, complete: true });
  expect(seen().map(({ query: { status, page_size } }) => [status, page_size])).toEqual([
    ["pending", "1"],
    ["pending", "1"],
  ]);
});

it("stops at its cap and says so", async () => {
  const { run } = emulated();
  const op = list({ mostRows: 1 });
  const page = await run(op, { webinar_id: UPCOMING, all: true, page_size: 1 });
  expect(page).toMatchObject({ registrants: { length: 1 }, complete: false, next_page_token: expect.any(String) });
  expect(op.describe({ ...page, total_records: null }, { webinar_id: UPCOMING })).toBe("1 person, more follow");
});

it("keeps the document's marks, so that secrets stay out", async () => {
  const page = await emulated().run(list(), { webinar_id: UPCOMING });
  expect(page).toMatchObject({ redacted: expect.arrayContaining(["registrants[].join_url"]) });
  expect(JSON.stringify(page)).not.toContain("tk=");
});

it("refuses a field that the endpoint has not, and passes on what Zoom refuses", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(list(), { webinar_id: UPCOMING, page: 2 })).toMatchObject({ code: "input_invalid", faults: [{ field: "page" }] });
  expect(seen()).toEqual([]);
  expect(await refusal(list(), { webinar_id: "99999999999", all: true })).toMatchObject({ code: "not_found" });
});

it("is typed by the document", () => {
  type Op = ReturnType<typeof list>;
  expectTypeOf<z.input<Op["input"]>>().toHaveProperty("all").toEqualTypeOf<boolean | undefined>();
  expectTypeOf<z.output<Op["output"]>["registrants"][number]["email"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<z.output<Op["output"]>["next_page_token"]>().toEqualTypeOf<string | null>();
});
