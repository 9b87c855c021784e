import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { withFileLock } from "./file-lock.ts";

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
    await writeFile(path, JSON.stringify({ pid: holder.pid, host: hostname(), nonce: "n" }));
    await expect(withFileLock(path, async () => "taken", { waitMs: 40 })).rejects.toMatchObject({ code: "zoom_unavailable" });
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(await withFileLock(path, async () => "taken", { waitMs: 1_000 })).toBe("taken");
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  it("takes over from another machine's holder only when its lock has gone stale", async () => {
    const path = await lockPath();
    await writeFile(path, JSON.stringify({ pid: 1, host: "elsewhere.example.com", nonce: "n" }));
    await expect(withFileLock(path, async () => "taken", { waitMs: 40 })).rejects.toMatchObject({ code: "zoom_unavailable" });
    const old = new Date(Date.now() - 60_000);
    await utimes(path, old, old);
    expect(await withFileLock(path, async () => "taken", { waitMs: 1_000 })).toBe("taken");
  });

  it("lets many waiters past one dead holder without ever having two inside", async () => {
    const path = await lockPath();
    await writeFile(path, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), nonce: "dead" }));
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

  it("R12 stops waiting when its signal aborts", async () => {
    const path = await lockPath();
    const stop = new AbortController();
    await withFileLock(path, async () => {
      const waiting = withFileLock(path, async () => "never", { signal: stop.signal });
      stop.abort(new Error("stopped"));
      await expect(waiting).rejects.toThrow("stopped");
    });
  });
});
