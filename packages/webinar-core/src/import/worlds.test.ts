import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOST } from "@zoom-webinar/testing/emulated";
import { createEmulator, DEMO_CREDENTIALS, type Emulator, openStoredEmulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type ZoomWebinar } from "../connect.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "worlds-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const connectTo = (emulator: Pick<Emulator, "send">, env: Record<string, string> = {}): Promise<ZoomWebinar> =>
  connect({ send: (request) => emulator.send(request), credentials: DEMO_CREDENTIALS, env: { ZOOM_WEBINAR_HOME: join(folder, "user"), ...env } });
const createIn = async (zoom: ZoomWebinar): Promise<string> => {
  const { webinar } = await zoom.webinars.create({ user_id: HOST, topic: "Tides", start_time: "2037-03-15T15:00:00Z", registration: "automatic" });
  return String(webinar.id);
};
const ROWS = [{ email: "mina@example.com", first_name: "Mina" }];
const countsOf = async (zoom: ZoomWebinar, webinar_id: string) => (await zoom.registrants.import({ webinar_id, rows: ROWS })).counts;
const registeredIn = async (emulator: Emulator, webinar_id: string) => (await emulator.state.registrants(webinar_id)).map(({ email }) => email);

describe("people whom an import registered a moment ago in an emulator", () => {
  it.each([
    ["a reset", (emulator: Emulator) => emulator.controls.reset()],
    ["another world", (emulator: Emulator) => emulator.controls.seed("demo")],
    ["a snapshot from before", (emulator: Emulator) => emulator.controls.restoreSnapshot("before")],
  ])("are registered again after %s, in memory and in a file", async (_what, renew) => {
    for (const emulator of [createEmulator(), await openStoredEmulator({ folder: join(folder, "emulator") })]) {
      await emulator.controls.saveSnapshot("before");
      const zoom = await connectTo(emulator);
      const webinar_id = await createIn(zoom);
      expect(await countsOf(zoom, webinar_id)).toMatchObject({ registered: 1 });
      expect((await zoom.imports.list({})).imports).toHaveLength(1);
      await renew(emulator);
      expect((await zoom.imports.list({})).imports).toEqual([]);
      expect(await createIn(zoom)).toBe(webinar_id);
      expect(await countsOf(zoom, webinar_id)).toMatchObject({ registered: 1, already_registered: 0 });
      expect((await zoom.imports.list({})).imports).toHaveLength(1);
      expect(await registeredIn(emulator, webinar_id)).toEqual(["mina@example.com"]);
      await emulator.close();
    }
  });

  it("are registered in each emulator that a test makes, whatever the test before it did", async () => {
    for (let test = 1; test <= 2; test += 1) {
      const emulator = createEmulator();
      const zoom = await connectTo(emulator);
      expect(await countsOf(zoom, await createIn(zoom)), `test ${test}`).toMatchObject({ registered: 1 });
    }
  });

  it("are remembered by other processes of the same world", async () => {
    const first = await openStoredEmulator({ folder: join(folder, "emulator") });
    const zoom = await connectTo(first);
    const webinar_id = await createIn(zoom);
    await countsOf(zoom, webinar_id);
    const second = await openStoredEmulator({ folder: join(folder, "emulator") });
    expect(await countsOf(await connectTo(second), webinar_id)).toMatchObject({ registered: 0, already_registered: 1 });
  });

  it("are remembered at Zoom, whose answers name no world, by every process", async () => {
    const emulator = createEmulator();
    const send: Emulator["send"] = async (request) => {
      const { headers, ...response } = await emulator.send(request);
      return { ...response, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "x-emulator-world")) };
    };
    const zoom = await connectTo({ send });
    const webinar_id = await createIn(zoom);
    await countsOf(zoom, webinar_id);
    await emulator.controls.reset(); // the list is as empty as one that is late
    expect(await createIn(zoom)).toBe(webinar_id);
    expect(await countsOf(await connectTo({ send }), webinar_id)).toMatchObject({ registered: 0, already_registered: 0, unknown: 1 });
  });
});
