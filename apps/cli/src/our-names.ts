import { kebab } from "./command-path.ts";
import { wordsLeft } from "./needed-words.ts";

/** What this door calls things that the library and other doors have names for. */
export interface Names {
  /** How fields are shown to people, by dotted path. */
  readonly labels: ReadonlyMap<string, string>;
  /** Commands by the names that the library and other doors have for them. */
  readonly commands: ReadonlyMap<string, string>;
  /** The flags that lead a command to the account of this call; empty where no call is meant, as in a help page. */
  readonly account: readonly string[];
  /** What commands cannot do without, by the same names; left out where no call is meant. */
  readonly needed?: ReadonlyMap<string, readonly string[]>;
}

/** A text of the library's with commands and flags in it. */
export const inOurNames = (text: string, names: Names): string => withFlags(withCommands(text, names), names.labels);

/** What a description says of a field, in our own names: there, other fields are named also by plain words, as in "wall time (in timezone)". */
export const describedInOurNames = (text: string, names: Names): string =>
  inOurNames(
    outsideQuotes(text, (part) => withNamed(part, names.labels)),
    names,
  );

/** Where a description can only mean a field, whatever else the word means. */
const withNamed = (text: string, labels: ReadonlyMap<string, string>): string =>
  text
    .replace(/`([a-z_]+)`/g, (whole: string, name: string) => labels.get(name) ?? whole)
    .replace(/\bfrom and to\b/g, () => `${labels.get("from") ?? "from"} and ${labels.get("to") ?? "to"}`)
    .replace(
      /\b(in|instead of|with|needs|follows from|if) ([a-z]+)(?= ?[,;:)]|$)/gi,
      (_whole, words: string, name: string) => `${words} ${labels.get(name) ?? name}`,
    );

/** Changes a text but for what stands in quotes: that is the name of a column, or what somebody wrote, such as a topic. */
const outsideQuotes = (text: string, change: (part: string) => string): string =>
  text
    .split(/("[^"\n]*")/)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join("");

/** "panelists.list" and "list_panelists" → "zoom-webinar panelists list", with what the command cannot do without and the flags of the account behind what is to be typed. */
export const withCommands = (text: string, names: Pick<Names, "commands" | "account" | "needed">): string =>
  outsideQuotes(text, (part) => namedAsCommands(part, names));

/** The name of a command, and what is to be typed behind it: ids, places such as <webinar-id>, and flags with a value. */
const COMMAND = /(?<![\w.-])([a-z]\w*[._]\w+)(?![\w-]|\.\w)((?: (?:\d[\d-]*\d|<[\w-]+>|--[a-z][\w.-]* [\w/@-]+(?:\.[\w-]+)*))*)/g;

const namedAsCommands = (text: string, { commands, account, needed }: Pick<Names, "commands" | "account" | "needed">): string =>
  text.replace(COMMAND, (whole: string, name: string, typed: string) => {
    const command = commands.get(name);
    return command === undefined ? whole : [`${command}${typed}`, ...wordsLeft(needed?.get(name) ?? [], typed), ...account].join(" ");
  });

/** "resume: true (--resume)", "import_id: 12 and resume: true (zoom-webinar … --resume)": what is to be typed is said behind it already. */
const withTyped = (text: string): string => text.replace(/\b[a-z_]+: [^\s()]+(?: and [a-z_]+: [^\s()]+)* \(((?:--|zoom-webinar )[^()]+)\)/g, "$1");

/** Only names with an underscore: the others are ordinary words as well; not those in the path of a file. "allow_past: true" is a switch that is turned on. */
export const withFlags = (text: string, labels: ReadonlyMap<string, string>): string => outsideQuotes(text, (part) => namedAsFlags(part, labels));

const namedAsFlags = (text: string, labels: ReadonlyMap<string, string>): string =>
  withSettings(withCombined(withGiven(withTyped(text), labels), labels)).replace(
    /(?<![\w."/\\-])([a-z]+(?:_[a-z]+)+)(?![\w"/\\-]|\.\w)(: (?:true|false)\b)?/g,
    (whole: string, word: string, value: string | undefined) => {
      const label = labels.get(word);
      if (label === undefined) return whole;
      return value === ": false" && label.startsWith("--") ? `--no-${label.slice(2)}` : label;
    },
  );

/** "cannot be combined with series": what goes with what are fields. */
const withCombined = (text: string, labels: ReadonlyMap<string, string>): string =>
  text.replace(/\b(combined with|works only with|required with) ([a-z]+)(?![\w-])/g, (whole: string, words: string, name: string) => {
    const label = labels.get(name);
    return label === undefined ? whole : `${words} ${label}`;
  });

/** "Give at least one field besides webinar_id, such as topic or start_time.", "Give at least one of name, visible." */
const AT_LEAST_ONE = /\b([Gg]ive at least one (?:of|field besides [\w<>-]+, such as)) ([a-z_]+(?:(?:, | or )[a-z_]+)*)(?=\.|$)/g;

/** "give timezone: Europe/Berlin", "leave recurrence out", "the earlier one as from": what is to be given is a field, whatever else the word means. */
const withGiven = (text: string, labels: ReadonlyMap<string, string>): string => {
  const flagOf = (word: string): string | undefined => [labels.get(word)].find((label) => label?.startsWith("--"));
  return text
    .replace(AT_LEAST_ONE, (_whole, words: string, list: string) => `${words} ${list.replace(/[a-z_]+/g, (word) => flagOf(word) ?? word)}`)
    .replace(/\b([Gg]ive) from and to\b/g, (_whole, give: string) => `${give} ${flagOf("from") ?? "from"} and ${flagOf("to") ?? "to"}`)
    .replace(/\b([Gg]ive) ([a-z]+)(?=: | for | too\b|,|\.|$)(: )?/g, (whole: string, give: string, word: string, colon: string | undefined) => {
      const flag = flagOf(word);
      return flag === undefined ? whole : `${give} ${flag}${colon === undefined ? "" : " "}`;
    })
    .replace(/\b([Ll]eave) ([a-z]+)(?= out\b)|\b(as|is before) ([a-z]+)(?=[,.;]|$)/g, (whole: string, leave = "", left = "", as = "", given = "") => {
      const flag = flagOf(left + given);
      return flag === undefined ? whole : `${leave}${as} ${flag}`;
    });
};

/** What a command does in one sentence, in which a field is called as it is typed: for lists of commands, of which none is loaded. */
export const summaryInFlags = (summary: string): string =>
  outsideQuotes(summary, (part) => part.replace(/(?<![\w.-])[a-z]+(?:_[a-z]+)+(?![\w.])/g, (name) => `--${kebab(name)}`));

/** "settings.approval_type 0" is a flag of the commands that set a webinar up, also where another command names it. */
const withSettings = (text: string): string =>
  text.replace(/(?<![\w."-])settings\.([a-z]+(?:_[a-z]+)+)(?![\w".-])/g, (_whole, name: string) => `--settings.${kebab(name)}`);
