import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { withFileLock } from "./file-lock.ts";
import { holderName } from "./lock-holder.ts";

const dirs: string[] = [];
const lockPath = async () => {
  const dir = await mkdtemp(join(tmpdir(), "zw-lock-"));
  dirs.push(dir);
  return join(dir, "x.lock");
};
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true }))));

describe("file lock", () => {
  it("takes over at once from a holder that was killed", async () => {
    const path = await lockPath();
    const holder = spawn(process.execPath, ["-e", "setInterval(()=>{},1000)"]);
    await once(holder, "spawn");
    await mkdir(join(path, holderName(holder.pid)), { recursive: true });
    await expect(withFileLock(path, async () => "taken", { waitMs: 40 })).rejects.toMatchObject({ code: "zoom_unavailable" });
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(await withFileLock(path, async () => "taken", { waitMs: 1_000 })).toBe("taken");
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  it("takes over from another machine's holder only when its lock has gone stale", async () => {
    const path = await lockPath();
    const holder = join(path, holderName(1, "0123456789ab"));
    await mkdir(holder, { recursive: true });
    await expect(withFileLock(path, async () => "taken", { waitMs: 40 })).rejects.toMatchObject({ code: "zoom_unavailable" });
    const old = new Date(Date.now() - 60_000);
    await utimes(holder, old, old);
    expect(await withFileLock(path, async () => "taken", { waitMs: 1_000 })).toBe("taken");
  });

  it("lets many waiters past one dead holder without ever having two inside", async () => {
    const path = await lockPath();
    await mkdir(join(path, holderName(2 ** 22 + 1)), { recursive: true });
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 10 }, () =>
        withFileLock(path, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setImmediate(resolve));
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
  });

  it("stops waiting when its signal aborts", async () => {
    const path = await lockPath();
    const stop = new AbortController();
    await withFileLock(path, async () => {
      const waiting = withFileLock(path, async () => "never", { signal: stop.signal });
      stop.abort(new Error("stopped"));
      await expect(waiting).rejects.toThrow("stopped");
    });
  });

  it.each([
    ["a file that an older version cut off when the disk was full", async (path: string) => writeFile(path, "")],
    ["a lock of another machine", async (path: string) => void (await mkdir(join(path, holderName(1, "0123456789ab")), { recursive: true }))],
  ])("takes over from %s whose time lies in the future", async (_what, plant) => {
    const path = await lockPath();
    await plant(path);
    const [holder = ""] = await readdir(path).catch(() => [""]);
    const future = new Date(Date.now() + 86_400_000);
    await utimes(join(path, holder), future, future);
    expect(await withFileLock(path, async () => "taken", { waitMs: 5_000, staleMs: 100 })).toBe("taken");
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  it("refuses every write of a holder that was taken over, and leaves the successor's lock alone", async () => {
    const path = await lockPath();
    const file = `${path}.json`;
    const [name, error] = await withFileLock(path, async (late) => {
      await rename(join(path, (await readdir(path))[0] ?? ""), `${path}.moved`); // as if somebody had found it stale
      return withFileLock(path, async (successor) => {
        await successor.replace(file, "new");
        const failed = await late.replace(file, "late").catch((cause: Error) => cause.name);
        await expect(late.remove(file)).rejects.toThrow("stood still");
        await successor.assertHeld();
        return [await readFile(file, "utf8"), failed];
      });
    });
    expect([name, error]).toEqual(["new", "LeaseLostError"]);
  });
});
