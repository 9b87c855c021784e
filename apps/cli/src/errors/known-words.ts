/** What the user could have meant, gathered while the program was built. */
export interface KnownWords {
  /** "zoom-webinar registrants list", as far as the command line named it. */
  command: string;
  /** Words that may come next: groups, or verbs of the group. */
  commands: readonly string[];
  flags: readonly string[];
  /** Those of them that help shows. */
  shownFlags: readonly string[];
  /** The command line's words. */
  argv: readonly string[];
  /** Commands that some words describe, best first. */
  suggestions: readonly string[];
  /** Words by position that the command does not take. */
  surplus: readonly string[];
  /** Why it takes no second value, and what to do instead. */
  takesOne: string | undefined;
  /** Help of that command. */
  help: string;
  /** Names that other doors use, with the command that does the same. */
  aliases: ReadonlyMap<string, string>;
}
