import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryStore, type Store } from "@zoom-webinar/foundation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { journalHead, planOf } from "../../test/journal-head.ts";
import type { Head } from "./events.ts";
import { dropRows, importsFolderOf, listImports, readImport, removeHalfPlanned, runLock, syncFolder, withNewFolder } from "./import-folders.ts";
import { toLine } from "./line.ts";

const ADA = { principal: "ada", account: "harbour" };
const IDS = [1, 2, 3].map((nth) => `00000000-0000-4000-8000-00000000000${nth}`) as [string, string, string];

let state: string;
let root: string;
let store: Store;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "imports-"));
  root = importsFolderOf(state);
  store = memoryStore();
});
afterEach(() => rm(state, { recursive: true, force: true }));

const put = async (id: string, head: Partial<Head> = {}, { isReady = true } = {}) => {
  await mkdir(join(root, id), { recursive: true });
  const events = [journalHead({ id, ...head }), { t: "plan", plan: planOf(1) }, ...(isReady ? [{ t: "ready" }] : [])];
  await writeFile(join(root, id, "journal.jsonl"), events.map(toLine).join(""));
  await writeFile(join(root, id, "rows.jsonl"), "[2,null,[]]\n");
};
const listed = async (owner = ADA) => (await listImports(root, owner)).map(({ folder }) => folder.id);

describe("the folder of a new import", () => {
  it("is one that nobody else may enter, with an id of its own", async () => {
    const [one, two] = [await withNewFolder(root, store, async (folder) => folder), await withNewFolder(root, store, async (folder) => folder)];
    expect(one.id).not.toBe(two.id);
    expect((await stat(join(root, one.id))).mode & 0o077).toBe(0);
    expect([one.journalPath, one.rowsPath]).toEqual([join(root, one.id, "journal.jsonl"), join(root, one.id, "rows.jsonl")]);
  });

  it("is left alone while it is filled, and is removed afterwards if its journal does not hold the whole plan", async () => {
    const id = await withNewFolder(root, store, async (folder) => {
      await removeHalfPlanned(root, store);
      expect(await readdir(root)).toEqual([folder.id]);
      return folder.id;
    });
    expect(await readdir(root)).toEqual([id]);
    await removeHalfPlanned(root, store);
    expect(await readdir(root)).toEqual([]);
  });
});

describe("the removal of half-planned imports", () => {
  it("removes what was killed while it was planned, with people's rows, and keeps what is planned", async () => {
    await put(IDS[0]);
    await put(IDS[1], {}, { isReady: false });
    await mkdir(join(root, IDS[2]));
    await removeHalfPlanned(root, store);
    expect(await readdir(root)).toEqual([IDS[0]]);
  });

  it("keeps a journal that cannot be read, and what is not an import", async () => {
    await put(IDS[0]);
    await writeFile(join(root, IDS[0], "journal.jsonl"), `rubbish\n${toLine(journalHead())}`);
    await mkdir(join(root, "notes"));
    await mkdir(join(root, `${IDS[1]}x`));
    await mkdir(join(root, `x${IDS[1]}`));
    await removeHalfPlanned(root, store);
    expect((await readdir(root)).sort()).toEqual([IDS[0], `${IDS[1]}x`, "notes", `x${IDS[1]}`].sort());
  });

  it("finds nothing if there is no folder yet", async () => {
    await expect(removeHalfPlanned(root, store)).resolves.toBeUndefined();
  });
});

describe("a list of imports", () => {
  it("has those of its owner on this account, newest first", async () => {
    await put(IDS[0], { createdMs: 1000 });
    await put(IDS[1], { createdMs: 3000 });
    await put(IDS[2], { createdMs: 2000 });
    expect(await listed()).toEqual([IDS[1], IDS[2], IDS[0]]);
    expect(await listed({ ...ADA, principal: "kim" })).toEqual([]);
    expect(await listed({ ...ADA, account: "lighthouse" })).toEqual([]);
  });

  it("leaves out what was never planned to the end, what is damaged, and what is not an import", async () => {
    await put(IDS[0], {}, { isReady: false });
    await put(IDS[1]);
    await writeFile(join(root, IDS[1], "journal.jsonl"), `rubbish\n${toLine(journalHead())}`);
    await put("notes");
    await mkdir(join(root, IDS[2]));
    expect(await listed()).toEqual([]);
  });

  it("is empty if there is no folder yet, and fails if that cannot be known", async () => {
    expect(await listed()).toEqual([]);
    await writeFile(root, "a file");
    await expect(listed()).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  it("fails if a journal cannot be read at all", async () => {
    await mkdir(join(root, IDS[0], "journal.jsonl"), { recursive: true });
    await expect(listed()).rejects.toMatchObject({ code: "EISDIR" });
  });
});

describe("one import", () => {
  it("is found by its id, with what its journal says", async () => {
    await put(IDS[0]);
    const { folder, read } = await readImport(root, IDS[0], ADA, "Look.");
    expect([folder.id, read.standing.head.topic, read.standing.isReady]).toEqual([IDS[0], "Harbour tides", true]);
  });

  it.each([
    ["somebody else's", IDS[0], { ...ADA, principal: "kim" }],
    ["another account's", IDS[0], { ...ADA, account: "lighthouse" }],
    ["one that is not there", IDS[1], ADA],
    ["one that was never planned to the end", IDS[2], ADA],
    ["a path out of the folder", "../../secrets", ADA],
  ])("is not found if it is %s", async (_name, id, owner) => {
    await put(IDS[0]);
    await put(IDS[2], {}, { isReady: false });
    await expect(readImport(root, id, owner, "Look.")).rejects.toMatchObject({
      code: "not_found",
      message: `There is no import ${id}.`,
      hint: "Look.",
    });
  });

  it("is named in part if its name is long", async () => {
    await expect(readImport(root, "x".repeat(1000), ADA, "Look.")).rejects.toThrow(`There is no import ${"x".repeat(64)}.`);
  });

  it("says why its journal cannot be read", async () => {
    await put(IDS[0]);
    await writeFile(join(root, IDS[0], "journal.jsonl"), `rubbish\n${toLine(journalHead())}`);
    await expect(readImport(root, IDS[0], ADA, "Look.")).rejects.toThrow("damaged in line 1");
  });

  it("loses people's rows when they are dropped, and keeps its journal", async () => {
    await put(IDS[0]);
    const { folder } = await readImport(root, IDS[0], ADA, "Look.");
    await dropRows(folder);
    await dropRows(folder);
    expect(await readdir(join(root, IDS[0]))).toEqual(["journal.jsonl"]);
  });
});

it("the lock of an import is one for each account, kind and webinar", () => {
  const { account, kind, webinar } = journalHead();
  const locks = [
    { account, kind, webinar },
    { account: "lighthouse", kind, webinar },
    { account, kind: "panelists.import" as const, webinar },
    { account, kind, webinar: "82834512568" },
  ].map(runLock);
  expect(new Set(locks).size).toBe(4);
  expect(runLock(journalHead({ id: IDS[0] }))).toBe(locks[0]);
});

it("a folder is synced if the system allows it, and no fault if it does not", async () => {
  await expect(syncFolder(state)).resolves.toBeUndefined();
  await expect(syncFolder(join(state, "gone"))).resolves.toBeUndefined();
});
