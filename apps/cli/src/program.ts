import type { CatalogEntry } from "@zoom-webinar/webinar-core";
import { Command, CommanderError, Option } from "commander";
import { commandPath, kebab, withHelpWord } from "./command-path.ts";
import type { CliDeps } from "./deps.ts";
import type { KnownWords } from "./errors/known-words.ts";
import { type Display, displayOf, GLOBAL_FLAGS, GLOBAL_VALUE_FLAGS } from "./globals.ts";
import { HELP_STYLE } from "./help-style.ts";
import type { BuiltCommand } from "./operation/command.ts";

/** The command line, without a process around it. */
export interface Program {
  /** Runs one command line (without node and script) and gives its exit code. Writes to the given streams only; never throws. */
  run(argv: readonly string[]): Promise<number>;
  /** Shows a failure that happened outside `run` as any other, and gives its exit code. */
  fail(error: unknown, argv: readonly string[]): Promise<number>;
}

/** Builds the command line over a catalog of operations. Only what the arguments name is built, and only the chosen operation is loaded. */
export const createProgram = (deps: CliDeps): Program => ({
  run: async (given) => {
    const argv = withHelpWord(given);
    const display = displayOf(argv, deps.io.env);
    let built: Built | undefined;
    try {
      built = await build(argv, display, deps);
      await built.program.parseAsync(built.command?.prepare(argv) ?? [...argv], { from: "user" });
      return built.exitCode();
    } catch (error) {
      return reportOf(error, display, built, deps);
    }
  },
  fail: (error, argv) => reportOf(error, displayOf(argv, deps.io.env), undefined, deps),
});

interface Built {
  program: Command;
  /** The deepest command that the arguments name. */
  deepest: Command;
  command: BuiltCommand | undefined;
  /** Of a command that came to its end. */
  exitCode(): number;
}

const EMULATOR = "emulator";
const AUTH = "auth";
const DOCTOR = "doctor";

