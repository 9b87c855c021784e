import type { Command, HelpConfiguration } from "commander";

/** Most columns that flags may take: a longer one gets a line of its own, and does not push all texts to the right. */
const MOST_TERM_COLUMNS = 32;
const INDENT = "  ";
/** With less room beside the terms, texts stand below them. */
const NARROWEST_TEXT = 30;

/** What the parser calls flags in a usage that nobody wrote. */
const PARSERS_FLAGS = "[options]";

/** "list|ls" */
const termOf = (command: Command): string => [command.name(), ...command.aliases()].join("|");

/** How help is laid out: a column of terms, texts beside them. */
export const HELP_STYLE: HelpConfiguration = {
  minWidthToWrap: 1,
  // Flags stand last, as those of operations do.
  commandUsage: (command) => {
    const names: string[] = [];
    for (let one: Command | null = command; one !== null; one = one.parent) names.unshift(one === command ? termOf(one) : one.name());
    const usage = command.usage();
    const words = usage.startsWith(PARSERS_FLAGS) ? `${usage.slice(PARSERS_FLAGS.length)} [flags]` : ` ${usage}`;
    return `${names.join(" ")}${words}`;
  },
  // That a verb has flags goes without saying: every one has.
  subcommandTerm: (command) =>
    [
      termOf(command),
      ...command.registeredArguments.map((argument) => {
        const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
        return argument.required ? `<${name}>` : `[${name}]`;
      }),
    ].join(" "),
  padWidth: (command, helper) =>
    Math.min(
      MOST_TERM_COLUMNS,
      Math.max(
        helper.longestOptionTermLength(command, helper),
        helper.longestSubcommandTermLength(command, helper),
        helper.longestArgumentTermLength(command, helper),
      ),
    ),
  formatItem: (term, width, description, helper) => {
    const helpWidth = helper.helpWidth ?? 80;
    const column = width + 2 * INDENT.length;
    if (helpWidth - column < NARROWEST_TEXT) {
      const below = helper.boxWrap(description, Math.max(1, helpWidth - 2 * INDENT.length)).replaceAll("\n", `\n${INDENT}${INDENT}`);
      return `${INDENT}${term}${description === "" ? "" : `\n${INDENT}${INDENT}${below}`}`;
    }
    const text = helper.boxWrap(description, helpWidth - column).replaceAll("\n", `\n${" ".repeat(column)}`);
    const gap = term.length > width ? `\n${" ".repeat(column)}` : " ".repeat(column - INDENT.length - term.length);
    return `${INDENT}${term}${description === "" ? "" : gap}${text}`;
  },
};
