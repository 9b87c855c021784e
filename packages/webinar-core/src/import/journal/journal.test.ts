import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, DiskError, type DiskFile, realDisk } from "../../files/disk.ts";
import { journalHead, planOf } from "../../test/journal-head.ts";
import { beginJournal, continueJournal, readJournal } from "./journal.ts";
import { toLine } from "./line.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "journal-"));
  path = join(folder, "journal.jsonl");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const head = journalHead();
const plan = { t: "plan", plan: planOf(2) } as const;
const ready = { t: "ready" } as const;
const full = Object.assign(new Error("no space"), { code: "ENOSPC" });

/** The machine's disk, with what a test puts in the place of some of its acts; `acts` lists all that were done, in order. */
const diskWith = (instead: (file: DiskFile) => Partial<DiskFile> = () => ({})) => {
  const acts: string[] = [];
  const disk: Disk = {
    append: async (name) => {
      const file = await realDisk.append(name);
      const changed = { ...file, ...instead(file) };
      return {
        write: async (text) => {
          acts.push("write");
          await changed.write(text);
        },
        sync: async () => {
          acts.push("sync");
          await changed.sync();
        },
        truncate: async (bytes) => {
          acts.push("truncate");
          await changed.truncate(bytes);
        },
        close: async () => {
          acts.push("close");
          await changed.close();
        },
      };
    },
  };
  return { disk, acts };
};
const lines = async () => (await readFile(path, "utf8")).split("\n").slice(0, -1);

describe("a new journal", () => {
  it("has its first line on the disk, in a file that nobody else may read", async () => {
    const { disk, acts } = diskWith();
    const journal = await beginJournal(path, head, disk);
    expect(acts).toEqual(["write", "sync"]);
    expect(await readFile(path, "utf8")).toBe(toLine(head));
    expect((await stat(path)).mode & 0o077).toBe(0);
    await journal.close();
    expect(acts.at(-1)).toBe("close");
  });

  it("is closed if its first line cannot be written, and says why", async () => {
    const { disk, acts } = diskWith(() => ({ write: () => Promise.reject(full) }));
    await expect(beginJournal(path, head, disk)).rejects.toMatchObject({ reason: "The disk is full", cause: full });
    expect(acts).toEqual(["write", "close"]);
  });

  it("says so if there is no place for it", async () => {
    await expect(beginJournal(join(folder, "gone", "journal.jsonl"), head, realDisk)).rejects.toThrow(DiskError);
  });
});

describe("what is written into a journal", () => {
  it("is there in the order in which it was asked for, and reads back as the same state", async () => {
    const journal = await beginJournal(path, head, realDisk);
    await Promise.all([journal.note(plan), journal.commit(ready), journal.note({ t: "lag", ms: 5 }, { t: "owner", fence: 3, at: 1 })]);
    expect(journal.standing).toMatchObject({ isReady: true, lagMs: 5, fence: 3 });
    await journal.close();
    expect(await lines()).toHaveLength(5);
    const read = await readJournal(path);
    expect(read?.standing).toEqual(journal.standing);
    expect(read?.goodBytes).toBe((await stat(path)).size);
  });

  it("is synced by a commit, not by a note", async () => {
    const { disk, acts } = diskWith();
    const journal = await beginJournal(path, head, disk);
    acts.length = 0;
    await journal.note(plan);
    expect(acts).toEqual(["write"]);
    await journal.commit(ready);
    expect(acts).toEqual(["write", "write", "sync"]);
    await journal.close();
  });

  it("is one write for events that come together, and none for no event", async () => {
    const { disk, acts } = diskWith();
    const journal = await beginJournal(path, head, disk);
    acts.length = 0;
    await journal.note(plan, ready);
    await journal.note();
    await journal.commit();
    expect(acts).toEqual(["write", "sync"]);
    await journal.close();
  });

  it("is finished before the file is closed", async () => {
    const { disk, acts } = diskWith();
    const journal = await beginJournal(path, head, disk);
    const noted = journal.note(plan);
    await journal.close();
    await noted;
    expect(acts).toEqual(["write", "sync", "write", "close"]);
  });
});

