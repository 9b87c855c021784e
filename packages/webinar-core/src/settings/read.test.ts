import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SESSION_SETTINGS } from "./index.ts";
import { readSettings } from "./read.ts";
import { variableOf } from "./setting.ts";

type Env = Readonly<Record<string, string | undefined>>;
const read = (given: Readonly<Record<string, string>> = {}, env: Env = {}) =>
  readSettings(SESSION_SETTINGS, new Map(Object.entries(given).map(([name, value]) => [name, [value]])), env).values;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-settings-"));
  writeFileSync(join(folder, "mine.env"), "ZOOM_EMULATOR=on\nZOOM_PLAN=pro\nZOOM_WEBINAR_REVEAL=none\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("settings", () => {
  it("read the cap on recipients as one call's and one day's, and name what is wrong with it", () => {
    expect(read({ "most-recipients": "50" })).toMatchObject({ "most-recipients": { call: 50, day: null } });
    expect(read({}, { ZOOM_WEBINAR_MOST_RECIPIENTS: "50/200" })).toMatchObject({ "most-recipients": { call: 50, day: 200 } });
    for (const cap of ["0", "50/49", "-1", "many", "5/", "1/2/3", "1.5"])
      expect(() => read({ "most-recipients": cap })).toThrow("--most-recipients: expected CALL");
    expect(read({ "recipient-domains": "example.com, example.org" })).toMatchObject({ "recipient-domains": ["example.com", "example.org"] });
  });

  it("read plan and share from the flag, its variable, and the short names", () => {
    expect(read()).toMatchObject({ plan: undefined, headroom: undefined });
    expect(read({ plan: "pro" }, { ZOOM_PLAN: "free", ZOOM_HEADROOM: "0.3" })).toMatchObject({ plan: "pro", headroom: 0.3 });
    expect(read({}, { ZOOM_WEBINAR_PLAN: "business", ZOOM_PLAN: "free" })).toMatchObject({ plan: "business" });
  });

  it("name what is at fault as it was given, and what it may be", () => {
    expect(() => read({}, { ZOOM_PLAN: "gold" })).toThrow("ZOOM_PLAN: expected one of free, pro, business");
    for (const share of ["1", "-0.1", "ten", " "]) expect(() => read({ headroom: share })).toThrow("--headroom: expected a share from 0 to 0.9");
    expect(() => read({}, { ZOOM_WEBINAR_ZONE: "Berlin" })).toThrow("ZOOM_WEBINAR_ZONE");
    expect(() => read({ dotenv: join(folder, "none.env") })).toThrow("--dotenv: cannot read");
    expect(() => read({ "env-file": join(folder, "none.env") })).toThrow("--env-file: cannot read");
    expect(() => read({}, { ZOOM_WEBINAR_DOTENV: join(folder, "none.env") })).toThrow("ZOOM_WEBINAR_DOTENV: cannot read");
  });

  it("read a switch the same from every place, or refuse it: never silently off", () => {
    const switches = Object.entries(SESSION_SETTINGS).flatMap(([name, setting]) =>
      setting.kind === "switch"
        ? [variableOf(name), ...("alsoFrom" in setting ? [setting.alsoFrom] : [])].map((variable) => [name, variable] as const)
        : [],
    );
    const words = fc.oneof(fc.constantFrom("1", "true", "YES", "On", "0", "false", "No", "OFF", ""), fc.string());
    fc.assert(
      fc.property(fc.constantFrom(...switches), words, ([name, variable], word) => {
        const isOn = /^(1|true|yes|on)$/i.test(word);
        const isOff = /^(|0|false|no|off)$/i.test(word);
        const value = () => (read({}, { [variable]: word }) as Record<string, unknown>)[name];
        if (isOn || isOff) expect(value()).toBe(isOn);
        else expect(value).toThrow(`${variable}: expected on or off`);
      }),
    );
  });

  it("keep a session read-only wherever that is set, whatever else is set (property)", () => {
    const safety = fc.constantFrom("read-only", "confirm", "trusted", undefined);
    let count = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom("read-only", "confirm", "trusted"), { maxLength: 3 }), safety, safety, (flags, own, inFile) => {
        const file = join(folder, `safety-${count++}.env`);
        writeFileSync(file, inFile === undefined ? "" : `ZOOM_WEBINAR_SAFETY=${inFile}\n`);
        const given = new Map(flags.length === 0 ? [] : [["safety", flags]]);
        const { values } = readSettings(SESSION_SETTINGS, given, { ZOOM_WEBINAR_SAFETY: own, ZOOM_WEBINAR_DOTENV: file });
        const isSaid = [...flags, own, inFile].includes("read-only");
        expect(values.safety).toBe(isSaid ? "read-only" : (flags.at(-1) ?? own ?? inFile ?? "confirm"));
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it.each([
    ["--dotenv", { dotenv: "mine.env" }, {}],
    ["ZOOM_WEBINAR_DOTENV", {}, { ZOOM_WEBINAR_DOTENV: "mine.env" }],
    ["--env-file", { "env-file": "mine.env" }, {}],
    ["ZOOM_WEBINAR_ENV_FILE", {}, { ZOOM_WEBINAR_ENV_FILE: "mine.env" }],
    ["--dotenv before any other spelling", { dotenv: "mine.env", "env-file": "none.env" }, { ZOOM_WEBINAR_ENV_FILE: "none.env" }],
  ])("read the file of %s below the process environment", (_what, given, variables) => {
    const inFolder = (named: object) => Object.fromEntries(Object.entries(named).map(([name, file]) => [name, join(folder, String(file))]));
    const env = { ...inFolder(variables), ZOOM_PLAN: "free", ZOOM_WEBINAR_REVEAL: "" };
    expect(read(inFolder(given), env)).toMatchObject({ emulator: true, plan: "free", reveal: "none" });
  });
});
