import { InputError } from "@zoom-webinar/foundation";
import { commandOf } from "@zoom-webinar/webinar-core/doors";
import { createFinder } from "@zoom-webinar/webinar-core/doors/find";
import type { Command } from "commander";
import type { OwnCall } from "../own-commands.ts";

const MOST_FOUND = 10;

/** Adds the verb to the `operations` command; returns the deepest that was named. */
export const buildOperationsCommand = ({ command, verb, deps: { catalog }, output }: OwnCall): Command => {
  command.description("Look for a command in your own words.").usage("<verb> [flags]").commandsGroup("Verbs:");
  const find = command
    .command("find")
    .argument("[words...]", "what to look for")
    .description("Find the commands that fit some words, best first.")
    .addHelpText("after", "\nExamples:\n  zoom-webinar operations find who came\n  zoom-webinar operations find let people in")
    .action(async (words: readonly string[]) => {
      const text = words.join(" ").trim();
      if (text === "") throw InputError.at("<words>", "is required", "Say what you want to do: zoom-webinar operations find who came.");
      const matches = createFinder(catalog.filter(({ isHidden }) => !isHidden))(text, MOST_FOUND);
      const operations = matches.map(({ entry: { id, summary, effect, alias } }) => ({ command: alias ?? commandOf(id), summary, effect }));
      if (operations.length === 0) await output.remark("Nothing fits; zoom-webinar --help lists all commands.");
      await output.show({ value: { operations }, shape: { list: "operations", columns: ["command", "summary"] } });
    });
  return verb === "find" ? find : command;
};
