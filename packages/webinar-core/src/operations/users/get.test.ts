import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getUser } from "./get.ts";

it("reads one profile by e-mail", async () => {
  const { run, seen } = emulated();
  expect(await run(getUser, { user_id: HOST })).toMatchObject({ email: HOST, timezone: "Europe/Berlin", type: 2 });
  expect(seen()).toMatchObject([{ path: `/v2/users/${encodeURIComponent(HOST)}`, query: {} }]);
});

it("says so if there is no such user", async () => {
  const { refusal } = emulated();
  expect(await refusal(getUser, { user_id: "nobody@example.com" })).toMatchObject({ code: "not_found" });
});
