import { afterEach, describe, expect, it } from "vitest";
import { importRegistrants } from "../operations/registrants/import.ts";
import { updateWebinar } from "../operations/webinars/update.ts";
import { previewOperation } from "../run.ts";
import { type ImportWorld, importWorld } from "../test/import-world.ts";
import { completeName } from "./check/full-name.ts";

let world: ImportWorld;
afterEach(() => world?.remove());

const ada = { email: "ada@example.org", first_name: "Ada" };

describe("an import into a webinar that approves by hand", () => {
  it("says that people are approved at once if they are, and that they wait if they do", async () => {
    world = await importWorld({ registration: "manual" });
    const { webinar_id } = world;
    const textOf = async (input: object) => {
      const { notes = [], recipients } = await previewOperation(importRegistrants, { webinar_id, rows: [ada], ...input }, world.process());
      return [...notes, recipients?.why ?? ""].join(" ");
    };
    expect(await textOf({})).toMatch(/people wait until somebody approves them.*waits for approval/s);
    const approved = await textOf({ auto_approve: true });
    expect(approved).toContain("these people are approved at once");
    expect(approved).not.toMatch(/wait/);
    const done = await world.run(importRegistrants, { webinar_id, rows: [ada], auto_approve: true });
    expect(done).toMatchObject({ counts: { registered: 1, pending: 0 } });
    expect(done.plan.notes.join(" ")).not.toMatch(/wait/);
    expect((await world.emulator.state.registrants(webinar_id)).map(({ status }) => status)).toEqual(["approved"]);
  });
});

describe("an import of more people than the webinar takes", () => {
  it("says so before, and why the others failed afterwards", async () => {
    world = await importWorld();
    const { webinar_id } = world;
    await world.run(updateWebinar, { webinar_id, settings: { registrants_restrict_number: 2 } });
    const rows = ["ada", "grace", "rosa"].map((name) => ({ email: `${name}@example.org`, first_name: name }));
    const { notes } = await previewOperation(importRegistrants, { webinar_id, rows }, world.process());
    expect(notes).toContain("The webinar takes at most 2 people: Zoom refuses at least 1 of these 3.");
    const done = await world.run(importRegistrants, { webinar_id, rows });
    expect(done).toMatchObject({
      counts: { registered: 2, failed: 1 },
      failures: [{ count: 1, message: expect.stringMatching(/limit|maximum|capacity/i) }],
    });
    expect(importRegistrants.describe(done, { webinar_id, rows })).toMatch(/^2 registered, 1 failed of 3 rows; failed: .*(limit|maximum|capacity)/i);
  });
});

describe("what an import leaves out", () => {
  it("is named in the plan, in the answer and in its one line", async () => {
    world = await importWorld();
    const rows = [
      { ...ada, last_name: "Lovelace", name: "Countess Ada", shoe: 38, custom_questions: [{ question: "Why?", answer: "So" }] },
      { ...ada, email: "ADA@example.org" },
    ];
    const input = { webinar_id: world.webinar_id, rows };
    for (const dry_run of [true, false]) {
      const done = await world.run(importRegistrants, { ...input, dry_run });
      expect(done.plan.columns.filter(({ field }) => field === null).map(({ column }) => column)).toEqual(["shoe", "custom_questions"]);
      expect(done.plan.notes).toContain('"name" only fills in a first or last name that a row lacks, and nothing if it names somebody else.');
      const line = importRegistrants.describe(done, { ...input, dry_run });
      expect(line).toContain('; 1 duplicate skipped (row 2), the first row of each person counts; not imported: "shoe", "custom_questions"');
      expect(line).not.toMatch(/\b1 (?:calls|rows|mails)\b/);
    }
  });
});

describe("an import that goes on by its ID alone", () => {
  it.each(["row", "line"] as const)("counts each %s as it did at first, in its question, its answer and on a screen", async (unit) => {
    world = await importWorld();
    const { webinar_id } = world;
    const rows = [ada, ada, { email: "nobody", first_name: "N" }];
    const file = await world.file("people.csv", `email,first_name\n${rows.map(({ email, first_name }) => `${email},${first_name}\n`).join("")}`);
    const [first, duplicate, wrong] = [{ webinar_id, ...(unit === "row" ? { rows } : { file }) }, ...(unit === "row" ? [2, 3] : [3, 4])];
    world.emulator.controls.addFault({ kind: "status", status: 503, endpoint: "POST /webinars/{webinarId}/registrants", times: 50 });
    const { import_id } = await world.run(importRegistrants, first);
    world.emulator.controls.clearFaults();
    const again = { webinar_id, import_id: import_id ?? "", resume: true };
    const { notes = [] } = await previewOperation(importRegistrants, again, world.process());
    expect(notes.join(" ")).toContain(`${unit === "row" ? "Row" : "Line"} ${wrong}: email is not an e-mail address.`);
    const done = await world.run(importRegistrants, again);
    expect(importRegistrants.describe(done, again)).toContain(`1 duplicate skipped (${unit} ${duplicate})`);
    const screen = importRegistrants.cli?.lines?.(done, again).join("\n");
    expect(screen).toContain(`1 left out as a duplicate (${unit} ${duplicate})`);
    expect(screen).toContain(`    ${unit} ${wrong}: email is not an e-mail address`);
  });
});

describe("a full name beside one part of it", () => {
  it.each([
    ["Ada Lovelace", "Ada", undefined, ["Ada", "Lovelace"]],
    ["Ada Lovelace", undefined, "Lovelace", ["Ada", "Lovelace"]],
    ["Lovelace, Ada", "Ada", undefined, ["Ada", "Lovelace"]],
    ["Lovelace", "Ada", undefined, ["Ada", "Lovelace"]],
    ["Ada", "Ada", undefined, ["Ada", ""]],
    ["Ludwig van Beethoven", "Ludwig", undefined, ["Ludwig", "van Beethoven"]],
    ["Countess Ada", "Ada", "Lovelace", ["Ada", "Lovelace"]],
    ["Ada Lovelace", undefined, undefined, ["Ada", "Lovelace"]],
    ["", "Ada", undefined, ["Ada", ""]],
    ["Robert Miller", "Bo", undefined, ["Bo", ""]],
    ["Dr. Ada Lovelace", "Ada", undefined, ["Ada", "Lovelace"]],
    ["Ada Lovelace", "Ada Augusta", undefined, ["Ada Augusta", "Lovelace"]],
  ])("%s beside %s and %s is %j", (name, first, last, expected) => expect(completeName(name, first, last)).toEqual(expected));
});
