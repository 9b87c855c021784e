import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulated, emulated, HOST } from "@zoom-webinar/testing/emulated";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Preview } from "../../operation/preview.ts";
import { operations } from "../index.ts";

const { webinars, registrants, panelists } = operations;

let folder: string;
let zoom: Emulated;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "over-"));
  zoom = emulated({ session: { stateFolder: folder } });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const MINA = { email: "mina@example.com", first_name: "Mina" };
/** A webinar of 45 minutes whose planned end has passed; `held`: the host opened and ended it. */
const past = async ({ held, ...more }: { held: boolean; registration?: "automatic" | "manual"; close_registration?: boolean }): Promise<string> => {
  const { close_registration, ...rest } = { registration: "automatic" as const, ...more };
  const settings = close_registration === undefined ? {} : { settings: { close_registration } };
  const start = { user_id: HOST, topic: "Tides", start_time: "2027-01-15T14:00", timezone: "Europe/Berlin", duration: 45 };
  const { webinar } = await zoom.run(webinars.create, { ...start, ...rest, ...settings });
  const webinar_id = String(webinar.id);
  await zoom.run(registrants.add, { webinar_id, email: "juan@example.com", first_name: "Juan" });
  await zoom.emulator.controls.advanceClock(60 * 60_000);
  if (held) {
    await zoom.emulator.controls.startWebinar(webinar_id);
    await zoom.emulator.controls.advanceClock(45 * 60_000);
    await zoom.emulator.controls.endWebinar(webinar_id);
  }
  await zoom.emulator.controls.advanceClock(60 * 60_000);
  zoom = { ...zoom, session: { ...zoom.session, now: zoom.emulator.now } };
  zoom.seen();
  return webinar_id;
};
const refusal = (op: Parameters<Emulated["refusal"]>[0], input: unknown) => asking().refusal(op, input);
const asking = () => {
  const { emulator } = zoom;
  return emulated({ session: { send: emulator.send, now: emulator.now, stateFolder: folder, safety: "confirm" } });
};
const OVER = "webinar_id: is a webinar that is over: it was planned until 2027-01-15 14:45 Europe/Berlin, and nobody can register any more";

describe("a webinar that is over", () => {
  it.each([
    ["add", registrants.add, MINA],
    ["addBatch", registrants.addBatch, { registrants: [MINA] }],
    ["import", registrants.import, { rows: [MINA, { email: "kim@example.com" }] }],
    ["the plan of an import", registrants.import, { rows: [MINA], dry_run: true }],
  ])("takes nobody any more: %s says so before anybody is asked, and sends nothing", async (_what, op, input) => {
    const webinar_id = await past({ held: true });
    expect(await refusal(op, { webinar_id, ...input })).toMatchObject({ code: "input_invalid", message: OVER });
    expect(zoom.emulator.requests().filter(({ method, path }) => method === "POST" && path.includes(webinar_id))).toHaveLength(1);
  });

  it("takes nobody either if it closes its registration at its end, held or not", async () => {
    const webinar_id = await past({ held: false, close_registration: true });
    expect(await refusal(registrants.add, { webinar_id, ...MINA })).toMatchObject({ message: OVER });
  });

  describe("that was held ahead of its time", () => {
    const early = async (): Promise<string> => {
      const start = { user_id: HOST, topic: "Tides", start_time: "2027-01-25T14:00", timezone: "Europe/Berlin", duration: 45 };
      const { webinar } = await zoom.run(webinars.create, { ...start, registration: "automatic" });
      const webinar_id = String(webinar.id);
      await zoom.emulator.controls.startWebinar(webinar_id);
      await zoom.emulator.controls.advanceClock(45 * 60_000);
      await zoom.emulator.controls.endWebinar(webinar_id);
      zoom = { ...zoom, session: { ...zoom.session, now: zoom.emulator.now } };
      return webinar_id;
    };
    const HELD = expect.stringMatching(/^The webinar was held already, 2027-01-\d\d \d\d:\d\d Europe\/Berlin: unless that was a rehearsal/);

    it.each([
      ["add", registrants.add, MINA],
      ["addBatch", registrants.addBatch, { registrants: [MINA] }],
      ["import", registrants.import, { rows: [MINA] }],
    ])("is named as such first of all before somebody agrees to %s", async (_what, op, input) => {
      const { details } = await refusal(op, { webinar_id: await early(), ...input });
      expect((details.preview as Preview).notes?.[0]).toEqual(HELD);
    });

    it("lets the plan of an import begin with it, and the import end as Zoom's refusal after one request, with no advice on the file", async () => {
      const webinar_id = await early();
      const rows = [MINA, { email: "kim@example.com", first_name: "Kim" }];
      const trusted = emulated({ session: { send: zoom.emulator.send, now: zoom.emulator.now, stateFolder: folder } });
      const planned = await trusted.run(registrants.import, { webinar_id, rows, dry_run: true });
      expect(planned.plan.warnings).toEqual([HELD]);
      expect(registrants.import.cli?.lines?.(planned, { webinar_id, rows, dry_run: true })[0]).toEqual(HELD);
      const done = await trusted.run(registrants.import, { webinar_id, rows });
      expect(done).toMatchObject({ complete: true, counts: { failed: 2, registered: 0 }, stopped: { code: "zoom_rejected" } });
      expect(registrants.import.endsAs?.(done)).toBe("zoom_rejected");
      const said = registrants.import.cli?.lines?.(done, { webinar_id, rows }).join("\n");
      expect(said).toContain("Zoom takes nobody for this webinar as it is.");
      expect(said).not.toContain("Correct what was refused");
    });
  });

  it("still takes people if it was not held and keeps its registration open, as Zoom does", async () => {
    const webinar_id = await past({ held: false });
    const trusted = emulated({ session: { send: zoom.emulator.send, now: zoom.emulator.now, stateFolder: folder } });
    expect(await trusted.run(registrants.add, { webinar_id, ...MINA })).toMatchObject({ status: "approved" });
  });

  it.each([
    ["approving", registrants.approve, { registrants: ["juan@example.com"] }],
    ["approving a file's people", registrants.approveFrom, { rows: [{ email: "juan@example.com" }] }],
    ["inviting", panelists.add, { panelist_emails: ["linus@example.com"] }],
    ["inviting a file's people", panelists.import, { rows: [{ email: "linus@example.com", name: "Linus" }] }],
  ])("is named as such before somebody agrees to %s, for whom Zoom would write", async (_what, op, input) => {
    const webinar_id = await past({ held: true, registration: "manual" });
    const { details } = await refusal(op, { webinar_id, ...input });
    expect((details.preview as Preview).notes).toContain("The webinar is over: it was planned until 2027-01-15 14:45 Europe/Berlin.");
  });
});
