import { afterEach, describe, expect, it } from "vitest";
import { operations } from "../operations/index.ts";
import { addresses, type ImportWorld, importWorld, peopleCsv } from "../test/import-world.ts";

const { registrants } = operations;

let world: ImportWorld;
afterEach(() => world.remove());
const importPeople = async (name: string, count: number) =>
  world.run(registrants.import, {
    webinar_id: world.webinar_id,
    file: await world.file(`${name}.csv`, `${peopleCsv(count)}x${name}@example.com,X\n`),
  });
const removeAll = async (...emails: string[]) => {
  for (const { id, email } of await world.emulator.state.registrants(world.webinar_id))
    if (emails.includes(email))
      await world.process().zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", {
        path: { webinarId: world.webinar_id, registrantId: id },
      });
};
const ONE_IS_LATE = expect.stringMatching(
  /^1 person is not on Zoom's list, and counts as registered: an import registered them less than ten minutes ago/,
);

describe("people whom an import registered a moment ago, and whom Zoom's list does not show", () => {
  it("are registered again if they were removed since, and nobody else is", async () => {
    world = await importWorld();
    await importPeople("one", 3);
    await removeAll(addresses(3)[0] ?? "", addresses(3)[1] ?? "");
    world.clock.advance(61_000);
    const again = await importPeople("two", 3);
    expect(again).toMatchObject({ plan: { new: 3, already_registered: 1 }, counts: { registered: 3 } });
    expect((await world.registered()).filter((email) => addresses(3).includes(email)).sort()).toEqual(addresses(3));
  });

  it("count as registered in the first minute, in which Zoom may know nobody yet, and the plan says so", async () => {
    world = await importWorld();
    await importPeople("one", 2);
    await removeAll(addresses(2)[0] ?? "");
    const again = await importPeople("two", 2);
    expect(again.plan).toMatchObject({ new: 1, already_registered: 2, notes: expect.arrayContaining([ONE_IS_LATE]) });
  });

  it("count as registered while the list is late, and nobody is mailed twice", async () => {
    world = await importWorld({ switches: { listLagMs: 500_000, duplicateRegistrant: "remail" } });
    await importPeople("one", 4);
    world.clock.advance(120_000);
    const again = await importPeople("two", 4);
    expect(again.plan).toMatchObject({ new: 1, already_registered: 4 });
    expect([...(await world.mails()).values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it("are not asked for one by one if they are many", async () => {
    world = await importWorld({ switches: { listLagMs: 500_000, duplicateRegistrant: "remail" } });
    await importPeople("one", 40);
    world.clock.advance(120_000);
    const before = world.emulator.requests().length;
    const again = await importPeople("two", 40);
    expect(again.plan).toMatchObject({ new: 1, already_registered: 40 });
    const asked = world.emulator.requests().slice(before);
    expect(asked.filter(({ method, path }) => method === "GET" && /registrants\/[^/]+$/.test(path) && !path.endsWith("questions"))).toHaveLength(0);
  });
});
