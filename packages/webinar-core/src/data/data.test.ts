import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileStore, withFileLock } from "@zoom-webinar/foundation";
import { HOST } from "@zoom-webinar/testing/emulated";
import { openStoredEmulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyFiles } from "../files/file-access.ts";
import { readLines, toLine } from "../import/journal/line.ts";
import { forgetLocalPerson } from "../operations/data/forget.ts";
import { listLocalData } from "../operations/data/list.ts";
import { purgeLocalData } from "../operations/data/purge.ts";
import { exportRegistrants } from "../operations/exports/registrants.ts";
import { abandonOneImport } from "../operations/imports/abandon.ts";
import { importPanelists } from "../operations/panelists/import.ts";
import { addRegistrant } from "../operations/registrants/add.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import type { CallOptions } from "../policy/call-options.ts";
import { previewOperation, runOperation } from "../run.ts";
import type { Session } from "../session/session.ts";
import { type ImportWorld, importWorld, lifeOf, peopleCsv } from "../test/import-world.ts";
import { FILE_KINDS } from "./file-kinds.ts";
import { readStateFiles } from "./state-files.ts";

const ANN = "p1@example.com";
const DAY_MS = 86_400_000;

let world: ImportWorld;
let session: Session;
const at = (name: string) => join(world.folder, name);
const state = () => at("state");
const run: ImportWorld["run"] = (op, input, own = session, call) => runOperation(op, input, own, call);
const refusal = (op: Parameters<typeof runOperation>[0], input: unknown, call: CallOptions = {}) =>
  runOperation(op, input, session, call).then(
    () => Promise.reject(new Error("it ran")),
    (error: { code: string; message: string; hint: string }) => error,
  );
const importPeople = async (count: number, own = session) =>
  run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("people.csv", peopleCsv(count)), resume: true }, own);
/** Files of the state folder in which an address stands, in any form. */
/** Every text that the bytes may be, read without a line of ours: as they are, in UTF-16, and what their runs of hex, base64 and %XX stand for. */
const readings = (bytes: Buffer): string[] => {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const odd = bytes.subarray(1, bytes.length - ((bytes.length + 1) % 2));
  const plain = [
    bytes.toString("utf8"),
    ...[even, odd].flatMap((part) => [part.toString("utf16le"), Buffer.from(part).swap16().toString("utf16le")]),
  ];
  const text = bytes.toString("latin1");
  const hex = (text.match(/[\da-f]{16,}/gi) ?? []).flatMap((run) => [run, run.slice(1)].map((part) => Buffer.from(part, "hex").toString("latin1")));
  const base64 = (text.match(/[\w+/-]{16,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), "base64").toString("latin1")),
  );
  const escaped = text
    .replace(/%([\da-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\u([\da-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/=([\dA-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return [...plain, ...hex, ...base64, escaped, plain.join("\n").normalize("NFKC")];
};

const filesWith = async (address: string): Promise<string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(state(), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && readings(await readFile(path)).some((text) => text.toLowerCase().includes(address))) found.push(path);
  }
  return found;
};

beforeEach(async () => {
  world = await importWorld();
  session = world.process(lifeOf(Number.POSITIVE_INFINITY), { store: fileStore({ folder: state() }) });
});
afterEach(() => world.remove());

/** A process whose Zoom names no world, as Zoom itself. */
const zoomItself = (): Session =>
  world.process(lifeOf(Number.POSITIVE_INFINITY), {
    store: fileStore({ folder: state() }),
    send: async (request) => {
      const { headers, ...response } = await world.emulator.send(request);
      return { ...response, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "x-emulator-world")) };
    },
  });

/** Makes journals and cursors as an earlier version wrote them: they name no world. */
const asEarlier = async () => {
  for (const { path, kind } of await readStateFiles(state())) {
    if (kind?.id !== "import-journal" && kind?.id !== "export-cursor") continue;
    const events = readLines<{ t: string; world?: unknown }>(await readFile(path)).events.filter(({ t }) => t !== "world");
    await writeFile(path, events.map(({ world: _world, ...event }) => toLine(event)).join(""), { mode: 0o600 });
  }
};

/** Leaves a file of every kind that a session leaves. */
const leaveFiles = async () => {
  await importPeople(3);
  await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("one.csv") });
  await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("two.csv"), cursor: "crm" });
};

