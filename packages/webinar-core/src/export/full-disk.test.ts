import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../files/disk.ts";
import { exportRegistrants } from "../operations/exports/registrants.ts";
import { addRegistrant } from "../operations/registrants/add.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { type ImportWorld, importWorld, lifeOf, peopleCsv } from "../test/import-world.ts";
import { mountSmallDisk, whyNoSmallDisk } from "../test/small-disk.ts";

let world: ImportWorld;
afterEach(() => world.remove());

/** A disk that takes so many writes, and of the next one half. */
const diskWithRoomFor = (writes: number): Disk => {
  let left = writes;
  return {
    append: async (path) => {
      const file = await realDisk.append(path);
      return {
        ...file,
        write: async (text) => {
          left -= 1;
          if (left >= 0) return file.write(text);
          await file.write(text.slice(0, Math.floor(text.length / 2)));
          throw Object.assign(new Error("no space left on device"), { code: "ENOSPC", syscall: "write" });
        },
      };
    },
  };
};

const signUp = async (names: readonly string[]) => {
  for (const name of names) await world.run(addRegistrant, { webinar_id: world.webinar_id, email: `${name}@example.com`, first_name: name });
};

describe("an export that fills the disk", () => {
  it("is stopped by an error that says so at any write, its cursor stays good, and the next run gives what an undisturbed one gives", async () => {
    world = await importWorld();
    const exportTo = (name: string, cursor: string, session = world.process()) =>
      world.run(exportRegistrants, { webinar_id: world.webinar_id, file: join(world.folder, name), cursor, page_size: 2 }, session);
    const text = (name: string) => readFile(join(world.folder, name), "utf8");
    await signUp(["ann", "bob", "cleo"]);
    const MOST_WRITES = 12;
    for (let writes = 0; writes <= MOST_WRITES; writes += 1) await exportTo(`base-${writes}.jsonl`, `c${writes}`);
    await exportTo("base.jsonl", "undisturbed");
    await signUp(["dan", "eve", "finn"]);
    const [gone] = (await text("base.jsonl")).split("\n").map((line) => (line === "" ? null : (JSON.parse(line) as { registrant_id: string })));
    const path = { webinarId: world.webinar_id, registrantId: gone?.registrant_id ?? "" };
    await world.process().zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", { path });
    await exportTo("undisturbed.jsonl", "undisturbed");
    const undisturbed = await text("undisturbed.jsonl");
    expect(undisturbed.trimEnd().split("\n")).toHaveLength(4);
    let stopped = 0;
    for (let writes = 0; ; writes += 1) {
      expect(writes, "it never comes to its end").toBeLessThanOrEqual(MOST_WRITES);
      const full = world.process(lifeOf(Number.POSITIVE_INFINITY), { disk: diskWithRoomFor(writes) });
      const error = await exportTo(`${writes}.jsonl`, `c${writes}`, full).then(
        () => null,
        (cause: unknown) => cause,
      );
      if (error === null) break;
      stopped += 1;
      expect(error, `full at write ${writes}`).toMatchObject({ name: "StorageError", message: expect.stringContaining("the disk is full") });
      expect(await exportTo(`${writes}.jsonl`, `c${writes}`)).toMatchObject({ complete: true, written: 4 });
      expect(await text(`${writes}.jsonl`), `full at write ${writes}`).toBe(undisturbed);
      expect(await exportTo(`after-${writes}.jsonl`, `c${writes}`), "its cursor").toMatchObject({ written: 0 });
    }
    expect(stopped).toBeGreaterThan(5);
  });
});

describe.skipIf(whyNoSmallDisk !== null)("an export on a real disk that is too small", () => {
  it.each([
    ["for its rows", "rows"],
    ["for its cursor", "state"],
  ] as const)("%s says so, and gives all rows once there is room", async (_what, where) => {
    world = await importWorld();
    const people = await world.file("people.csv", peopleCsv(700));
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file: people }, world.process(lifeOf(Number.POSITIVE_INFINITY)));
    const folder = join(world.folder, where === "rows" ? "rows" : "state/exports");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const disk = mountSmallDisk(folder, where === "rows" ? 64 : 16);
    try {
      const file = join(world.folder, where === "rows" ? "rows" : ".", "people.jsonl");
      const run = () => {
        const session = world.process(lifeOf(Number.POSITIVE_INFINITY), { disk: realDisk });
        return world.run(exportRegistrants, { webinar_id: world.webinar_id, file }, session);
      };
      await expect(run()).rejects.toMatchObject({ name: "StorageError", message: expect.stringContaining("the disk is full") });
      execFileSync("mount", ["-o", "remount,size=8m", folder]);
      expect(await run()).toMatchObject({ complete: true, written: 700 });
      const emails = (await readFile(file, "utf8"))
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { email: string }).email);
      expect(emails.sort()).toEqual((await world.registered()).sort());
    } finally {
      disk.remove();
    }
  });
});
