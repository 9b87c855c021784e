import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { realDisk } from "../files/disk.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { addresses, importWorld, lifeOf, peopleCsv } from "../test/import-world.ts";

const ROWS = 600;

/** A disk of our own of so many kilobytes, where the machine lets us; else why not. */
const mount = (path: string, kilobytes: number, more = ""): string | null => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k,mode=0700${more}`, "tmpfs", path], { stdio: "pipe" });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(0, 2).join(" ") : String(error);
  }
};
const probe = await mkdtemp(join(tmpdir(), "zw-mount-"));
const whyNot = process.platform === "linux" ? mount(probe, 64) : "not Linux";
if (whyNot === null) execFileSync("umount", [probe]);
else process.stderr.write(`The tests of an import on a real full disk are left out: ${whyNot}\n`);
await rm(probe, { recursive: true, force: true });

describe.skipIf(whyNot !== null)("an import on a real disk that is too small", () => {
  it.each([
    ["for its rows", 16, "refused"],
    ["for its first calls", 64, "stopped"],
    ["for some of its calls", 104, "stopped"],
  ] as const)(
    "%s (%i kB) sends nothing that is not written down, and goes on once there is room",
    async (_what, kilobytes, ends) => {
      const world = await importWorld();
      const state = join(world.folder, "state");
      await mkdir(state, { mode: 0o700 });
      const problem = mount(state, kilobytes);
      if (problem !== null) throw new Error(problem);
      try {
        const file = await world.file("people.csv", peopleCsv(ROWS));
        const open = () => world.process(lifeOf(Number.POSITIVE_INFINITY), { disk: realDisk });
        const run = (more: object) => world.run(importRegistrants, { webinar_id: world.webinar_id, file, method: "single", ...more }, open());
        const first = await run({}).catch((error: Error) => error);
        if (first instanceof Error) {
          expect([ends, first.message]).toEqual(["refused", expect.stringMatching(/cannot be written down: .*full/i)]);
          expect(world.writes()).toBe(0);
        } else {
          expect([ends, first.complete, first.stopped?.message]).toEqual(["stopped", false, expect.stringMatching(/full.*nothing more was sent/i)]);
          expect(world.writes()).toBeLessThan(ROWS);
        }
        execFileSync("mount", ["-o", "remount,size=8m", state]);
        const done = await run(ends === "refused" ? {} : { resume: true });
        expect(done).toMatchObject({ complete: true, counts: { unknown: 0, failed: 0 } });
        expect((await world.registered()).sort()).toEqual(addresses(ROWS).sort());
        expect([...(await world.mails()).values()].filter((count) => count !== 1)).toEqual([]);
      } finally {
        execFileSync("umount", [state]);
        await world.remove();
      }
    },
    60_000,
  );
});
