import { parseEnv } from "node:util";
import { InputError, readText } from "@zoom-webinar/foundation";
import { assertZone, didYouMean, type Reveal, readPace, type Safety } from "@zoom-webinar/webinar-core";
import { GLOBAL_DEFAULTS, GLOBAL_FLAGS, type GlobalFlag, type GlobalName, longFlag, variableOf } from "./globals.ts";

/** The global flags of one call, checked, with ZOOM_WEBINAR_<FLAG> where a flag is absent. */
export interface Settings {
  emulator: boolean;
  profile: string | undefined;
  envFile: string | undefined;
  zone: string | undefined;
  /** Plan and head-room. */
  pace: ReturnType<typeof readPace>;
  safety: Safety;
  reveal: Reveal;
  allowBaseUrl: boolean;
  confirmToken: string | undefined;
  logFile: string | undefined;
  auditFile: string | undefined;
  /** The levels of the servers; `error` adds nothing here, where failures are always shown. */
  logLevel: "off" | "error" | "info" | "debug";
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws `InputError` that names the flag or the variable at fault. */
export const readSettings = (flags: Readonly<Record<string, unknown>>, env: Variables): Settings => {
  const envFile = asText(flags.envFile) ?? given(env, "envFile");
  const variables = { ...readFile(envFile), ...withoutEmpty(env) };
  const text = (name: GlobalName) => {
    const flag: GlobalFlag = GLOBAL_FLAGS[name];
    const fromFlag = asText(flags[name]);
    const value = fromFlag ?? given(variables, name);
    if (value !== undefined && flag.choices)
      assertChoice(fromFlag === undefined ? variableOf(flag.flags) : longFlag(flag.flags), value, flag.choices);
    return value;
  };
  const named = (name: "plan" | "headroom", short: string) => {
    const { flags: long } = GLOBAL_FLAGS[name];
    const from = asText(flags[name]) !== undefined ? longFlag(long) : variables[variableOf(long)] ? variableOf(long) : short;
    return { text: text(name) ?? (variables[short] || undefined), from };
  };
  const isOn = (name: GlobalName) => flags[name] === true || isTrue(variableOf(GLOBAL_FLAGS[name].flags), variables);
  const zone = text("zone");
  if (zone !== undefined) assertZone(zone, "zone");
  const safety = (text("safety") ?? GLOBAL_DEFAULTS.safety) as Safety;
  const level = text("log") ?? (isOn("verbose") ? "info" : GLOBAL_DEFAULTS.log);
  return {
    emulator: isOn("emulator") || isTrue("ZOOM_EMULATOR", variables),
    profile: text("profile"),
    envFile,
    zone,
    pace: readPace({ plan: named("plan", "ZOOM_PLAN"), headroom: named("headroom", "ZOOM_HEADROOM") }),
    // Read-only beats every other setting; agreeing unseen means that nothing is asked.
    safety: isOn("yes") && safety === "confirm" ? "trusted" : safety,
    reveal: (text("reveal") ?? GLOBAL_DEFAULTS.reveal) as Reveal,
    allowBaseUrl: isOn("allowBaseUrl"),
    confirmToken: text("confirmToken"),
    logFile: text("logFile"),
    auditFile: text("auditFile"),
    logLevel: level as Settings["logLevel"],
  };
};

const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const withoutEmpty = (env: Variables): Variables =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));

const given = (variables: Variables, name: GlobalName): string | undefined => variables[variableOf(GLOBAL_FLAGS[name].flags)] || undefined;

/** A file that cannot be read is refused when the session opens, with an error of its own. */
const readFile = (path: string | undefined): Variables => {
  if (path === undefined) return {};
  try {
    return withoutEmpty(parseEnv(readText(path, "--env-file")));
  } catch {
    return {};
  }
};

const isTrue = (variable: string, variables: Variables): boolean => {
  const value = variables[variable];
  if (value === undefined || /^(0|false|no|off)$/i.test(value)) return false;
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  throw InputError.at(variable, `expected 1 or 0, got "${value}"`, "Correct the variable or unset it.");
};

const assertChoice = (shown: string, value: string, choices: readonly string[]): void => {
  if (choices.includes(value)) return;
  const near = didYouMean(value, choices);
  const message = `expected one of ${choices.join(", ")}, got "${value}"${near === null ? "" : `; did you mean ${near}?`}`;
  throw InputError.at(shown, message, "zoom-webinar --help says what each means.");
};
