import { CancelledError, ResponseError } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { read, setUp } from "./test/given-answers.ts";

test("R10 pages go on until the token is empty, with the filters of the first", async () => {
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

test("R10 a token that comes back, or a list without end, is an error and not a loop", async () => {
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

test("R10 a list that does not page is one page", async () => {
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
