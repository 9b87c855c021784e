import { stripVTControlCharacters } from "node:util";
import { displayWidth } from "./output/display-width.ts";
import { fold } from "./output/fold.ts";

/** Columns that text may fill: no terminal has none, and one that does not know its size says 0. */
export const widthOf = ({ columns }: { columns?: number }): number => (columns === undefined || columns <= 0 ? 80 : columns);

/** A line that is a command to copy: with a line break in it, a shell would take it for two. */
const COMMAND = /^ *(?:\$ )?zoom-webinar(?:-[\w-]+)? /;

/** Where the text of a line begins: behind its dash, or behind a name with a gap, as in a card. */
const BEFORE_TEXT = /^ *(?:- |[^\s:.]+(?: [^\s:.]+){0,2} {2,}(?=\S))?/;
/** Behind a longer name, texts go on at the left. */
const LONGEST_NAME = 24;

/**
 * A text as lines of at most so many columns, each line of the text by itself, further lines below its first word; a longer word stands alone, and a command
 * stays whole.
 */
export const wrapped = (text: string, width: number): string =>
  text
    .split("\n")
    .map((line) => {
      if (COMMAND.test(line)) return line;
      if (displayWidth(stripVTControlCharacters(line)) <= width) return line;
      const named = BEFORE_TEXT.exec(line)?.[0] ?? "";
      const before = displayWidth(stripVTControlCharacters(named)) <= LONGEST_NAME ? named : (/^ */.exec(line)?.[0] ?? "");
      const indent = displayWidth(stripVTControlCharacters(before));
      const [first = "", ...rest] = fold(line.slice(before.length), width - indent, { keepsWords: true });
      return [`${before}${first}`, ...rest.map((more) => `${" ".repeat(indent)}${more}`)].join("\n");
    })
    .join("\n");

/** A text for people on this stream: a terminal gets it wrapped at words, a file or a pipe as it is. */
export const fitted = (text: string, stream: { isTTY?: boolean; columns?: number }): string =>
  stream.isTTY === true ? wrapped(text, widthOf(stream)) : text;
