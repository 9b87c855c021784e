import { InputError, ownValue } from "@zoom-webinar/foundation";
import { didYouMean, notInZoom } from "@zoom-webinar/webinar-core/doors";
import { type NamedAddress, readNamedAddress, splitName } from "../fields/named-address.ts";
import { orList } from "../or-list.ts";
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
    case "commander.missingMandatoryOptionValue": {
      const [, flag = quoted, choices] = /^(--[\w-]+)(?: <(.+)>)?$/.exec(quoted) ?? [];
      return InputError.at(flag, "is required", choices?.includes("|") === true ? `One of ${choices.replaceAll("|", ", ")}.` : help);
    }
    case "commander.missingArgument":
      return InputError.at(`<${quoted}>`, "is required", help);
    case "commander.help":
      return InputError.at("", `${known.command} needs one of: ${known.commands.join(", ")}`, help);
    case "commander.excessArguments":
      return InputError.at("", `unexpected argument ${known.surplus.map((word) => JSON.stringify(word)).join(" ")}`, surplusHint(known));
    default:
      return InputError.at("", message.replace(/^error: /, ""), help);
  }
};

/** Webinar IDs are printed in groups of digits: without quotes they are three words. */
const surplusHint = ({ command, surplus, flags, argv, takesOne }: KnownWords): string => {
  const [word = ""] = surplus;
  const before = argv[argv.indexOf(word) - 1] ?? "";
  if (surplus.length === 1 && /^\d{9,}$/.test(word) && /^[^\s@]+@[^\s@]+$/.test(before))
    return `${before} stands in the webinar's place: name the webinar first.`;
  if (surplus.every((each) => /^\d{9,}$/.test(each))) return takesOne ?? "It takes one at a time: run it once for each.";
  if (surplus.every((each) => /^\d+$/.test(each))) return 'Put quotes around a value that has spaces: "953 1234 5678".';
  if (FORMATS.has(before)) return CHOOSE_FIELDS;
  if (argv[argv.indexOf(word) - 2] === "--fields") return `Separate fields by commas: --fields ${[before, ...surplus].join(",")}.`;
  if (flags.includes("--output") && /\.(csv|tsv|jsonl?|html|ics|ya?ml)$/i.test(word)) return `A file is named with --output ${word}.`;
  const switched = flags.includes(before) && /^(yes|no|true|false|on|off)$/i.test(word);
  if (switched) return `Write ${before}=${/^(yes|true|on)$/i.test(word)}; no value beside it means on, --no-${before.slice(2)} off.`;
  const [, field, said] = /^([a-z][\w-]*)=(.+)$/s.exec(word) ?? [];
  if (field !== undefined && flags.includes(`--${field.replaceAll("_", "-")}`))
    return `Write --${field.replaceAll("_", "-")} ${JSON.stringify(said)}.`;
  const person = readNamedAddress(word);
  if (person !== null && flags.includes("--first-name")) return `Write ${asFlags(person)}.`;
  const flag = !word.includes("@") ? "--topic" : flags.includes("--email") ? "--email" : "--host";
  if (flags.includes(flag) && surplus.length === 1) return `Is it the ${flag.slice(2)}? Write ${flag} ${JSON.stringify(word)}.`;
  const isSplit = surplus.length > 1 || (before !== "" && !before.startsWith("-") && !command.endsWith(before));
  return `${isSplit ? "Put quotes around a value that has spaces; " : ""}${command} --help says what it takes.`;
};

const asFlags = ({ name, email }: NamedAddress): string => {
  const { first_name, last_name } = splitName(name);
  return `--email ${email} --first-name ${JSON.stringify(first_name)}${last_name === undefined ? "" : ` --last-name ${JSON.stringify(last_name)}`}`;
};

const FORMATS: ReadonlySet<string> = new Set(FORMAT_NAMES.filter((name) => name !== "text").map((name) => `--${name}`));
const CHOOSE_FIELDS = "It takes no value; --fields id,topic chooses fields.";

/** The flags of the formats that other programs take as a value: "-o json", "--format csv". Null if no format is asked for. */
const formatsMeant = (flag: string, value: string | undefined): readonly string[] | null => {
  if (!["-o", "-f", "--format", "--out", "--output-format"].includes(flag) || value === undefined || !/^[a-z]+$/i.test(value)) return null;
  const format = `--${FORMATS_ELSEWHERE[value] ?? value}`;
  return FORMATS.has(format) ? [format] : [...FORMATS];
};

/** Formats of other programs, with ours for the same use. */
const FORMATS_ELSEWHERE: Readonly<Record<string, string | undefined>> = { xlsx: "csv", xls: "csv", excel: "csv", ndjson: "jsonl" };

const unknownFlag = (given: string, { flags, shownFlags, argv }: KnownWords, help: string): InputError => {
  const [name = given, ...value] = given.split("=");
  if (value.length > 0 && flags.includes(name))
    return InputError.at(name, "takes no value but true or false", FORMATS.has(name) ? CHOOSE_FIELDS : help);
  const near = formatsMeant(name, value[0] ?? argv[argv.indexOf(given) + 1]) ?? flagsMeant(name, shownFlags, flags, didYouMean);
  return InputError.at(name, `unknown flag${near.length === 0 ? "" : `, did you mean ${orList(near)}?`}`, help);
};

/** What people type first, with the command that does it. */
const TOP_WORDS: Readonly<Record<string, string>> = {
  login: "auth login",
  signin: "auth login",
  logout: "auth logout",
  whoami: "auth status",
  status: "auth status",
  setup: "auth login",
  init: "auth login",
  find: "operations find",
  search: "operations find",
};

/** A mistyped command is about as long as the right one: "move" is not "remove-from". */
const commandNear = (given: string, commands: readonly string[]): string | null => {
  const near = didYouMean(given, commands);
  return near !== null && Math.abs(near.length - given.length) <= Math.max(3, given.length / 2) ? near : null;
};

/** Other words for what Zoom does not have. */
const SAME: Readonly<Record<string, string | undefined>> = { recover: "restore", undelete: "restore" };

/** "tracking-sources", "delete" → "trackingSources.delete". */
const idOf = (resource: string, verb: string): string =>
  `${resource}.${ownValue(SAME, verb) ?? verb}`.replaceAll(/-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

const unknownCommand = (given: string, { commands, aliases, command, suggestions, argv }: KnownWords, help: string): InputError => {
  const [, resource = ""] = command.split(" ");
  const flagBefore = argv[argv.indexOf(given) - 1] ?? "";
  if (command === "zoom-webinar" && /^--?[a-z]/.test(flagBefore))
    return InputError.at(
      "",
      `"${given}" is not a command`,
      `Flags of a command stand behind it: zoom-webinar <resource> <verb> ${flagBefore} ${JSON.stringify(given)}.`,
    );
  const missing = notInZoom.find(({ id }) => id === idOf(resource === "" ? "webinars" : resource, given));
  if (missing !== undefined) return InputError.at("", `"${given}" is not a command. ${missing.why}`, missing.instead.replaceAll(/ \([a-z_]+\)/g, ""));
  const near = aliases.get(given) ?? (given === "export" ? aliases.get(`exports.${resource}`) : TOP_WORDS[given]) ?? commandNear(given, commands);
  const place = command === "zoom-webinar" ? "" : ` of ${command}`;
  return InputError.at(
    "",
    `"${given}" is not a command${place}${near === null ? "" : `, did you mean ${near}?`}`,
    near === null && suggestions.length > 0
      ? `Perhaps you look for ${orList(suggestions)}. ${place === "" ? "zoom-webinar operations find takes your own words. " : ""}${help}`
      : help,
  );
};
