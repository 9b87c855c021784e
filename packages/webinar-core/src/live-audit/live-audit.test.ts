import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { DEFAULT_SWITCHES, type EmulatorOptions, type Switches } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { liveAudit } from "./live-audit.ts";

const audit = async (switches: Partial<Switches> = {}, options: EmulatorOptions = {}) => {
  const zoom = emulated({ ...options, switches });
  const before = await zoom.emulator.state.webinars();
  const report = await liveAudit(zoom.session, { host: HOST });
  const of = (name: string) => report.switches.find((seen) => seen.switch === name);
  return { ...zoom, report, of, before };
};

/** Every value of every switch that can be seen, each in a world where the others are as they are by default. */
const OTHERS: readonly Partial<Switches>[] = [
  { duplicateRegistrant: "remail" },
  { duplicateRegistrant: "error" },
  { cancelledRegistrant: "gone" },
  { unknownRegistrant: "ignore" },
  { missingAnswers: "refuse" },
  { duplicatePanelist: "second" },
  { unknownPanelist: "refuse" },
  { statusReply: 200 },
  { endNotRunning: "refuse" },
  { occurrenceCap: 60 },
  { rateHeaders: "always" },
  { rateHeaders: "never" },
  { announcedFields: true },
  { longWindow: "shorten" },
  { pendingMail: true },
];

describe("a live audit", () => {
  it("names every switch of the emulator once, seen or not", async () => {
    const { report } = await audit();
    const named = [...report.switches, ...report.not_seen].map((entry) => entry.switch);
    expect(named.sort()).toEqual(Object.keys(DEFAULT_SWITCHES).sort());
  });

  it.each([{}, ...OTHERS])("finds what holds if it is %j", async (switches) => {
    const { report } = await audit(switches);
    const real: Switches = { ...DEFAULT_SWITCHES, ...switches };
    for (const { switch: name, holds, possible, seen } of report.switches) {
      const value = real[name as keyof Switches];
      expect([name, holds ?? value, seen]).toEqual([name, value, seen]);
      expect([name, possible.includes(value)]).toEqual([name, true]);
    }
    expect(report.switches.length).toBeGreaterThanOrEqual(12);
  });

  it("measures how long the list lags behind, and gives up after a minute", async () => {
    const { of } = await audit({ listLagMs: 4_000 });
    expect(of("listLagMs")?.holds).toBeGreaterThanOrEqual(4_000);
    expect(of("listLagMs")?.holds).toBeLessThan(8_000);
    expect((await audit({ listLagMs: 600_000 })).of("listLagMs")).toMatchObject({ holds: null, seen: expect.stringContaining("after 60 seconds") });
  });

  it("leaves nothing behind and writes to nobody but example.com", async () => {
    const { emulator, report, before } = await audit({ pendingMail: true, duplicateRegistrant: "remail" });
    expect(await emulator.state.webinars()).toEqual(before);
    expect(report).toMatchObject({ removed: true, reason: null, host: HOST });
    for (const { to } of await emulator.mailLog()) expect(to).toMatch(/^audit-[0-9a-f]{8}-[a-z-]+@example\.com$/);
    expect(await (await audit()).emulator.mailLog()).toEqual([]);
  });

  it("goes on if the account refuses one look, and says why that was not seen", async () => {
    const scopes = ["webinar:write:admin", "webinar:read:admin", "user:read:admin"];
    const { report } = await audit({}, { scopes });
    expect(report.not_seen).toContainEqual({ switch: "longWindow", why: expect.stringContaining("report:read") });
    expect(report).toMatchObject({ removed: true });
  });

  it("removes the webinar when it is stopped half-way, and when Zoom breaks", async () => {
    const zoom = emulated();
    const before = await zoom.emulator.state.webinars();
    const stop = new AbortController();
    const stopped = liveAudit(zoom.session, { host: HOST, signal: stop.signal, onCreated: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect(await zoom.emulator.state.webinars()).toEqual(before);
    zoom.emulator.controls.addFault({ kind: "reset", applied: true, endpoint: "POST /users/{userId}/webinars" });
    await expect(liveAudit(zoom.session, { host: HOST })).rejects.toMatchObject({ code: "zoom_unavailable" });
    expect(await zoom.emulator.state.webinars()).toEqual(before);
  });

  it("says its id if it could not be removed, and changes nothing in a session that only reads", async () => {
    const { emulator, session } = emulated();
    emulator.controls.addFault({ kind: "status", status: 503, times: 99, endpoint: "DELETE /webinars/{webinarId}" });
    const report = await liveAudit(session, { host: HOST });
    expect(report).toMatchObject({ removed: false, reason: expect.any(String), webinar_id: expect.stringMatching(/^\d+$/) });
    const stop = new AbortController();
    let id = "";
    const stopped = liveAudit(session, {
      host: HOST,
      signal: stop.signal,
      onCreated: (made) => {
        id = made;
        stop.abort();
      },
    });
    const error = await stopped.catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: "partial", message: expect.stringContaining(id), hint: `Remove it: zoom-webinar webinars delete ${id}` });
    await expect(liveAudit(emulated({ session: { safety: "read-only" } }).session, { host: HOST })).rejects.toMatchObject({ code: "not_allowed" });
  });
});
