import { expect, it } from "vitest";
import { importWorld, peopleCsv } from "../../test/import-world.ts";
import { importRegistrants } from "../registrants/import.ts";
import { showOneImport } from "./show.ts";

it("imports.show says how an import stands and which rows to look at, to its caller only", async () => {
  const world = await importWorld({ switches: { listLagMs: 120_000 } });
  try {
    const file = await world.file("people.csv", peopleCsv(4));
    world.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants" });
    const { import_id } = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    const shown = await world.run(showOneImport, { import_id: import_id ?? "" });
    expect(shown).toMatchObject({
      state: "finished",
      complete: true,
      counts: { registered: 3, unknown: 1 },
      to_look_at: [{ line: 2, outcome: "unknown" }],
    });
    await expect(world.run(showOneImport, { import_id: import_id ?? "" }, undefined, { principal: "somebody else" })).rejects.toThrow(
      "There is no import",
    );
    await expect(world.run(showOneImport, { import_id: "../../etc" })).rejects.toThrow("There is no import");
  } finally {
    await world.remove();
  }
});
