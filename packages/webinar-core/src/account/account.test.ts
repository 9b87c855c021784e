import type { Credentials } from "@zoom-webinar/auth";
import { emulated } from "@zoom-webinar/testing/emulated";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autoConfigure } from "../operations/account/auto-configure.ts";
import type { FoundCredentials } from "./account.ts";

const TOKEN: Credentials = { kind: "access-token", accessToken: "canary-token" };
const other: Credentials = { accountId: "other-account", clientId: "c", clientSecret: "canary-other-secret" };
const lookUp = ({ session }: ReturnType<typeof emulated>) => session.zoom.call("GET /users", {});

describe("account", () => {
  it("says where the token stands without asking Zoom, and never shows the token", async () => {
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

  it("asks for a new token when asked to, also while the old one is good", async () => {
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

  it("looking again never replaces credentials that work, whoever put others there", async () => {
    let found: FoundCredentials = { credentials: null, source: null, variables: [] };
    const zoom = emulated({ session: { rediscover: async () => found } });
    await lookUp(zoom);
    expect(await zoom.session.account.rediscover()).toEqual({ found, switched: false, leftAlone: false });
    found = { credentials: other, source: ".env", variables: ["ZOOM_ACCOUNT_ID"] };
    expect(await zoom.session.account.rediscover()).toEqual({ found, switched: false, leftAlone: true });
    expect(await zoom.session.account.describe()).toMatchObject({ state: "valid", account_id: "demo-account" });
    expect(await emulated().session.account.rediscover()).toEqual({ found: null, switched: false, leftAlone: false });
  });

  it("looking again fills missing credentials, and takes a new secret of the same app once Zoom refuses the old one", async () => {
    let found: FoundCredentials = { credentials: other, source: "options", variables: [] };
    const zoom = emulated({ session: { credentials: null, rediscover: async () => found } });
    expect(await zoom.session.account.rediscover()).toMatchObject({ switched: true });
    await lookUp(zoom);
    const rotated = { ...found, credentials: { ...other, clientSecret: "canary-new-secret" } };
    found = rotated;
    expect(await zoom.session.account.rediscover()).toMatchObject({ switched: false, leftAlone: true });
    zoom.emulator.controls.addFault({ kind: "status", status: 400, body: JSON.stringify({ error: "invalid_client" }), on: "oauth" });
    await expect(zoom.session.account.refresh()).rejects.toMatchObject({ code: "auth_failed" });
    found = { ...rotated, credentials: { ...rotated.credentials, accountId: "somebody-else" } };
    expect(await zoom.session.account.rediscover()).toMatchObject({ switched: false, leftAlone: true });
    found = rotated;
    expect(await zoom.session.account.rediscover()).toMatchObject({ switched: true, leftAlone: false });
    await lookUp(zoom);
  });

  it("never acts for another account without a yes, whatever is found and however often it looks (property)", async () => {
    const parts = fc.record({ accountId: fc.constantFrom("a", "b"), clientId: fc.constantFrom("x", "y"), clientSecret: fc.constantFrom("s1", "s2") });
    const founds = fc.array(
      fc.record({ credentials: fc.option(parts, { nil: null }), source: fc.constantFrom("options", ".env", "profile default") }),
    );
    await fc.assert(
      fc.asyncProperty(fc.option(parts, { nil: null }), founds, fc.constantFrom("read-only", "confirm", "trusted"), async (first, rest, safety) => {
        let next: FoundCredentials = { credentials: null, source: null, variables: [] };
        const zoom = emulated({ session: { credentials: first, safety, rediscover: async () => next } });
        let account = first?.accountId ?? null;
        for (const each of rest) {
          next = { ...each, variables: [] };
          await zoom.run(autoConfigure, {});
          account ??= each.credentials?.accountId ?? null;
          expect((await zoom.session.account.describe()).account_id).toBe(account);
        }
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
