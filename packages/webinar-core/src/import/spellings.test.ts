import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "../operations/index.ts";
import { type ImportWorld, importWorld, lifeOf } from "../test/import-world.ts";

const { panelists, registrants } = operations;

/** One address as files have it, and as Zoom's answers may write it: it says nowhere that they repeat the letters that were sent. */
const SENT = "ana@xn--bcher-kva.example";
const SHOWN: readonly string[] = ["ana@bücher.example", "Ana@Bücher.Example", "ana@bu\u0308cher.example", "ana@XN--BCHER-KVA.example"];

/** Everything that brings people to a webinar from a file. */
const WRITES: readonly [string, AnyOperation, object][] = [
  ["registrants.import, one call each", registrants.import, { method: "single" }],
  ["registrants.import, in batches", registrants.import, { method: "batch" }],
  ["panelists.import", panelists.import, {}],
];

const worldThatShows = (shown: string): Promise<ImportWorld> =>
  importWorld({
    switches: { duplicateRegistrant: "remail" },
    wrap: (send) => async (request) => {
      const response = await send(request);
      return { ...response, text: response.text.replaceAll(SENT, shown) };
    },
  });

describe.each(SHOWN)("somebody whom a file calls by the ASCII form of the domain, and Zoom by %s", (shown) => {
  let world: ImportWorld;
  beforeEach(async () => {
    world = await worldThatShows(shown);
  });
  afterEach(() => world.remove());
  const file = (name: string) => world.file(`${name}.csv`, `Email,First Name\n${SENT},${name}\n`);

  it.each(WRITES)("is on the list already: %s writes to them once", async (_name, op, more) => {
    const first = await world.run(op, { webinar_id: world.webinar_id, file: await file("Ana"), ...more });
    expect(first).toMatchObject({ plan: { new: 1 }, complete: true, counts: { unknown: 0 } });
    // Later than an import remembers by itself whom it signed up: only the list tells.
    world.clock.advance(24 * 3_600_000);
    const again = await world.run(op, { webinar_id: world.webinar_id, file: await file("Anna"), ...more });
    expect(again).toMatchObject({ plan: { new: 0, already_registered: 1 } });
    expect(Object.fromEntries(await world.mails())).toEqual({ [SENT]: 1 });
  });

  it.each([
    ["deny-from", registrants.denyFrom],
    ["cancel-from", registrants.cancelFrom],
    ["remove-from", registrants.removeFrom],
  ] as const)("is found: %s decides about them", async (_name, op) => {
    await world.run(registrants.import, { webinar_id: world.webinar_id, file: await file("Ana") });
    const done = await world.run(op, { webinar_id: world.webinar_id, file: await file("Anna") });
    expect(done).toMatchObject({ plan: { new: 1, invalid: 0 }, complete: true });
  });
});

it.each(["single", "batch"] as const)("a list in another spelling settles a call without an answer: %s calls mail nobody twice", async (method) => {
  for (let step = 1; ; step += 2) {
    const world = await worldThatShows("ana@bücher.example");
    const file = await world.file("people.csv", `Email,First Name\n${SENT},Ana\nben@example.com,Ben\n`);
    const call = (session = world.process()) => world.run(registrants.import, { webinar_id: world.webinar_id, file, method, resume: true }, session);
    const life = lifeOf(step);
    await call(world.process(life)).catch((error: unknown) => {
      if (!life.isDead) throw error;
    });
    await call();
    expect(Object.fromEntries(await world.mails()), `death at step ${step}`).toEqual({ [SENT]: 1, "ben@example.com": 1 });
    await world.remove();
    if (!life.isDead) return;
  }
});
