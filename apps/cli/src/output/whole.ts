import { displayWidth } from "./display-width.ts";
import { fold } from "./fold.ts";

/** Columns that hold what people copy, by the last word of their name. */
const COPIED_HEAD = /(?:^|[\W_])(?:e-?mail|path|file|folder|url|link|id|uuid|command)s?$/i;

/** A cell that is all one: a path from its root on, which may have spaces in it, or a command. */
const COPIED_CELL = /^(?:zoom-webinar |~?[/\\]\S|\.{1,2}[/\\]\S|[a-z]:[/\\]\S)/i;

const ENDINGS = "csv|tsv|jsonl?|ya?ml|toml|html?|xlsx?|txt|log|pdf|zip|png|jpe?g";

/** Inside a text: links, addresses, paths, files, the ids of webinars and imports. */
const COPIED_WORDS = new RegExp(
  [
    "[a-z][a-z\\d+.-]*://\\S+",
    "[^\\s<>,;:\"'()[\\]]+@[^\\s<>,;:\"'()[\\]]+\\.\\w+",
    "(?<!\\S)(?:~|\\.{1,2}|[a-z]:)?[/\\\\][^\\s,;]+",
    `[^\\s,;"'()]+\\.(?:${ENDINGS})\\b`,
    "\\b[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}\\b",
    "\\b\\d{9,12}\\b",
  ].join("|"),
  "giu",
);

/** How wide the widest part of a cell is that people copy, and that says nothing if it is cut: an address, a link, a path, an id, a command. 0: it has none. */
export const wholeWidth = (head: string, text: string): number => {
  if (text === "" || text === "-") return 0;
  if (COPIED_CELL.test(text) || (COPIED_HEAD.test(head) && !/\s/.test(text))) return displayWidth(text);
  return Math.max(0, ...(text.match(COPIED_WORDS) ?? []).map(displayWidth));
};

/** Columns of paths and file names, by the last word of their name. */
const PATH_HEAD = /(?:^|[\W_])(?:path|file|folder)s?$/i;
const PATH_CELL = /^(?:~?[/\\]|\.{1,2}[/\\]|[a-z]:[/\\])\S/i;

/** Whether a cell is a path and nothing else, also one of a single name. */
export const isPath = (head: string, text: string): boolean => PATH_CELL.test(text) || (PATH_HEAD.test(head) && !/\s|:\/\//.test(text));

/** Narrower than this, a path is not told from its neighbours. */
export const NARROWEST_PATH = 24;

/** A path with "…" in its middle, as wide as there is room. Its last name stays whole if that leaves room for where it begins. */
export const shortenedPath = (text: string, room: number): string => {
  if (displayWidth(text) <= room) return text;
  const name = text.slice(Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")));
  const ends = displayWidth(name) <= (room * 2) / 3 ? displayWidth(name) : Math.floor((room - 1) / 2);
  return `${upTo([...text], room - 1 - ends).join("")}…${upTo([...text].reverse(), ends)
    .reverse()
    .join("")}`;
};

/** The first characters that have room in so many columns. */
const upTo = (characters: readonly string[], room: number): string[] => {
  let used = 0;
  const taken = characters.findIndex((character) => {
    used += displayWidth(character);
    return used > room;
  });
  return characters.slice(0, taken === -1 ? characters.length : taken);
};

/** A text as lines of at most so many columns, wrapped at words; what people copy stays whole, however long it is. */
export const foldWhole = (head: string, text: string, width: number): readonly string[] =>
  wholeWidth(head, text) === displayWidth(text) ? [text] : fold(text, Math.max(1, width), { keepsWords: true });
