import { stripVTControlCharacters } from "node:util";
import { displayWidth } from "./display-width.ts";

const shownWidth = (text: string): number => displayWidth(stripVTControlCharacters(text));

/** A text of one line as lines of at most so many columns, folded at words. A word that has no room on a line of its own is broken, or with `keepsWords` stands alone. */
export const fold = (text: string, width: number, { keepsWords = false } = {}): readonly string[] => {
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of text.split(" ")) {
    const longer: string = line === null ? word : `${line} ${word}`;
    if (shownWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== null && line !== "") lines.push(line.trimEnd());
    const pieces = keepsWords ? [word] : broken(word, width);
    line = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  return [...lines, line ?? ""];
};

const broken = (word: string, width: number): string[] => {
  const pieces = [""];
  for (const character of word) {
    const last = pieces.at(-1) ?? "";
    if (last !== "" && displayWidth(last + character) > width) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
};
