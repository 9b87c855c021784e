import { validInput, wrongInput } from "@zoom-webinar/testing/arbitrary-input";
import { type CatalogEntry, manifest } from "@zoom-webinar/webinar-core/doors";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliDoor, type Door, httpDoor, libraryDoor, type Outcome, stdioDoor } from "./doors.ts";

// Whatever an operation is given, each door gives a result or a typed error, and all doors the same kind of it. The worlds are alike, and every door makes the
// same calls in the same order. FAULTS=long runs many more.
const RUNS = process.env.FAULTS === "long" ? 12 : 1;
const SEED = 20_270_115;

let doors: Door[];
beforeAll(async () => {
  doors = await Promise.all([libraryDoor(), cliDoor(), stdioDoor("2026-07-28"), httpDoor("2025-11-25")]);
});
afterAll(() => Promise.all((doors ?? []).map((door) => door.close())));

/** The library and the command line read and write the files that they are given, so made-up paths go only to doors without files. */
const FILE_FIELDS = new Set(["file", "files", "folder", "output", "results", "cursor", "from"]);

const kindOf = (outcome: Outcome): string => ("ok" in outcome ? "ok" : outcome.error.code);

/** As a client can send it: an object of JSON. */
const isSendable = (input: unknown): input is Record<string, unknown> =>
  typeof input === "object" && input !== null && !Array.isArray(input) && JSON.stringify(input) === JSON.stringify(JSON.parse(JSON.stringify(input)));

const inputsOf = async (entry: CatalogEntry): Promise<Record<string, unknown>[]> => {
  const operation = await entry.load();
  const sample = (arbitrary: fc.Arbitrary<unknown>) =>
    fc
      .sample(arbitrary, { numRuns: RUNS * 4, seed: SEED })
      .filter(isSendable)
      .slice(0, RUNS);
  return [...sample(validInput(operation)), ...sample(wrongInput(operation))].map((input) => JSON.parse(JSON.stringify(input)));
};

/** Clients of MCP send ids as numbers, and are understood; a program and a terminal have to send text. */
const withTextIds = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => [field, field.endsWith("_id") && typeof value === "number" ? String(value) : value]),
  );

const tally = { ok: 0, error: 0 };

describe("made-up input through every door", () => {
  it.each(manifest.map((entry) => [entry.id, entry] as const))(
    "%s: a result or a typed error, and the same kind through each door",
    async (_id, entry) => {
      for (const input of await inputsOf(entry)) {
        const withFiles = Object.keys(input).some((field) => FILE_FIELDS.has(field));
        const asked = withFiles ? doors.slice(2) : doors;
        const read = withTextIds(input);
        const outcomes = await Promise.all(asked.map(async (door) => [door.name, kindOf(await door.call(entry, read, true))] as const));
        for (const [name, kind] of outcomes) expect(kind, `${name}: ${JSON.stringify(input)}`).not.toBe("internal");
        const kinds = new Set(outcomes.map(([, kind]) => kind));
        expect(kinds.size, `${JSON.stringify(input)}: ${JSON.stringify(outcomes)}`).toBe(1);
        tally[kinds.has("ok") ? "ok" : "error"] += 1;
      }
    },
  );

  it("had both results and errors, so that neither is untried", () => {
    expect(tally.ok).toBeGreaterThan(10);
    expect(tally.error).toBeGreaterThan(manifest.length);
  });
});
