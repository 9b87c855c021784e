import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeFlags } from "./flags.ts";
import { readServerCommand, SERVER_FLAGS } from "./server-options.ts";

type Variables = Readonly<Record<string, string | undefined>>;

const read = (argv: readonly string[], env: Variables = {}) => {
  const command = readServerCommand(SERVER_FLAGS, { argv, env });
  if (command.wants !== null) throw new Error(`wants ${command.wants}`);
  return command.values;
};
const refusal = (argv: readonly string[], env: Variables = {}) => {
  try {
    read(argv, env);
  } catch (error) {
    return error as { code: string; message: string; hint: string };
  }
  throw new Error("was not refused");
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-options-"));
  writeFileSync(join(folder, "mine.env"), "ZOOM_WEBINAR_SAFETY=read-only\nZOOM_WEBINAR_REVEAL=none\nZOOM_EMULATOR=1\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("server options", () => {
  it("have the documented defaults", () => {
    expect(read([])).toEqual({
      safety: "confirm",
      "confirm-by": "token",
      surface: "standard",
      reveal: "personal",
      lockdown: false,
      zone: undefined,
      emulator: false,
      dotenv: undefined,
      profile: undefined,
      profiles: [],
      "allow-base-url": false,
      "output-schemas": false,
      "log-file": undefined,
      "audit-file": undefined,
      "audit-optional": false,
      "most-recipients": undefined,
      "recipient-domains": [],
      log: "error",
    });
  });

  it("take flags, with and without an equals sign, over variables; the last one counts", () => {
    const env = { ZOOM_WEBINAR_SAFETY: "trusted", ZOOM_WEBINAR_CONFIRM_BY: "person", ZOOM_WEBINAR_EMULATOR: "yes", ZOOM_WEBINAR_LOG: "" };
    expect(read(["--safety=read-only", "--log", "info", "--log", "debug", "--emulator=false"], env)).toMatchObject({
      safety: "read-only",
      "confirm-by": "person",
      emulator: false,
      log: "debug",
    });
  });

  it.each([
    [["--safty", "read-only"], {}, "--safty: unknown flag", "Did you mean --safety?"],
    [["--quux"], {}, "--quux: unknown flag", "--help lists the flags."],
    [["--safety"], {}, "--safety: needs a value", "One of read-only, confirm, trusted."],
    [["--safety", "readonly"], {}, '--safety: expected one of read-only, confirm, trusted, got "readonly"', "Did you mean read-only?"],
    [[], { ZOOM_WEBINAR_REVEAL: "hosts" }, 'ZOOM_WEBINAR_REVEAL: expected one of none, shared, personal, host, got "hosts"', "Did you mean host?"],
    [["--emulator=maybe"], {}, '--emulator: expected on or off, got "maybe"', "1, true, yes and on mean on; 0, false, no and off mean off."],
    [["read-only"], {}, "read-only: unexpected argument", "Flags start with --; --help lists them."],
    [["--dotenv", "/nowhere/at.all"], {}, "--dotenv: cannot read /nowhere/at.all: it is not there", "Name a plain file that exists."],
    [["--env-file", "/nowhere/at.all"], {}, "--env-file: cannot read /nowhere/at.all: it is not there", "Name a plain file that exists."],
  ])("refuse %j %j", (argv, env, message, hint) => {
    expect(refusal(argv, env)).toMatchObject({ code: "input_invalid", message, hint });
  });

  it("refuse an unknown zone, naming where it came from", () => {
    expect(refusal(["--zone", "Berlin"]).message).toContain("--zone");
    expect(refusal([], { ZOOM_WEBINAR_ZONE: "Berlin" }).message).toContain("ZOOM_WEBINAR_ZONE");
  });

  it("read --dotenv below the process environment, and never a .env that merely lies there", () => {
    const env = { ZOOM_WEBINAR_DOTENV: join(folder, "mine.env"), ZOOM_WEBINAR_REVEAL: "shared" };
    expect(read([], env)).toMatchObject({ safety: "read-only", reveal: "shared" });
    const here = process.cwd();
    writeFileSync(join(folder, ".env"), "ZOOM_WEBINAR_SAFETY=trusted\nZOOM_WEBINAR_REVEAL=host\nZOOM_WEBINAR_ALLOW_BASE_URL=1\n");
    try {
      process.chdir(folder);
      expect(read([])).toMatchObject({ safety: "confirm", reveal: "personal", "allow-base-url": false });
    } finally {
      process.chdir(here);
    }
  });

  it("know help and version before anything else is judged", () => {
    expect(readServerCommand(SERVER_FLAGS, { argv: ["--help"], env: { ZOOM_WEBINAR_SAFETY: "nonsense" } })).toEqual({ wants: "help" });
    expect(readServerCommand(SERVER_FLAGS, { argv: ["-V"], env: {} })).toEqual({ wants: "version" });
    const help = describeFlags("zw", "does things.", SERVER_FLAGS);
    for (const flag of Object.keys(SERVER_FLAGS)) expect(help).toContain(`--${flag}`);
    expect(help).toContain("if left out: confirm");
  });
});
