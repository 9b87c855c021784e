import { displayWidth } from "./display-width.ts";

/** A text of one line as lines of at most so many columns: at words, and inside a word that has no room on a line of its own. */
export const fold = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = broken(word, width);
    line = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  return [...lines, line];
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
