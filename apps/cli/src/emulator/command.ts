import { type Command, CommanderError, Option } from "commander";
import type { OwnCall } from "../own-commands.ts";
import { readSettings } from "../settings.ts";
import { ACTIONS, type Action } from "./actions.ts";

const URL_OPTION = ["--url <url>", "act on an emulator that runs at this address, such as http://127.0.0.1:4646"] as const;
const FOLDER_OPTION = ["--folder <folder>", "keep the world in this folder"] as const;

const SERVE = "serve";

const collect = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];

/** Adds flags, verbs and their actions to the `emulator` command. Returns the deepest command that was named. */
export const buildEmulatorCommand = ({ command: emulator, verb, deps, output, globals }: OwnCall): Command => {
  const { io } = deps;
  const isEmbedded = () => readSettings(globals(), io.env, deps.defaults).emulator === true;
  emulator
    .description(
      "Serve an emulator of Zoom: its API below /v2, tokens at /oauth/token. Any app may sign in. Runs until interrupted. `serve`, or any flag, starts it.",
    )
    .usage("serve|<verb> [flags]")
    .argument("[verb]") // without it the parser would count an unknown verb as one argument too many
    .option("--port <number>", "port to listen on, 0 for any free one; if left out: 4646")
    .option("--host <address>", "address to listen on; if left out: 127.0.0.1, this machine only")
    .option(FOLDER_OPTION[0], `${FOLDER_OPTION[1]}; without it, a new one that ends with the command`)
    .option("--strict-auth", "accept only the demo app")
    .option("--validate", "answer 400 to what does not fit our OpenAPI document, naming each fault")
    .option("--seed <file>", "start with the world of this file, YAML or JSON; `init` writes an example")
    .option("--world <name>", "start with this world: demo, empty, conference-series, rejoins, large; if left out: demo")
    .option("--switch <name=value>", "decide what is not known about Zoom, such as duplicateRegistrant=error; repeat", collect)
    .option("--no-rate-limits", "answer any number of requests, without rate limits")
    .addOption(new Option(...URL_OPTION).hideHelp())
    .addHelpText(
      "after",
      "\nThe verbs act on the world that other commands use: the emulator on this machine\nthat ZOOM_API_BASE_URL names, else that of --emulator. --folder or --url names\nanother.",
    )
    .commandsGroup("Verbs:")
    .action(async (word: string | undefined) => {
      if (word !== undefined) throw new CommanderError(1, "commander.unknownCommand", `error: unknown command '${word}'`);
      const { rateLimits, ...given } = emulator.opts();
      if (rateLimits !== false && Object.keys(given).length === 0) throw new CommanderError(1, "commander.help", "(outputHelp)");
      await start();
    });
  const runVerb: RunVerb = async (action, words, flags) => {
    const { act } = await import("./act.ts");
    await act(action, words, flags, { io, output, isEmbedded: isEmbedded() });
  };
  const start = async () => {
    const { serve } = await import("./serve.ts");
    await serve(emulator.opts(), io, output);
  };
  // Its flags are those of `emulator`, so its help is the same.
  const serveCommand = emulator.command(SERVE, { hidden: true }).action(start);
  serveCommand.outputHelp = () => emulator.outputHelp();
  const initCommand = emulator
    .command("init")
    .description("Write an example of a file for --seed, which explains each field.")
    .argument("[file]", "where to; a name that ends with .json gets JSON", "zoom-emulator.yaml")
    .action(async (file: string) => {
      const { init } = await import("./init.ts");
      await init(file, output);
    });
  let deepest = verb === "init" ? initCommand : emulator;
  for (const [name, action] of Object.entries(ACTIONS)) {
    const command = addVerb(emulator, name, action, runVerb);
    if (name === verb) deepest = command;
  }
  return deepest;
};

type RunVerb = (action: Action, words: readonly string[], flags: Readonly<Record<string, unknown>>) => Promise<void>;

const addVerb = (emulator: Command, verb: string, action: Action, run: RunVerb): Command => {
  // The parser gives --url and --folder to `emulator`, wherever they are; here they are for the help.
  const command = emulator
    .command(verb)
    .description(action.summary)
    .option(...URL_OPTION)
    .option(...FOLDER_OPTION);
  for (const { name, help } of action.words ?? []) command.argument(`<${name}>`, help);
  for (const { flag, help, many } of action.flags ?? []) {
    if (many) command.option(flag, help, collect);
    else command.option(flag, help);
  }
  return command.action(() => run(action, command.processedArgs.map(String), command.optsWithGlobals()));
};
