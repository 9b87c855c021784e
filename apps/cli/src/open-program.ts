import { InputError, ownValue } from "@zoom-webinar/foundation";
import type { CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import { Command, CommanderError, Option } from "commander";
import type { Said } from "./ask-missing.ts";
import { canonicalLine } from "./canonical-line.ts";
import { type CommandPath, commandPath, kebab } from "./command-path.ts";
import { readDefaults } from "./config/defaults.ts";
import type { CliDeps, CommandLineDeps } from "./deps.ts";
import type { KnownWords } from "./errors/known-words.ts";
import { GLOBAL_VALUE_FLAGS, PROGRAM_FLAGS, readOutputChoice } from "./globals.ts";
import { type Group, groupsOf, verbNamed } from "./groups.ts";
import { HELP_STYLE } from "./help-style.ts";
import { NOTHING_KNOWN, neededWords } from "./needed-words.ts";
import type { BuiltCommand } from "./operation/command.ts";
import { type Names, summaryInFlags, withCommands } from "./our-names.ts";
import { type CliOutput, createOutput } from "./output/output.ts";
import { OWN_COMMANDS } from "./own-commands.ts";
import type { Program } from "./program.ts";
import { FLAGS_NOTE, rootHelp } from "./root-help.ts";
import { widthOf, wrapped } from "./width.ts";

/** The command line behind its first help: only what the arguments name is built, and only the chosen operation is loaded. */
export const openProgram = (deps: CliDeps): Program => {
  const run = async (given: readonly string[], asked: Asked | null = null): Promise<number> => {
    const argv = canonicalLine(given, deps.catalog);
    const help = programHelp(argv, deps);
    if (help !== null) {
      deps.io.stdout.write(help);
      return 0;
    }
    const defaults = await readDefaults(await deps.configFolder());
    const output = createOutput(readOutputChoice(argv, deps.io.env, defaults.values), deps.io);
    let built: Built | undefined;
    const shown: string[] = [];
    try {
      built = await build(argv, output, { ...deps, defaults }, (text) => shown.push(text));
      assertKnown(built, commandPath(argv, GLOBAL_VALUE_FLAGS), argv);
      const words = argv.map((word) => (word === HELP_ALL ? "--help" : word));
      const line = built.command === undefined ? words : pathFirst(words, built);
      await built.program.parseAsync(built.command?.prepare(line) ?? line, { from: "user" });
      return built.exitCode();
    } catch (error) {
      if (shown.length > 0) await output.page(shown.join(""));
      try {
        const ask = () => askForMore(error, output, built, deps);
        const said = await ask();
        if (said !== null) return await run([...given, ...said.words], said.isTyped ? { given, ask } : null);
        const code = await reportOf(error, output, built, deps, argv);
        const again = asked !== null && isRefusal(error) ? await asked.ask() : null;
        return asked === null || again === null ? code : await run([...asked.given, ...again.words], asked);
      } catch (cancelled) {
        return reportOf(cancelled, output, built, deps, argv);
      }
    }
  };
  return {
    run,
    fail: (error, argv) => reportOf(error, createOutput(readOutputChoice(argv, deps.io.env, {}), deps.io), undefined, deps, argv),
  };
};

/** A question whose answer stands behind the words of a command line. */
interface Asked {
  readonly given: readonly string[];
  ask(): Promise<Said | null>;
}

/** True if a command refuses what was typed, and did nothing. */
const isRefusal = (error: unknown): boolean => error instanceof InputError || (error instanceof CommanderError && error.exitCode !== 0);

/** What a command of the terminal alone still needs, from the person; operations ask for themselves. */
const askForMore = async (error: unknown, output: CliOutput, built: Built | undefined, { io }: CliDeps): Promise<Said | null> => {
  if (built === undefined || built.command !== undefined || output.isJson) return null;
  return (await import("./ask-missing.ts")).askMissing(error, built.deepest, io);
};

/** Help that no command of the parser gives: the program's own, and its flags; null if something else is asked for. */
const programHelp = (argv: readonly string[], deps: CliDeps): string | null => {
  const width = widthOf(deps.io.stdout);
  const isHelp = argv.some((word) => word === "--help" || word === "-h" || word === HELP_ALL);
  const { group, verb } = commandPath(argv, GLOBAL_VALUE_FLAGS);
  if (!isHelp || verb !== undefined) return null;
  if (group === undefined) return rootHelp(deps.catalog, width);
  if (group !== "flags") return null;
  const program = newProgram(deps).usage("<resource> <verb> [arguments] [flags]");
  for (const flag of PROGRAM_FLAGS) program.addOption(toOption(flag));
  return `${program.helpInformation()}${wrapped(FLAGS_NOTE, width)}\n`;
};

interface Built {
  program: Command;
  /** The deepest command that the arguments name. */
  deepest: Command;
  command: BuiltCommand | undefined;
  /** What its operation says of a second value. */
  takesOne: string | undefined;
  /** The exit code, once a command has come to its end. */
  exitCode(): number;
}

const build = async (argv: readonly string[], output: CliOutput, deps: CommandLineDeps, writeOut: (text: string) => void): Promise<Built> => {
  const path = commandPath(argv, GLOBAL_VALUE_FLAGS);
  const program = newProgram(deps, writeOut);
  const programOptions = PROGRAM_FLAGS.map(toOption);
  const built: Built = { program, deepest: program, command: undefined, takesOne: undefined, exitCode: () => exitCode };
  let exitCode = 0;
  const setCode = (code: number) => {
    exitCode = code;
  };
  const own = ownValue(OWN_COMMANDS, path.group ?? "");
  const groups = groupsOf(deps.catalog);
  const group = groups.find(({ name }) => name === path.group);
  const alias = deps.catalog.find((entry) => entry.alias !== undefined && entry.alias === path.group);
  const shortcut = alias !== undefined && (group === undefined || (await isShortcut(path.verb, group))) ? alias : undefined;
  const buildOperation = async (command: Command, entry: CatalogEntry) => {
    built.deepest = command;
    const [{ buildCommand }, operation] = await Promise.all([import("./operation/command.ts"), entry.load()]);
    const more = {
      output,
      programOptions,
      commands: commandsOf(deps.catalog, path.group),
      showsAll: argv.includes(HELP_ALL),
      globals: () => program.opts(),
      onEnd: setCode,
    };
    const { takesOne } = operation.cli ?? {};
    built.takesOne = takesOne;
    built.command = buildCommand(command, entry, operation, { ...deps, ...more });
  };
  if (path.group !== undefined && own !== undefined) {
    const command = program.command(path.group).helpCommand(false);
    built.deepest = await own.build({ command, verb: path.verb, argv, deps, output, globals: () => program.opts(), setCode });
  } else if (shortcut !== undefined) {
    await buildOperation(program.command(path.group ?? "").description(summaryInFlags(shortcut.summary)), shortcut);
  } else if (group !== undefined) {
    built.deepest = buildGroup(program, group, argv.includes(HELP_ALL));
    if (alias !== undefined) built.deepest.addHelpText("after", shortNote(alias));
    const verb = verbNamed(group, path.verb);
    const command = built.deepest.commands.find((each) => each.name() === verb?.name);
    if (verb !== undefined && command !== undefined) await buildOperation(command, verb.entry);
  }
  const taken = new Set(built.command === undefined ? [] : built.deepest.options.map(({ long }) => long));
  for (const option of programOptions) if (!taken.has(option.long)) program.addOption(option);
  return built;
};

const HELP_ALL = "--help-all";

/** The same line with its command in front: a command's own flags count before it as well, such as --csv where all commands have one. */
const pathFirst = (argv: readonly string[], { program, deepest }: Built): string[] => {
  const path = commandPath(argv, GLOBAL_VALUE_FLAGS).places.slice(0, deepest.parent === program ? 1 : 2);
  return [...path.map((at) => argv[at] ?? ""), ...argv.filter((_, at) => !path.includes(at))];
};

const shortNote = ({ alias, id, positional }: CatalogEntry): string => {
  const words = positional.map((name) => ` <${kebab(name)}>`).join("");
  return `\n${alias}${words} is short for ${commandWords(id)}${words}.`;
};

/** For a name that is both a resource and a shortcut: whether the next word is neither a verb of the resource nor a mistyped one. */
const isShortcut = async (word: string | undefined, group: Group): Promise<boolean> => {
  if (word === undefined || verbNamed(group, word) !== undefined) return false;
  const { didYouMean } = await import("@zoom-webinar/webinar-core/doors");
  return (
    didYouMean(
      word,
      group.verbs.map(({ name }) => name),
    ) === null
  );
};

const toOption = ({ flags, description, isHidden = false, strictest }: (typeof PROGRAM_FLAGS)[number]): Option => {
  const option = new Option(flags, description).hideHelp(isHidden);
  return strictest === null ? option : option.argParser((value, before: unknown) => (before === strictest ? strictest : value));
};

/** The command of a resource with its verbs, none of which is built yet. */
const buildGroup = (program: Command, { name, verbs }: Group, showsAll: boolean): Command => {
  const group = program.command(name).usage("<verb> [arguments] [flags]").helpCommand(false).commandsGroup("Verbs:");
  for (const verb of verbs) {
    group
      .command(verb.name, { hidden: verb.isHidden && !showsAll })
      .aliases([...verb.aliases])
      .description(summaryInFlags(verb.entry.summary));
  }
  return group;
};

/** An unknown command is an error, also with --help; so is no command at all. Throws `CommanderError`. */
const assertKnown = ({ program, deepest }: Built, { group, verb, isVerbSure }: CommandPath, argv: readonly string[]): void => {
  if (group === undefined && !argv.some((word) => word === "--version" || word === "-V")) {
    throw new CommanderError(1, "commander.help", "(outputHelp)");
  }
  const word = deepest === program ? group : deepest.parent === program && isVerbSure ? verb : undefined;
  if (word === undefined || (deepest !== program && deepest.commands.length === 0)) return;
  if (deepest.commands.some((command) => command.name() === word || command.aliases().includes(word))) return;
  if (deepest.registeredArguments.some(({ argChoices }) => argChoices?.includes(word))) return;
  throw new CommanderError(1, "commander.unknownCommand", `error: unknown command '${word}'`);
};

/** A command whose own flags, and those of the commands below it, stand under one head. */
const newCommand = (name?: string): Command => Object.assign(new Command(name).optionsGroup("Flags:"), { createCommand: newCommand });

const newProgram = ({ io, version }: CliDeps, writeOut: (text: string) => void = () => {}): Command =>
  newCommand("zoom-webinar")
    .usage("<resource> <verb> [arguments] [flags]")
    .version(version, "-V, --version", "print the version")
    .addHelpOption(new Option("-h, --help", "show help; --help-all also shows rarely used flags").helpGroup("Flags:"))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut,
      writeErr: () => {}, // complaints come back as errors, and are shown like any other
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp(HELP_STYLE)
    .showSuggestionAfterError(false);

const reportOf = async (
  error: unknown,
  output: CliOutput,
  built: Built | undefined,
  { catalog, io }: CliDeps,
  argv: readonly string[],
): Promise<number> => {
  const isParser = error instanceof CommanderError;
  if (isParser && error.exitCode === 0) return 0; // help or version, written already
  const { reportFailure, usageFailure } = await import("./errors/index.ts");
  const options = {
    io,
    output,
    labels: built?.command?.labels ?? ownLabels(built?.deepest),
    commands: commandsOf(catalog, commandPath(argv, GLOBAL_VALUE_FLAGS).group),
    account: await typedAccount(argv),
    needed: built?.command?.needed() ?? neededWords(catalog, NOTHING_KNOWN),
  };
  return isParser && built ? usageFailure(error, knownWords(built, catalog, argv, options), catalog, options) : reportFailure(error, options);
};

/** What was typed to choose an account: variables and the chosen profile lead the next command of this terminal as well. */
const typedAccount = async (argv: readonly string[]): Promise<string[]> => {
  const { accountFlags } = await import("@zoom-webinar/webinar-core/doors");
  const profile = argv.flatMap((word, at) => (word === "--profile" ? (argv[at + 1] ?? []) : (/^--profile=(.+)$/.exec(word)?.[1] ?? []))).at(-1);
  return accountFlags({ isEmulator: argv.includes("--emulator"), profile });
};

/** The flags of a command of the terminal alone by their names; those of several words are keys of JSON as well, and stay. */
const ownLabels = (command: Command | undefined): ReadonlyMap<string, string> =>
  new Map((command?.options ?? []).flatMap(({ long }) => (long != null && /^--[a-z]+$/.test(long) ? [[long.slice(2), long] as const] : [])));

/** The whole command by every name that another door has for it; by its short name, if that was typed. */
const commandsOf = (catalog: CliDeps["catalog"], typed: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    catalog.flatMap(({ tool, id, alias }) => {
      const command = `zoom-webinar ${alias !== undefined && alias === typed ? alias : commandWords(id)}`;
      return [tool, id].map((name) => [name, command] as const);
    }),
  );

const knownWords = (
  { program, deepest, takesOne }: Built,
  catalog: CliDeps["catalog"],
  argv: readonly string[],
  said: Pick<Names, "commands" | "account" | "needed">,
): KnownWords => {
  const names: string[] = [];
  for (let command: Command | null = deepest; command; command = command.parent) names.unshift(command.name());
  const options = [...deepest.options, ...program.options];
  const flagsOf = (shown: typeof options) => shown.flatMap(({ long }) => (long ? [long] : []));
  return {
    command: names.join(" "),
    commands: deepest === program ? topWords(catalog) : deepest.commands.map((command) => command.name()),
    flags: [...flagsOf(options), "--help"],
    shownFlags: flagsOf(options.filter(({ hidden }) => !hidden)),
    argv,
    suggestions: [],
    takesOne: takesOne && withCommands(takesOne, said),
    surplus: deepest.args.slice(deepest.registeredArguments.length),
    help: deepest === program ? rootHelp(catalog, 80) : deepest.helpInformation({ error: true }),
    aliases: new Map(
      catalog.flatMap(({ tool, id }) => {
        const command = commandWords(id);
        return [tool, kebab(tool), id].map((name) => [name, command] as const);
      }),
    ),
  };
};

/** "trackingSources.list" → "tracking-sources list"; the core's `commandOf` is not loaded for it. */
const commandWords = (id: string): string => id.split(".").map(kebab).join(" ");

const topWords = (catalog: CliDeps["catalog"]): string[] => [
  ...groupsOf(catalog).map(({ name }) => name),
  ...catalog.flatMap(({ alias }) => alias ?? []),
  ...Object.keys(OWN_COMMANDS),
];
