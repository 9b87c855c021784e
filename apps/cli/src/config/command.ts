import { dirname } from "node:path";
import { ensurePrivateFolder, errnoOf, InputError, isZoomWebinarError, StorageError, writeFileAtomic } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import type { Command } from "commander";
import { fold } from "../output/fold.ts";
import type { OwnCall } from "../own-commands.ts";
import { widthOf, wrapped } from "../width.ts";
import { checkDefaults, DEFAULT_NAMES, DEFAULT_SETTINGS, type DefaultName, defaultsFile, readDefaultsFile } from "./defaults.ts";
import { VARIABLES } from "./variables.ts";

/** Columns before what a key means. */
const KEYS_WIDTH = 10;

const HELP = [
  "",
  "Keys:",
  ...DEFAULT_NAMES.map((name) => `  ${name.padEnd(8)}${fold(DEFAULT_SETTINGS[name].summary, 80 - KEYS_WIDTH).join(`\n${" ".repeat(KEYS_WIDTH)}`)}`),
  "",
  "A flag counts more than a variable, and a variable more than this.",
].join("\n");

/** Adds verbs to the `config` command; returns the deepest that was named. */
export const buildConfigCommand = async ({ command, verb, deps, output }: OwnCall): Promise<Command> => {
  const file = defaultsFile(await deps.configFolder());
  command
    .description("Keep your own defaults: the host, the time zone and the form of the output.")
    .usage("<verb> [arguments]")
    .commandsGroup("Verbs:")
    .addHelpText("after", wrapped(HELP, widthOf(deps.io.stdout)));
  const rowOf = (name: DefaultName, held: Readonly<Record<string, unknown>>) => {
    const variable = VARIABLES[name](deps.io.env);
    const own = held[name];
    return variable !== null
      ? { key: name, value: variable.value, from: variable.name }
      : { key: name, value: typeof own === "string" ? own : null, from: typeof own === "string" ? "config" : null };
  };
  const commands = [
    command
      .command("list")
      .alias("ls")
      .description("List your defaults, and where each is from.")
      .action(async () => {
        const held = await readDefaultsFile(file);
        await output.show({ value: { file, defaults: DEFAULT_NAMES.map((name) => rowOf(name, held)) }, shape: LIST });
      }),
    command
      .command("get")
      .argument("[key]", "which one: host, zone or format")
      .description("Print one of your defaults.")
      .action(async (key?: string) => {
        const row = rowOf(nameOf(key), await readDefaultsFile(file));
        if (row.value === null) await output.remark(`${row.key} is not set: zoom-webinar config set ${row.key} VALUE sets it.`);
        await output.show({ value: row, text: () => (row.value === null ? "" : `${row.value}\n`) });
      }),
    command
      .command("set")
      .argument("[key]", "which one: host, zone or format")
      .argument("[value]", "which value")
      .description("Keep a default.")
      .addHelpText("after", "\nExamples:\n  zoom-webinar config set host ada@example.com\n  zoom-webinar config set zone Europe/Berlin")
      .action(async (key?: string, value?: string) => {
        const name = nameOf(key);
        if (value === undefined) throw InputError.at("<value>", "is required", `Give a value: zoom-webinar config set ${name} VALUE.`);
        const kept = (await checkDefaults({ [name]: value }))[name] ?? value;
        await put(file, { ...(await readDefaultsFile(file)), [name]: kept });
        await output.show({ sentence: `${name} is now ${kept}.`, value: { key: name, value: kept, file }, text: () => "" });
      }),
    command
      .command("unset")
      .argument("[key]", "which one: host, zone or format")
      .description("Forget a default.")
      .action(async (key?: string) => {
        const name = nameOf(key);
        const { [name]: before, ...rest } = await readDefaultsFile(file);
        if (before !== undefined) await put(file, rest);
        const sentence = before === undefined ? `${name} was not set.` : `${name} is no longer set.`;
        await output.show({ sentence, value: { key: name, value: null, file }, text: () => "" });
      }),
  ];
  return commands.find((each) => each.name() === verb || each.aliases().includes(verb ?? "")) ?? command;
};

const LIST = { list: "defaults", columns: ["key", "value", "from"] };

const nameOf = (key: string | undefined): DefaultName => {
  const known = `Known are ${DEFAULT_NAMES.join(", ")}.`;
  if (key === undefined) throw InputError.at("<key>", "is required", known);
  const name = DEFAULT_NAMES.find((each) => each === key);
  if (name !== undefined) return name;
  const near = didYouMean(key, DEFAULT_NAMES);
  throw InputError.at("<key>", `there is no ${JSON.stringify(key)}${near === null ? "" : `, did you mean ${near}?`}`, known);
};

/** Writes the file whole, for its owner alone. Throws `StorageError` if it cannot be written. */
const put = async (file: string, held: Readonly<Record<string, unknown>>): Promise<void> => {
  try {
    await ensurePrivateFolder(dirname(file));
    await writeFileAtomic(file, `${JSON.stringify(held, null, 2)}\n`);
  } catch (cause) {
    if (isZoomWebinarError(cause)) throw cause;
    throw new StorageError(file, errnoOf(cause) ?? "nothing", "not-sent", cause);
  }
};
