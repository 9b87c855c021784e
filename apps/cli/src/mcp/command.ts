import type { Command } from "commander";
import { commandPath } from "../command-path.ts";
import { GLOBAL_VALUE_FLAGS } from "../globals.ts";
import type { OwnCall } from "../own-commands.ts";
import { readSettings } from "../settings.ts";
import { CLIENTS, placeOf } from "./clients.ts";
import { assertServersOwn, serverArgs, serverOptions } from "./server-flags.ts";

const NAMES = [...Object.keys(CLIENTS), "print"].join("|");

/** Adds verbs to the `mcp` command; returns the deepest that was named. */
export const buildMcpCommand = ({ command, verb, argv, deps, output, globals }: OwnCall): Command => {
  command.description("Let an AI assistant use Zoom webinars.").usage("<verb> [flags]").commandsGroup("Verbs:");
  const settings = () => readSettings(globals(), deps.io.env, deps.defaults);
  const launch = () => ({ execPath: process.execPath, script: process.argv[1] ?? "", version: deps.version, platform: process.platform });
  /** What an assistant is to start, with the server's flags of this command line. */
  const entry = async () => {
    assertServersOwn(globals());
    const { emulator, profile, safety } = settings();
    const flags = serverArgs(argv, deps.io.cwd);
    // Whoever may not write here does not mean the assistant to: its variables are not this terminal's.
    const isKept = safety === "read-only" && !flags.includes("--safety") ? ["--safety", "read-only"] : [];
    return (await import("./entry.ts")).entryFor(launch(), { emulator, profile }, [...flags, ...isKept]);
  };
  const withServerFlags = (verb: Command, head: string): Command => {
    for (const option of serverOptions(head)) verb.addOption(option);
    return verb;
  };
  const edit = (name: string, summary: string) =>
    command
      .command(name)
      .description(summary)
      .requiredOption(`--client <${NAMES}>`, "which assistant")
      .option("--file <path>", "another file than the assistant's own, such as .vscode/mcp.json")
      .option("--dry-run", "say what would be written, and write nothing")
      .action(async (flags: { client: string; file?: string; dryRun?: boolean }) => {
        const { install } = await import("./install.ts");
        const added = name === "install" ? await entry() : null;
        await install({ client: flags.client, entry: added, file: flags.file, isDry: flags.dryRun === true }, deps.io, output);
      });
  const commands = [
    withServerFlags(
      edit("install", "Add our server to an assistant's configuration; comments, other servers and unknown keys stay."),
      "Flags of the server, which its entry keeps:",
    ),
    edit("uninstall", "Take our own entry out of an assistant's configuration, and nothing else."),
    withServerFlags(
      command
        .command("show")
        .description("Show what install would write for each assistant, and the links of those that take one.")
        .option(`--client <${Object.keys(CLIENTS).join("|")}>`, "only for this assistant"),
      "Flags of the server, which its entry keeps:",
    ).action(async ({ client }: { client?: string }) => {
      const [{ snippetsFor }, { clientNamed }] = await Promise.all([import("./show.ts"), import("./client-named.ts")]);
      if (client !== undefined) clientNamed(client);
      const all = snippetsFor(await entry(), placeOf(deps.io.env));
      const snippets = client === undefined ? all : all.filter((each) => each.client === client);
      await output.show({
        value: { clients: snippets },
        text: () =>
          snippets
            .map(({ title, file, text, link }) => [`${title}: ${file}`, text.trimEnd(), ...(link === null ? [] : [link]), ""].join("\n"))
            .join("\n"),
      });
    }),
    withServerFlags(
      command
        .command("serve")
        .description("Run the MCP server on stdin and stdout, or with --http on a port; mcp serve --http --help shows the flags of that one.")
        .option("--http", "serve over HTTP"),
      "Flags of the server:",
    )
      .helpOption(!argv.includes("--http"))
      .allowUnknownOption()
      .allowExcessArguments()
      .action(async () => {
        const { places } = commandPath(argv, GLOBAL_VALUE_FLAGS);
        const flags = argv.filter((word, at) => !places.includes(at) && word !== "--http");
        (await import("./serve.ts")).serve(argv.includes("--http") ? "mcp-http" : "mcp-stdio", flags);
      }),
  ];
  return commands.find((each) => each.name() === verb) ?? command;
};