describe("data list", () => {
  it("knows every file of the state folder, and where else files were written", async () => {
    await leaveFiles();
    const { files = [], kinds, elsewhere, folder } = await run(listLocalData, { full: true });
    expect(folder).toBe(state());
    expect(files.filter(({ kind }) => kind === "unknown")).toEqual([]);
    expect(new Set(files.map(({ kind }) => kind))).toEqual(
      new Set([
        ...["Journal of an import", "Cursor of an export", "Key and list of forgotten people", "Date of the last sweep", "Tokens of Zoom"],
        ...["Exports", "Results of imports"],
      ]),
    );
    const namesIn = (where: string) => files.filter(({ place }) => place === where).map(({ path }) => path);
    expect(namesIn("state folder")).toEqual((await readStateFiles(state())).map(({ path }) => path));
    expect(namesIn("elsewhere")).toEqual(elsewhere);
    expect(kinds.map(({ kind, files: count }) => [kind, count])).toEqual([
      ...[
        ["Journal of an import", 1],
        ["Cursor of an export", 2],
      ],
      ...["Tokens of Zoom", "Key and list of forgotten people", "Date of the last sweep"].map((kind) => [kind, 1]),
      ...[
        ["Exports", 2],
        ["Results of imports", 1],
      ],
    ]);
    expect(elsewhere).toEqual([at("one.csv"), at("people.csv.results.csv"), at("two.csv")]);
  });

  it("counts files by kind, and names each with full only; one elsewhere that is gone is not counted", async () => {
    await leaveFiles();
    await rm(at("one.csv"));
    const { kinds, elsewhere, ...short } = await run(listLocalData, {});
    expect(short).not.toHaveProperty("files");
    expect(kinds.find(({ kind }) => kind === "Exports")).toMatchObject({ place: "elsewhere", files: 1, personal: "yes" });
    expect(elsewhere).toEqual(["people.csv.results.csv", "two.csv"].map(at));
    const { files = [] } = await run(listLocalData, { full: true });
    expect(files.map(({ path }) => path)).not.toContain(at("one.csv"));
    expect(files.find(({ path }) => path === at("two.csv"))?.job).toBe("export cursor crm, done, in an emulator");
  });

  it("says of a lock whether its process is gone", async () => {
    const alive = await withFileLock(at("a.lock"), async () => (await readdir(at("a.lock")))[0] ?? "");
    const gone = alive.replace(/^\d+/, String(2 ** 22 + 1));
    for (const name of [gone, alive]) {
      await mkdir(at(`state/${name}.lock/${name}`), { recursive: true, mode: 0o700 });
      await writeFile(at(`state/${name}.lock/${name}/spare`), "");
    }
    const { files = [], kinds } = await run(listLocalData, { full: true });
    const stays = new Map(files.map(({ name, stays }) => [name.split(".lock/")[0], stays]));
    expect(stays.get(gone)).toBe("its process is gone: until the next sweep");
    expect(stays.get(alive)).toMatch(/^until the process ends/);
    expect(kinds.find(({ kind }) => kind === "Locks")).toMatchObject({ files: 2, stays: stays.get(alive) });
  });

  it("lists every file that a cursor wrote, also those of before a restart", async () => {
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("first.csv"), cursor: "crm" });
    await importPeople(2);
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("second.csv"), cursor: "crm" });
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("third.csv"), cursor: "crm", restart: true });
    const files = ["first.csv", "second.csv", "third.csv"].map(at);
    expect((await run(listLocalData, {})).elsewhere).toEqual(expect.arrayContaining(files));
    // The first one was written before the person came.
    expect((await run(forgetLocalPerson, { email: ANN })).elsewhere).toEqual(
      [...files.slice(1), at("people.csv"), at("people.csv.results.csv")].sort(),
    );
  });

  it("says of each import, export and write whether it is of a real account or of an emulator", async () => {
    await leaveFiles();
    await run(addRegistrant, { webinar_id: world.webinar_id, email: "zoe@example.com", first_name: "Zoe" });
    const worlds = async () => new Map(((await run(listLocalData, { full: true })).files ?? []).map(({ kind, world: of, job }) => [kind, [of, job]]));
    const ours = await worlds();
    for (const kind of ["Journal of an import", "Cursor of an export", "Note of a write"]) expect(ours.get(kind)?.[0], kind).toBe("emulator");
    expect(ours.get("Journal of an import")?.[1]).toMatch(/^import [\w-]+, done, in an emulator$/);
    expect(ours.get("Tokens of Zoom")?.[0]).toBeNull();
    for (const name of ["state", "one.csv", "two.csv"]) await rm(at(name), { recursive: true });
    session = zoomItself();
    await leaveFiles();
    await run(addRegistrant, { webinar_id: world.webinar_id, email: "yan@example.com", first_name: "Yan" });
    const zooms = await worlds();
    for (const kind of ["Journal of an import", "Cursor of an export", "Note of a write"]) expect(zooms.get(kind)?.[0], kind).toBe("zoom");
    expect(zooms.get("Journal of an import")?.[1]).toMatch(/^import [\w-]+, done$/);
  });

  it("names files by their whole paths, however the call named them", async () => {
    await world.file("people.csv", peopleCsv(2));
    await run(importRegistrants, { webinar_id: world.webinar_id, file: "people.csv" }, { ...session, files: anyFiles(world.folder) });
    const { elsewhere } = await run(forgetLocalPerson, { email: ANN });
    expect(elsewhere).toEqual([at("people.csv"), at("people.csv.results.csv")]);
  });

  it("lists files that are private", async () => {
    await leaveFiles();
    for (const { path } of (await run(listLocalData, { full: true })).files ?? []) expect((await stat(path)).mode & 0o077, path).toBe(0);
    for (const path of (await run(listLocalData, {})).elsewhere) expect((await stat(path)).mode & 0o077, path).toBe(0);
  });

  it("is the operator's: one of several callers of a server is refused", async () => {
    for (const op of [listLocalData, purgeLocalData, forgetLocalPerson])
      expect(await refusal(op, op === forgetLocalPerson ? { email: ANN } : {}, { principal: "team-a" })).toMatchObject({ code: "not_allowed" });
  });

  it("gives every kind an id of its own, and says of each what it holds", () => {
    expect(new Set(FILE_KINDS.map(({ id }) => id)).size).toBe(FILE_KINDS.length);
    for (const { holds, stays, path } of FILE_KINDS) expect([holds, stays, path].every((text) => text.length > 0)).toBe(true);
  });
});

