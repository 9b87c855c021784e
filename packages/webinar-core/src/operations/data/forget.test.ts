import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { previewOperation } from "../../run.ts";
import { importWorld } from "../../test/import-world.ts";
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

it("says before the yes that files elsewhere stay as they are", async () => {
  const world = await importWorld();
  try {
    const { notes } = await previewOperation(forgetLocalPerson, { email: "ida@example.com" }, world.process());
    expect(notes).toEqual([expect.stringMatching(/^Files elsewhere .* stay as they are$/)]);
  } finally {
    await world.remove();
  }
});

it("refuses what is not an address", async () => {
  expect(await emulated().refusal(forgetLocalPerson, { email: UPCOMING })).toMatchObject({ code: "input_invalid", faults: [{ field: "email" }] });
});
