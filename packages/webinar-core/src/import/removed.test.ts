import { readFile } from "node:fs/promises";
import type { Send } from "@zoom-webinar/auth";
import { afterEach, describe, expect, it } from "vitest";
import { operations } from "../operations/index.ts";
import { addresses, type ImportWorld, importWorld, peopleCsv } from "../test/import-world.ts";
import { endsAs, type ImportResult } from "./result.ts";

const { registrants, panelists } = operations;

let world: ImportWorld;
afterEach(() => world.remove());
const importPeople = async (name: string, count: number) =>
  world.run(registrants.import, {
    webinar_id: world.webinar_id,
    file: await world.file(`${name}.csv`, `${peopleCsv(count)}x${name}@example.com,X\n`),
  });
/** Removes people as somebody does whom this program does not hear of. */
const removeElsewhere = async (...emails: string[]) => {
  for (const { id, email } of await world.emulator.state.registrants(world.webinar_id))
    if (emails.includes(email))
      await world.process().zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", {
        path: { webinarId: world.webinar_id, registrantId: id },
      });
};
const rows = (count: number) => addresses(count).map((email) => ({ email, first_name: "Ada" }));
const linesOf = (result: object): string => JSON.stringify(registrants.import.cli?.lines?.({ ...result }, { file: "two.csv" }));

