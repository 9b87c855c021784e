import { type CatalogEntry, commandOf, manifest } from "@zoom-webinar/webinar-core/doors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliDoor, type Door, httpDoor, libraryDoor, type Outcome, stdioDoor } from "./doors.ts";
import { cases } from "./four-doors.cases.ts";

// Every door has a world of its own; the worlds are alike, and every door makes the same calls in the same order. So every answer must be the same.
let doors: Door[];
beforeAll(async () => {
  doors = await Promise.all([
    libraryDoor(),
    cliDoor(),
    stdioDoor("2026-07-28"),
    stdioDoor("2025-11-25"),
    httpDoor("2026-07-28"),
    httpDoor("2025-11-25"),
  ]);
});
afterAll(() => Promise.all((doors ?? []).map((door) => door.close())));

const entryOf = (id: string): CatalogEntry => {
  const entry = manifest.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`no operation ${id}`);
  return entry;
};

/** Each door names other operations by its own names: commands are the CLI's, tools those of MCP. Compared are the ids, and fields without their flags. */
const withIds = (outcome: Outcome): Outcome => {
  if ("ok" in outcome) return outcome;
  const text = manifest
    .toSorted((a, b) => b.tool.length - a.tool.length)
    .reduce(
      (said, { tool, id }) => said.replaceAll(new RegExp(`\\b(?:${tool}|(?:zoom-webinar )?${commandOf(id)})\\b`, "g"), id),
      JSON.stringify(outcome),
    )
    .replaceAll(/ \(--[a-z][^()]*\)/g, "");
  return JSON.parse(text) as Outcome;
};

describe("the same call through every door", () => {
  /** By door: ids that nobody can guess are each world's own. */
  const remembered = new Map<string, Record<string, string>>();

  it.each(cases)("$id $name", async ({ id, input, expected, remember, asJson, onAir, varies = [] }) => {
    const entry = entryOf(id);
    const filledFor = ({ name }: Door) => input(remembered.get(name) ?? {});
    if (onAir) await Promise.all(doors.map(({ emulator }) => emulator.controls.startWebinar(onAir)));
    const [first, ...others] = await Promise.all(
      doors.map(async (door) => ({ door: door.name, outcome: withIds(await door.call(entry, filledFor(door), asJson)) })),
    );
    if (onAir) await Promise.all(doors.map(({ emulator }) => emulator.controls.endWebinar(onAir)));
    expect(first?.outcome).toMatchObject(expected);
    const same = (outcome: Outcome | undefined) =>
      outcome && "ok" in outcome ? Object.fromEntries(Object.entries(outcome.ok ?? {}).filter(([field]) => !varies.includes(field))) : outcome;
    for (const { door, outcome } of others) expect(same(outcome), `${door} against ${first?.door}`).toEqual(same(first?.outcome));
    for (const { door, outcome } of [...(first ? [first] : []), ...others])
      if (remember && "ok" in outcome) remembered.set(door, { ...remembered.get(door), ...remember(outcome.ok as never) });
  });

  it("has a case that succeeds and one that fails for every operation", () => {
    for (const { id, reveals } of manifest) {
      const has = (outcome: "ok" | "error") => cases.some((one) => one.id === id && outcome in one.expected);
      // The doors give no host credentials here; that such an operation gives them where it may is tested beside it.
      if (reveals !== "host") expect(has("ok"), `${id}: a success`).toBe(true);
      expect(has("error"), `${id}: a failure`).toBe(true);
    }
  });
});
