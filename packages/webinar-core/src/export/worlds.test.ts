import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type ZoomWebinar } from "../connect.ts";

let folder: string;
let emulator: Emulator;
let zoom: ZoomWebinar;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-worlds-"));
  emulator = createEmulator();
  zoom = await connectTo(emulator.send);
});
afterEach(async () => {
  await zoom.close();
  await rm(folder, { recursive: true, force: true });
});

const connectTo = (send: Emulator["send"]): Promise<ZoomWebinar> =>
  connect({ send, credentials: DEMO_CREDENTIALS, env: { ZOOM_WEBINAR_HOME: join(folder, "user") } });
const exportTo = (file: string, cursor?: string) =>
  zoom.exports.registrants({ webinar_id: UPCOMING, page_size: 1, file: join(folder, file), ...(cursor === undefined ? {} : { cursor }) });
/** Zoom lists so many pages of registrants today. */
const takingPages = (most: number): Emulator["send"] => {
  let taken = 0;
  return async (request) => {
    if (/\/registrants\?/.test(request.url) && taken++ >= most)
      return { status: 429, headers: { "x-ratelimit-type": "Daily-limit" }, text: '{"code":429,"message":"Daily limit"}' };
    return emulator.send(request);
  };
};
const rowsOf = async (file: string) => (await readFile(join(folder, file), "utf8")).trim().split("\n").length - 1;

describe("an export with a cursor", () => {
  it("gives everybody again after a reset of the emulator, and only what is new in the same world", async () => {
    const { written } = await exportTo("first.csv", "weekly");
    expect(written).toBeGreaterThan(0);
    expect(await exportTo("second.csv", "weekly")).toMatchObject({ written: 0 });
    await emulator.controls.reset();
    expect(await exportTo("third.csv", "weekly")).toMatchObject({ written });
    expect(await rowsOf("third.csv")).toBe(written);
    expect(await exportTo("fourth.csv", "weekly")).toMatchObject({ written: 0 });
  });

  it("does not go on after a reset with a file that was cut off before it, with a cursor and without", async () => {
    for (const cursor of ["weekly", undefined]) {
      await zoom.close();
      zoom = await connectTo(takingPages(3));
      const cut = await exportTo("people.csv", cursor);
      expect(cut).toMatchObject({ complete: false, stopped: { code: "rate_limited" } });
      expect(cut.written).toBeGreaterThan(0);
      const drafts = async () => (await readdir(folder)).filter((name) => name.endsWith(".part"));
      const before = await drafts();
      expect(before).toHaveLength(1);
      await emulator.controls.reset();
      await zoom.close();
      zoom = await connectTo(emulator.send);
      const whole = await exportTo("people.csv", cursor);
      expect(whole).toMatchObject({ complete: true });
      expect(await rowsOf("people.csv")).toBe(whole.written);
      expect(await drafts()).toEqual([]);
      await rm(join(folder, "people.csv"));
    }
  });

  it("goes on at Zoom, whose answers name no world", async () => {
    await zoom.close();
    zoom = await connectTo(async (request) => {
      const { headers, ...response } = await emulator.send(request);
      return { ...response, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "x-emulator-world")) };
    });
    expect((await exportTo("first.csv", "weekly")).written).toBeGreaterThan(0);
    await emulator.controls.reset();
    expect(await exportTo("second.csv", "weekly")).toMatchObject({ written: 0 });
  });
});
