import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failingDisk } from "../test/failing-disk.ts";
import { mountTmpfs, unmount, whyNoTmpfs } from "../test/tmpfs.ts";
import { fileStore } from "./file-store.ts";
import type { Store } from "./store.ts";

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "zw-failing-"));
  folder = join(parent, "state");
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const ERRNOS = ["ENOSPC", "EROFS", "EDQUOT", "EMFILE"] as const;
/** The first at every act; the others, which take the same ways, at some of them, and at every one in the long form. */
const STRIDE: Readonly<Record<(typeof ERRNOS)[number], number>> =
  process.env.FAULTS === "long" ? { ENOSPC: 1, EROFS: 1, EDQUOT: 1, EMFILE: 1 } : { ENOSPC: 1, EROFS: 5, EDQUOT: 7, EMFILE: 9 };
/** Some fifty acts of a write, each with several syncs: minutes beside other work. */
const EACH_ACT_MS = process.env.FAULTS === "long" ? 240_000 : 20_000;
const WRITES: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  set: (store) => store.set("key", "new"),
  "compare-and-set": async (store) => store.compareAndSet("key", (await store.get("key"))?.version ?? null, "new"),
  delete: (store) => store.delete("key"),
  lock: (store) => store.lock("key", async (lease) => store.set("key", "new", { lease })),
};

/** How a write ended: its result or what its error says. */
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Error) => error.name,
  );

describe.each(Object.entries(WRITES))("%s on a disk that fails at one act after the other", (_name, write) => {
  it.each(ERRNOS)(
    "either happens or is a StorageError, keeps the old value whole, and holds nobody up afterwards: %s",
    { timeout: EACH_ACT_MS },
    async (errno) => {
      for (let failAt = 1; ; failAt += STRIDE[errno]) {
        await fileStore({ folder }).set("key", "old");
        let acts = 0;
        let failed = "";
        // From then on for good, as a disk fails that is full; what gives space back still works.
        const disk = failingDisk((act, path) => {
          acts += 1;
          if (acts < failAt || (errno !== "EROFS" && ["unlink", "rmdir", "rm"].includes(act))) return null;
          failed ||= `${act} ${path}`;
          return errno;
        });
        const startedMs = performance.now();
        const outcome = await outcomeOf(write(fileStore({ folder, disk, staleMs: 200 })));
        expect([failed, ["done", "StorageError"].includes(outcome) ? "" : outcome]).toEqual([failed, ""]);
        expect(performance.now() - startedMs).toBeLessThan(2_000);
        const healed = fileStore({ folder, staleMs: 200 });
        expect(["old", "new", undefined]).toContain((await healed.get("key"))?.value);
        if (outcome === "StorageError" && !/^(utimes|lstat|rename|readdir) /.test(failed)) expect((await healed.get("key"))?.value).toBe("old");
        await healed.set("key", "afterwards");
        expect((await healed.get("key"))?.value).toBe("afterwards");
        expect((await readdir(folder)).filter((left) => /\.(lock|new|tmp)$/.test(left) && errno !== "EROFS")).toEqual([]);
        if (failed === "") return; // every act has failed once
      }
    },
  );
});

describe("a lock that cannot be written", () => {
  it.each(ERRNOS)("fails at once, says that nothing was sent, and leaves nothing behind: %s", async (errno) => {
    await fileStore({ folder }).lock("warm", async () => undefined);
    const before = await readdir(folder);
    for (const failed of ["mkdir", "rename"]) {
      const store = fileStore({ folder, disk: failingDisk((act, path) => (act === failed && path !== folder ? errno : null)) });
      let hasRun = false;
      const lock = store.lock("job", async () => {
        hasRun = true;
      });
      await expect(lock).rejects.toMatchObject({ name: "StorageError", sent: "not-sent", details: { errno }, hint: expect.stringMatching(/\w/) });
      await expect(lock).rejects.toThrow("Nothing was sent to Zoom.");
      expect([hasRun, await readdir(folder)]).toEqual([false, before]);
    }
  });
});

const SMALL_DISK = "size=64k,nr_inodes=200";
const whyNot = await whyNoTmpfs(SMALL_DISK, "The tests on a real full disk are");

describe.skipIf(whyNot !== null)("a real small disk", () => {
  it.each([
    ["bytes", async () => writeFile(join(parent, "ballast"), Buffer.alloc(100_000)).catch(() => undefined)],
    [
      "files",
      async () => {
        for (let at = 0; at < 300; at++) await writeFile(join(parent, `ballast${at}`), "").catch(() => undefined);
      },
    ],
  ])("without room for more %s refuses writes at once, keeps what it holds, and goes on once there is room", async (_what, fill) => {
    const problem = mountTmpfs(parent, SMALL_DISK);
    if (problem !== null) throw new Error(problem);
    try {
      const store = fileStore({ folder });
      await store.set("key", "old");
      const left = await readdir(folder);
      await fill();
      for (const [name, write] of Object.entries(WRITES)) {
        if (name === "delete") continue; // it needs no room
        const startedMs = performance.now();
        await expect(write(fileStore({ folder }))).rejects.toMatchObject({ name: "StorageError", details: { errno: "ENOSPC" } });
        expect(performance.now() - startedMs).toBeLessThan(2_000);
      }
      expect((await store.get("key"))?.value).toBe("old");
      expect((await readdir(folder)).filter((name) => !["fence", ...left].includes(name))).toEqual([]);
      for (const name of await readdir(parent)) if (name.startsWith("ballast")) await rm(join(parent, name));
      await store.set("key", "new");
      expect((await store.get("key"))?.value).toBe("new");
    } finally {
      unmount(parent);
    }
  });
});
