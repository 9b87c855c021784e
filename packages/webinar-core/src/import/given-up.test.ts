import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { operations } from "../operations/index.ts";
import { addresses, type ImportWorld, importWorld, peopleCsv } from "../test/import-world.ts";

const { registrants, imports } = operations;

let world: ImportWorld;
afterEach(() => world.remove());

const PEOPLE = 4;
/** The last row of an import waits for the others. */
const IN_DOUBT = PEOPLE - 1;

/** An import that got no answer and was given up; `isDone`: Zoom did all that it was sent. */
const givenUp = async (file: string, isDone: boolean): Promise<string> => {
  world.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants", applied: isDone, times: 50 });
  const { import_id } = await world.run(registrants.import, { webinar_id: world.webinar_id, file });
  world.emulator.controls.clearFaults();
  await world.run(imports.abandon, { import_id: import_id ?? "" });
  return import_id ?? "";
};

const screen = (answer: object, input: object): string =>
  (registrants.import.cli?.lines?.({ ...answer }, { ...input }) ?? [])
    .map((line) => (typeof line === "string" ? line : JSON.stringify(line)))
    .join("\n");

describe("people whom an import sent without an answer before it was given up", () => {
  it("are not sure for a minute, then unknown until somebody says that they are to be tried again", async () => {
    world = await importWorld({ switches: { duplicateRegistrant: "remail" } });
    const file = await world.file("people.csv", peopleCsv(PEOPLE));
    const input = { webinar_id: world.webinar_id, file };
    const earlier = await givenUp(file, false);

    const soon = await world.run(registrants.import, input);
    expect(soon).toMatchObject({ complete: true, plan: { new: 1, unsure: IN_DOUBT }, counts: { registered: 1, unknown: IN_DOUBT } });
    expect(screen(soon, input)).toContain("In a minute, run it again: whoever is done is left out.");
    expect(await readFile(soon.results_file ?? "", "utf8")).toContain(
      `Zoom gave import ${earlier} no answer about this person a moment ago: run it again in a minute`,
    );

    world.clock.advance(61_000);
    const plan = await world.run(registrants.import, { ...input, dry_run: true });
    expect(plan).toMatchObject({ complete: false, plan: { new: 0, already_registered: 1, unknown: IN_DOUBT }, counts: { unknown: IN_DOUBT } });
    expect(plan.plan).not.toHaveProperty("unsure");
    expect(screen(plan, { ...input, dry_run: true })).toMatch(
      /3 unknown\n.*retry_unknown: true \(--retry-unknown\), after this import\.\nTo go on, run it/s,
    );
    const writes = world.writes();
    for (let time = 0; time < 2; time += 1) {
      const late = await world.run(registrants.import, input);
      expect(late).toMatchObject({ complete: true, counts: { registered: 0, already_registered: 1, unknown: IN_DOUBT } });
      const said = screen(late, input);
      expect(said).toContain(`${IN_DOUBT} unknown: Zoom gave no answer, and its list does not show them\n`);
      expect(said).toContain(`Try those again whose end is unknown:\n{"run":"registrants import ${world.webinar_id} ${file} --retry-unknown"}`);
      expect(said).not.toMatch(/minute/);
      expect(await readFile(late.results_file ?? "", "utf8")).toContain(
        `Zoom gave import ${earlier} no answer about this person, and its list does not show them`,
      );
      expect(world.writes()).toBe(writes);
    }
    const tried = await world.run(registrants.import, { ...input, retry_unknown: true });
    expect(tried).toMatchObject({ complete: true, counts: { registered: IN_DOUBT, already_registered: 1, unknown: 0 } });
    expect(await world.mails()).toEqual(new Map(addresses(PEOPLE).map((email) => [email, 1])));
  });

  it("are not sent again before Zoom's list had a minute to show them, however soon they are to be tried again", async () => {
    world = await importWorld({ switches: { listLagMs: 50_000, duplicateRegistrant: "remail" } });
    const file = await world.file("people.csv", peopleCsv(PEOPLE));
    const input = { webinar_id: world.webinar_id, file };
    await givenUp(file, true);
    expect((await world.run(registrants.import, input)).counts.unknown).toBeGreaterThan(0);
    expect(await world.run(registrants.import, { ...input, retry_unknown: true })).toMatchObject({ complete: true, counts: { unknown: 0 } });
    expect(await world.mails()).toEqual(new Map(addresses(PEOPLE).map((email) => [email, 1])));
  });
});
