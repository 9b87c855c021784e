import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listUsersForSelection } from "./list-for-selection.ts";

it("numbers the users of all pages, and says what their licence tells of webinars", async () => {
  const { run, seen } = emulated();
  const { users, total_records } = await run(listUsersForSelection, {});
  expect(users.map(({ number, email, licence, webinar_add_on }) => [number, email, licence, webinar_add_on])).toEqual([
    [1, HOST, "licensed", null],
    [2, "grace@example.com", "licensed", null],
    [3, "linus@example.com", "basic", false],
  ]);
  expect(total_records).toBe(3);
  expect(seen()).toMatchObject([{ path: "/v2/users", query: { status: "active", page_size: "300" } }]);
});

it("asks for the add-on of each licensed user if it is told to", async () => {
  const { run, seen } = emulated();
  expect((await run(listUsersForSelection, { check_webinar_add_on: true })).users.map(({ webinar_add_on }) => webinar_add_on)).toEqual([
    true,
    true,
    false,
  ]);
  expect(seen().map(({ endpoint }) => endpoint)).toEqual(["GET /users", "GET /users/{userId}/webinars", "GET /users/{userId}/webinars"]);
});

it("names the scope that the app lacks", async () => {
  const { refusal } = emulated({ scopes: ["webinar:read:webinar:admin"] });
  expect(await refusal(listUsersForSelection, {})).toMatchObject({ code: "scope_missing" });
});
