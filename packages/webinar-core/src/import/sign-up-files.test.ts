import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importRegistrants } from "../operations/registrants/import.ts";
import { listRegistrants } from "../operations/registrants/list.ts";
import { type ImportWorld, importWorld } from "../test/import-world.ts";

/** A file as a programme or a person leaves it, and what has to become of it. */
interface SignUpFile {
  file: string;
  what: string;
  /** Whom it signs up, each with the fields that have to arrive. */
  people?: readonly Readonly<Record<string, string>>[];
  invalid?: readonly (readonly [line: number, field: string, words: string])[];
  duplicates?: number;
  /** Words of the refusal, if nothing of it may be sent. */
  refused?: readonly string[];
}

const FILES = JSON.parse(readFileSync(dataFile("sign-ups/expected.json"), "utf8")) as readonly SignUpFile[];

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.remove());

const importFile = async (name: string) => {
  const file = await world.file(name, await readFile(dataFile(`sign-ups/${name}`)));
  return world.run(importRegistrants, { webinar_id: world.webinar_id, file });
};

const inOrder = <T extends object>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe("a file of sign-ups signs up the right people, or is refused:", () => {
  it.each(FILES.filter(({ refused }) => refused === undefined).map((one) => [one.what, one] as const))("%s", async (_what, given) => {
    const { file, people = [], invalid = [], duplicates = 0 } = given;
    const done = await importFile(file);
    expect(done.invalid).toMatchObject(invalid.map(([line, field, words]) => ({ line, field, message: expect.stringContaining(words) })));
    expect(done.plan.duplicates_in_file).toBe(duplicates);
    const { registrants } = await world.run(listRegistrants, { webinar_id: world.webinar_id, all: true, full: true });
    const fields = [...new Set(people.flatMap((person) => Object.keys(person)))];
    const told = (person: Readonly<Record<string, unknown>>) => Object.fromEntries(fields.map((field) => [field, person[field] ?? ""]));
    expect(inOrder(registrants.map(told))).toEqual(inOrder(people.map(told)));
    expect(done.counts).toMatchObject({ registered: people.length, invalid: invalid.length, failed: 0, unknown: 0 });
  });

  it.each(FILES.filter(({ refused }) => refused !== undefined).map((one) => [one.what, one] as const))(
    "%s",
    async (_what, { file, refused = [] }) => {
      const said = await importFile(file).then(
        (done) => Promise.reject(new Error(`it ran: ${JSON.stringify(done.counts)}`)),
        (error: { code: string; message: string; hint: string }) => error,
      );
      expect(said.code).toBe("input_invalid");
      for (const words of refused) expect(`${said.message}\n${said.hint}`).toContain(words);
      expect(world.writes()).toBe(0);
    },
  );
});

it("the plan shows what each column is taken for, and no column without a name", async () => {
  const { plan } = await importFile("zoom-registration-report.csv");
  expect(plan.columns).toEqual([
    { column: "First Name", field: "first_name" },
    { column: "Last Name", field: "last_name" },
    { column: "Email", field: "email" },
    { column: "Organization", field: "org" },
    { column: "Registration Time", field: null },
    { column: "Approval Status", field: "whether they come" },
  ]);
  expect((await importFile("mac-roman.csv")).plan.reading).toBe("3 columns separated by commas, Mac Roman");
});