describe("a disk that fails", () => {
  const failsAt = (act: "write" | "sync", nth: number) => {
    let count = 0;
    return (file: DiskFile): Partial<DiskFile> => ({
      [act]: async (text: string) => {
        count += 1;
        if (count === nth) throw full;
        await file[act](text);
      },
    });
  };

  it.each(["write", "sync"] as const)("at a %s takes nothing more afterwards, so that no half line becomes the beginning of another", async (act) => {
    const { disk, acts } = diskWith(failsAt(act, 2));
    const journal = await beginJournal(path, head, disk);
    await expect(journal.commit(plan)).rejects.toMatchObject({ reason: "The disk is full" });
    const done = acts.length;
    await expect(journal.note(ready)).rejects.toThrow(DiskError);
    await expect(journal.commit(ready)).rejects.toThrow(DiskError);
    expect(acts).toHaveLength(done);
    expect(journal.standing.isReady).toBe(false);
    await journal.close();
  });

  it("at a write does not count what was not written", async () => {
    const { disk } = diskWith(failsAt("write", 2));
    const journal = await beginJournal(path, head, disk);
    await expect(journal.note(plan)).rejects.toThrow(DiskError);
    expect(journal.standing.plan).toBeNull();
    await journal.close();
  });
});

describe("a journal that is read", () => {
  it("is null if there is none, if a part of its path is a file, and if its first line is not whole", async () => {
    expect(await readJournal(path)).toBeNull();
    await writeFile(path, toLine(head).slice(0, -5));
    expect(await readJournal(path)).toBeNull();
    expect(await readJournal(join(path, "below"))).toBeNull();
    expect(await continueJournal(path, realDisk)).toBeNull();
  });

  it("is not null if the file cannot be read: what it says is not known", async () => {
    await expect(readJournal(folder)).rejects.toMatchObject({ code: "EISDIR" });
  });

  it("is refused if it is damaged, with its line and the way out", async () => {
    await writeFile(path, `${toLine(head)}rubbish\n${toLine(ready)}`);
    await expect(readJournal(path)).rejects.toMatchObject({
      code: "input_invalid",
      message: `The journal ${path} is damaged in line 2.`,
      hint: expect.stringMatching(/^It cannot go on\. .*import the file anew.* zoom-webinar data purge /),
    });
  });

  it("is refused if it does not begin with what it is about", async () => {
    await writeFile(path, toLine(ready) + toLine(head));
    await expect(readJournal(path)).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("does not begin as a journal") });
  });

  it("is refused if a newer version wrote it, and read if this one did", async () => {
    await writeFile(path, toLine(journalHead({ v: 2 })));
    await expect(readJournal(path)).rejects.toMatchObject({
      message: expect.stringContaining("format 2, this one knows 1"),
      hint: "Update zoom-webinar.",
    });
    await writeFile(path, toLine(journalHead({ v: 1 })));
    expect((await readJournal(path))?.standing.head.v).toBe(1);
  });
});

describe("a journal that goes on", () => {
  it("knows what it said, loses the line that was cut off, and adds to the rest", async () => {
    await writeFile(path, `${toLine(head)}${toLine(plan)}${toLine(ready).slice(0, 9)}`);
    const journal = await continueJournal(path, realDisk);
    expect(journal?.standing).toMatchObject({ plan: planOf(2), isReady: false });
    await journal?.commit(ready);
    await journal?.close();
    expect(await readFile(path, "utf8")).toBe(toLine(head) + toLine(plan) + toLine(ready));
  });

  it("is closed if the line that was cut off cannot be taken away", async () => {
    await writeFile(path, toLine(head));
    const { disk, acts } = diskWith(() => ({ truncate: () => Promise.reject(full) }));
    await expect(continueJournal(path, disk)).rejects.toMatchObject({ reason: "The disk is full" });
    expect(acts).toEqual(["truncate", "close"]);
  });

  it("says so if its file cannot be opened", async () => {
    await writeFile(path, toLine(head));
    const readOnly = Object.assign(new Error("read-only"), { code: "EROFS" });
    await expect(continueJournal(path, { append: () => Promise.reject(readOnly) })).rejects.toMatchObject({
      reason: "The disk cannot be written to",
    });
  });
});
