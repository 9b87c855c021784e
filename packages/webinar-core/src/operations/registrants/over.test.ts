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