describe("the page for the data protection officer", () => {
  const page = () => readFile(new URL("../../../../docs/data-protection.md", import.meta.url), "utf8");

  it("names every kind of file, what it holds and how long it stays, and what leaves", async () => {
    const text = await page();
    for (const { title, holds, stays } of FILE_KINDS) for (const words of [title, holds, stays]) expect(text).toContain(words);
    const { leaves, never_leaves } = await run(listLocalData, {});
    for (const words of [...leaves, ...never_leaves]) expect(text).toContain(words);
  });
});

it("the emulator's folder holds the files that the page names, and no others", async () => {
  const emulator = await openStoredEmulator({ folder: at("emulator") });
  await emulator.controls.saveSnapshot("before");
  const named = FILE_KINDS.find(({ id }) => id === "emulator")?.path ?? "";
  const files = (await readdir(at("emulator"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const shown = files.map(({ parentPath, name }) => relative(at("emulator"), join(parentPath, name)).replaceAll("\\", "/"));
  expect(shown.sort()).toEqual(["snapshots/before.json", "zoom-emulator.json"]);
  for (const path of shown) expect(named).toContain(path.replace("before", "<name>"));
});

describe("data purge", () => {
  it("removes what was done 30 days ago, and nothing of what is not done", async () => {
    await leaveFiles();
    expect(await run(purgeLocalData, {})).toEqual({ removed: [], kept: [] });
    world.clock.advance(29 * DAY_MS);
    expect(await run(purgeLocalData, {})).toEqual({ removed: [], kept: [] });
    await importPeople(5, world.process(lifeOf(30), { store: fileStore({ folder: state() }) })).catch(() => {});
    world.clock.advance(2 * DAY_MS);
    const { removed, kept } = await run(purgeLocalData, {});
    expect(removed).toHaveLength(3);
    expect(kept).toHaveLength(1);
    expect(await readdir(at("state/exports"))).toEqual([]);
    expect(await readdir(at("state/imports"))).toHaveLength(1);
  });

  it("shows first what would go, if somebody has to agree", async () => {
    await leaveFiles();
    const asking = { ...session, safety: "confirm" as const };
    const error = await runOperation(purgeLocalData, { older_than: "0d" }, asking).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: "confirmation_required", details: { preview: { targets: { length: 3 }, reversible: false } } });
    expect((await run(purgeLocalData, { older_than: "0d" })).removed).toHaveLength(3);
  });

  it("says that files elsewhere stay, and data forget finds them afterwards as before", async () => {
    await leaveFiles();
    const before = await run(forgetLocalPerson, { email: "p2@example.com" });
    const { notes } = await previewOperation(purgeLocalData, { older_than: "0d" }, session);
    expect(notes).toEqual([expect.stringMatching(/^4 files elsewhere, .* data forget still looks into them$/)]);
    await run(purgeLocalData, { older_than: "0d" });
    expect(await run(forgetLocalPerson, { email: "p2@example.com" })).toMatchObject({
      elsewhere: before.elsewhere,
      commands: before.commands,
      unread: [],
    });
    expect(before.elsewhere).toEqual(["one.csv", "people.csv", "people.csv.results.csv", "two.csv"].map(at));
    expect((await run(forgetLocalPerson, { email: "nobody@example.com" })).elsewhere).toEqual([]);
    expect((await run(listLocalData, {})).elsewhere).toEqual(["one.csv", "people.csv.results.csv", "two.csv"].map(at));
  });

  it("that runs by itself keeps the paths as well, and forgets files that are gone", async () => {
    await leaveFiles();
    world.clock.advance(31 * DAY_MS);
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("three.csv") });
    for (const name of ["one.csv", "people.csv"]) await rm(at(name));
    const { elsewhere, unread } = await run(forgetLocalPerson, { email: ANN });
    expect(elsewhere).toEqual(["people.csv.results.csv", "three.csv", "two.csv"].map(at));
    expect(unread).toEqual(["one.csv", "people.csv"].map(at));
    await run(purgeLocalData, { older_than: "0d" });
    expect(await run(forgetLocalPerson, { email: ANN })).toMatchObject({ elsewhere, unread: [] });
    for (const path of elsewhere) await rm(path);
    await run(purgeLocalData, {});
    expect(await run(forgetLocalPerson, { email: ANN })).toMatchObject({ elsewhere: [], unread: [], guesses: [] });
  });

  it("refuses what is not an age", async () => {
    expect(await refusal(purgeLocalData, { older_than: "soon" })).toMatchObject({ code: "input_invalid" });
  });

  it("runs by itself at the next export", async () => {
    await leaveFiles();
    world.clock.advance(31 * DAY_MS);
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("three.csv") });
    expect(await readdir(at("state/exports"))).toHaveLength(1);
    expect(await readdir(at("state/imports"))).toHaveLength(0);
  });
});

