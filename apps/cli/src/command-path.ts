/** "trackingSources" → "tracking-sources"; the core's `commandOf` says the same of a whole id. */
export const kebab = (name: string): string => name.replaceAll("_", "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The group and the verb that a command line names, before any parser sees it: only they are built. */
export interface CommandPath {
  group: string | undefined;
  verb: string | undefined;
  /** False: the verb may be the value of a flag before it. */
  isVerbSure: boolean;
  /** Where on the command line the words stand. */
  places: readonly number[];
}

/** Finds the first two words that are neither flags nor values of the given flags. */
export const commandPath = (argv: readonly string[], valueFlags: ReadonlySet<string>): CommandPath => {
  const places: number[] = [];
  let isVerbSure = true;
  for (let at = 0; at < argv.length && places.length < 2; at++) {
    const word = argv[at] ?? "";
    if (word === "--") break;
    if (!word.startsWith("-")) {
      places.push(at);
      isVerbSure = !(argv[at - 1] ?? "").startsWith("-");
    } else if (valueFlags.has(word)) at++;
  }
  const [group, verb] = places.map((at) => argv[at]);
  return { group, verb, isVerbSure, places };
};

/** "help registrants list" → "registrants list --help"; no words at all → "--help". */
export const withHelpWord = (argv: readonly string[]): readonly string[] => {
  if (argv.length === 0) return ["--help"];
  return argv[0] === "help" ? [...argv.slice(1), "--help"] : argv;
};
