import { expect, it } from "vitest";
import { importWorld, peopleCsv } from "../../test/import-world.ts";
import { importRegistrants } from "./import.ts";
import { removeRegistrantsFrom } from "./remove-from.ts";

it("registrants.removeFrom takes everybody in a file off the list, whatever answers are lost, and says who was not on it", async () => {
  const world = await importWorld();
  try {
    const file = await world.file("people.csv", peopleCsv(4));
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    const [first] = await world.emulator.state.registrants(world.webinar_id);
    const leaving = await world.file("leaving.csv", `Email;Registrant ID\n;${first?.id}\nP1@example.com;\nNobody@example.com;\n;GoneAway1\n`);
    const plan = await world.run(removeRegistrantsFrom, { webinar_id: world.webinar_id, file: leaving, dry_run: true });
    expect(plan.plan).toMatchObject({ new: 2, invalid: 2, mails: 0 });
    world.emulator.controls.addFault({ kind: "reset", endpoint: "DELETE /webinars/{webinarId}/registrants/{registrantId}", times: 4 });
    const done = await world.run(removeRegistrantsFrom, { webinar_id: world.webinar_id, file: leaving });
    expect(done).toMatchObject({
      complete: true,
      counts: { done: 2, already: 0, invalid: 2, failed: 0, unknown: 0 },
      invalid: [
        { line: 4, field: "email", message: "is not registered for this webinar", value: "nobody@example.com" },
        { line: 5, field: "registrant_id", message: "is not registered for this webinar", value: "GoneAway1" },
      ],
    });
    expect(await world.registered()).toEqual(["p2@example.com", "p3@example.com"]);
  } finally {
    await world.remove();
  }
});
