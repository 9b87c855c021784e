import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "../operations/index.ts";
import { previewOperation } from "../run.ts";
import { type ImportWorld, importWorld, peopleCsv } from "../test/import-world.ts";
import { toLine } from "./journal/line.ts";

const { registrants, panelists, imports } = operations;

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.remove());

const journalOf = (id: string) => join(world.folder, "state", "imports", id, "journal.jsonl");
const stateOf = async (import_id: string) => (await world.run(imports.show, { import_id })).state;

interface Answer {
  import_id: string;
  complete: boolean;
  counts: Record<string, number>;
  notes?: string[];
}

const run = (op: AnyOperation, input: object): Promise<Answer> => world.run(op, input as never) as Promise<Answer>;

describe.each<[string, AnyOperation]>([
  ["registrants import", registrants.import],
  ["panelists import", panelists.import],
  ["registrants approve-from", registrants.approveFrom],
  ["registrants remove-from", registrants.removeFrom],
])("%s without rows whose end is unknown", (_name, op) => {
  const finished = async () => {
    const file = await world.file("people.csv", peopleCsv(3));
    if (op !== registrants.import) await run(registrants.import, { webinar_id: world.webinar_id, file });
    return { file, done: await run(op, { webinar_id: world.webinar_id, file }) };
  };

  it.each(["file", "import_id"] as const)("stays as it is if it is to be tried again by %s, and says so", async (by) => {
    const { file, done } = await finished();
    const input = { webinar_id: world.webinar_id, ...(by === "file" ? { file } : { import_id: done.import_id }), retry_unknown: true };
    const [journal, writes] = [await readFile(journalOf(done.import_id), "utf8"), world.writes()];
    const said = `No row of import ${done.import_id} is unknown: nothing is tried again.`;
    expect(await run(op, { ...input, dry_run: true })).toMatchObject({ complete: true, notes: [said] });
    for (let time = 0; time < 2; time += 1) expect(await run(op, input)).toMatchObject({ complete: true, counts: done.counts, notes: [said] });
    expect((await previewOperation(op, input as never, world.process())).idle).toBe(true);
    expect(await readFile(journalOf(done.import_id), "utf8")).toBe(journal);
    expect(world.writes()).toBe(writes);
    expect(await stateOf(done.import_id)).toBe("finished");
  });

  it.each([
    ["goes on", { resume: true }],
    ["is tried again", { retry_unknown: true }],
  ])("which an earlier version began anew and left so is finished, does nothing if it %s, and is in nobody's way", async (_what, more) => {
    const { file, done } = await finished();
    await appendFile(journalOf(done.import_id), toLine({ t: "owner", fence: 99, at: world.clock.now() }));
    expect(await stateOf(done.import_id)).toBe("finished");
    expect((await world.run(imports.list, {})).imports.map(({ state }) => state)).not.toContain("unfinished");
    const writes = world.writes();
    for (const named of [{ file }, { import_id: done.import_id }])
      expect(await run(op, { webinar_id: world.webinar_id, ...named, ...more })).toMatchObject({ complete: true, counts: done.counts });
    expect(world.writes()).toBe(writes);
    const other = await world.file("other.csv", peopleCsv(1, "q"));
    expect(await run(op, { webinar_id: world.webinar_id, file: other })).toMatchObject({ complete: true });
    expect(await world.run(imports.abandon, { import_id: done.import_id })).toMatchObject({ state: "finished" });
  });
});

it("an unfinished import whose rows are gone is refused in words, and can be given up", async () => {
  const { webinar_id } = world;
  const file = await world.file("people.csv", peopleCsv(3));
  world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
  const { import_id } = await run(registrants.import, { webinar_id, file });
  world.emulator.controls.clearFaults();
  await rm(join(world.folder, "state", "imports", import_id, "rows.jsonl"));
  for (const more of [{ resume: true }, { retry_unknown: true }, { resume: true, dry_run: true }])
    await expect(run(registrants.import, { webinar_id, file, ...more })).rejects.toMatchObject({
      code: "input_invalid",
      message: `Import ${import_id} cannot go on: its rows are no longer kept.`,
      hint: expect.stringContaining(`imports abandon ${import_id}`),
    });
  expect(await world.run(imports.abandon, { import_id })).toMatchObject({ state: "abandoned" });
  expect(await run(registrants.import, { webinar_id, file })).toMatchObject({ complete: true, counts: { registered: 3 } });
});
