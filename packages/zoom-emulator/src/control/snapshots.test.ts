import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEmulator, openStoredEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";
import type { HttpRequest } from "../http/messages.ts";
import { callerOf, planWebinar } from "../test/probe.ts";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "zoom-emulator-"));
});
afterAll(() => rm(parent, { recursive: true, force: true }));
const newFolder = () => mkdtemp(join(parent, "world-"));

const at = (emulator: Emulator) => async (method: HttpRequest["method"], path: string) => {
  const answer = await emulator.send({ method, url: `http://127.0.0.1:4646/emulator${path}`, headers: {} });
  return [answer.status, answer.text === "" ? null : JSON.parse(answer.text)];
};

describe.each([
  ["in memory", async () => createEmulator({ clock: virtualClock() })],
  ["in a folder", async () => openStoredEmulator({ folder: await newFolder(), clock: virtualClock() })],
] as const)("a world %s", (_where, open) => {
  test("comes back as it was kept, its clock and its mails included; tokens stay good", async () => {
    const emulator = await open();
    const { controls } = emulator;
    const { call } = await callerOf(emulator);
    await planWebinar(call, { topic: "Before" });
    const before = await emulator.state.snapshot();
    await controls.saveSnapshot("before");

    await planWebinar(call, { topic: "After" });
    await controls.advanceClock(60_000);
    controls.addFault({ kind: "status", status: 503 });
    expect(await emulator.state.snapshot()).not.toEqual(before);

    await controls.restoreSnapshot("before");
    expect(await emulator.state.snapshot()).toEqual(before);
    expect((await call("GET", "/users")).status).toBe(200);
    await planWebinar(call, { topic: "Another way on" });
    await controls.restoreSnapshot("before"); // what came after the first return is not in it
    expect(await emulator.state.snapshot()).toEqual(before);
  });

  test("is kept and restored over the control door", async () => {
    const emulator = await open();
    const ask = at(emulator);
    expect(await ask("GET", "/snapshots")).toEqual([200, { snapshots: [] }]);
    expect(await ask("PUT", "/snapshots/one")).toEqual([204, null]);
    expect(await ask("PUT", "/snapshots/another")).toEqual([204, null]);
    expect(await ask("GET", "/snapshots")).toEqual([200, { snapshots: [{ name: "another" }, { name: "one" }] }]);
    expect(await ask("POST", "/snapshots/one/restore")).toEqual([204, null]);
    expect(await ask("DELETE", "/snapshots/one")).toEqual([204, null]);
    expect(await ask("POST", "/snapshots/one/restore")).toMatchObject([404, { message: 'There is no snapshot "one". There are: another.' }]);
    expect(await ask("DELETE", "/snapshots/one")).toMatchObject([404, {}]);
  });

  test.each(["", "Over", "..", "a/b", "x".repeat(65)])("refuses the name %j", async (name) => {
    const { controls } = await open();
    await expect(controls.saveSnapshot(name)).rejects.toMatchObject({ status: 400 });
    await expect(controls.restoreSnapshot(name)).rejects.toMatchObject({ status: 400 });
  });
});

test("a snapshot in a folder is there for other processes, private to its owner", async () => {
  const folder = await newFolder();
  const first = await openStoredEmulator({ folder, clock: virtualClock() });
  await first.controls.saveSnapshot("shared");
  await first.controls.seed("empty");
  const second = await openStoredEmulator({ folder, clock: virtualClock() });
  expect(await second.controls.snapshots()).toEqual(["shared"]);
  await second.controls.restoreSnapshot("shared");
  expect((await first.state.webinars()).length).toBe(3);
  if (process.platform !== "win32") expect((await stat(join(folder, "snapshots", "shared.json"))).mode & 0o777).toBe(0o600);
});

test("a damaged snapshot, or one of a newer version, is refused, and the world stays", async () => {
  const folder = await newFolder();
  const { controls, state } = await openStoredEmulator({ folder, clock: virtualClock() });
  await controls.saveSnapshot("bad");
  const file = join(folder, "snapshots", "bad.json");
  for (const [text, words] of [
    ["{", "cannot be read"],
    ['{"version":99}', "newer version"],
  ] as const) {
    await writeFile(file, text);
    await expect(controls.restoreSnapshot("bad")).rejects.toThrow(words);
    expect(await readFile(file, "utf8")).toBe(text);
    expect((await state.webinars()).length).toBe(3);
  }
});
