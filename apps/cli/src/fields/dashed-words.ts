/** Short flags of every command, alone or together: -h, -v, -V. */
const SHORT = /^-[hvV]+$/;

/** What is known of a command's flags. */
export interface KnownFlags {
  /** Long forms of all flags: "--status". */
  all: ReadonlySet<string>;
  /** Those that take the next word as their value. */
  withValue: ReadonlySet<string>;
}

/**
 * Moves words by position that begin with one dash, as some ids do ("-hIp_x9Tq"), behind "--", with all words by position after them: the parser would
 * take them for short flags, of which there are three. A long flag that lost one of its dashes stays, so that the parser can name it.
 */
export const withDashedWords = (argv: readonly string[], { all, withValue }: KnownFlags): string[] => {
  const before: string[] = [];
  const behind: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (word === "--") {
      behind.push(...argv.slice(at + 1));
      return [...before, "--", ...behind];
    }
    const isFlag = word.startsWith("--") || SHORT.test(word) || /^-.?$/.test(word) || all.has(`-${word.split("=")[0]}`);
    const isDashed = word.startsWith("-") && !isFlag;
    if (isDashed || (behind.length > 0 && !word.startsWith("-"))) behind.push(word);
    else before.push(word);
    if (withValue.has(word) && at + 1 < argv.length) before.push(argv[++at] ?? "");
  }
  return behind.length === 0 ? before : [...before, "--", ...behind];
};
