import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listUsers } from "../users/list.ts";
import { getTokenStatus } from "./get-token-status.ts";

it("says where the token stands, in UTC and in the operator's zone, and asks Zoom nothing", async () => {
  const { run, emulator } = emulated({ session: { zone: "Europe/Berlin", credentialsFrom: "environment" } });
  expect(await run(getTokenStatus, {})).toEqual({
    state: "not_requested",
    minutes_left: null,
    expires_at: null,
    expires_local: null,
    scopes: null,
    account_id: "demo-account",
    credentials_from: "environment",
  });
  await run(listUsers, {});
  const before = emulator.requests().length;
  expect(await run(getTokenStatus, {})).toMatchObject({
    state: "valid",
    minutes_left: 60,
    expires_at: "2027-01-15T13:00:00.000Z",
    expires_local: "2027-01-15 14:00 Europe/Berlin",
    scopes: expect.arrayContaining(["user:read:list_users:admin"]),
  });
  expect(emulator.requests()).toHaveLength(before);
});

it("shows neither token nor secret, and no error without credentials", async () => {
  const { run, refusal } = emulated({ session: { credentials: null } });
  expect(await run(getTokenStatus, {})).toMatchObject({ state: "no_credentials", credentials_from: null, account_id: null });
  expect(await refusal(getTokenStatus, { token: "canary" })).toMatchObject({ code: "input_invalid", message: expect.not.stringContaining("canary") });
});
