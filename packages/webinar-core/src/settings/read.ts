import { readEnvFile, type Variables } from "@zoom-webinar/auth";
import { InputError, readWholeNumber } from "@zoom-webinar/foundation";
import { assertOneOf } from "../operation/one-of.ts";
import { isCap, type RecipientCap } from "../policy/recipients.ts";
import { assertZone } from "../time/zone.ts";
import { readSwitch } from "./read-switch.ts";
import { type Setting, type SettingTable, type SettingValues, variableOf } from "./setting.ts";

/** Raw values from a command line by flag, in order; a switch without a value has "true". */
export type Given = ReadonlyMap<string, readonly string[]>;

/** What the settings are, and the variables they were read from: those of the process, below them those of `--dotenv`. */
export interface ReadSettings<Table extends SettingTable> {
  readonly values: SettingValues<Table>;
  readonly variables: Variables;
}

/**
 * Reads every setting of a table: the command line, else the process environment, else the file that `dotenv` names. A variable that is set but
 * empty counts as not set. A `.env` that is just in the working directory is not read. A setting's strictest value counts wherever it is set.
 * `shownAs`: how a given value is named to people, its flag unless it comes from elsewhere. Throws `InputError` that names the flag or variable at
 * fault and the values it takes.
 */
export const readSettings = <const Table extends SettingTable>(
  table: Table,
  given: Given,
  env: Variables,
  shownAs: (name: string) => string = (name) => `--${name}`,
): ReadSettings<Table> => {
  const fromProcess = withoutEmpty(env);
  const { dotenv } = table;
  const [from, names] = dotenv === undefined ? ["", []] : find("dotenv", dotenv, { given, variables: fromProcess, shownAs });
  const named = names.at(-1);
  const fromFile = withoutEmpty(named === undefined ? {} : readEnvFile(named, from));
  const variables = { ...fromFile, ...fromProcess };
  const values = Object.entries(table).map(([name, setting]) => {
    const [from, raw] = find(name, setting, { given, variables, shownAs });
    const value = toValue(setting, raw, from);
    return [name, isStrictest(name, setting, given, [fromFile, fromProcess]) ? strictestOf(setting) : value];
  });
  // Each value is read by its own setting's kind, which the compiler cannot follow through Object.entries.
  return { values: Object.fromEntries(values) as SettingValues<Table>, variables };
};

interface Places {
  readonly given: Given;
  readonly variables: Variables;
  shownAs(name: string): string;
}

const find = (name: string, setting: Setting, { given, variables, shownAs }: Places): [from: string, raw: readonly string[]] => {
  for (const flag of flagsOf(name, setting)) {
    const line = given.get(flag);
    if (line !== undefined) return [shownAs(flag), line];
  }
  for (const variable of variablesOf(name, setting)) {
    const text = variables[variable];
    if (text !== undefined) return [variable, [text]];
  }
  return [shownAs(name), []];
};

/** Spellings of a setting's flag, the one that counts most first. */
const flagsOf = (name: string, { alsoFlag }: Setting): readonly string[] => [name, ...(alsoFlag === undefined ? [] : [alsoFlag])];

const variablesOf = (name: string, setting: Setting): readonly string[] => [
  ...flagsOf(name, setting).map(variableOf),
  ...(setting.alsoFrom === undefined ? [] : [setting.alsoFrom]),
];

const strictestOf = (setting: Setting): string | undefined => (setting.kind === "choice" ? setting.strictest : undefined);

/** Whether the strictest value is said anywhere: also if something that counts more says otherwise. */
const isStrictest = (name: string, setting: Setting, given: Given, places: readonly Variables[]): boolean => {
  const strictest = strictestOf(setting);
  if (strictest === undefined) return false;
  const names = variablesOf(name, setting);
  const said = [
    ...flagsOf(name, setting).flatMap((flag) => given.get(flag) ?? []),
    ...places.flatMap((variables) => names.map((variable) => variables[variable])),
  ];
  return said.some((text) => text?.trim().toLowerCase() === strictest);
};

const toValue = (setting: Setting, raw: readonly string[], from: string): unknown => {
  if (setting.kind === "list") return raw.flatMap((part) => part.split(",").map((name) => name.trim())).filter((name) => name !== "");
  const last = raw.at(-1);
  if (setting.kind === "switch") return readSwitch(last, from);
  if (last === undefined) return "default" in setting ? setting.default : undefined;
  if (setting.kind === "choice") return assertOneOf(last, setting.values, from, "--help says what each means.");
  if (setting.kind === "zone") return assertZone(last, from);
  if (setting.kind === "cap") return toCap(last, from);
  if (setting.kind === "whole") return readWholeNumber(from, last, setting);
  return setting.kind === "share" ? toShare(last, setting.most, from) : last;
};

const toShare = (text: string, most: number, from: string): number => {
  const share = text.trim() === "" ? Number.NaN : Number(text);
  if (share >= 0 && share <= most) return share;
  throw InputError.at(from, `expected a share from 0 to ${most}, got "${text}"`, "0.1 leaves a tenth to other apps.");
};

/** "50" or "50/200": whole numbers from 1 on, the day's not below the call's. */
const toCap = (text: string, from: string): RecipientCap => {
  const [, perCall, perDay] = /^\s*(\d{1,9})\s*(?:\/\s*(\d{1,9})\s*)?$/.exec(text) ?? [];
  const call = Number(perCall);
  const day = perDay === undefined ? null : Number(perDay);
  if (perCall !== undefined && isCap({ call, day })) return { call, day };
  throw InputError.at(from, `expected CALL or CALL/DAY, got "${text}"`, "50/200: at most 50 people in one call and 200 on one day (UTC).");
};

const withoutEmpty = (env: Variables): Variables =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