const build = async (argv: readonly string[], display: Display, deps: CliDeps): Promise<Built> => {
  const { catalog, io } = deps;
  const path = commandPath(argv, GLOBAL_VALUE_FLAGS);
  const program = newProgram(deps);
  let deepest = program;
  let command: BuiltCommand | undefined;
  let exitCode = 0;
  const onEnd = (code: number) => {
    exitCode = code;
  };
  const groups = new Map<string, typeof catalog>();
  for (const entry of catalog) {
    const group = kebab(entry.id.slice(0, entry.id.indexOf(".")));
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  for (const [group, entries] of groups) {
    const verbs = entries.map(({ id }) => kebab(id.slice(id.indexOf(".") + 1)));
    const groupCommand = program
      .command(group)
      .summary(verbs.join(", "))
      .usage("<verb> [arguments] [flags]")
      .helpCommand(false)
      .commandsGroup("Verbs:");
    if (group !== path.group) continue;
    deepest = groupCommand;
    for (const [at, entry] of entries.entries()) {
      const verb = groupCommand.command(verbs[at] ?? "").description(entry.summary);
      if (verbs[at] !== path.verb) continue;
      deepest = verb;
      command = await buildOperation(verb, entry, program, display, deps, onEnd);
    }
  }
  for (const entry of catalog) {
    if (entry.alias === undefined) continue;
    const short = program.command(entry.alias).summary(entry.summary).description(entry.summary).helpCommand(false).helpGroup("Shortcuts:");
    if (entry.alias !== path.group) continue;
    deepest = short;
    command = await buildOperation(short, entry, program, display, deps, onEnd);
  }
  const emulator = program.command(EMULATOR).summary("serve the stand-in for Zoom, or look into it").helpCommand(false);
  if (path.group === EMULATOR) {
    const { buildEmulatorCommand } = await import("./emulator/command.ts");
    deepest = buildEmulatorCommand(emulator, path.verb, io, display);
  }
  const globals = () => program.opts();
  const auth = program.command(AUTH).summary("sign in and out: login, status, refresh, logout, list").helpCommand(false);
  if (path.group === AUTH) deepest = (await import("./auth/command.ts")).buildAuthCommand(auth, path.verb, deps, display, globals);
  const doctor = program.command(DOCTOR).summary("look whether sign-in, scopes and the rest are as they must be");
  if (path.group === DOCTOR) {
    const { buildDoctorCommand } = await import("./doctor/command.ts");
    deepest = buildDoctorCommand(doctor, deps, display, globals, onEnd);
  }
  return { program, deepest, command, exitCode: () => exitCode };
};

const buildOperation = async (
  command: Command,
  entry: CatalogEntry,
  program: Command,
  display: Display,
  deps: CliDeps,
  onEnd: (code: number) => void,
): Promise<BuiltCommand> => {
  const [{ buildCommand }, operation] = await Promise.all([import("./operation/command.ts"), entry.load()]);
  return buildCommand(command, entry, operation, { ...deps, display, programOptions: program.options, globals: () => program.opts(), onEnd });
};

const newProgram = ({ io, version }: CliDeps): Command => {
  const program = new Command("zoom-webinar")
    .description("Run Zoom webinars from a terminal.")
    .usage("<resource> <verb> [arguments] [flags]")
    .version(version, "-V, --version", "print the version")
    .addHelpOption(new Option("-h, --help", "show help; every resource and verb has its own").helpGroup("Flags:"))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: () => {}, // complaints come back as errors, and are shown like any other
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp(HELP_STYLE)
    .showSuggestionAfterError(false)
    .commandsGroup("Resources:")
    .optionsGroup("Flags:");
  for (const { flags, description, strictest } of GLOBAL_FLAGS) {
    const option = new Option(flags, description);
    program.addOption(strictest === null ? option : option.argParser((value, before: unknown) => (before === strictest ? strictest : value)));
  }
  return program.addHelpText(
    "after",
    [
      "",
      "Every flag above is also read from ZOOM_WEBINAR_<FLAG>, such as ZOOM_WEBINAR_SAFETY=read-only.",
      "Credentials: auth login, or ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET; or --emulator to try it without an account.",
      "Exit codes: 0 done, 1 refused by Zoom, 2 input, 3 not allowed or not confirmed, 4 credentials or scopes, 5 plan or role,",
      "            6 try later, 7 partly done, 8 unknown whether done, 130 interrupted.",
    ].join("\n"),
  );
};

/** Never throws: who calls it has no way left to tell the user, and would come back here. */
const reportOf = async (error: unknown, display: Display, built: Built | undefined, { catalog, io }: CliDeps): Promise<number> => {
  const isParser = error instanceof CommanderError;
  if (isParser && error.exitCode === 0) return 0; // help or version, written already
  try {
    const { reportFailure, usageFailure } = await import("./errors/index.ts");
    const options = { io, display, labels: built?.command?.labels ?? new Map<string, string>() };
    return await (isParser && built ? usageFailure(error, knownWords(built, catalog), options) : reportFailure(error, options));
  } catch {
    // An update may replace our files while we run: what was not loaded yet is gone.
    io.stderr.write("error: Something went wrong inside zoom-webinar, and its report cannot be loaded.\n");
    return 1;
  }
};

const knownWords = ({ program, deepest }: Built, catalog: CliDeps["catalog"]): KnownWords => {
  const names: string[] = [];
  for (let command: Command | null = deepest; command; command = command.parent) names.unshift(command.name());
  const flags = [...deepest.options, ...program.options].flatMap(({ long }) => (long ? [long] : []));
  return {
    command: names.join(" "),
    commands: deepest.commands.map((command) => command.name()),
    flags: [...flags, "--help"],
    surplus: deepest.args.slice(deepest.registeredArguments.length),
    help: deepest.helpInformation({ error: true }),
    aliases: new Map(
      catalog.flatMap(({ tool, id }) => {
        const command = id.split(".").map(kebab).join(" ");
        return [tool, kebab(tool), id].map((name) => [name, command] as const);
      }),
    ),
  };
};

/** The long form of every global flag: no operation may have a field of the same name. */
export const globalFlagNames = (): readonly string[] => [...GLOBAL_FLAGS.map(({ name }) => `--${name}`), "--help", "--version"];
