import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { operations } from "../operations/index.ts";
import { previewOperation } from "../run.ts";
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

/** An import of four rows of which three are in doubt and one is still to be sent, and that may go on. */
const cutOff = async (): Promise<{ file: string; webinar_id: string; import_id: string }> => {
  const file = await world.file("people.csv", peopleCsv(PEOPLE));
  const { webinar_id } = world;
  world.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants", applied: false, times: 50 });
  const { import_id } = await world.run(registrants.import, { webinar_id, file });
  world.emulator.controls.clearFaults();
  return { webinar_id, file, import_id: import_id ?? "" };
};

describe("an import with rows in doubt that is not over", () => {
  it("counts what is still to be sent in the same way wherever it is shown", async () => {
    world = await importWorld();
    const { webinar_id, file, import_id } = await cutOff();
    const input = { webinar_id, file, resume: true };
    const shown = await world.run(imports.show, { import_id });
    expect(shown).toMatchObject({ state: "unfinished", left: 1, counts: { unknown: IN_DOUBT } });
    expect((await world.run(imports.list, {})).imports).toMatchObject([{ left: 1 }]);
    const both = `1 of the 4 rows is still to be sent, and ${IN_DOUBT} whose end is unknown if Zoom's list does not show them`;
    const preview = await previewOperation(registrants.import, input, world.process());
    expect(preview.notes?.[0]).toBe(`${both}.`);
    expect(preview).toMatchObject({ recipients: { count: PEOPLE }, plan: { new: PEOPLE } });
    const planned = await world.run(registrants.import, { ...input, dry_run: true });
    const said = screen(planned, { ...input, dry_run: true });
    expect(said).toContain(`Not complete: ${both.replace("4 rows", `4 rows of ${file}`)}, in about`);
    expect(said).toMatch(/\nNothing was sent\. To go on, run it without --dry-run\.$/);
    await expect(world.run(registrants.import, { webinar_id, file })).rejects.toThrow("resume: 0 of 4 rows are done, the import is not finished");
    const stopped = await world.run(registrants.import, { ...input, dry_run: true });
    expect(screen(stopped, {})).toContain("Not complete: 1 of the 4 rows is still to be sent.");
  });

  it("is previewed by its ID with the file that it is of", async () => {
    world = await importWorld();
    const { webinar_id, file, import_id } = await cutOff();
    const { targets } = await previewOperation(registrants.import, { webinar_id, import_id, resume: true }, world.process());
    expect(targets).toMatchObject([{ kind: "webinar" }, { kind: "rows", label: file }]);
  });
});

describe("an import that was given up", () => {
  it("promises nothing, and says how the rest is imported", async () => {
    world = await importWorld();
    const { webinar_id, file, import_id } = await cutOff();
    const given = await world.run(imports.abandon, { import_id });
    for (const [op, shown] of [
      [imports.abandon, given],
      [imports.show, await world.run(imports.show, { import_id })],
    ] as const) {
      const said = (op.cli?.lines?.({ ...shown }, { import_id }) ?? []).map((line) => (typeof line === "string" ? line : line.run)).join("\n");
      expect(said).toContain(`${IN_DOUBT} unknown: no answer had come when it was given up\n`);
      expect(said).toContain(`To import the rest, start anew: whoever is done is left out.\nregistrants import ${webinar_id} ${file}`);
      expect(`${said} ${op.describe(shown, { import_id })}`).not.toMatch(/going on|go on|resume/i);
    }
    expect(given.left).toBe(1);
  });

  it("does not go on: by its file, its rows or its ID the call is refused, says how to start anew, and sends nothing", async () => {
    world = await importWorld();
    const { webinar_id, file, import_id } = await cutOff();
    await world.run(imports.abandon, { import_id });
    const writes = world.writes();
    for (const more of [{ resume: true }, { retry_unknown: true }, { resume: true, dry_run: true }])
      for (const named of [{ file }, { import_id }])
        await expect(world.run(registrants.import, { webinar_id, ...named, ...more })).rejects.toMatchObject({
          code: "input_invalid",
          message: expect.stringContaining("was given up, so that nobody can go on with it"),
          hint: expect.stringMatching(/^To start anew, .*: whoever is done is left out\.$/),
        });
    expect(world.writes()).toBe(writes);
    world.clock.advance(11 * 60_000);
    const anew = await world.run(registrants.import, { webinar_id, file });
    expect(anew).toMatchObject({ complete: true, counts: { registered: PEOPLE } });
    expect(await world.run(registrants.import, { webinar_id, file, resume: true })).toMatchObject({ import_id: anew.import_id, complete: true });
  });

  it("ends in the process that runs it without a word of going on", async () => {
    world = await importWorld();
    let abandoning: Promise<unknown> | null = null;
    const onProgress = ({ soFar }: { soFar?: unknown }) => {
      abandoning ??= world.run(imports.abandon, { import_id: (soFar as { import_id: string }).import_id });
    };
    const input = { webinar_id: world.webinar_id, file: await world.file("many.csv", peopleCsv(400)), method: "single" as const };
    const ended = await world.run(registrants.import, input, undefined, { onProgress });
    await abandoning;
    const said = screen(ended, input);
    expect(said).toMatch(/^Given up: \d+ of the 400 rows of \S+ were not sent\.\n/);
    expect(`${said} ${registrants.import.describe(ended, input)}`).not.toMatch(/go on|going on|resume/i);
  });
});

describe("a finished import of which some are unknown", () => {
  it("says of them the same whether it is planned, gone on with or looked up", async () => {
    world = await importWorld();
    const file = await world.file("people.csv", peopleCsv(PEOPLE));
    const input = { webinar_id: world.webinar_id, file };
    await givenUp(file, false);
    const done = await world.run(registrants.import, input);
    const line = `  ${IN_DOUBT} unknown: Zoom does not show yet what was done a moment ago`;
    const shown = await world.run(imports.show, { import_id: done.import_id ?? "" });
    for (const said of [
      screen(done, input),
      screen(await world.run(registrants.import, { ...input, resume: true }), { ...input, resume: true }),
      screen(await world.run(registrants.import, { ...input, resume: true, dry_run: true }), { ...input, resume: true, dry_run: true }),
      (imports.show.cli?.lines?.({ ...shown }, {}) ?? []).join("\n"),
    ])
      expect(said.split("\n")).toEqual(expect.arrayContaining([line, "In a minute, run it again: whoever is done is left out."]));
  });

  it("is told to be run without --dry-run if its plan is to try them again", async () => {
    world = await importWorld();
    const file = await world.file("people.csv", peopleCsv(PEOPLE));
    await givenUp(file, false);
    world.clock.advance(61_000);
    const input = { webinar_id: world.webinar_id, file };
    await world.run(registrants.import, input);
    const asked = { ...input, retry_unknown: true, dry_run: true };
    const said = screen(await world.run(registrants.import, asked), asked);
    expect(said).toContain(`${IN_DOUBT} of the 4 rows of ${file}, whose end is unknown, are sent if Zoom's list does not show them, in about`);
    expect(said).toMatch(/\nNothing was sent\. To go on, run it without --dry-run\.$/);
    expect(said).not.toContain("--retry-unknown");
  });
});
