import { afterEach, beforeEach, expect, it } from "vitest";
import { type ImportWorld, importWorld, peopleCsv } from "../../test/import-world.ts";
import { importRegistrants } from "../registrants/import.ts";
import { listImports } from "./list.ts";

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.remove());

it("imports.list shows the caller's imports, newest first, and how each stands", async () => {
  const first = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("a.csv", peopleCsv(2)) });
  world.clock.advance(1_000);
  world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
  const second = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("b.csv", peopleCsv(4, "q")) });
  const { imports } = await world.run(listImports, {});
  expect(imports).toMatchObject([
    { import_id: second.import_id, state: "unfinished", rows: 4, left: 4, resume_at: "2027-01-16T00:00:00.000Z", topic: "Tides" },
    { import_id: first.import_id, state: "finished", rows: 2, left: 0, resume_at: null },
  ]);
  expect(await world.run(listImports, {}, undefined, { principal: "somebody else" })).toEqual({ imports: [] });
});

it("imports.list is refused by a session that keeps no imports", async () => {
  await expect(world.run(listImports, {}, { ...world.process(), imports: null })).rejects.toThrow("no folder to keep imports in");
});
