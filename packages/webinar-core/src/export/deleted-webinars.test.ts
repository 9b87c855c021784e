import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HOST } from "@zoom-webinar/testing/emulated";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportRegistrants } from "../operations/exports/registrants.ts";
import { addRegistrant } from "../operations/registrants/add.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import { type ImportWorld, importWorld } from "../test/import-world.ts";

const MARCH = { from: "2027-03-01", to: "2027-03-31" };

let world: ImportWorld;
/** Deleted just before the n-th list of registrants is read. */
let doomed: { id: string; before: number } | null = null;
let lists = 0;
let ids: string[] = [];

const remove = (webinarId: string) => world.process().zoom.call("DELETE /webinars/{webinarId}", { path: { webinarId } });
const addWebinar = async (topic: string, day: number, people: readonly string[]): Promise<string> => {
  const start_time = `2027-03-${day}T15:00:00Z`;
  const { webinar } = await world.run(createWebinar, { user_id: HOST, topic, start_time, registration: "automatic" });
  for (const name of people) await world.run(addRegistrant, { webinar_id: String(webinar.id), email: `${name}@example.com`, first_name: name });
  return String(webinar.id);
};
const rowsOf = async (name: string) =>
  (await readFile(join(world.folder, name), "utf8"))
    .split("\n")
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
const exportTo = (name: string, more: Record<string, unknown> = { ...MARCH, cursor: "crm" }) =>
  world.run(exportRegistrants, { file: join(world.folder, name), ...more });
const told = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ change, email, webinar_id }) => `${change} ${email} ${ids.indexOf(String(webinar_id))}`);

beforeEach(async () => {
  doomed = null;
  lists = 0;
  world = await importWorld({
    wrap: (send) => async (request) => {
      if (request.method === "GET" && request.url.includes("/registrants")) lists += 1;
      if (doomed !== null && lists >= doomed.before) {
        const { id } = doomed;
        doomed = null;
        await send({ ...request, method: "DELETE", url: request.url.replace(/\/v2\/.*/, `/v2/webinars/${id}`) });
      }
      return send(request);
    },
  });
  await remove(world.webinar_id);
  ids = [await addWebinar("One", 10, ["ann"]), await addWebinar("Two", 11, ["bob", "cleo"]), await addWebinar("Three", 12, ["dan"])];
});
afterEach(() => world.remove());

describe("a webinar that is deleted while the whole account is exported", () => {
  it.each([
    ["in a file", 0],
    ["in pages of one row", 1],
    ["in one call for all pages", 300],
  ] as const)("is named in the notes and the others are whole, %s", async (_how, page_size) => {
    doomed = { id: ids[1] ?? "", before: 4 };
    lists = 0;
    const notes: string[] = [];
    const rows: Record<string, unknown>[] = [];
    if (page_size === 0) {
      notes.push(...(await exportTo("all.jsonl", MARCH)).notes);
      rows.push(...(await rowsOf("all.jsonl")));
    }
    for (let token: string | null | undefined; page_size > 0 && token !== null; ) {
      const page = await world.run(exportRegistrants, { ...MARCH, page_size, ...(page_size > 1 ? { all: true } : { next_page_token: token }) });
      rows.push(...page.rows);
      notes.push(...page.notes);
      token = page.next_page_token;
    }
    expect(doomed).toBeNull();
    expect(told(rows)).toEqual(["new ann@example.com 0", "new dan@example.com 2"]);
    expect(notes).toEqual([expect.stringContaining(`Webinar ${ids[1]} is left out: `)]);
  });

  it("does not stop an export that finds only this one", async () => {
    for (const id of [ids[0], ids[2]]) await remove(id ?? "");
    doomed = { id: ids[1] ?? "", before: 1 };
    lists = 0;
    expect(await exportTo("all.jsonl", MARCH)).toMatchObject({ complete: true, written: 0, notes: [expect.stringContaining("left out")] });
  });
});

