import { InputError, readWholeNumber } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import { type EmulatorOptions, readSeedFile, SWITCH_VALUES, type Switches, WORLD_NAMES, type WorldName } from "@zoom-webinar/zoom-emulator";
import { orList } from "../or-list.ts";

/** Up to some thirty years. */
const MILLISECONDS = { least: 0, most: 999_999_999_999 };
const HINT = "zoom-webinar emulator --help says what it takes.";

const meant = (text: string, known: readonly string[]): string => {
  const near = didYouMean(text, known);
  return near === null ? `expected one of ${known.join(", ")}` : `did you mean ${near}?`;
};

const readWorld = (given: unknown): WorldName => {
  if (given === undefined) return "demo";
  if (!WORLD_NAMES.includes(String(given)))
    throw InputError.at("--world", `there is no world ${JSON.stringify(given)}, ${meant(String(given), WORLD_NAMES)}`, HINT);
  return given as WorldName;
};

/** "duplicateRegistrant=error" → its name and value. */
const readSwitch = (text: string): [string, unknown] => {
  const [name = "", value = ""] = text.split("=", 2);
  if (!Object.hasOwn(SWITCH_VALUES, name)) {
    throw InputError.at("--switch", `there is no switch ${JSON.stringify(name)}, ${meant(name, Object.keys(SWITCH_VALUES))}`, HINT);
  }
  const values: "milliseconds" | readonly unknown[] = SWITCH_VALUES[name as keyof Switches];
  if (values === "milliseconds") {
    return [name, readWholeNumber(`--switch ${name}`, value, MILLISECONDS, HINT)];
  }
  const found = values.find((one) => String(one) === value);
  if (found === undefined) throw InputError.at("--switch", `${name}: expected ${orList(values.map(String))}, got ${JSON.stringify(value)}`, HINT);
  return [name, found];
};

/**
 * The emulator that the flags of `zoom-webinar emulator` describe, on top of the seed file if they name one. Throws `InputError` naming the flag, or each fault of
 * the file.
 */
export const readEmulatorOptions = async (flags: Readonly<Record<string, unknown>>): Promise<EmulatorOptions> => {
  if (flags.seed !== undefined && flags.world !== undefined)
    throw InputError.at(
      "--world",
      "cannot be used with --seed: the seed file already says which world to start from",
      "To add to a ready-made world, name it in the seed file under `base`.",
    );
  const switches = Object.fromEntries(((flags.switch as string[] | undefined) ?? []).map(readSwitch));
  const seed = typeof flags.seed === "string" ? await readSeedFile(flags.seed, "--seed") : { world: readWorld(flags.world) };
  return {
    ...seed,
    switches: { ...("switches" in seed ? seed.switches : {}), ...switches },
    ...(flags.strictAuth === true ? { strictAuth: true } : {}),
    ...(flags.rateLimits === false ? { rateLimits: false } : {}),
    ...(flags.validate === true ? { validate: true } : {}),
  };
};
