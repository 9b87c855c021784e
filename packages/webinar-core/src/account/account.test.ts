import type { Credentials } from "@zoom-webinar/auth";
import { describe, expect, it } from "vitest";
import { emulated } from "../test/emulated.ts";
import type { FoundCredentials } from "./account.ts";

const TOKEN: Credentials = { kind: "access-token", accessToken: "canary-token" };
const other: Credentials = { accountId: "other-account", clientId: "c", clientSecret: "canary-other-secret" };
const lookUp = ({ session }: ReturnType<typeof emulated>) => session.zoom.call("GET /users", {});

describe("account", () => {
  it("tells where the token stands without asking Zoom, and never the token", async () => {
    const zoom = emulated({ scopes: ["user:read:list_users:admin"], session: { credentialsFrom: "environment" } });
    const { account } = zoom.session;
    expect(await account.describe()).toMatchObject({
      state: "not_requested",
      minutes_left: null,
      account_id: "demo-account",
      credentials_from: "environment",
    });
    expect(zoom.emulator.requests()).toEqual([]);
    await lookUp(zoom);
    const status = await account.describe();
    expect(status).toMatchObject({
      state: "valid",
      minutes_left: 60,
      expires_at: "2027-01-15T13:00:00.000Z",
      scopes: ["user:read:list_users:admin"],
    });
    zoom.clock.advance(56 * 60_000);
    expect(await account.describe()).toMatchObject({ state: "expiring", minutes_left: 4 });
    zoom.clock.advance(5 * 60_000);
    expect((await account.describe()).minutes_left).toBeOneOf([0, null]);
  });

  it("asks for a new token when told to, also while the old one is good", async () => {
    const zoom = emulated();
    const minutes = async () => (await zoom.session.account.refresh()).minutes_left;
    expect(await minutes()).toBe(60);
    zoom.clock.advance(20 * 60_000);
    expect(await zoom.session.account.describe()).toMatchObject({ minutes_left: 40 });
    expect(await minutes()).toBe(60);
  });

  it("cannot renew what the caller brought, nor without credentials", async () => {
    const brought = emulated({ session: { credentials: TOKEN } }).session.account;
    expect(await brought.describe()).toMatchObject({ state: "unknown", expires_at: null, account_id: null });
    await expect(brought.refresh()).rejects.toMatchObject({ code: "auth_failed", hint: expect.stringContaining("ZOOM_ACCESS_TOKEN") });
    const none = emulated({ session: { credentials: null } }).session.account;
    expect(await none.describe()).toMatchObject({ state: "no_credentials", credentials_from: null });
    await expect(none.refresh()).rejects.toMatchObject({ code: "auth_missing" });
  });

  it("parity 6 goes on with other credentials that are found, and never with the token of the former", async () => {
    let found: FoundCredentials = { credentials: null, source: null, variables: [] };
    const zoom = emulated({ session: { rediscover: () => found } });
    await lookUp(zoom);
    expect(await zoom.session.account.rediscover()).toEqual({ found, switched: false });
    expect(await zoom.session.account.describe()).toMatchObject({ state: "valid", account_id: "demo-account" });
    found = { credentials: other, source: ".env", variables: ["ZOOM_ACCOUNT_ID"] };
    expect(await zoom.session.account.rediscover()).toEqual({ found, switched: true });
    expect(await zoom.session.account.describe()).toMatchObject({ state: "not_requested", account_id: "other-account", credentials_from: ".env" });
    expect(await emulated().session.account.rediscover()).toEqual({ found: null, switched: false });
  });
});
