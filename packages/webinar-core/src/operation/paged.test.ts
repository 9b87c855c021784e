import { RejectedError, virtualClock } from "@zoom-webinar/foundation";
import type { RowKey } from "@zoom-webinar/zoom-client";
import { describe, expect, it } from "vitest";
import { type PageAt, type PagedInput, type PagedOptions, paged, readPageNumber } from "./paged.ts";

interface Row {
  id: string;
}
const BY_ID: RowKey = { fields: ["id"], isUnique: true };
const clock = virtualClock(0);
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: String(at) }));
const refused = () => new RejectedError("Zoom refused the page token.", { details: { reason: "page_token" } });

/** A list whose tokens are offsets; `fails` says which reads are refused. */
const setUp = (rows: () => readonly Row[], fails: (call: number, at: PageAt) => Error | null = () => null) => {
  const asked: PageAt[] = [];
  const told: unknown[] = [];
  const read = async (at: PageAt) => {
    asked.push(at);
    const error = fails(asked.length, at);
    if (error) throw error;
    const offset = Number(at.next_page_token ?? 0);
    const end = offset + at.page_size;
    return { rows: rows().slice(offset, end), next_page_token: end < rows().length ? String(end) : "", total_records: rows().length };
  };
  const run = (input: PagedInput, options?: PagedOptions) => paged(input, { clock, progress: (progress) => told.push(progress) }, read, options);
  return { asked, told, run };
};

describe("paged", () => {
  it("reads one page of thirty unless told otherwise, and says whether more follows", async () => {
    const { run, asked } = setUp(() => rowsOf(31));
    const first = await run({});
    expect(first).toMatchObject({ next_page_token: "30", total_records: 31, complete: false });
    expect(await run({ next_page_token: "30" })).toEqual({ rows: [{ id: "30" }], next_page_token: null, total_records: 31, complete: true });
    expect(asked.map(({ page_size }) => page_size)).toEqual([30, 30]);
  });

  it("walks all pages with the largest size, and tells how far it is", async () => {
    const { run, asked, told } = setUp(() => rowsOf(700));
    const { rows, ...rest } = await run({ all: true });
    expect(rows).toEqual(rowsOf(700));
    expect(rest).toEqual({ next_page_token: null, total_records: 700, complete: true });
    expect(asked).toEqual([undefined, "300", "600"].map((next_page_token) => ({ page_size: 300, next_page_token })));
    expect(told).toEqual([300, 600, 700].map((done) => ({ done, total: 700 })));
  });

  it("stops at the cap, says so, and returns the token to go on with", async () => {
    const { run } = setUp(() => rowsOf(25));
    const part = await run({ all: true, page_size: 10 }, { mostRows: 15 });
    expect(part).toMatchObject({ next_page_token: "20", complete: false });
    expect(part.rows).toHaveLength(20);
    expect(await run({ all: true, page_size: 10, next_page_token: "20" })).toMatchObject({ rows: { length: 5 }, complete: true });
  });

  it.each([
    ["with ids", BY_ID],
    ["without", undefined],
  ])("starts again if the token has expired, and repeats no row (%s)", async (_what, rowKey) => {
    const { run } = setUp(
      () => rowsOf(40),
      (call) => (call === 3 ? refused() : null),
    );
    const { rows, complete } = await run({ all: true, page_size: 10 }, { rowKey });
    expect(rows).toEqual(rowsOf(40));
    expect(complete).toBe(true);
  });

  it("keeps rows that are alike and have no id, also over a new start", async () => {
    const alike = [{ id: "a" }, { id: "a" }, { id: "b" }, { id: "a" }];
    const { run } = setUp(
      () => alike,
      (call) => (call === 3 ? refused() : null),
    );
    expect((await run({ all: true, page_size: 1 })).rows).toEqual(alike);
  });

  it("gives no row twice if the list grows at its head meanwhile", async () => {
    const grown = [{ id: "new" }, ...rowsOf(20)];
    let calls = 0;
    const { run } = setUp(() => (calls++ === 0 ? rowsOf(20) : grown));
    const { rows } = await run({ all: true, page_size: 10 }, { rowKey: BY_ID });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("says that it is not complete if tokens keep expiring", async () => {
    const { run, asked } = setUp(
      () => rowsOf(40),
      (_call, { next_page_token }) => (next_page_token === "20" ? refused() : null),
    );
    expect(await run({ all: true, page_size: 10 })).toMatchObject({ rows: { length: 20 }, next_page_token: null, complete: false });
    expect(asked).toHaveLength(9);
  });

  it("ends if Zoom gives the same token again and again, saying that it is not complete", async () => {
    const read = async () => ({ rows: [{ id: "1" }], next_page_token: "same", total_records: 1 });
    const walked = await paged({ all: true }, { clock, progress: () => {} }, read, { rowKey: BY_ID });
    expect(walked).toMatchObject({ rows: [{ id: "1" }], next_page_token: null, complete: false });
  });

  it("passes on any other error, and the refusal of a token that the caller brought", async () => {
    await expect(
      setUp(
        () => rowsOf(40),
        (call) => (call === 2 ? new RejectedError("no") : null),
      ).run({ all: true, page_size: 10 }),
    ).rejects.toThrow("no");
    await expect(
      setUp(
        () => rowsOf(40),
        () => refused(),
      ).run({ all: true, next_page_token: "x" }),
    ).rejects.toThrow("page token");
  });
});

describe("readPageNumber", () => {
  it("reaches the n-th page through those before it, and finds nothing past the last", async () => {
    const rows = rowsOf(25);
    const read = async ({ page_size, next_page_token }: PageAt) => {
      const end = Number(next_page_token ?? 0) + page_size;
      return { rows: rows.slice(end - page_size, end), next_page_token: end < rows.length ? String(end) : "", total_records: rows.length };
    };
    expect(await readPageNumber(2, { page_size: 10 }, read)).toMatchObject({ rows: rows.slice(10, 20), next_page_token: "20", complete: false });
    expect(await readPageNumber(3, { page_size: 10 }, read)).toMatchObject({ rows: rows.slice(20), complete: true });
    expect(await readPageNumber(9, { page_size: 10 }, read)).toMatchObject({ rows: [], complete: true });
    await expect(readPageNumber(2, { all: true }, read)).rejects.toMatchObject({ code: "input_invalid", faults: [{ field: "page_number" }] });
  });
});
