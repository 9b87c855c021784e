import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createWebinar } from "./create.ts";
import { listWebinars } from "./list.ts";

it("lists one host's webinars, with ids as strings", async () => {
  const { run, seen } = emulated();
  const page = await run(listWebinars, { user_id: HOST });
  expect(seen()).toMatchObject([{ path: `/v2/users/${encodeURIComponent(HOST)}/webinars`, query: { type: "scheduled", page_size: "30" } }]);
  expect(page.webinars[0]).toMatchObject({ id: expect.stringMatching(/^\d{11}$/), topic: "Product tour: what is new", type: 5 });
  expect(JSON.stringify(page)).not.toMatch(/start_url|zak=/);
});

it("lists only those to come when asked for upcoming", async () => {
  const { run } = emulated();
  expect((await run(listWebinars, { user_id: OTHER_HOST, type: "upcoming" })).webinars).toEqual([]);
});

it("says so if the user does not exist, and refuses a page_size beyond 300 before asking", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(listWebinars, { user_id: "nobody@example.com" })).toMatchObject({ code: "not_found", hint: expect.stringMatching(/./) });
  seen();
  expect(await refusal(listWebinars, { user_id: HOST, page_size: 301 })).toMatchObject({
    code: "input_invalid",
    message: "page_size: expected at most 300, got 301",
  });
  expect(seen()).toEqual([]);
});

it("with from and to, reads all pages and counts only the webinars in that window", async () => {
  const { run, seen } = emulated();
  for (const day of [1, 2, 3, 4]) await run(createWebinar, { user_id: HOST, topic: `Day ${day}`, start_time: `2027-03-0${day}T10:00:00Z` });
  seen();
  const page = await run(listWebinars, { user_id: HOST, from: "2027-03-02", to: "2027-03-03T10:00:00Z", page_size: 2 });
  expect(page).toMatchObject({ webinars: [{ topic: "Day 2" }, { topic: "Day 3" }], total_records: 2, complete: true });
  expect(seen()).toHaveLength(3);
});

it("reads all pages in one call if asked to, and takes the old page_number", async () => {
  const { run, seen } = emulated();
  for (const day of [1, 2]) await run(createWebinar, { user_id: HOST, topic: `Day ${day}`, start_time: `2027-03-0${day}T10:00:00Z` });
  seen();
  expect(await run(listWebinars, { user_id: HOST, all: true, page_size: 2, include_events: false })).toMatchObject({
    webinars: { length: 4 },
    complete: true,
  });
  expect(seen().map(({ query }) => [query.page_size, query.include_events_webinar])).toEqual([
    ["2", "false"],
    ["2", "false"],
  ]);
  expect(await run(listWebinars, { user_id: HOST, page_size: 2, page_number: 2 })).toMatchObject({
    webinars: [{ topic: "Day 1" }, { topic: "Day 2" }],
  });
});
