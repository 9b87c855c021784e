import { afterEach, beforeEach, expect, it } from "vitest";
import { addresses, type ImportWorld, importWorld, peopleCsv } from "../../test/import-world.ts";
import { denyRegistrantsFrom } from "./deny-from.ts";
import { importRegistrants } from "./import.ts";

let world: ImportWorld;
let file = "";
beforeEach(async () => {
  world = await importWorld({ registration: "automatic" });
  file = await world.file("people.csv", peopleCsv(40));
  await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
});
afterEach(() => world.remove());

const statuses = async () => (await world.emulator.state.registrants(world.webinar_id)).map(({ status }) => status);
const mailed = async () => (await world.emulator.mailLog()).filter(({ kind }) => kind !== "registration_confirmation").map(({ to }) => to);

it("registrants.denyFrom reaches everybody in a file once, thirty in a call", async () => {
  const done = await world.run(denyRegistrantsFrom, { webinar_id: world.webinar_id, file });
  expect(done).toMatchObject({ complete: true, plan: { new: 40, calls: 2, mails: 40 }, counts: { done: 40, already: 0 } });
  expect(new Set(await statuses())).toEqual(new Set(["denied"]));
  expect((await mailed()).sort()).toEqual(addresses(40).sort());
  const again = await world.run(denyRegistrantsFrom, { webinar_id: world.webinar_id, file });
  expect(again).toMatchObject({ plan: { new: 0 }, counts: { done: 0, already: 40 } });
});

it.each([true, false])("registrants.denyFrom settles an answer that is lost (done: %s) and mails nobody twice", async (applied) => {
  world.emulator.controls.addFault({ kind: "reset", endpoint: "PUT /webinars/{webinarId}/registrants/status", applied });
  const done = await world.run(denyRegistrantsFrom, { webinar_id: world.webinar_id, file });
  expect(done).toMatchObject({ complete: true, counts: { done: 40, unknown: 0 } });
  expect((await mailed()).sort()).toEqual(addresses(40).sort());
});
