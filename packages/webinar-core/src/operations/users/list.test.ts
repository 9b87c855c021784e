import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listUsers } from "./list.ts";

it("lists the people of the account as rows, and asks Zoom for one page", async () => {
  const { run, seen } = emulated();
  const page = await run(listUsers, {});
  expect(seen()).toMatchObject([{ method: "GET", path: "/v2/users", query: { status: "active", page_size: "30" } }]);
  expect(page).toMatchObject({ next_page_token: null, total_records: 3, complete: true });
  expect(page.users.map(({ email }) => email)).toContain("ada@example.com");
  for (const user of page.users) expect(Object.keys(user)).toEqual(["id", "email", "status", "timezone", "name", "licence"]);
});

it("answers every field that Zoom has of a user with `full`", async () => {
  const { users } = await emulated().run(listUsers, { full: true });
  expect(users[0]).toMatchObject({ email: "ada@example.com", name: "Ada Example", licence: "licensed", type: 2, first_name: "Ada" });
});

it("walks pages by the token and stops at the last", async () => {
  const { run } = emulated();
  const first = await run(listUsers, { page_size: 2 });
  expect(first.users).toHaveLength(2);
  const last = await run(listUsers, { page_size: 2, next_page_token: first.next_page_token as string });
  expect(last).toMatchObject({ next_page_token: null });
  expect(new Set([...first.users, ...last.users].map(({ id }) => id)).size).toBe(3);
});

it("reads one user by id or e-mail", async () => {
  const { run, refusal, seen } = emulated();
  expect(await run(listUsers, { user_id: "grace@example.com" })).toMatchObject({
    users: [{ name: "Grace Example" }],
    total_records: 1,
    complete: true,
  });
  expect(seen().map(({ endpoint }) => endpoint)).toEqual(["GET /users/{userId}"]);
  expect(await refusal(listUsers, { user_id: "nobody@example.com" })).toMatchObject({ code: "not_found" });
});

it("reads all pages in one call if asked to, telling how far it is", async () => {
  const { run, seen } = emulated();
  const told: unknown[] = [];
  expect(await run(listUsers, { all: true, page_size: 2 }, { onProgress: (progress) => told.push(progress) })).toMatchObject({
    users: { length: 3 },
    complete: true,
  });
  expect(seen()).toHaveLength(2);
  expect(told).toEqual([
    { done: 2, total: 3 },
    { done: 3, total: 3 },
  ]);
});

it("names the scope that the app lacks", async () => {
  const { refusal } = emulated({ scopes: ["webinar:read:webinar:admin"] });
  expect(await refusal(listUsers, {})).toMatchObject({
    code: "scope_missing",
    details: { scopes: expect.arrayContaining(["user:read:list_users:admin"]) },
  });
});
