import type { Send } from "@zoom-webinar/auth";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { manifest } from "../generated/manifest.ts";
import { auditScopes, needsInUse, needsOf, scopesToPaste } from "../scopes/in-use.ts";
import { type DoctorOptions, doctor } from "./doctor.ts";
import { checkProxy, checkTimeZones, checkVersions } from "./machine.ts";
import { checkClock } from "./zoom.ts";

const look = async (setUp: ReturnType<typeof emulated>, options: DoctorOptions = {}) => {
  const report = await doctor(setUp.session, manifest, { env: {}, ...options });
  return { report, of: (check: string) => report.findings.find((finding) => finding.check === check) };
};

describe("doctor", () => {
  it("finds nothing wrong if nothing is, and looks at everything", async () => {
    const { report } = await look(emulated({ session: { credentialsFrom: "environment" } }), { version: "1.2.3" });
    expect(report.findings.map(({ check }) => check)).toEqual([
      "credentials",
      "token",
      "addresses",
      "clock",
      "scopes",
      "webinar_add_on",
      "rate",
      "proxy",
      "versions",
      "time_zones",
    ]);
    expect(report).toMatchObject({ severity: "note", code: null });
    expect(JSON.stringify(report)).not.toContain("demo-secret");
  });

  it("stops at credentials that are not there, and at those that Zoom refuses", async () => {
    const none = await look(emulated({ session: { credentials: null } }));
    expect(none.report).toMatchObject({ severity: "error", code: "auth_missing" });
    expect(none.of("token")).toBeUndefined();
    const credentials = { accountId: "a", clientId: "b", clientSecret: "canary-wrong" };
    const refused = await look(emulated({ strictAuth: true, session: { credentials } }));
    expect(refused.report).toMatchObject({ severity: "error", code: "auth_failed" });
    expect(JSON.stringify(refused.report)).not.toContain("canary");
  });

  it.each(["user:read:list_users:admin", "webinar:read:list_webinars:admin", "webinar:write:registrant:admin", "webinar:delete:webinar:admin"])(
    "names %s if it is missing",
    async (scope) => {
      const all = (await look(emulated())).report;
      const granted = emulated();
      await granted.session.account.refresh();
      const { scopes } = await granted.session.account.describe();
      expect(all.severity).not.toBe("error");
      const without = (scopes ?? []).filter((other) => other !== scope);
      const { of } = await look(emulated({ scopes: without }), { for: ["hosts", "plan", "register"] });
      expect(of("scopes")).toMatchObject({ severity: "error", code: "scope_missing", hint: expect.stringContaining(scope) });
    },
  );

  it("names what is granted and never used, and counts only what is in use", async () => {
    const scopes = ["user:read:list_users:admin", "user:read:user:admin", "webinar:read:list_webinars:admin", "webinar:delete:webinar:admin"];
    const { of } = await look(emulated({ scopes }), { for: ["hosts"] });
    expect(of("scopes")).toMatchObject({
      severity: "note",
      details: { missing: [], superfluous: ["webinar:delete:webinar:admin"], kind: "granular" },
    });
    const reading = await look(emulated({ scopes, session: { safety: "read-only" } }));
    const missing = (reading.of("scopes")?.details.missing ?? []) as { scope: string }[];
    expect(missing.map(({ scope }) => scope).filter((scope) => /:(write|delete|update):/.test(scope))).toEqual([]);
    expect(missing.length).toBeGreaterThan(0);
  });

  it("keeps apart the scopes that another --reveal or --safety needs, and does not say that they are of no use", async () => {
    const all = emulated({ session: { reveal: "host" } });
    await all.session.account.refresh();
    const { scopes: granted } = await all.session.account.describe();
    const needs = await needsInUse(manifest, { safety: "confirm", reveal: "host" }, []);
    const fitting = scopesToPaste(needs, "account").filter((scope) => granted?.includes(scope));
    const without = await look(emulated({ scopes: fitting }));
    expect(without.of("scopes")).toMatchObject({
      severity: "note",
      message: expect.stringMatching(/ in use, and 5 that only --reveal host needs$/),
      hint: expect.stringMatching(/^If nothing is started with --reveal host, remove: .*webinar:read:token:admin/),
      details: { superfluous: [], beyond: [{ flags: "--reveal host", scopes: expect.arrayContaining(["webinar:read:token:admin"]) }] },
    });
    const reading = await look(emulated({ scopes: fitting, session: { safety: "read-only" } }));
    expect(reading.of("scopes")?.details).toMatchObject({
      superfluous: [],
      beyond: [{ flags: "--reveal host" }, { flags: "--safety confirm" }, { flags: "--safety confirm --reveal host" }],
    });
    const other = await look(emulated({ scopes: [...fitting, "meeting:read:meeting:admin"] }));
    expect(other.of("scopes")?.hint).toMatch(
      /^A scope that is not granted cannot be misused; remove: meeting:read:meeting:admin; and if nothing is started with --reveal host, remove: webinar/,
    );
    const wide = await look(emulated({ scopes: fitting, session: { reveal: "host" } }));
    expect(wide.of("scopes")).toMatchObject({ severity: "ok", hint: null });
  });

  it("names the scopes by which operations look something up, as a warning", async () => {
    const scopes = ["webinar:update:registrant_status:admin", "webinar:read:webinar:admin", "user:read:list_users:admin"];
    const { of } = await look(emulated({ scopes }), { for: ["registrants.approve"] });
    expect(of("scopes")).toMatchObject({
      severity: "warning",
      code: null,
      message: "All scopes for the 1 operation in use; 1 of them cannot look everything up",
      hint: expect.stringMatching(/: webinar:read:list_registrants:admin$/),
      details: { missing: [], lookups: [{ scope: "webinar:read:list_registrants:admin", operations: ["registrants.approve"] }] },
    });
    const all = await look(emulated({ scopes: [...scopes, "webinar:read:list_registrants:admin"] }), { for: ["registrants.approve"] });
    expect(all.of("scopes")?.details).toMatchObject({ missing: [], lookups: [] });
    const needs = await needsOf(manifest.filter(({ id }) => id === "registrants.approve"));
    expect(scopesToPaste(needs, "account")).toContain("webinar:read:list_registrants:admin");
  });

  it("knows an app with classic scopes", async () => {
    const needs = await needsOf(manifest.filter(({ id }) => id === "webinars.list" || id === "users.list"));
    expect(auditScopes(["webinar:read:admin"], needs, "account")).toMatchObject({
      kind: "classic",
      missing: [{ scope: "user:read:admin", operations: ["users.list"] }],
    });
  });

  it("says that requests stay on this machine if they do, and nothing of a proxy then", async () => {
    const env = { HTTPS_PROXY: "http://proxy.example.com:8080", NODE_EXTRA_CA_CERTS: "/nowhere/ca.pem" };
    const embedded = await look(emulated({ session: { credentialsFrom: "emulator" } }), { env });
    expect(embedded.of("addresses")).toMatchObject({
      severity: "ok",
      message: "Requests go to the emulator in this process; nothing is sent to Zoom",
      details: { api_base_url: null, chosen_by: "emulator" },
    });
    expect(embedded.of("clock")?.message).toBe("This machine's clock agrees with the emulator's");
    const here = "http://127.0.0.1:4646";
    const onPort = await look(emulated({ session: { apiBaseUrl: `${here}/v2`, oauthBaseUrl: here } }), { env });
    expect(onPort.of("addresses")?.message).toBe(`On this machine: ${here}/v2, tokens from ${here}`);
    const half = await look(emulated({ session: { apiBaseUrl: `${here}/v2` } }), { env });
    expect([embedded, onPort, half].map(({ of }) => of("proxy")?.severity)).toEqual([undefined, undefined, "warning"]);
  });

  it("has nothing against a clock that was moved by hand: the emulator's", async () => {
    const zoom = emulated();
    await zoom.emulator.controls.advanceClock(3_600_000);
    const { account } = zoom.session;
    const moved = {
      ...zoom.session,
      account: Object.create(account, { inForce: { value: { ...account.inForce, source: "emulator" } } }) as typeof account,
    };
    await moved.zoom.call("GET /users", {});
    expect(checkClock(moved)).toMatchObject({ severity: "note", message: "The emulator's clock is 1 hour ahead of this machine's" });
    expect(checkClock(zoom.session)).toMatchObject({ severity: "warning" });
  });

  it("says how far the clock is off, from the Date of Zoom's answers", async () => {
    const at = (aheadMs: number) => {
      const inner = emulated();
      const send: Send = async (request) => {
        const reply = await inner.emulator.send(request);
        return { ...reply, headers: { ...reply.headers, date: new Date(inner.clock.now() - aheadMs).toUTCString() } };
      };
      return look(emulated({ session: { send, clock: inner.clock } }));
    };
    expect((await at(3_600_000)).of("clock")).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(/(59 minutes 59 seconds|1 hour) ahead of/),
    });
    expect((await at(-3_600_000)).of("clock")).toMatchObject({ severity: "warning", message: expect.stringContaining("behind") });
    expect((await at(0)).of("clock")).toMatchObject({ severity: "ok" });
  });

  it("says that no host has the add-on", async () => {
    const zoom = emulated();
    for (const email of ["ada@example.com", "grace@example.com"]) await zoom.emulator.controls.setWebinarAddOn(email, false);
    const { of, report } = await look(zoom);
    expect(of("webinar_add_on")).toMatchObject({ severity: "error", code: "plan_missing" });
    expect(report.code).toBe("plan_missing");
  });

  it("refuses words that name nothing", async () => {
    await expect(look(emulated(), { for: ["plam"] })).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringContaining("did you mean plan?"),
    });
  });

  it("shows the proxy that Zoom is asked through, without its password", () => {
    const api = "https://api.zoom.us/v2";
    const proxied = { HTTPS_PROXY: "http://ada:canary-proxy@proxy.example.com:8080", NO_PROXY: "example.org" };
    const finding = checkProxy(proxied, api);
    expect(finding).toMatchObject({
      message: "Requests to api.zoom.us go through the proxy http://proxy.example.com:8080",
      details: { no_proxy: "example.org" },
    });
    expect(JSON.stringify(finding)).not.toContain("canary");
    expect(checkProxy({ ...proxied, NO_PROXY: "zoom.us" }, api)).toMatchObject({ severity: "ok", details: { proxy: null } });
    expect(checkProxy({ HTTPS_PROXY: "http://ada:canary-proxy@" }, api)).toMatchObject({ severity: "error", code: "input_invalid" });
  });

  it("warns of certificates that nobody looks at, or that are not there, and of a Node that is too old", () => {
    const api = "https://api.zoom.us/v2";
    expect(checkProxy({ NODE_TLS_REJECT_UNAUTHORIZED: "0" }, api)).toMatchObject({ severity: "warning" });
    expect(checkProxy({ NODE_EXTRA_CA_CERTS: "/nowhere/ca.pem" }, api)).toMatchObject({ severity: "warning" });
    expect(checkVersions(null, "20.18.3")).toMatchObject({ severity: "error" });
  });

  it("names the places whose clocks this Node does not know yet", () => {
    const newest: Readonly<Record<string, number>> = { "America/Edmonton": 6, "America/Vancouver": 5 };
    expect(checkTimeZones([], (zone) => newest[zone] ?? 0, "2026c")).toMatchObject({ severity: "ok", message: "This Node has the rules of 2026c" });
    const behind = (zones: string[]) => checkTimeZones(zones, (zone) => (newest[zone] ?? 0) - 1, "2025c");
    expect(behind(["Europe/Berlin", "America/Edmonton"])).toMatchObject({
      severity: "note",
      message: "This Node has the rules of 2025c: times in Alberta and British Columbia may be one hour off",
      hint: expect.stringContaining("Hosts of this account are there"),
      details: { version: "2025c", behind: ["Alberta", "British Columbia"] },
    });
    expect(behind(["Europe/Berlin"])).toMatchObject({ severity: "note", hint: null, details: { behind: ["Alberta", "British Columbia"] } });
    expect(checkTimeZones([])).toMatchObject({ details: { version: process.versions.tz } });
  });
});
