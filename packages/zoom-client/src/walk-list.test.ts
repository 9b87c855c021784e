import { CancelledError, RejectedError, ResponseError, virtualClock } from "@zoom-webinar/foundation";
import { read, setUp } from "@zoom-webinar/testing/given-answers";
import { expect, test } from "vitest";
import * as z from "zod";
import { type EndpointId, endpoints } from "./generated/endpoints.ts";
import { ROW_KEYS } from "./row-keys.ts";
import { replySchema } from "./schemas.ts";
import { isIncompleteList, type ListPage, type WalkOptions, type WalkStep, walkList } from "./walk-list.ts";

test("pages go on until the token is empty, with the filters of the first", async () => {
  const { client, requests } = setUp([
    { text: '{"registrants":[{"id":"a"}],"next_page_token":"T1"}' },
    { text: '{"registrants":[{"id":"b"}],"next_page_token":"T2"}' },
    { text: '{"registrants":[{"id":"c"}],"next_page_token":""}' },
  ]);
  const query = { status: "approved" as const, page_size: 1 };
  const seen: unknown[] = [];
  for await (const page of client.pages("GET /webinars/{webinarId}/registrants", { ...read, query })) {
    seen.push(...(page.registrants ?? []).map(({ id }) => id));
    query.page_size = 300;
  }
  expect(seen).toEqual(["a", "b", "c"]);
  expect(requests.map(({ url }) => new URL(url).search)).toEqual([
    "?status=approved&page_size=1",
    "?status=approved&page_size=1&next_page_token=T1",
    "?status=approved&page_size=1&next_page_token=T2",
  ]);
});

const collect = async (pages: AsyncIterable<unknown>) => {
  let count = 0;
  try {
    for await (const _ of pages) count += 1;
  } catch (error) {
    return { count, error };
  }
  return { count, error: null };
};

test("a token that comes back, or a list without end, is an error and not a loop", async () => {
  const same = setUp([{ text: '{"next_page_token":"T1"}' }]);
  const repeated = await collect(same.client.pages("GET /users", {}));
  expect(repeated.count).toBe(2);
  expect(repeated.error).toBeInstanceOf(ResponseError);
  let page = 0;
  const endless = setUp([async () => ({ status: 200, headers: {}, text: JSON.stringify({ next_page_token: `T${++page}` }) })]);
  const cut = await collect(endless.client.pages("GET /users", {}, { maxPages: 3 }));
  expect(cut.count).toBe(3);
  expect(cut.error).toBeInstanceOf(ResponseError);
});

test("a list that does not page is one page", async () => {
  const { client, requests } = setUp([{ text: '{"panelists":[],"next_page_token":"ignored"}' }]);
  expect(await collect(client.pages("GET /webinars/{webinarId}/panelists", read))).toEqual({ count: 1, error: null });
  expect(requests).toHaveLength(1);
});

test("pages stop between two pages when the caller aborts", async () => {
  const stop = new AbortController();
  const { client } = setUp([{ text: '{"next_page_token":"T1"}' }, { text: '{"next_page_token":"T2"}' }]);
  const pages = client.pages("GET /users", {}, { signal: stop.signal });
  await pages.next();
  stop.abort();
  await expect(pages.next()).rejects.toThrow(CancelledError);
});

const listOf = (rows: () => readonly string[], { size = 2, refuse = () => false }: { size?: number; refuse?: (asked: number) => boolean } = {}) => {
  let asked = 0;
  return setUp([
    async ({ url }) => {
      const token = new URL(url).searchParams.get("next_page_token");
      asked += 1;
      if (token !== null && refuse(asked))
        return { status: 400, headers: {}, text: '{"code":300,"message":"The next page token is invalid or expired."}' };
      const from = Number(token ?? 0);
      const next = from + size < rows().length ? String(from + size) : "";
      const registrants = rows()
        .slice(from, from + size)
        .map((id) => ({ id }));
      return { status: 200, headers: {}, text: JSON.stringify({ registrants, next_page_token: next, total_records: rows().length }) };
    },
  ]);
};
const idsOf = async ({ client }: ReturnType<typeof setUp>, between = () => {}) => {
  const ids: unknown[] = [];
  for await (const page of client.pages("GET /webinars/{webinarId}/registrants", read)) {
    ids.push(...(page.registrants ?? []).map(({ id }) => id));
    between();
  }
  return ids;
};

