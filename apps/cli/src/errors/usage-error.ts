import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import type { KnownWords } from "./known-words.ts";

/** What the parser throws. */
export interface ParserError {
  code: string;
  message: string;
}

/** The parser's complaint as the error that every other door would give, with what was perhaps meant. */
export const toInputError = ({ code, message }: ParserError, known: KnownWords): InputError => {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? "";
  const help = `${known.command} --help lists what there is.`;
  switch (code) {
    case "commander.unknownOption":
      return unknownFlag(quoted, known, help);
    case "commander.unknownCommand":
      return unknownCommand(quoted, known, help);
    case "commander.optionMissingArgument": {
      const flag = /--[^\s,<]+/.exec(quoted)?.[0] ?? quoted;
      return InputError.at(flag, "needs a value", help);
    }
    case "commander.help":
      return InputError.at("", `${known.command} needs one of: ${known.commands.join(", ")}`, help);
    case "commander.excessArguments":
      return InputError.at("", `unexpected argument ${known.surplus.map((word) => JSON.stringify(word)).join(" ")}`, surplusHint(known));
    default:
      return InputError.at("", message.replace(/^error: /, ""), help);
  }
};

/** Webinar IDs are printed in groups of digits: without quotes they are three words. */
const surplusHint = ({ command, surplus }: KnownWords): string =>
  surplus.every((word) => /^\d+$/.test(word))
    ? 'Put quotes around a value that has spaces: "953 1234 5678".'
    : `${command} --help says what it takes.`;

const unknownFlag = (given: string, { flags }: KnownWords, help: string): InputError => {
  const [name = given, ...value] = given.split("=");
  if (value.length > 0 && flags.includes(name)) return InputError.at(name, "takes no value but true or false", help);
  const near = didYouMean(name, flags);
  return InputError.at(name, `unknown flag${near === null ? "" : `, did you mean ${near}?`}`, help);
};

const unknownCommand = (given: string, { commands, aliases, command }: KnownWords, help: string): InputError => {
  const near = aliases.get(given) ?? didYouMean(given, commands);
  const place = command === "zoom-webinar" ? "" : ` of ${command}`;
  return InputError.at("", `"${given}" is not a command${place}${near === null ? "" : `, did you mean ${near}?`}`, help);
};
