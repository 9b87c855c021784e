import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as foundation from "@zoom-webinar/foundation";
import { expect, test, vi } from "vitest";
import { openStoredEmulator } from "../create.ts";
import { askToken } from "../test/probe.ts";

/** What happens when the file is to be replaced. */
const disk = vi.hoisted(() => ({ write: async (_writeThrough: () => Promise<void>): Promise<void> => _writeThrough() }));

vi.mock("@zoom-webinar/foundation", async (importOriginal) => {
  const original = await importOriginal<typeof foundation>();
  const withFileLock: typeof original.withFileLock = (path, work, options) =>
    original.withFileLock(path, (hold) => work({ ...hold, replace: (...given) => disk.write(() => hold.replace(...given)) }), options);
  return { ...original, withFileLock };
});

const opened = async () => {
  const folder = await mkdtemp(join(tmpdir(), "zoom-emulator-"));
  const emulator = await openStoredEmulator({ folder, clock: foundation.virtualClock(), world: "empty" });
  const { access_token } = (await askToken(emulator)).body;
  const headers = { authorization: `Bearer ${access_token}` };
  const create = (body = "{}") => emulator.send({ method: "POST", url: "https://api.zoom.us/v2/users/ada@example.com/webinars", headers, body });
  const count = async () => (await emulator.state.webinars()).length;
  return { create, count };
};

test("a change is seen once it is in the file, not before", async () => {
  const { create, count } = await opened();
  await create();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    disk.write = async (writeThrough) => {
      resolve();
      await held;
      await writeThrough();
    };
  });
  const second = create();
  await reached;
  expect([await count(), await count()]).toEqual([1, 1]);
  release();
  expect((await second).status).toBe(201);
  expect(await count()).toBe(2);
});

test("a change that cannot be written has not happened", async () => {
  const { create, count } = await opened();
  disk.write = (writeThrough) => writeThrough();
  await create();
  disk.write = () => Promise.reject(new Error("no space left"));
  await expect(create()).rejects.toThrow("no space left");
  expect(await count()).toBe(1);
  disk.write = (writeThrough) => writeThrough();
  expect((await create('{"type":17}')).status).toBe(400);
  expect((await create()).status).toBe(201);
  expect(await count()).toBe(2);
});