describe("data forget", () => {
  it("leaves the address in no byte of the state folder, and out of every later export", async () => {
    await leaveFiles();
    const { elsewhere, commands, person } = await run(forgetLocalPerson, { email: ` ${ANN.toUpperCase()} ` });
    expect(await filesWith(ANN)).toEqual([]);
    expect(person).not.toContain("p1");
    expect(elsewhere).toEqual(expect.arrayContaining([at("people.csv"), at("people.csv.results.csv")]));
    expect(commands).toEqual([`zoom-webinar registrants delete ${world.webinar_id} '${ANN}' --emulator`]);
    const { rows, notes } = await run(exportRegistrants, { webinar_id: world.webinar_id, all: true });
    expect(rows.map(({ email }) => email)).not.toContain(ANN);
    expect(rows).toHaveLength(2);
    expect(notes).toEqual([expect.stringContaining("1 row is left out")]);
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("three.csv"), cursor: "crm" });
    expect(await readFile(at("three.csv"), "utf8")).toContain("gone");
    expect(await readFile(at("three.csv"), "utf8")).not.toContain(ANN);
  });

  it("looks into files elsewhere, leaves out webinars whose files do not hold the person, and says which command is a guess", async () => {
    const others = await run(createWebinar, { user_id: HOST, topic: "Others", start_time: "2037-04-01T10:00:00Z", registration: "automatic" });
    const other = String(others.webinar.id);
    await importPeople(3);
    await run(importRegistrants, { webinar_id: other, file: await world.file("others.csv", peopleCsv(3, "q")) });
    await run(exportRegistrants, { webinar_id: other, file: at("others-out.jsonl") });
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("names.jsonl") });
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("nameless.csv"), no_names: true });
    const command = (words: string, webinar: string) => `zoom-webinar registrants ${words} ${webinar} '${ANN}' --emulator`;
    const sure = { commands: [command("delete", world.webinar_id)], guesses: [] };
    const held = ["nameless.csv", "names.jsonl", "people.csv", "people.csv.results.csv"].map(at);
    const first = await run(forgetLocalPerson, { email: ANN });
    expect(first).toMatchObject({ ...sure, elsewhere: held, unread: [] });
    expect(await readFile(at("names.jsonl"), "utf8"), "it stays as it is").toContain(ANN);
    await rm(at("others-out.jsonl"));
    const second = await run(forgetLocalPerson, { email: ANN });
    expect(second).toMatchObject({ commands: sure.commands, guesses: [command("delete", other)], elsewhere: held, unread: [at("others-out.jsonl")] });
    expect(forgetLocalPerson.describe(second, { email: ANN })).toBe(
      "Forgotten: no file of the state folder held them, and no later export holds them; 4 files elsewhere still hold the person; 1 file could not be looked into; 1 command is a guess",
    );
  });

  it("prints its commands again after the person is forgotten, also if no file is left", async () => {
    const rows = [{ email: ANN, first_name: "Ann" }];
    await run(importRegistrants, { webinar_id: world.webinar_id, rows });
    const { commands, guesses } = await run(forgetLocalPerson, { email: ANN });
    expect([commands, guesses]).toEqual([[`zoom-webinar registrants delete ${world.webinar_id} '${ANN}' --emulator`], []]);
    expect(await run(forgetLocalPerson, { email: ANN })).toMatchObject({ commands, guesses, replaced: [] });
    expect((await run(forgetLocalPerson, { email: "nobody@example.com" })).commands).toEqual([
      "zoom-webinar registrants delete WEBINAR_ID 'nobody@example.com'",
    ]);
  });

  it("takes an import of rows for a guess if it found people registered already, of whom it notes nothing", async () => {
    await run(addRegistrant, { webinar_id: world.webinar_id, email: ANN, first_name: "Ann" });
    await run(importRegistrants, { webinar_id: world.webinar_id, rows: [{ email: ANN, first_name: "Ann" }] });
    expect((await run(forgetLocalPerson, { email: ANN })).guesses).toEqual([
      `zoom-webinar registrants delete ${world.webinar_id} '${ANN}' --emulator`,
    ]);
  });

  it("removes a panelist as such", async () => {
    await run(importPanelists, { webinar_id: world.webinar_id, rows: [{ email: ANN, first_name: "Ann" }] });
    expect(await run(forgetLocalPerson, { email: ANN })).toMatchObject({
      commands: [`zoom-webinar panelists remove ${world.webinar_id} '${ANN}' --emulator`],
      guesses: [],
    });
  });

  it("prints commands for the world that a file is of, whatever this run is of; files of earlier versions count for this run", async () => {
    const inForce = (more: Partial<Session["account"]["inForce"]>) => ({
      ...session,
      account: { ...session.account, inForce: { ...session.account.inForce, ...more } },
    });
    const commands = async (own: Session) => (await run(forgetLocalPerson, { email: ANN }, own)).commands;
    const command = `zoom-webinar registrants delete ${world.webinar_id} '${ANN}'`;
    const [real, emulator, port] = [inForce({ profile: "acme" }), inForce({ source: "emulator" }), inForce({ apiBaseUrl: "http://127.0.0.1:4646" })];
    await importPeople(3);
    expect(await commands(real)).toEqual([`${command} --emulator`]);
    expect(await commands(emulator)).toEqual([`${command} --emulator`]);
    expect(await commands(port), "an emulator at an address is named by variables").toEqual([command]);
    await rm(state(), { recursive: true });
    session = zoomItself();
    await importPeople(3, session);
    await run(exportRegistrants, { webinar_id: world.webinar_id, file: at("zoom.csv") });
    expect(await commands(real)).toEqual([`${command} --profile acme`]);
    expect(await commands(emulator)).toEqual([command]);
    await asEarlier();
    expect(await commands(real)).toEqual([`${command} --profile acme`]);
    expect(await commands(emulator)).toEqual([`${command} --emulator`]);
  });

  it("mails nobody twice when the import is taken up again", async () => {
    await importPeople(3);
    await run(forgetLocalPerson, { email: ANN });
    await importPeople(3);
    expect([...(await world.mails()).values()].every((count) => count === 1)).toBe(true);
  });

  it("refuses while an import that is not done needs the address, and says which to give up", async () => {
    await importPeople(5, world.process(lifeOf(20), { store: fileStore({ folder: state() }) })).catch(() => {});
    const error = await refusal(forgetLocalPerson, { email: ANN });
    await expect(previewOperation(forgetLocalPerson, { email: ANN }, session), "before the yes").rejects.toMatchObject({ hint: error.hint });
    const id = /imports abandon ([\w-]+)/.exec(error.hint)?.[1] ?? "";
    expect(error).toMatchObject({ code: "input_invalid", hint: expect.stringContaining(`zoom-webinar imports abandon ${id}`) });
    expect((await run(exportRegistrants, { webinar_id: world.webinar_id, all: true })).notes).toEqual([]);
    await run(abandonOneImport, { import_id: id });
    await run(forgetLocalPerson, { email: ANN });
    expect(await filesWith(ANN)).toEqual([]);
  });

  it("replaces the address in the rows of an import of which something is unknown, and nobody is mailed again", async () => {
    await importPeople(2);
    const [id = ""] = await readdir(at("state/imports"));
    await writeFile(at(`state/imports/${id}/rows.jsonl`), `[2,"p0@example.com",["p0@example.com","A"]]\n[3,"${ANN}",["${ANN}","B"]]\n`, {
      mode: 0o600,
    });
    await run(forgetLocalPerson, { email: ANN });
    expect(await readFile(at(`state/imports/${id}/rows.jsonl`), "utf8")).toBe('[2,"p0@example.com",["p0@example.com","A"]]\n[3,null,["",""]]\n');
  });

  const hidden: readonly [string, Buffer][] = [
    ["plain", Buffer.from(`<${ANN}>`)],
    ["capitals", Buffer.from("P1@Example.COM")],
    ["UTF-16", Buffer.from(` ${ANN} `, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(` ${ANN} `, "utf16le").swap16()],
    ["a URL", Buffer.from(`?email=${encodeURIComponent(ANN)}&x`)],
    ["JSON", Buffer.from(`"p1\\u0040example.com"`)],
    ["HTML", Buffer.from("p1&#64;example.com")],
    ["a mail", Buffer.from("p1=40example.com")],
    ["full-width letters", Buffer.from("ｐ１＠ｅｘａｍｐｌｅ．ｃｏｍ")],
    ["an address with a full-width @", Buffer.from("p1＠example.com")],
    ["hex", Buffer.from(Buffer.from(ANN).toString("hex"))],
    ["base64", Buffer.from(Buffer.from(ANN).toString("base64"))],
    ["base64, one byte on", Buffer.from(Buffer.from(`x${ANN}y`).toString("base64"))],
    ["base64, two bytes on", Buffer.from(Buffer.from(`xx${ANN}yz`).toString("base64"))],
    ["base64 of URLs", Buffer.from(Buffer.from(`{"a":"${ANN}"}`).toString("base64url"))],
  ];
  it.each(hidden)("finds the address in a file of no kind, written as %s", async (_form, bytes) => {
    await mkdir(state(), { recursive: true, mode: 0o700 });
    const path = at("state/left-by-somebody");
    await writeFile(path, bytes);
    expect(await filesWith(ANN), "the test's own search finds it").toEqual([path]);
    expect(await run(forgetLocalPerson, { email: ANN })).toMatchObject({ removed: [path] });
    expect(await filesWith(ANN)).toEqual([]);
  });

  it("leaves addresses alone that only end or begin like it", async () => {
    await importPeople(12);
    await mkdir(state(), { recursive: true });
    const path = at("state/others");
    await writeFile(path, "xp1@example.com p1@example.com.org");
    await utimes(path, new Date(), new Date());
    expect(await run(forgetLocalPerson, { email: ANN })).toMatchObject({ removed: [] });
  });

  it("keeps entries of the store readable", async () => {
    const store = fileStore({ folder: state() });
    await store.set("intent:x", JSON.stringify({ known: [ANN], n: 1 }));
    await run(forgetLocalPerson, { email: ANN });
    expect(JSON.parse((await store.get("intent:x"))?.value ?? "")).toMatchObject({ known: [expect.stringMatching(/^forgotten-/)], n: 1 });
  });
});
