import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import { type EmulatorOptions, SWITCH_VALUES, type Switches, WORLD_NAMES, type WorldName } from "@zoom-webinar/zoom-emulator";

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
    if (!/^\d{1,12}$/.test(value)) throw InputError.at("--switch", `${name}: expected milliseconds, got ${JSON.stringify(value)}`, HINT);
    return [name, Number(value)];
  }
  const found = values.find((one) => String(one) === value);
  if (found === undefined) throw InputError.at("--switch", `${name}: expected ${values.join(" or ")}, got ${JSON.stringify(value)}`, HINT);
  return [name, found];
};

/** The stand-in that the flags of `zoom-webinar emulator` describe. Throws `InputError` naming the flag. */
export const readEmulatorOptions = (flags: Readonly<Record<string, unknown>>): EmulatorOptions => ({
  strictAuth: flags.strictAuth === true,
  rateLimits: flags.rateLimits !== false,
  world: readWorld(flags.world),
  switches: Object.fromEntries(((flags.switch as string[] | undefined) ?? []).map(readSwitch)),
  ...(flags.validate === true ? { validate: true } : {}),
});
