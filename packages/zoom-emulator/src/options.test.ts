import { describe, expect, it } from "vitest";
import { createEmulator, openStoredEmulator } from "./create.ts";
import type { EmulatorOptions } from "./options.ts";
import { SWITCH_VALUES } from "./rules/switches.ts";

const WRONG: Readonly<Record<keyof EmulatorOptions, readonly unknown[]>> = {
  world: ["demos", "constructor", 5, null, []],
  clock: [5, null, {}],
  plan: ["gold", "Pro", 5, null],
  rateLimits: ["no", 0, null],
  validate: ["yes", 1, null],
  strictAuth: ["yes", 1, null],
  apps: [{}, "x", [{}], [{ accountId: "a", clientId: "b" }], null],
  scopes: ["webinar:read:webinar:admin", [5], null],
  seed: [5, null, 5n],
  webhookHosts: ["all", null],
  webhookSend: [5, null],
  switches: [5, null, { duplicateRegistrants: "same" }, { duplicateRegistrant: "twice" }, { listLagMs: -1 }, { pendingMail: "no" }],
};

describe("an option of an emulator", () => {
  it.each(Object.entries(WRONG).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    "%s: %o is refused by its name, in memory and in a folder",
    async (name, value) => {
      const options = { [name]: value } as EmulatorOptions;
      const wanted = { code: "input_invalid", faults: [{ field: expect.stringMatching(`^${name}`) }], hint: expect.stringMatching(/\S/) };
      await expect((async () => createEmulator(options))()).rejects.toMatchObject(wanted);
      await expect(openStoredEmulator({ ...options, folder: "/nowhere" })).rejects.toMatchObject(wanted);
    },
  );

  it("that does not exist is refused, and so are options that are none", () => {
    expect(() => createEmulator({ rateLimit: false } as object)).toThrow("rateLimit: there is no such option");
    for (const given of [null, 5, "demo", []]) expect(() => createEmulator(given as object)).toThrow("options: expected an object");
  });

  it("takes every value of every switch, and what is undefined as left out", () => {
    for (const [name, values] of Object.entries(SWITCH_VALUES))
      for (const value of values === "milliseconds" ? [0, 5] : values) createEmulator({ world: "empty", switches: { [name]: value } });
    createEmulator({ world: undefined, plan: undefined } as object);
  });

  it("is checked for a world that is put in place later, too", async () => {
    await expect(createEmulator({ world: "empty" }).controls.seed("demos" as "demo")).rejects.toMatchObject({ code: "input_invalid" });
  });
});

it.each([{ port: -1 }, { port: 65_536 }, { port: "4646" }, { port: 1.5 }, { host: "" }, { host: 5 }])(
  "listen(%o) is refused by its name",
  async (options) => {
    const [field] = Object.keys(options);
    await expect(createEmulator({ world: "empty" }).listen(options as object)).rejects.toMatchObject({ code: "input_invalid", faults: [{ field }] });
  },
);
