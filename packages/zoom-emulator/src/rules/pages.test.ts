import { expect, test } from "vitest";
import { type Call, planWebinar, probe, refusalOf } from "../test/probe.ts";

const LIST = "/users/grace@example.com/webinars";
const EXPIRED = "400/300 The next page token is invalid or expired.";

const withFive = async () => {
  const probed = await probe({ world: "empty" });
  for (let index = 1; index <= 5; index++) await planWebinar(probed.call, { topic: `No. ${index}` });
  return probed;
};
const topics = async (call: Call, query: string) =>
  (await call("GET", `${LIST}?${query}`)).body.webinars.map(({ topic }: { topic: string }) => topic);

test("pages through by token; the last token is empty", async () => {
  const { call } = await withFive();
  const first = (await call("GET", `${LIST}?page_size=2`)).body;
  expect(first).toMatchObject({ page_size: 2, page_count: 3, page_number: 1, total_records: 5 });
  const second = (await call("GET", `${LIST}?page_size=2&next_page_token=${first.next_page_token}`)).body;
  const third = (await call("GET", `${LIST}?page_size=2&next_page_token=${second.next_page_token}`)).body;
  expect([first, second, third].flatMap(({ webinars }) => webinars.map(({ topic }: { topic: string }) => topic))).toEqual([
    "No. 1",
    "No. 2",
    "No. 3",
    "No. 4",
    "No. 5",
  ]);
  expect(third).toMatchObject({ next_page_token: "", page_number: 3 });
});

test("still takes the deprecated page number", async () => {
  const { call } = await withFive();
  expect(await topics(call, "page_size=2&page_number=3")).toEqual(["No. 5"]);
});

test.each([
  ["9999", 300],
  ["-1", 30],
  ["0", 30],
  ["many", 30],
])("page_size %s is clamped, not refused", async (size, actual) => {
  const { call } = await withFive();
  expect((await call("GET", `${LIST}?page_size=${size}`)).body.page_size).toBe(actual);
});

test("a token lives fifteen minutes", async () => {
  const { call, clock } = await withFive();
  const { next_page_token } = (await call("GET", `${LIST}?page_size=2`)).body;
  clock.advance(15 * 60_000 - 1);
  expect(await topics(call, `page_number=7&page_size=2&next_page_token=${next_page_token}`)).toEqual(["No. 3", "No. 4"]); // the token wins
  clock.advance(1);
  expect(refusalOf(await call("GET", `${LIST}?page_size=2&next_page_token=${next_page_token}`))).toBe(EXPIRED);
});

test("a token fits only the list and the parameters that it came from", async () => {
  const { call } = await withFive();
  const { next_page_token: token } = (await call("GET", `${LIST}?type=scheduled&page_size=2`)).body;
  const ask = async (path: string) => refusalOf(await call("GET", path));
  expect(await ask(`${LIST}?type=upcoming&page_size=2&next_page_token=${token}`)).toBe(EXPIRED);
  expect(await ask(`/users/ada@example.com/webinars?type=scheduled&page_size=2&next_page_token=${token}`)).toBe(EXPIRED);
  expect(await ask(`/users?type=scheduled&page_size=2&next_page_token=${token}`)).toBe(EXPIRED);
  expect(await ask(`${LIST}?next_page_token=made-up`)).toBe(EXPIRED);
  expect(await ask(`${LIST}?type=scheduled&page_size=2&next_page_token=x${token}`)).toBe(EXPIRED);
  expect((await call("GET", `${LIST}?page_size=2&type=scheduled&next_page_token=${token}`)).status).toBe(200); // order is no matter
});
