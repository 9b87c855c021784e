import { parseArgs } from "node:util";
import { InputError } from "@zoom-webinar/foundation";
import { describeSetting, didYouMean, type Given, placeholderOf, type Setting, type SettingTable } from "@zoom-webinar/webinar-core/doors";

/** What stands on the command line: flags with their raw values, and whether help or the version is asked for. */
export interface CommandLine {
  readonly given: Given;
  readonly wants: "help" | "version" | null;
}

/** Reads a command line. Throws `InputError` for an unknown flag, with the nearest one, for a flag without its value, and for a stray argument. */
export const readCommandLine = (table: SettingTable, argv: readonly string[]): CommandLine => {
  const options = Object.fromEntries(
    Object.entries(table).flatMap(([name, { kind, alsoFlag }]) =>
      [name, ...(alsoFlag === undefined ? [] : [alsoFlag])].map((flag) => [
        flag,
        { type: kind === "switch" ? ("boolean" as const) : ("string" as const) },
      ]),
    ),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options, help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "V" } },
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
    const setting = table[token.name] ?? Object.values(table).find(({ alsoFlag }) => alsoFlag === token.name);
    if (setting === undefined) {
      const near = didYouMean(token.name, [...Object.keys(table), "help", "version"]);
      throw InputError.at(token.rawName, "unknown flag", near === null ? "--help lists the flags." : `Did you mean --${near}?`);
    }
    const value = token.value ?? (setting.kind === "switch" ? "true" : undefined);
    if (value === undefined || value === "") throw InputError.at(token.rawName, "needs a value", expectation(setting));
    given.set(token.name, [...(given.get(token.name) ?? []), value]);
  }
  return { given, wants };
};

const expectation = (setting: Setting): string =>
  setting.kind === "choice" ? `One of ${setting.values.join(", ")}.` : "--help shows what it takes.";

/** The text of `--help`. */
export const describeFlags = (name: string, purpose: string, table: SettingTable): string => {
  const rows = [
    ...Object.entries(table).map(([flag, setting]): [string, string] => {
      const placeholder = placeholderOf(setting);
      return [`--${flag}${placeholder === null ? "" : ` ${placeholder}`}`, describeSetting(setting)];
    }),
    ["-h, --help", "show this"],
    ["-V, --version", "show the version"],
  ] satisfies [string, string][];
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
  return [`${name}: ${purpose}`, "", "Flags, each also as a variable (--confirm-by as ZOOM_WEBINAR_CONFIRM_BY):", ...lines, ""].join("\n");
};
