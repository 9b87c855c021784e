import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type ImportWorld, importWorld, peopleCsv } from "../../test/import-world.ts";
import { importRegistrants } from "../registrants/import.ts";
import { abandonOneImport } from "./abandon.ts";

const withWorld = async (work: (world: ImportWorld) => Promise<void>) => {
  const world = await importWorld();
  await work(world).finally(() => world.remove());
};

it("imports.abandon gives an unfinished import up, keeps nothing of its rows, and lets another file in", () =>
  withWorld(async (world) => {
    world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const { import_id } = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("a.csv", peopleCsv(3)) });
    const shown = await world.run(abandonOneImport, { import_id: import_id ?? "" });
    expect(shown).toMatchObject({ state: "abandoned", left: 3 });
    expect(await readdir(join(world.folder, "state", "imports", import_id ?? ""))).toEqual(["journal.jsonl"]);
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, import_id: import_id ?? "", resume: true })).rejects.toThrow(
      "given up",
    );
    const other = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("b.csv", peopleCsv(2, "q")) });
    expect(other.counts.registered).toBe(2);
  }));

it("imports.abandon stops an import that runs", () =>
  withWorld(async (world) => {
    let abandoning: Promise<unknown> | null = null;
    const call = {
      onProgress: ({ soFar }: { soFar?: unknown }) => {
        const { import_id } = soFar as { import_id: string };
        abandoning ??= world.run(abandonOneImport, { import_id });
      },
    };
    const file = await world.file("a.csv", peopleCsv(400));
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, method: "single" }, undefined, call);
    expect(done).toMatchObject({ complete: false, stopped: { code: "cancelled", message: "The import was given up." } });
    expect(await abandoning).toMatchObject({ state: "abandoned" });
    expect(world.writes()).toBeLessThan(400);
  }));

it("imports.abandon leaves a finished import finished, and says that there is nothing to cancel", () =>
  withWorld(async (world) => {
    const { import_id } = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("a.csv", peopleCsv(3)) });
    const input = { import_id: import_id ?? "" };
    const shown = await world.run(abandonOneImport, input);
    expect(shown).toMatchObject({ state: "finished", left: 0 });
    expect(abandonOneImport.describe(shown, input)).toContain("nothing to cancel");
    expect(abandonOneImport.cli?.lines?.(shown, input)?.[0]).toBe("It was finished already: there was nothing to give up.");
    expect(await world.run(abandonOneImport, input)).toMatchObject({ state: "finished" });
  }));
