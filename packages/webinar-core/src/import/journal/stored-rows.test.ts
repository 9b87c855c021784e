import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../files/disk.ts";
import { NO_SINK, type StoredRow, storedRows, storeRows } from "./stored-rows.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rows-"));
  path = join(folder, "rows.jsonl");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async () => {
  const rows: unknown[] = [];
  for await (const row of storedRows(path)) rows.push(row);
  return rows;
};
const store = async (rows: readonly StoredRow[], disk = realDisk) => {
  const sink = await storeRows(path, disk);
  for (const row of rows) await sink.add(row);
  await sink.finish();
  await sink.close();
};

/** The machine's disk; `acts` lists what was done to the file. */
const watched = () => {
  const acts: string[] = [];
  const disk: Disk = {
    append: async (name) => {
      const file = await realDisk.append(name);
      return {
        ...file,
        write: async (text) => {
          acts.push("write");
          await file.write(text);
        },
        sync: async () => {
          acts.push("sync");
          await file.sync();
        },
        close: async () => {
          acts.push("close");
          await file.close();
        },
      };
    },
  };
  return { acts, disk };
};

const rowAt = (line: number, cell = "Ada"): StoredRow => ({ line, cells: ["ada@example.com", cell], key: `key ${line}` });

describe("the rows that an import keeps", () => {
  it("come back in order with their places, whatever their cells hold", async () => {
    const rows = [rowAt(2, "one\u2028two"), rowAt(3, 'a "quote"\r\nand a line'), { ...rowAt(5, "潮汐"), key: null }];
    await store(rows);
    expect(await read()).toEqual(rows.map((row, at) => ({ ...row, at })));
  });

  it("are none if none were stored", async () => {
    await store([]);
    expect(await read()).toEqual([]);
  });

  it("come back also where lines run from one piece of the file into the next", async () => {
    const rows = Array.from({ length: 700 }, (_, at) => rowAt(at + 2, "é".repeat(1000 + at)));
    await store(rows);
    expect((await stat(path)).size).toBeGreaterThan(1_000_000);
    expect(await read()).toEqual(rows.map((row, at) => ({ ...row, at })));
  });

  it("lie in a file that nobody else may read", async () => {
    await store([rowAt(2)]);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("are written in large pieces, and synced once at the end", async () => {
    const { acts, disk } = watched();
    await store(
      Array.from({ length: 3000 }, (_, at) => rowAt(at, "x".repeat(200))),
      disk,
    );
    expect(acts.filter((act) => act === "write")).toHaveLength(3);
    expect(acts.slice(-2)).toEqual(["sync", "close"]);
  });

  it("are not written at all while they are few", async () => {
    const { acts, disk } = watched();
    const sink = await storeRows(path, disk);
    await sink.add(rowAt(2));
    expect(acts).toEqual([]);
    await sink.finish();
    await sink.finish();
    expect(acts).toEqual(["write", "sync", "sync"]);
    await sink.close();
  });
});

describe("a disk that fails", () => {
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });

  it("is reported as full, at opening, writing and syncing", async () => {
    await expect(storeRows(path, { append: () => Promise.reject(full) })).rejects.toMatchObject({ reason: "The disk is full" });
    for (const act of ["write", "sync"] as const) {
      const disk: Disk = { append: async (name) => ({ ...(await realDisk.append(name)), [act]: () => Promise.reject(full) }) };
      const sink = await storeRows(path, disk);
      await sink.add(rowAt(2));
      await expect(sink.finish(), act).rejects.toMatchObject({ reason: "The disk is full" });
      await sink.close();
    }
  });
});

it("if rows are not kept, nothing comes of them", async () => {
  await NO_SINK.add(rowAt(2));
  await NO_SINK.finish();
  await NO_SINK.close();
  await expect(stat(path)).rejects.toMatchObject({ code: "ENOENT" });
});