test("a token that expires at any page: the list starts again and every row comes once", async () => {
  const all = [..."abcdefghij"];
  for (let at = 2; at < 12; at += 1) expect(await idsOf(listOf(() => all, { refuse: (asked) => asked === at }))).toEqual(all);
});

test("tokens that are always refused end with an error that says that it is not all", async () => {
  const list = listOf(() => [..."abcd"], { refuse: () => true });
  const error = await idsOf(list).catch((thrown: unknown) => thrown);
  expect(isIncompleteList(error)).toBe(true);
  expect(error).toMatchObject({ code: "unexpected_response", details: { complete: false, pages: 3 } });
  expect(list.requests.length).toBeLessThan(10);
});

test("rows that come or go while the list is read: nobody twice, nobody left out who stayed", async () => {
  const added = [..."abcdefgh"];
  let first = true;
  const news = await idsOf(
    listOf(() => added),
    () => {
      if (first) added.unshift("new");
      first = false;
    },
  );
  expect([...news].sort()).toEqual([...added].sort());
  const removed = [..."abcdefgh"];
  first = true;
  const rest = await idsOf(
    listOf(() => removed),
    () => {
      if (first) removed.shift();
      first = false;
    },
  );
  expect([...rest].sort()).toEqual([..."abcdefgh"]);
});

test("rows without an id of their own may be alike, and are counted after a fresh start", async () => {
  let asked = 0;
  const { client } = setUp([
    async ({ url }) => {
      asked += 1;
      const token = new URL(url).searchParams.get("next_page_token");
      if (asked === 2) return { status: 400, headers: {}, text: '{"code":300,"message":"The next page token is invalid or expired."}' };
      const participants = [
        { id: "jo", name: "Jo" },
        { id: "jo", name: "Jo" },
      ];
      return { status: 200, headers: {}, text: JSON.stringify({ participants, next_page_token: token === null ? "T" : "" }) };
    },
  ]);
  let rows = 0;
  for await (const page of client.pages("GET /past_webinars/{webinarId}/participants", read)) rows += page.participants?.length ?? 0;
  expect(rows).toBe(4);
});

const BY_ID = { fields: ["id"], isUnique: true } as const;

/** Reads a list to its end or to the error that stops it. */
const walkTo = async (page: (asked: number) => ListPage<unknown>, options: Partial<WalkOptions> = {}) => {
  const clock = virtualClock(0);
  let asked = 0;
  const read = async () => {
    asked += 1;
    await clock.advance(1000);
    return page(asked);
  };
  const steps: WalkStep<ListPage<unknown>>[] = [];
  try {
    for await (const step of walkList(read, { key: BY_ID, clock, ...options })) steps.push(step);
    return { steps, asked, error: null };
  } catch (error) {
    return { steps, asked, error };
  }
};

test("a list that goes on beyond its bound of pages or of time ends there, with the token to go on with", async () => {
  const endless = (asked: number) => ({ rows: [{ id: String(asked) }], next_page_token: `T${asked}` });
  for (const bound of [{ maxPages: 5 }, { maxMs: 5000 }]) {
    const { steps, asked, error } = await walkTo(endless, bound);
    expect(asked).toBe(5);
    expect(steps.at(-1)).toMatchObject({ next: "T5", complete: false });
    expect(error).toMatchObject({ details: { complete: false, pages: 5, next_page_token: "T5" } });
  }
});

test("the time that a caller spends on a page does not count", async () => {
  const clock = virtualClock(0);
  let pages = 0;
  const read = async () => {
    pages += 1;
    return { rows: [{ id: String(pages) }], next_page_token: pages < 3 ? `T${pages}` : "" };
  };
  let last: WalkStep<ListPage<unknown>> | undefined;
  for await (const step of walkList(read, { key: BY_ID, clock, maxMs: 1000 })) {
    last = step;
    await clock.advance(60_000);
  }
  expect(last).toMatchObject({ complete: true });
});

test.each([
  ["rows that are known already", BY_ID, [{ id: "a" }]],
  ["the same page of rows without an id", null, [{ name: "Jo" }, { name: "Al" }]],
  ["no rows", null, []],
])("ever new tokens that bring %s end the walk", async (_what, key, rows) => {
  const { asked, error } = await walkTo((count) => ({ rows, next_page_token: `T${count}` }), { key });
  expect(asked).toBeLessThan(40);
  expect(isIncompleteList(error)).toBe(true);
});