describe("what an incremental export says of webinars that are gone", () => {
  beforeEach(async () => {
    expect(await exportTo("1.jsonl")).toMatchObject({ written: 4 });
  });

  it("marks each row of a deleted webinar as gone, once, and says so", async () => {
    const first = await rowsOf("1.jsonl");
    await remove(ids[1] ?? "");
    const { notes } = await exportTo("2.jsonl");
    expect(notes).toEqual([expect.stringMatching(new RegExp(`Webinar ${ids[1]} is left out: .* 2 rows of it marked as gone`))]);
    const rows = await rowsOf("2.jsonl");
    expect(told(rows)).toEqual(["gone null 1", "gone null 1"]);
    expect(rows.map(({ row_id }) => row_id)).toEqual(first.filter(({ webinar_id }) => webinar_id === ids[1]).map(({ row_id }) => row_id));
    expect(await exportTo("3.jsonl")).toMatchObject({ written: 0, notes: [] });
  });

  it("marks them as gone if it is deleted between the list of webinars and its people", async () => {
    doomed = { id: ids[1] ?? "", before: 4 };
    lists = 0;
    await exportTo("2.jsonl");
    expect(told(await rowsOf("2.jsonl"))).toEqual(["gone null 1", "gone null 1"]);
    expect(await exportTo("3.jsonl")).toMatchObject({ written: 0 });
  });

  it("leaves rows alone of a webinar that only lies outside the next window", async () => {
    await addWebinar("Four", 20, ["eve"]);
    await exportTo("2.jsonl", { from: "2027-03-12", to: "2027-03-31", cursor: "crm" });
    expect(told(await rowsOf("2.jsonl"))).toEqual(["new eve@example.com -1"]);
    expect(await exportTo("3.jsonl")).toMatchObject({ written: 0 });
  });

  it.each([
    ["an app that may not read webinars", 4711],
    ["a host without the add-on", 200],
  ])("says nothing of webinars outside the window for %s", async (_who, code) => {
    const blind = world.process(undefined, {
      send: async (request) =>
        request.method === "GET" && ids.slice(0, 2).some((id) => request.url.endsWith(`/webinars/${id}`))
          ? {
              status: 400,
              headers: {},
              text: JSON.stringify({ code, message: "Invalid access token, does not contain scopes:[webinar:read:webinar:admin]." }),
            }
          : world.emulator.send(request),
    });
    const file = join(world.folder, "2.jsonl");
    const input = { file, from: "2027-03-12", to: "2027-03-31", cursor: "crm" };
    expect(await world.run(exportRegistrants, input, blind)).toMatchObject({ complete: true, written: 0 });
  });

  it("is whole after it was cut off in the middle of marking", async () => {
    const { lifeOf } = await import("../test/import-world.ts");
    await remove(ids[1] ?? "");
    await addWebinar("Four", 20, ["eve"]);
    for (let steps = 1; steps < 40; steps += 1)
      await world
        .run(exportRegistrants, { file: join(world.folder, "2.jsonl"), ...MARCH, cursor: "crm" }, world.process(lifeOf(steps)))
        .catch(() => null);
    await exportTo("2.jsonl").catch(() => null);
    expect(told(await rowsOf("2.jsonl")).sort()).toEqual(["gone null 1", "gone null 1", "new eve@example.com -1"]);
  });

  it("of one webinar that was asked for by its id: all its rows are gone, and a cursor that knows none is refused", async () => {
    const [one = "", two = ""] = ids;
    await exportTo("one.jsonl", { webinar_id: one, cursor: "one" });
    await remove(one);
    await remove(two);
    expect(await exportTo("one-2.jsonl", { webinar_id: one, cursor: "one" })).toMatchObject({ complete: true, written: 1 });
    expect(told(await rowsOf("one-2.jsonl"))).toEqual(["gone null 0"]);
    await expect(exportTo("two.jsonl", { webinar_id: two, cursor: "two" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a webinar without registration", () => {
  beforeEach(async () => {
    for (const day of [13, 14])
      await world.run(createWebinar, { user_id: HOST, topic: `Open ${day}`, start_time: `2027-03-${day}T15:00:00Z`, registration: "none" });
  });
  const note = /^2 webinars have no registration, so nobody is registered: \d+, \d+\.$/;

  it.each([
    ["in pages", { page_size: 2 }],
    ["in one call for all pages", { all: true }],
  ])("does not stop an export, and is named: %s", async (_how, more) => {
    const found: unknown[] = [];
    const notes: string[] = [];
    let next: string | undefined;
    do {
      const page = await world.run(exportRegistrants, { ...MARCH, ...more, ...(next === undefined ? {} : { next_page_token: next }) });
      found.push(...page.rows);
      notes.push(...page.notes);
      next = page.next_page_token ?? undefined;
    } while (next !== undefined);
    expect(found).toHaveLength(4);
    expect(notes.join(" ")).toMatch(/no registration, so nobody is registered/);
  });

  it("does not stop a file, nor is a file of it alone refused", async () => {
    const whole = await exportTo("all.jsonl", MARCH);
    expect(whole).toMatchObject({ written: 4, complete: true, notes: [expect.stringMatching(note)] });
    const id = /registered: (\d+),/.exec(whole.notes[0] ?? "")?.[1] ?? "";
    expect(await exportTo("one.jsonl", { webinar_id: id })).toMatchObject({
      written: 0,
      complete: true,
      notes: [`1 webinar has no registration, so nobody is registered: ${id}.`],
    });
  });
});
