/** "trackingSources" → "tracking-sources"; the core's `commandOf` says the same of a whole id. */
export const kebab = (name: string): string => name.replaceAll("_", "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The group and the verb that a command line names, before any parser sees it: only they are built. */
export interface CommandPath {
  group: string | undefined;
  verb: string | undefined;
  /** False: the verb may be the value of a flag before it. */
  isVerbSure: boolean;
}

/** Finds the first two words that are neither flags nor values of the given flags. */
export const commandPath = (argv: readonly string[], valueFlags: ReadonlySet<string>): CommandPath => {
  const words: string[] = [];
  let isVerbSure = true;
  for (let at = 0; at < argv.length && words.length < 2; at++) {
    const word = argv[at] ?? "";
    if (word === "--") break;
    if (!word.startsWith("-")) {
      words.push(word);
      isVerbSure = !(argv[at - 1] ?? "").startsWith("-");
    } else if (valueFlags.has(word)) at++;
  }
  return { group: words[0], verb: words[1], isVerbSure };
};

/** "help registrants list" → "registrants list --help"; no words at all → "--help". */
export const withHelpWord = (argv: readonly string[]): readonly string[] => {
  if (argv.length === 0) return ["--help"];
  return argv[0] === "help" ? [...argv.slice(1), "--help"] : argv;
};
