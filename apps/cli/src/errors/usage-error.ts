import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "@zoom-webinar/webinar-core/doors";
import { FORMAT_NAMES } from "../output/formats/index.ts";
import { flagsMeant } from "./flag-words.ts";
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
const surplusHint = ({ command, surplus, flags, argv }: KnownWords): string => {
  const [word = ""] = surplus;
  const before = argv[argv.indexOf(word) - 1] ?? "";
  if (surplus.every((each) => /^\d+$/.test(each))) return 'Put quotes around a value that has spaces: "953 1234 5678".';
  if (FORMATS.has(before)) return CHOOSE_FIELDS;
  if (flags.includes("--output") && /\.(csv|tsv|jsonl?|html|ics|ya?ml)$/i.test(word)) return `A file is named with --output ${word}.`;
  const flag = word.includes("@") ? "--email" : "--topic";
  if (flags.includes(flag) && surplus.length === 1) return `Is it the ${flag.slice(2)}? Write ${flag} ${JSON.stringify(word)}.`;
  return `${command} --help says what it takes.`;
};

const FORMATS: ReadonlySet<string> = new Set(FORMAT_NAMES.filter((name) => name !== "text").map((name) => `--${name}`));
const CHOOSE_FIELDS = "It takes no value; --fields id,topic chooses fields.";

/** "--a", "--a or --b", "--a, --b or --c". */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

const unknownFlag = (given: string, { flags, shownFlags }: KnownWords, help: string): InputError => {
  const [name = given, ...value] = given.split("=");
  if (value.length > 0 && flags.includes(name))
    return InputError.at(name, "takes no value but true or false", FORMATS.has(name) ? CHOOSE_FIELDS : help);
  const near = flagsMeant(name, shownFlags, flags, didYouMean);
  return InputError.at(name, `unknown flag${near.length === 0 ? "" : `, did you mean ${listed(near)}?`}`, help);
};

const unknownCommand = (given: string, { commands, aliases, command, perhaps }: KnownWords, help: string): InputError => {
  const near = aliases.get(given) ?? didYouMean(given, commands);
  const place = command === "zoom-webinar" ? "" : ` of ${command}`;
  return InputError.at(
    "",
    `"${given}" is not a command${place}${near === null ? "" : `, did you mean ${near}?`}`,
    near === null && perhaps.length > 0 ? `Perhaps you look for ${listed(perhaps)}. ${help}` : help,
  );
};
