import { commandOf, manifest } from "@zoom-webinar/webinar-core/doors";

const TOOLS: ReadonlyMap<string, string> = new Map(manifest.map(({ id, tool }) => [id, tool]));
const COMMANDS: ReadonlyMap<string, string> = new Map(manifest.map(({ id, tool }) => [commandOf(id), tool]));

const escaped = (text: string): string => text.replace(/[-.]/g, "\\$&");
/** A command of the terminal by its words; not if it is named as one, nor behind an article: "the attendance report" is plain English. */
const NAMES = [...COMMANDS.keys()].map(escaped).join("|");
const COMMAND = new RegExp(`(?<!zoom-webinar |\\b(?:[Tt]he|[Aa]n?) )(?<![\\w-])(?:${NAMES})(?![\\w-])`, "g");
/** A whole command with nothing but ids, and the flags that lead a terminal to the account; in quotes it is for a person. */
const WHOLE_COMMAND = new RegExp(
  `(?<!")zoom-webinar (${NAMES})(?![\\w-])((?: (?!--)[\\w.@+-]*\\w)*)(?: --emulator| --profile [\\w.@+-]*\\w)?(?![\\w-]| |")`,
  "g",
);
/** " (--resume)", " (zoom-webinar … --resume)": how a terminal says the words before it. */
const FLAGS = / \((?:--|zoom-webinar )[a-z][^()]*\)/g;

/** A text of ours in the words of this door: an operation by the name of its tool, not by that of its library method; a field without its flag. */
export const toToolWords = (text: string): string =>
  text.replace(FLAGS, "").replace(/\b[a-z][A-Za-z]*\.[a-z][A-Za-z]*\b/g, (word) => TOOLS.get(word) ?? word);

/** The same for what to do next, which may name commands of the terminal; not for a text that quotes somebody. */
export const toToolHint = (hint: string): string => {
  const whole = hint.replace(FLAGS, "").replace(WHOLE_COMMAND, (_whole, command: string, ids: string) => `${COMMANDS.get(command) ?? command}${ids}`);
  return toToolWords(whole.replace(COMMAND, (command) => COMMANDS.get(command) ?? command));
};
