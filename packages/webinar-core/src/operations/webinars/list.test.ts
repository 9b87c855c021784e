import { expect, it } from "vitest";
import { emulated, HOST, OTHER_HOST } from "../../test/emulated.ts";
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

it("says so where the user does not exist, and refuses a page_size beyond 300 before asking", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(listWebinars, { user_id: "nobody@example.com" })).toMatchObject({ code: "not_found", hint: expect.stringMatching(/./) });
  seen();
  expect(await refusal(listWebinars, { user_id: HOST, page_size: 301 })).toMatchObject({
    code: "input_invalid",
    message: "page_size: expected at most 300, got 301",
  });
  expect(seen()).toEqual([]);
});
