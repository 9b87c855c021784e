import { afterEach, beforeEach, expect, it } from "vitest";
import { type ImportWorld, importWorld, peopleCsv } from "../../test/import-world.ts";
import { importPanelists } from "./import.ts";

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.remove());

const panelists = async () => (await world.emulator.state.webinar(world.webinar_id))?.panelists.map(({ email, name }) => `${name} <${email}>`);

it("panelists.import invites everybody in a file once", async () => {
  const file = await world.file("speakers.csv", "Name;E-Mail\nRosa Ember;rosa@example.com\nTove;tove@example.com\nRosa;ROSA@example.com\n");
  const done = await world.run(importPanelists, { webinar_id: world.webinar_id, file });
  expect(done).toMatchObject({ complete: true, counts: { registered: 2, already_registered: 0 }, plan: { duplicates_in_file: 1, mails: 2 } });
  expect(await panelists()).toEqual(["Rosa Ember <rosa@example.com>", "Tove <tove@example.com>"]);
  expect([...(await world.mails()).values()]).toEqual([1, 1]);
  expect((await world.run(importPanelists, { webinar_id: world.webinar_id, file })).counts).toMatchObject({ registered: 0, already_registered: 2 });
});

it("panelists.import settles an answer that is lost by the list, and mails nobody twice", async () => {
  for (const applied of [true, false]) {
    const file = await world.file(`${applied}.csv`, peopleCsv(35, `${applied}`));
    world.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/panelists", applied });
    const done = await world.run(importPanelists, { webinar_id: world.webinar_id, file });
    expect(done).toMatchObject({ complete: true, counts: { registered: 35, unknown: 0 } });
  }
  expect([...(await world.mails()).values()].every((count) => count === 1)).toBe(true);
});
