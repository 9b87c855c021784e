import { EXIT_CODES } from "@zoom-webinar/foundation";
import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "../command-path.ts";
import { write } from "../io.ts";
import type { KnownWords } from "./known-words.ts";
import { type ReportOptions, reportFailure } from "./report.ts";
import { type ParserError, toInputError } from "./usage-error.ts";

export { reportFailure };

/** Reports what the parser threw; a resource without a verb shows its help. */
export const usageFailure = async (error: ParserError, known: KnownWords, catalog: Catalog, options: ReportOptions): Promise<number> => {
  if (error.code === "commander.help" && !options.output.isJson) {
    await write(options.io.stderr, known.help);
    return EXIT_CODES.input_invalid;
  }
  const suggestions = error.code === "commander.unknownCommand" ? await commandsFor(error, known, catalog) : [];
  return reportFailure(toInputError(error, { ...known, suggestions }), options);
};

const MOST_GUESSED = 3;

/** Guesses which commands were meant by an unknown one. The resource typed before it is part of the search. */
const commandsFor = async ({ message }: ParserError, { command, argv }: KnownWords, catalog: Catalog): Promise<readonly string[]> => {
  const [{ createFinder }, { commandOf }] = await Promise.all([
    import("@zoom-webinar/webinar-core/doors/find"),
    import("@zoom-webinar/webinar-core/doors"),
  ]);
  const [, word = ""] = /'([^']*)'/.exec(message) ?? [];
  const [, resource = ""] = command.split(" ");
  // Verbs of our own commands, such as `completion`, are no operations.
  if (resource !== "" && !catalog.some(({ id }) => kebab(id.split(".")[0] ?? "") === resource)) return [];
  // At the top nobody knows what is a command and what is a value: all words say what is meant.
  const flagAt = argv.findIndex((each) => each.startsWith("-"));
  const asked = resource === "" ? argv.slice(argv.indexOf(word), flagAt < argv.indexOf(word) ? undefined : flagAt).join(" ") : `${word} ${resource}`;
  const found = createFinder(catalog.filter(({ isHidden }) => !isHidden))(asked.replaceAll("-", " "), MOST_GUESSED);
  return found.map(({ entry }) => entry.alias ?? commandOf(entry.id));
};
