import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { commandPath } from "./command-path.ts";
import { GLOBAL_VALUE_FLAGS } from "./globals.ts";
import { actionNamed, groupsOf, verbNamed } from "./groups.ts";
import { OWN_COMMANDS } from "./own-commands.ts";
import { isVerbWord, nameMeant, verbMeant } from "./verb-words.ts";

const HELP_FLAGS = new Set(["--help", "-h"]);

/** A command line as we write it: "webinar show 5" is "webinars get 5", and help that is asked for anywhere is asked of the command that is named. */
export const canonicalLine = (typed: readonly string[], catalog: Catalog): readonly string[] => {
  const groups = groupsOf(catalog);
  const names = [...groups.map(({ name }) => name), ...catalog.flatMap(({ alias }) => alias ?? []), ...Object.keys(OWN_COMMANDS)];
  const argv = withResourceFirst(typed, names);
  const { group, verb, places, isVerbSure } = commandPath(argv, GLOBAL_VALUE_FLAGS);
  const [groupAt = -1, verbAt = -1] = places;
  if (group === undefined) return argv;
  const line = [...argv];
  const meant = nameMeant(group, names) ?? group;
  line[groupAt] = meant;
  const resource = groups.find(({ name }) => name === meant);
  if (verb === "help" && isVerbSure && resource !== undefined) line.splice(verbAt, 1, "--help");
  else if (verb !== undefined && isVerbSure && resource !== undefined && verbNamed(resource, verb) === undefined) {
    const action = actionNamed(resource, verb);
    if (action === null)
      line[verbAt] =
        verbMeant(
          verb,
          resource.verbs.map(({ name }) => name),
        ) ?? verb;
    else line.splice(verbAt, 1, action.verb, ...action.flags);
  }
  return withHelpLast(line);
};

/** "get webinars" is "webinars get": some programs want the verb first. */
const withResourceFirst = (argv: readonly string[], names: readonly string[]): readonly string[] => {
  const { group, verb, places, isVerbSure } = commandPath(argv, GLOBAL_VALUE_FLAGS);
  const [groupAt = -1, verbAt = -1] = places;
  const isSwapped =
    group !== undefined && verb !== undefined && isVerbSure && nameMeant(group, names) === undefined && isVerbWord(group) && nameMeant(verb, names);
  if (!isSwapped) return argv;
  const line = [...argv];
  line[groupAt] = verb;
  // "get webinars" without an ID asks for all of them.
  const isAlone = (argv[verbAt + 1] ?? "-").startsWith("-");
  line[verbAt] = group === "get" && isAlone ? "list" : group;
  return line;
};

const withHelpLast = (line: readonly string[]): readonly string[] => {
  const end = line.indexOf("--");
  const [words, rest] = end === -1 ? [line, []] : [line.slice(0, end), line.slice(end)];
  return words.some((word) => HELP_FLAGS.has(word)) ? [...words.filter((word) => !HELP_FLAGS.has(word)), "--help", ...rest] : line;
};
