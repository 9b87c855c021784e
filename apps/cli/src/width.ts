/** Columns that text may fill: no terminal has none, and one that does not know its size says 0. */
export const widthOf = ({ columns }: { columns?: number }): number => (columns === undefined || columns <= 0 ? 80 : columns);

/** A text as lines of at most so many columns, each line of the text by itself; a longer word stands alone. */
export const wrapped = (text: string, width: number): string =>
  text
    .split("\n")
    .map((line) => {
      const indent = /^ */.exec(line)?.[0] ?? "";
      const lines: string[] = [];
      let at = indent;
      for (const word of line.slice(indent.length).split(" ")) {
        const isFirst = at === indent;
        if (!isFirst && at.length + 1 + word.length > width) {
          lines.push(at);
          at = `${indent}${word}`;
        } else at = isFirst ? `${at}${word}` : `${at} ${word}`;
      }
      return [...lines, at].join("\n");
    })
    .join("\n");
