import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileStore } from "@zoom-webinar/foundation";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { previewOperation } from "../../run.ts";
import { importWorld, peopleCsv } from "../../test/import-world.ts";
import { importRegistrants } from "../registrants/import.ts";
import { forgetLocalPerson } from "./forget.ts";

it("forgets somebody about whom nothing is stored, and says what to do at Zoom", async () => {
  const world = await importWorld();
  try {
    const answer = await world.run(forgetLocalPerson, { email: "ida@example.com" });
    expect(answer).toMatchObject({
      replaced: [],
      removed: [],
      elsewhere: [],
      unread: [],
      guesses: [],
      person: expect.stringMatching(/^forgotten-[\w-]{22}$/),
    });
    expect(answer.commands).toEqual(["zoom-webinar registrants delete WEBINAR_ID 'ida@example.com'"]);
    expect(await world.run(forgetLocalPerson, { email: "ida@example.com" })).toEqual(answer);
  } finally {
    await world.remove();
  }
});

it("prints commands that lead to the account of this run", async () => {
  const world = await importWorld();
  try {
    const { account } = world.process();
    const at = (inForce: Partial<typeof account.inForce>) => ({
      ...world.process(),
      account: { ...account, inForce: { ...account.inForce, ...inForce } },
    });
    const commands = async (session: ReturnType<typeof at>) => (await world.run(forgetLocalPerson, { email: "ida@example.com" }, session)).commands;
    const command = "zoom-webinar registrants delete WEBINAR_ID 'ida@example.com'";
    expect(await commands(at({ source: "emulator" }))).toEqual([`${command} --emulator`]);
    expect(await commands(at({ profile: "acme" }))).toEqual([`${command} --profile acme`]);
  } finally {
    await world.remove();
  }
});

const ANN = "p1@example.com";

/** Every file below a folder, with what it says. */
const allBytes = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(await Promise.all(files.map(async (path) => [path, await readFile(path, "base64")] as const)));
};

it("says before the yes how many files hold the person, what becomes of them and which stay, and changes nothing", async () => {
  const world = await importWorld();
  const state = join(world.folder, "state");
  const session = world.process(undefined, { store: fileStore({ folder: state }) });
  try {
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file: await world.file("people.csv", peopleCsv(3)) }, session);
    await writeFile(join(state, "left-by-somebody"), `<${ANN}>`);
    await world.file("gone.csv", peopleCsv(2, "q"));
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file: join(world.folder, "gone.csv") }, session);
    await rm(join(world.folder, "gone.csv"));
    const before = await allBytes(world.folder);
    const planned = await previewOperation(forgetLocalPerson, { email: ANN }, session);
    expect(await allBytes(world.folder)).toEqual(before);
    const { replaced, removed, elsewhere, unread } = await world.run(forgetLocalPerson, { email: ANN }, session);
    expect(removed).toEqual([join(state, "left-by-somebody")]);
    expect(replaced.length).toBeGreaterThan(0);
    expect(planned.plan).toEqual({ replaced: replaced.length, removed: 1, elsewhere: elsewhere.length, unread: unread.length });
    expect([elsewhere.length, unread.length]).toEqual([2, 1]);
    expect(planned.targets.slice(1).map(({ id }) => id)).toEqual([...replaced, ...removed].sort());
    expect(planned.summary).toMatch(/ files of the state folder hold p1@example\.com: in .* takes the place of the address, 1 file is removed\./);
    expect(planned.notes).toEqual([
      "2 files elsewhere hold them, are listed afterwards, and stay as they are.",
      "1 file elsewhere cannot be looked into: they may be in it.",
    ]);
  } finally {
    await world.remove();
  }
});

it("says before the yes that nothing holds the person, makes no key for looking, and asks nobody once they are forgotten", async () => {
  const world = await importWorld();
  const session = world.process(undefined, { store: fileStore({ folder: join(world.folder, "state") }), safety: "confirm" });
  try {
    const planned = await previewOperation(forgetLocalPerson, { email: "ida@example.com" }, session);
    expect(planned.summary).toBe("No file of the state folder holds ida@example.com. No later export from this machine holds them.");
    expect(planned.notes).toEqual(["No file elsewhere that we know of holds them."]);
    expect(await allBytes(join(world.folder, "state"))).toEqual({});
    const asked = await world.run(forgetLocalPerson, { email: "ida@example.com" }, session).catch((error: unknown) => error);
    expect(asked).toMatchObject({ code: "confirmation_required" });
    const agreed = world.process(undefined, { store: fileStore({ folder: join(world.folder, "state") }) });
    const answer = await world.run(forgetLocalPerson, { email: "ida@example.com" }, agreed);
    expect(forgetLocalPerson.describe(answer, { email: "ida@example.com" })).toBe(
      "Forgotten: no file of the state folder held them, and no later export holds them",
    );
    expect(await world.run(forgetLocalPerson, { email: "ida@example.com" }, session)).toEqual(answer);
  } finally {
    await world.remove();
  }
});

it("refuses what is not an address", async () => {
  expect(await emulated().refusal(forgetLocalPerson, { email: UPCOMING })).toMatchObject({ code: "input_invalid", faults: [{ field: "email" }] });
});