test("pages without rows in between do not end a list", async () => {
  const { steps, error } = await walkTo((count) => ({ rows: count === 20 ? [{ id: "a" }] : [], next_page_token: count === 20 ? "" : `T${count}` }));
  expect(error).toBeNull();
  expect(steps.at(-1)).toMatchObject({ rows: [{ id: "a" }], complete: true });
});

test("a fresh start late in a long list reads all its pages again, which does not count as nothing new", async () => {
  const { steps, error } = await walkTo((count) => {
    if (count === 100) throw new RejectedError("The token has expired.", { details: { reason: "page_token" } });
    const at = count < 100 ? count : count - 100;
    return { rows: [{ id: String(at) }], next_page_token: at < 120 ? `T${at}` : "" };
  });
  expect(error).toBeNull();
  expect(new Set(steps.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row)))).size).toBe(120);
  expect(steps).toHaveLength(120);
  expect(steps.at(-1)?.complete).toBe(true);
});

test("each list of our document says what tells its rows apart", () => {
  for (const [id, { page, items }] of Object.entries(endpoints)) {
    const key = Object.entries(ROW_KEYS).find(([known]) => known === id)?.[1];
    expect(key !== undefined, id).toBe(page === "token");
    const fields = items === null || key === undefined ? [] : rowFieldsOf(id as EndpointId, items);
    for (const field of key?.fields ?? []) expect(fields, id).toContain(field);
  }
});

