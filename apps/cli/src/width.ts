import { fold } from "./output/fold.ts";

/** Columns that text may fill: no terminal has none, and one that does not know its size says 0. */
export const widthOf = ({ columns }: { columns?: number }): number => (columns === undefined || columns <= 0 ? 80 : columns);

/** A line that is a command to copy: with a line break in it, a shell would take it for two. */
const COMMAND = /^ *(?:\$ )?zoom-webinar(?:-[\w-]+)? /;

/**
 * A text as lines of at most so many columns, each line of the text by itself, an item of a list below its dash; a longer word stands alone, and a command
 * stays whole.
 */
export const wrapped = (text: string, width: number): string =>
  text
    .split("\n")
    .map((line) => {
      if (COMMAND.test(line)) return line;
      const indent = /^ *(?:- )?/.exec(line)?.[0] ?? "";
      const [first = "", ...rest] = fold(line.slice(indent.length), width - indent.length, { keepsWords: true });
      return [`${indent}${first}`, ...rest.map((more) => `${" ".repeat(indent.length)}${more}`)].join("\n");
    })
    .join("\n");

/** A text for people on this stream: a terminal gets it wrapped at words, a file or a pipe as it is. */
export const fitted = (text: string, stream: { isTTY?: boolean; columns?: number }): string =>
  stream.isTTY === true ? wrapped(text, widthOf(stream)) : text;
