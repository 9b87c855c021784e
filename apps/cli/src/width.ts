import { stripVTControlCharacters } from "node:util";
import { displayWidth } from "./output/display-width.ts";

/** Columns that text may fill: no terminal has none, and one that does not know its size says 0. */
export const widthOf = ({ columns }: { columns?: number }): number => (columns === undefined || columns <= 0 ? 80 : columns);

const shownWidth = (word: string): number => displayWidth(stripVTControlCharacters(word));

/** A text as lines of at most so many columns, each line of the text by itself, an item of a list below its dash; a longer word stands alone. */
export const wrapped = (text: string, width: number): string =>
  text
    .split("\n")
    .map((line) => {
      const indent = /^ *(?:- )?/.exec(line)?.[0] ?? "";
      const lines: string[] = [];
      let at = indent;
      let columns = indent.length;
      let isFirst = true;
      for (const word of line.slice(indent.length).split(" ")) {
        const length = shownWidth(word);
        if (!isFirst && columns + 1 + length > width) {
          lines.push(at.trimEnd());
          at = " ".repeat(indent.length);
          columns = indent.length;
          isFirst = true;
        }
        at = isFirst ? `${at}${word}` : `${at} ${word}`;
        columns += isFirst ? length : length + 1;
        isFirst = false;
      }
      return [...lines, at].join("\n");
    })
    .join("\n");

/** A text for people on this stream: a terminal gets it wrapped at words, a file or a pipe as it is. */
export const fitted = (text: string, stream: { isTTY?: boolean; columns?: number }): string =>
  stream.isTTY === true ? wrapped(text, widthOf(stream)) : text;