const rowFieldsOf = (id: EndpointId, items: string): string[] => {
  const { properties } = z.toJSONSchema(replySchema(id)) as { properties: Record<string, unknown> };
  return [...JSON.stringify(properties[items]).matchAll(/"([a-z_]+)":\{/g)].map(([, name = ""]) => name);
};

const expired = () => {
  throw new RejectedError("The token has expired.", { details: { reason: "page_token" } });
};
const idsIn = (steps: readonly WalkStep<ListPage<unknown>>[]) => steps.flatMap(({ rows }) => rows.map((row) => (row as { id: string }).id));
/** A list of so many pages with one row each; `tokens` tells by what token each was asked for. */
const pageOf = (at: number, last: number, total?: number) => ({
  rows: [{ id: String(at) }],
  next_page_token: at < last ? `T${at}` : "",
  ...(total === undefined ? {} : { total_records: total }),
});

test("a list may be read from a later page on, and only the caller can renew the token it begins with", async () => {
  const asked: (string | undefined)[] = [];
  const steps: WalkStep<ListPage<unknown>>[] = [];
  const read = async (token: string | undefined) => {
    asked.push(token);
    return pageOf(asked.length, 2);
  };
  for await (const step of walkList(read, { key: BY_ID, clock: virtualClock(0), from: "T9" })) steps.push(step);
  expect([asked, idsIn(steps)]).toEqual([
    ["T9", "T1"],
    ["1", "2"],
  ]);
  const refused = await walkTo(expired, { from: "T9" });
  expect(refused.error).toBeInstanceOf(RejectedError);
  expect(refused.asked).toBe(1);
});

test("a refusal of the first page, and any other error, is the caller's to see", async () => {
  expect((await walkTo(expired)).error).toMatchObject({ message: "The token has expired." });
  const other = new RejectedError("No.");
  const { error, steps } = await walkTo((asked) => {
    if (asked === 2) throw other;
    return pageOf(asked, 3);
  });
  expect([error, steps.length]).toEqual([other, 1]);
});

test("tokens may be refused twice in a row, and as often as something new comes in between", async () => {
  // Pages 1 to n are read, then the token is refused; each pass gets one page further.
  const passes = [1, 2, 3, 4, 5];
  let at = 0;
  const { error, steps } = await walkTo(() => {
    at += 1;
    const [reach] = passes;
    if (reach !== undefined && at > reach) {
      passes.shift();
      at = 0;
      expired();
    }
    return pageOf(at, 6);
  });
  expect(error).toBeNull();
  expect(idsIn(steps)).toEqual(["1", "2", "3", "4", "5", "6"]);
  expect(steps.map(({ complete }) => complete)).toEqual([false, false, false, false, false, true]);
});

test("tokens that are refused a third time without news in between end the walk, with the refusal as the cause", async () => {
  const { error, asked, steps } = await walkTo((count) => (count % 2 === 1 ? pageOf(1, 3) : expired()));
  expect([asked, steps.length]).toEqual([6, 1]);
  expect(error).toMatchObject({
    cause: expect.any(RejectedError),
    details: { complete: false, pages: 3, next_page_token: null },
    hint: /first page/,
  });
});

test("a list whose count changes on the way is read once more, and what was shown is not shown again", async () => {
  const { steps, asked, error } = await walkTo((count) => (count <= 3 ? pageOf(count, 3, count < 3 ? 3 : 4) : pageOf(count - 3, 4, 4)));
  expect(error).toBeNull();
  expect(asked).toBe(7);
  expect(idsIn(steps)).toEqual(["1", "2", "3", "4"]);
  expect(steps.map(({ complete, next }) => [complete, next])).toEqual([
    [false, "T1"],
    [false, "T2"],
    [false, null],
    [true, null],
  ]);
});

test("a list whose count never stays the same is read twice, and not for ever", async () => {
  const { asked, steps, error } = await walkTo((count) => ({ ...pageOf(((count - 1) % 2) + 1, 2), total_records: count }));
  expect([asked, error, steps.at(-1)?.complete]).toEqual([4, null, true]);
});

test("a count that comes only with the first page counts as a change, one that never comes does not", async () => {
  expect((await walkTo((count) => pageOf(count, 2))).asked).toBe(2);
  expect((await walkTo((count) => (count === 1 ? pageOf(1, 2, 2) : pageOf(((count - 1) % 2) + 1, 2)))).asked).toBe(4);
});

test("the last page is shown although nothing on it is new", async () => {
  const { steps } = await walkTo((count) => {
    if (count === 3) return expired();
    return pageOf(count > 3 ? count - 3 : count, 2 + Number(count < 4));
  });
  expect(steps.at(-1)).toMatchObject({ rows: [], complete: true });
});

test("a token that comes twice is reported, and never followed", async () => {
  const { error, steps, asked } = await walkTo((count) => ({ rows: [{ id: String(count) }], next_page_token: count === 3 ? "T1" : `T${count}` }));
  expect(asked).toBe(3);
  expect(steps.at(-1)).toMatchObject({ next: null, complete: false });
  expect(error).toMatchObject({ message: "Zoom sent the same page token twice; 3 pages were read.", details: { pages: 3, next_page_token: null } });
  expect(error).toMatchObject({ hint: "Try again from the first page." });
});

test("rows without an id may come on page after page as long as the pages differ in anything", async () => {
  const differs: readonly ((count: number) => readonly unknown[])[] = [
    (count) => [{ name: "Jo" }, { name: "Al" }, { name: `${count}` }],
    (count) => [{ name: `${count}` }, { name: "Al" }],
    (count) => Array.from({ length: (count % 2) + 1 }, () => ({ name: "Jo" })),
  ];
  for (const rows of differs) {
    const { steps, error } = await walkTo((count) => ({ rows: rows(count), next_page_token: count < 60 ? `T${count}` : "" }), { key: null });
    expect([error, steps.length]).toEqual([null, 60]);
  }
});

test("thirty pages in a row may bring nothing new, and the thirty-first ends the walk with the token to go on with", async () => {
  const { asked, error } = await walkTo((count) => ({ rows: [], next_page_token: `T${count}` }));
  expect(asked).toBe(31);
  expect(error).toMatchObject({
    message: expect.stringContaining("31 pages in a row"),
    details: { next_page_token: "T31" },
    hint: /next_page_token/,
  });
  const ends = await walkTo((count) => ({ rows: [], next_page_token: count < 31 ? `T${count}` : "" }));
  expect(ends.error).toBeNull();
});

test("the bound of time is named in seconds", async () => {
  const { error } = await walkTo((count) => pageOf(count, 100), { maxMs: 5000 });
  expect(error).toMatchObject({ message: "The list was not read to its end within 5 seconds." });
  expect(isIncompleteList(error)).toBe(true);
});

test("only a walk that ended early is an incomplete list", () => {
  expect(isIncompleteList(new ResponseError("x", { details: { complete: true } }))).toBe(false);
  expect(isIncompleteList(new ResponseError("x"))).toBe(false);
  expect(isIncompleteList(new RejectedError("x", { details: { complete: false } }))).toBe(false);
});