describe("people whom an import registered a moment ago, and whom Zoom's list does not show", () => {
  it("are registered again if they were removed since, and nobody else is", async () => {
    world = await importWorld();
    await importPeople("one", 3);
    await removeElsewhere(addresses(3)[0] ?? "", addresses(3)[1] ?? "");
    world.clock.advance(61_000);
    const again = await importPeople("two", 3);
    expect(again).toMatchObject({ plan: { new: 3, already_registered: 1 }, counts: { registered: 3 } });
    expect((await world.registered()).filter((email) => addresses(3).includes(email)).sort()).toEqual(addresses(3));
  });

  it("are neither registered nor new in the first minute, in which Zoom may know nobody yet: the answer is not sure, and says so", async () => {
    world = await importWorld();
    const first = await importPeople("one", 2);
    await removeElsewhere(addresses(2)[0] ?? "");
    const planned = await world.run(registrants.import, { webinar_id: world.webinar_id, rows: rows(2), dry_run: true });
    expect(planned).toMatchObject({ complete: false, plan: { new: 0, already_registered: 1, unsure: 1 } });
    expect(linesOf(planned)).toContain("1 not sure");
    const again = await importPeople("two", 2);
    expect(again).toMatchObject({
      plan: {
        ...{ new: 1, already_registered: 1, unsure: 1 },
        notes: expect.arrayContaining(["1 person is not sure: Zoom does not show yet what was done a moment ago. Run it again in a minute."]),
      },
      counts: { registered: 1, already_registered: 1, unknown: 1 },
    });
    expect(endsAs(again as ImportResult)).toBe("partial");
    expect(await readFile(again.results_file ?? "", "utf8")).toContain(
      `was registered a moment ago by import ${first.import_id}, and Zoom does not show it yet: run it again in a minute`,
    );
    const said = linesOf(again);
    expect(said).toContain("1 unknown: Zoom does not show yet what was done a moment ago");
    expect(said).toContain("In a minute, run it again");
    expect(said).not.toContain("--retry-unknown");
  });

  it("count as registered while the list is late, and nobody is mailed twice", async () => {
    world = await importWorld({ switches: { listLagMs: 500_000, duplicateRegistrant: "remail" } });
    await importPeople("one", 4);
    for (const [name, waitMs] of [
      ["two", 0],
      ["three", 120_000],
    ] as const) {
      world.clock.advance(waitMs);
      const again = await importPeople(name, 4);
      expect(again.plan).toMatchObject({
        ...{ new: 1, already_registered: 4 },
        notes: expect.arrayContaining([
          "4 people are taken as registered, though not on Zoom's list yet: an import registered these less than ten minutes ago.",
        ]),
      });
    }
    expect([...(await world.mails()).values()]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it("are asked for thirty of many, who stand for the others if all are there, and for nobody if one is not", async () => {
    world = await importWorld({ switches: { listLagMs: 500_000, duplicateRegistrant: "remail" } });
    await importPeople("one", 40);
    world.clock.advance(120_000);
    const before = world.emulator.requests().length;
    const again = await importPeople("two", 40);
    expect(again.plan).toMatchObject({ new: 1, already_registered: 40 });
    const asked = world.emulator.requests().slice(before);
    expect(asked.filter(({ method, path }) => method === "GET" && /registrants\/[^/]+$/.test(path) && !path.endsWith("questions"))).toHaveLength(30);
    await removeElsewhere(addresses(40)[3] ?? "");
    expect((await importPeople("three", 40)).plan).toMatchObject({ new: 2, already_registered: 29, unsure: 10 });
  });
});

describe("people whom this program removed a moment ago", () => {
  const waysOut: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["remove-from", () => world.run(registrants.removeFrom, { webinar_id: world.webinar_id, rows: addresses(2).map((email) => ({ email })) })],
    ["delete, by address", () => world.run(registrants.delete, { webinar_id: world.webinar_id, registrant_ids: addresses(2) })],
    [
      "delete, by id",
      async () => {
        const all = await world.emulator.state.registrants(world.webinar_id);
        const ids = all.filter(({ email }) => addresses(2).includes(email)).map(({ id }) => id);
        await world.run(registrants.delete, { webinar_id: world.webinar_id, registrant_ids: ids });
      },
    ],
  ];

  it.each(waysOut)("by %s are registered again at once, and not approved", async (_way, remove) => {
    world = await importWorld({ registration: "manual" });
    const people = rows(2);
    const by = people.map(({ email }) => ({ email }));
    const { webinar_id } = world;
    await world.run(registrants.import, { webinar_id, rows: people });
    expect((await world.run(registrants.approveFrom, { webinar_id, rows: by })).counts).toMatchObject({ done: 2 });
    world.clock.advance(1_000);
    await remove();
    world.clock.advance(1_000);
    for (const decide of [registrants.approveFrom, registrants.denyFrom, registrants.cancelFrom]) {
      const decided = await world.run(decide, { webinar_id, rows: by });
      expect(decided.counts).toEqual({ done: 0, already: 0, invalid: 2, failed: 0, unknown: 0 });
      expect(decided.invalid[0]?.message).toBe("is not registered for this webinar");
    }
    const again = await world.run(registrants.import, { webinar_id, rows: people });
    expect(again).toMatchObject({ plan: { new: 2 }, counts: { pending: 2, already_registered: 0, unknown: 0 } });
    // They are there again, whatever was noted of their removal.
    world.clock.advance(1_000);
    expect((await world.run(registrants.import, { webinar_id, rows: people, resume: false })).counts).toMatchObject({ already_registered: 2 });
  });

  it("are there again if they were added singly since", async () => {
    world = await importWorld({ switches: { listLagMs: 500_000 } });
    const { webinar_id } = world;
    await world.run(registrants.import, { webinar_id, rows: rows(1) });
    world.clock.advance(1_000);
    const [{ id = "" } = {}] = await world.emulator.state.registrants(webinar_id);
    await world.run(registrants.delete, { webinar_id, registrant_id: id });
    world.clock.advance(1_000);
    await world.run(registrants.add, { webinar_id, email: addresses(1)[0] ?? "", first_name: "Ada" });
    world.clock.advance(1_000);
    expect((await world.run(registrants.import, { webinar_id, rows: rows(1), dry_run: true })).plan).toMatchObject({ new: 0 });
  });

  it("are gone whatever a late list shows: registered again if it says when they signed up, else nobody is sure", async () => {
    let stale: Awaited<ReturnType<Send>>[] | null = null;
    const kept: Awaited<ReturnType<Send>>[] = [];
    const wrap =
      (send: Send): Send =>
      async (request) => {
        if (!/\/registrants\?/.test(request.url) || request.method !== "GET") return send(request);
        if (stale !== null)
          return stale[["approved", "pending", "denied"].findIndex((status) => request.url.includes(`status=${status}`))] ?? send(request);
        const answer = await send(request);
        const at = ["approved", "pending", "denied"].findIndex((status) => request.url.includes(`status=${status}`));
        if (at >= 0) kept[at] = answer;
        return answer;
      };
    world = await importWorld({ wrap });
    const { webinar_id } = world;
    const by = rows(2).map(({ email }) => ({ email }));
    await world.run(registrants.import, { webinar_id, rows: rows(2) });
    world.clock.advance(20_000);
    await world.run(registrants.denyFrom, { webinar_id, rows: [{ email: "nobody@example.com" }] }); // a look at the list
    stale = [...kept];
    await world.run(registrants.removeFrom, { webinar_id, rows: by });
    world.clock.advance(1_000);
    const approved = await world.run(registrants.approveFrom, { webinar_id, rows: by });
    expect(approved.counts).toMatchObject({ already: 0, done: 0, unknown: 2 });
    expect(endsAs(approved as ImportResult)).toBe("ambiguous");
    const again = await world.run(registrants.import, { webinar_id, rows: rows(2), dry_run: true });
    expect(again.plan).toMatchObject({ new: 2, already_registered: 0 });
  });
});

describe("decisions of a moment ago about people whom Zoom's list does not show", () => {
  it("are called what they were, are not sure in the first minute, and are looked up afterwards", async () => {
    world = await importWorld({ registration: "manual" });
    const { webinar_id } = world;
    const by = rows(1).map(({ email }) => ({ email }));
    await world.run(registrants.import, { webinar_id, rows: rows(1) });
    const file = await world.file("yes.csv", `email\n${addresses(1)[0]}\n`);
    const first = await world.run(registrants.approveFrom, { webinar_id, file });
    await removeElsewhere(...addresses(1));
    const soon = await world.run(registrants.approveFrom, { webinar_id, file });
    expect(soon.counts).toMatchObject({ already: 0, unknown: 1 });
    expect(await readFile(soon.results_file ?? "", "utf8")).toContain(`was approved a moment ago by approve-from ${first.import_id}, and Zoom`);
    world.clock.advance(61_000);
    expect((await world.run(registrants.approveFrom, { webinar_id, rows: by })).counts).toMatchObject({ already: 0, invalid: 1 });
  });

  it("to remove somebody are done already", async () => {
    world = await importWorld();
    const { webinar_id } = world;
    await importPeople("one", 1);
    const file = await world.file("off.csv", `email\n${addresses(1)[0]}\n`);
    const first = await world.run(registrants.removeFrom, { webinar_id, file });
    const again = await world.run(registrants.removeFrom, { webinar_id, file });
    expect(again.counts).toMatchObject({ already: 1 });
    expect(await readFile(again.results_file ?? "", "utf8")).toContain(`was removed a moment ago by remove-from ${first.import_id}`);
  });
});

describe("panelists who were taken off a moment ago", () => {
  const people = [{ email: "linus@example.com", first_name: "Linus" }];
  const invite = () => world.run(panelists.import, { webinar_id: world.webinar_id, rows: people });

  it.each([
    ["by address", () => world.run(panelists.remove, { webinar_id: world.webinar_id, panelist_id: "linus@example.com" })],
    ["with all others", () => world.run(panelists.removeAll, { webinar_id: world.webinar_id })],
    [
      "for somebody else",
      () => world.run(panelists.replace, { webinar_id: world.webinar_id, panelist_id: "linus@example.com", email: "rosa@example.com" }),
    ],
  ])("%s are invited again", async (_how, takeOff) => {
    world = await importWorld();
    await invite();
    world.clock.advance(1_000);
    await takeOff();
    world.clock.advance(1_000);
    expect(await invite()).toMatchObject({ plan: { new: 1 }, counts: { registered: 1, already_registered: 0 } });
    world.clock.advance(1_000);
    expect((await invite()).counts).toMatchObject({ registered: 0, already_registered: 1 });
  });

  it("by somebody else are neither invited nor new: nobody can be asked", async () => {
    world = await importWorld();
    await invite();
    const { zoom } = world.process();
    await zoom.call("DELETE /webinars/{webinarId}/panelists", { path: { webinarId: world.webinar_id } });
    expect((await invite()).counts).toMatchObject({ registered: 0, already_registered: 0, unknown: 1 });
  });
});
