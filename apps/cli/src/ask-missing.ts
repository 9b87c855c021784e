import { InputError } from "@zoom-webinar/foundation";
import { type Argument, type Command, CommanderError, type Option } from "commander";
import type { Io } from "./io.ts";
import { answerTo, canAsk } from "./questions.ts";

/** One short thing that a command of the terminal alone cannot do without. */
interface Missing {
  /** "<key>", "--client" */
  readonly label: string;
  readonly description: string;
  /** Empty: it is typed. */
  readonly choices: readonly string[];
  /** What stands before the answer on the command line. */
  readonly before: readonly string[];
}

/** What a person said is missing. */
export interface Said {
  /** To be put behind the words that were typed. */
  readonly words: readonly string[];
  /** True: anything may have been typed, so the command may still refuse it. */
  readonly isTyped: boolean;
}

/**
 * What is missing from a command line that failed for it, asked at the terminal. Null if it failed for something
 * else, or nobody can be asked. Throws `CancelledError` if the person breaks off.
 */
export const askMissing = async (error: unknown, command: Command, io: Io): Promise<Said | null> => {
  const missing = canAsk(io) ? missingIn(error, command) : null;
  if (missing === null) return null;
  const { label, description, choices, before } = missing;
  const [what = "", examples] = description.split(": ");
  const message = `${what.charAt(0).toUpperCase()}${what.slice(1)}?${examples === undefined ? "" : ` (${examples})`} ${label}`;
  const answer = await answerTo<unknown>(io, ({ select, text }, streams) =>
    choices.length > 0
      ? select({ message, options: choices.map((value) => ({ value, label: value })), ...streams })
      : text({ message, validate: (typed) => (typed === undefined || typed.trim() === "" ? "Please give one." : undefined), ...streams }),
  );
  return { words: [...before, String(answer)], isTyped: choices.length === 0 };
};

const missingIn = (error: unknown, command: Command): Missing | null => {
  if (error instanceof CommanderError && error.code === "commander.missingMandatoryOptionValue")
    return optionMissing(command.options.find((option) => option.mandatory && command.getOptionValue(option.attributeName()) === undefined));
  if (error instanceof CommanderError && error.code === "commander.missingArgument")
    return argumentMissing(command.registeredArguments[command.args.length]);
  const fault = error instanceof InputError && error.faults.length === 1 ? error.faults[0] : undefined;
  if (fault?.message !== "is required") return null;
  return argumentMissing(command.registeredArguments.find((argument) => fault.field === `<${argument.name()}>`));
};

const argumentMissing = (argument: Argument | undefined): Missing | null =>
  argument === undefined
    ? null
    : { label: `<${argument.name()}>`, description: argument.description || argument.name(), choices: argument.argChoices ?? [], before: [] };

/** What one of several is typed as: "--client <cursor|vscode>". */
const optionMissing = (option: Option | undefined): Missing | null => {
  if (option?.long == null) return null;
  const [, words = ""] = /<(.+)>/.exec(option.flags) ?? [];
  return { label: option.long, description: option.description, choices: words.includes("|") ? words.split("|") : [], before: [option.long] };
};
