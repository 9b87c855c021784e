import type { Command } from "commander";
import { write } from "../io.ts";
import type { OwnCall } from "../own-commands.ts";

const INSTALL = [
  "",
  "Turn it on:",
  "  bash, in ~/.bashrc:",
  '    eval "$(zoom-webinar completion bash)"',
  "  zsh, in ~/.zshrc after compinit:",
  "    source <(zoom-webinar completion zsh)",
  "  fish, in ~/.config/fish/config.fish:",
  "    zoom-webinar completion fish | source",
  "  powershell, in $PROFILE:",
  "    zoom-webinar completion powershell | Out-String | Invoke-Expression",
].join("\n");

/** Adds verbs to the `completion` command; returns the deepest that was named. */
export const buildCompletionCommand = (
  { command, verb, deps: { catalog, io } }: OwnCall,
  { own, shells }: { own: readonly string[]; shells: Readonly<Record<string, string>> },
): Command => {
  command.description("Print what makes a shell complete our commands.").usage("<shell>").commandsGroup("Shells:").addHelpText("after", INSTALL);
  for (const [shell, script] of Object.entries(shells)) {
    command
      .command(shell)
      .description(`Print it for ${shell}.`)
      .action(() => write(io.stdout, script));
  }
  command
    .command("suggest", { hidden: true })
    .argument("[words...]")
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const { suggest } = await import("./suggest.ts");
      await write(io.stdout, (await suggest(words.length === 0 ? [""] : words, catalog, own)).map((word) => `${word}\n`).join(""));
    });
  return command.commands.find((each) => each.name() === verb) ?? command;
};
