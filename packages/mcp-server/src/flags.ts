import { parseArgs } from "node:util";
import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core";

/** One setting of a server: a flag, and the variable `ZOOM_WEBINAR_<FLAG>`. */
type Flag = { readonly summary: string } & (
  | { readonly kind: "switch" }
  | { readonly kind: "text"; readonly placeholder: string; readonly default?: string }
  | { readonly kind: "list"; readonly placeholder: string }
  | { readonly kind: "choice"; readonly values: readonly string[]; readonly default: string }
);

export type FlagTable = Readonly<Record<string, Flag>>;

type ValueOf<F extends Flag> = F extends { kind: "switch" }
  ? boolean
  : F extends { kind: "list" }
    ? readonly string[]
    : F extends { kind: "choice"; values: readonly (infer Value)[] }
      ? Value
      : F extends { default: string }
        ? string
        : string | undefined;

/** The value of every flag of a table. */
export type FlagValues<Table extends FlagTable> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

export type Variables = Readonly<Record<string, string | undefined>>;

/** What stands on the command line: flags with their raw values, and whether help or the version is asked for. */
export interface CommandLine {
  /** Raw values by flag, in order; a switch without a value has "true". */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly wants: "help" | "version" | null;
}

/** "confirm-by" → "ZOOM_WEBINAR_CONFIRM_BY". */
export const variableOf = (flag: string): string => `ZOOM_WEBINAR_${flag.toUpperCase().replaceAll("-", "_")}`;

/** Reads a command line. Throws `InputError` for an unknown flag, with the nearest one, for a flag without its value, and for a stray argument. */
export const readCommandLine = (table: FlagTable, argv: readonly string[]): CommandLine => {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { kind }]) => [name, { type: kind === "switch" ? ("boolean" as const) : ("string" as const) }]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options, help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "v" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  let wants: CommandLine["wants"] = null;
  for (const token of tokens) {
    if (token.kind === "positional") throw InputError.at(token.value, "unexpected argument", "Flags start with --; --help lists them.");
    if (token.kind !== "option") continue;
    if (token.name === "help" || token.name === "version") {
      wants ??= token.name;
      continue;
    }
    const flag = table[token.name];
    if (!flag) {
      const near = didYouMean(token.name, [...Object.keys(table), "help", "version"]);
      throw InputError.at(token.rawName, "unknown flag", near === null ? "--help lists the flags." : `Did you mean --${near}?`);
    }
    const value = token.value ?? (flag.kind === "switch" ? "true" : undefined);
    if (value === undefined || value === "") throw InputError.at(token.rawName, "needs a value", expectation(flag));
    given.set(token.name, [...(given.get(token.name) ?? []), value]);
  }
  return { given, wants };
};

const expectation = (flag: Flag): string => (flag.kind === "choice" ? `One of ${flag.values.join(", ")}.` : "--help shows what it takes.");

/** Settles every flag: the command line wins over the variables. Throws `InputError` naming the flag or variable, and the values it takes. */
export const settleFlags = <const Table extends FlagTable>(table: Table, given: CommandLine["given"], variables: Variables): FlagValues<Table> => {
  const settled = Object.entries(table).map(([name, flag]) => {
    const fromLine = given.get(name);
    const fromVariable = variables[variableOf(name)] || undefined; // set but empty counts as not set
    const raw = fromLine ?? (fromVariable === undefined ? [] : [fromVariable]);
    return [name, toValue(flag, raw, fromLine ? `--${name}` : variableOf(name))];
  });
  return Object.fromEntries(settled) as FlagValues<Table>;
};

const toValue = (flag: Flag, raw: readonly string[], source: string): unknown => {
  if (flag.kind === "list") return raw.flatMap((part) => part.split(",").map((name) => name.trim())).filter((name) => name !== "");
  const last = raw.at(-1);
  if (flag.kind === "switch") {
    if (last === undefined || /^(0|false|no|off)$/i.test(last)) return false;
    if (/^(1|true|yes|on)$/i.test(last)) return true;
    throw InputError.at(source, `expected true or false, got "${last}"`, "A flag without a value means true.");
  }
  if (last === undefined) return flag.default;
  if (flag.kind === "choice" && !flag.values.includes(last)) {
    const near = didYouMean(last, flag.values);
    throw InputError.at(
      source,
      `expected one of ${flag.values.join(", ")}, got "${last}"`,
      near === null ? "Correct it and start again." : `Did you mean ${near}?`,
    );
  }
  return last;
};

/** The text of `--help`. */
export const describeFlags = (name: string, purpose: string, table: FlagTable): string => {
  const rows = [
    ...Object.entries(table).map(([flag, definition]): [string, string] => [`--${flag}${shown(definition)}`, summaryOf(definition)]),
    ["--help", "Show this"],
    ["--version", "Show the version"],
  ] satisfies [string, string][];
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
  return [`${name}: ${purpose}`, "", "Flags, each also as a variable (--confirm-by as ZOOM_WEBINAR_CONFIRM_BY):", ...lines, ""].join("\n");
};

const shown = (flag: Flag): string => (flag.kind === "switch" ? "" : ` ${flag.kind === "choice" ? flag.values.join("|") : flag.placeholder}`);

const summaryOf = (flag: Flag): string => `${flag.summary}${"default" in flag && flag.default !== undefined ? ` (default ${flag.default})` : ""}`;
