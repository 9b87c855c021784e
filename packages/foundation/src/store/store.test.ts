import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { virtualClock } from "../clock/clock.ts";
import { fileStore } from "./file-store.ts";
import { memoryStore } from "./memory-store.ts";
import { storeContract } from "./store-contract.ts";

const folders: string[] = [];
const folder = async () => {
  const made = await mkdtemp(join(tmpdir(), "zw-store-"));
  folders.push(made);
  return join(made, "state");
};
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true, force: true }))));

describe.each([
  ["memory", async () => memoryStore()],
  ["file", async () => fileStore({ folder: await folder() })],
] as const)("%s store", (_name, make) => {
  it.each(storeContract)("$name", async ({ check }) => {
    const store = await make();
    await check(store, store);
  });
});

describe("file store", () => {
  it.each(storeContract)("two handles on one folder: $name", async ({ check }) => {
    const path = await folder();
    await check(fileStore({ folder: path }), fileStore({ folder: path }));
  });

  it("forgets a value when its time is over", async () => {
    const clock = virtualClock();
    for (const store of [memoryStore({ clock }), fileStore({ folder: await folder(), clock })]) {
      await store.set("short", "x", { ttlMs: 1_000 });
      expect((await store.get("short"))?.value).toBe("x");
      clock.advance(1_000);
      expect(await store.get("short")).toBeNull();
      expect(await store.compareAndSet("short", null, "y")).toBe(true);
    }
  });

  it("keeps folder and files to their owner, whatever the umask", async () => {
    const path = await folder();
    const before = process.umask(0o000);
    try {
      await fileStore({ folder: path }).set("secret", "value");
    } finally {
      process.umask(before);
    }
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(path)) expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
  });

  it("refuses a file that others may read, a planted link, a damaged file", async () => {
    const path = await folder();
    const store = fileStore({ folder: path });
    await store.set("k", "value");
    const file = join(path, (await readdir(path)).find((name) => name.endsWith(".json")) ?? "");
    await chmod(file, 0o644);
    await expect(store.get("k")).rejects.toMatchObject({ code: "input_invalid", hint: expect.stringContaining("chmod 600") });
    await chmod(file, 0o600);
    await writeFile(file, "{ torn");
    await expect(store.get("k")).rejects.toMatchObject({ message: expect.stringContaining("damaged") });
    await rm(file);
    await symlink("/etc/hostname", file);
    await expect(store.get("k")).rejects.toMatchObject({ message: expect.stringContaining("not a plain file") });
    await store.set("k", "again"); // replaces the link itself, not what it points to
    expect((await store.get("k"))?.value).toBe("again");
  });

  it("refuses a state folder that is a link", async () => {
    const path = await folder();
    const real = `${path}-real`;
    await mkdir(real);
    await symlink(real, path);
    await expect(fileStore({ folder: path }).set("k", "v")).rejects.toMatchObject({ code: "input_invalid" });
    expect(await readdir(real)).toEqual([]);
  });

  it("leaves no temporary file behind", async () => {
    const path = await folder();
    const store = fileStore({ folder: path });
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.set("same", String(i))));
    const names = (await readdir(path)).sort();
    expect(names).toEqual([expect.stringMatching(/^\w{40}\.json$/), "swept"]);
    expect(JSON.parse(await readFile(join(path, names[0] ?? ""), "utf8"))).toHaveProperty("value");
  });
});
