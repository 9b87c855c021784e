import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { realDisk } from "../files/disk.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { addresses, importWorld, lifeOf, peopleCsv } from "../test/import-world.ts";
import { mountSmallDisk, whyNoSmallDisk } from "../test/small-disk.ts";

const ROWS = 600;

describe.skipIf(whyNoSmallDisk !== null)("an import on a real disk that is too small", () => {
  it.each([
    ["for its rows", 16, "refused"],
    ["for its first calls", 64, "stopped"],
    ["for some of its calls", 104, "stopped"],
  ] as const)(
    "%s (%i kB) sends nothing that is not in the journal, and goes on once there is room",
    async (_what, kilobytes, ends) => {
      const world = await importWorld();
      const state = join(world.folder, "state");
      await mkdir(state, { mode: 0o700 });
      const small = mountSmallDisk(state, kilobytes);
      try {
        const file = await world.file("people.csv", peopleCsv(ROWS));
        const open = () => world.process(lifeOf(Number.POSITIVE_INFINITY), { disk: realDisk });
        const run = (more: object) => world.run(importRegistrants, { webinar_id: world.webinar_id, file, method: "single", ...more }, open());
        const first = await run({}).catch((error: Error) => error);
        if (first instanceof Error) {
          expect([ends, first.message]).toEqual(["refused", expect.stringMatching(/cannot be saved: .*full/i)]);
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
        small.remove();
        await world.remove();
      }
    },
    60_000,
  );
});
