import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { virtualClock } from "../clock/clock.ts";
import { fileStore } from "./file-store.ts";
import { holderName } from "./lock-holder.ts";

const NOBODY = 2 ** 22 + 1;
const LONG_AGO = new Date(Date.now() - 86_400_000);

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "zw-sweep-")), "state");
});
afterEach(() => rm(join(folder, ".."), { recursive: true }));

/** The mark of the last sweep is as old as it must be for the next one. */
const isTimeToSweep = async () => utimes(join(folder, "swept"), LONG_AGO, LONG_AGO);
const left = async () => (await readdir(folder)).filter((name) => !["swept", "fence"].includes(name));

describe("a sweep", () => {
  it("removes what has expired, and keeps what has not or never does", async () => {
    const clock = virtualClock();
    const store = fileStore({ folder, clock });
    for (let at = 0; at < 60; at++) await store.set(`confirmation:spent:${at}`, "1", { ttlMs: 600_000 });
    await store.set("intent", "open", { ttlMs: 86_400_000 });
    await store.set("confirmation:key", "kept");
    clock.advance(600_000);
    await isTimeToSweep();
    const another = fileStore({ folder, clock });
    await another.set("token", "new", { ttlMs: 3_600_000 });
    expect(await left()).toHaveLength(3);
    expect(await Promise.all(["intent", "confirmation:key", "token"].map(async (key) => (await store.get(key))?.value))).toEqual([
      "open",
      "kept",
      "new",
    ]);
  });

  it("removes locks, waiting places and temporary files of processes that have ended, and nothing of those that run", async () => {
    const store = fileStore({ folder });
    await store.set("first", "1");
    const live = holderName();
    for (let at = 0; at < 60; at++) {
      const dead = holderName(NOBODY);
      await mkdir(join(folder, `${at}.lock`, dead), { recursive: true });
      await writeFile(join(folder, `${at}.lock`, dead, "half"), "of a valu");
      await mkdir(join(folder, `${at}.lock.${dead}.new`, dead), { recursive: true });
      await writeFile(join(folder, `${at}.json.1.abc.tmp`), "");
      await utimes(join(folder, `${at}.json.1.abc.tmp`), LONG_AGO, LONG_AGO);
      await writeFile(join(folder, `old${at}.lock`), ""); // of a version that had files for locks
      await utimes(join(folder, `old${at}.lock`), LONG_AGO, LONG_AGO);
    }
    await mkdir(join(folder, "live.lock", live), { recursive: true });
    await mkdir(join(folder, `live.lock.${live}.new`, live), { recursive: true });
    await writeFile(join(folder, "young.json.1.abc.tmp"), "");
    await isTimeToSweep();
    await fileStore({ folder }).set("first", "2");
    expect((await left()).filter((name) => !name.endsWith(".json")).sort()).toEqual(["live.lock", `live.lock.${live}.new`, "young.json.1.abc.tmp"]);
    expect(await readdir(join(folder, "live.lock"))).toEqual([live]);
  });

  it("is made by one process every ten minutes", async () => {
    await fileStore({ folder }).set("first", "1");
    await writeFile(join(folder, "a.lock"), "");
    await utimes(join(folder, "a.lock"), LONG_AGO, LONG_AGO);
    await fileStore({ folder }).set("first", "2");
    expect(await left()).toContain("a.lock");
    await isTimeToSweep();
    await fileStore({ folder }).set("first", "3");
    expect(await left()).not.toContain("a.lock");
  });

  it("does not take a key that somebody writes again while it is swept", async () => {
    const clock = virtualClock();
    await fileStore({ folder, clock }).set("key", "old", { ttlMs: 1 });
    clock.advance(2);
    await isTimeToSweep();
    await Promise.all(Array.from({ length: 8 }, (_, at) => fileStore({ folder, clock }).set(at % 2 === 0 ? "key" : `other${at}`, "new")));
    expect((await fileStore({ folder, clock }).get("key"))?.value).toBe("new");
  });
});
