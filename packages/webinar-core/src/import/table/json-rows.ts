import { MOST_ROW_CHARACTERS, unreadable } from "./raw-row.ts";

/** One object of a JSON file, and the line on which it begins. */
export interface JsonRow {
  line: number;
  value: Readonly<Record<string, unknown>> | null;
}

const HINT = 'Give a list of objects, or one object a line, such as {"email": "grace@example.com", "first_name": "Grace"}.';

const toRow = (name: string, line: number, text: string): JsonRow => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable(name, `is not JSON in line ${line}.`, HINT, cause);
  }
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  // Checked the line before.
  return { line, value: isRecord ? (value as Record<string, unknown>) : null };
};

/** The objects of a text with one a line. Empty lines are skipped. Throws `InputError` that names the line that is not JSON. */
export async function* jsonLines(name: string, text: AsyncIterable<string>): AsyncGenerator<JsonRow, void, undefined> {
  let line = 1;
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const one of lines) {
      if (one.trim() !== "") yield toRow(name, line, one);
      line += 1;
    }
    if (rest.length > MOST_ROW_CHARACTERS) throw unreadable(name, `has a line of more than ${MOST_ROW_CHARACTERS} characters (line ${line}).`, HINT);
  }
  if (rest.trim() !== "") yield toRow(name, line, rest);
}

/** The objects of a text that is one list, each with its own line. Throws `InputError` that names the line if the text is no such list. */
export async function* jsonList(name: string, text: AsyncIterable<string>): AsyncGenerator<JsonRow, void, undefined> {
  let line = 1;
  let depth = 0;
  let item = "";
  let begins = 1;
  let isText = false;
  let isEscaped = false;
  let isOver = false;
  for await (const piece of text) {
    for (const letter of piece) {
      const isSpace = letter === " " || letter === "\n" || letter === "\r" || letter === "\t";
      if (isOver && !isSpace) throw unreadable(name, `goes on after the end of its list (line ${line}).`, HINT);
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (letter === "\\") isEscaped = true;
        else if (letter === '"') isText = false;
        item += letter;
      } else if (depth === 0) {
        if (letter === "[") depth = 1;
        else if (!isSpace) throw unreadable(name, `is not a list of objects (line ${line}).`, HINT);
      } else if (depth === 1 && (letter === "," || letter === "]")) {
        if (item.trim() !== "") yield toRow(name, begins, item);
        item = "";
        if (letter === "]") {
          depth = 0;
          isOver = true;
        }
      } else {
        if (item === "" && !isSpace) begins = line;
        if (item !== "" || !isSpace) item += letter;
        if (letter === '"') isText = true;
        if (letter === "{" || letter === "[") depth += 1;
        if (letter === "}" || letter === "]") depth -= 1;
      }
      if (letter === "\n") line += 1;
      if (item.length > MOST_ROW_CHARACTERS)
        throw unreadable(name, `has an object of more than ${MOST_ROW_CHARACTERS} characters (line ${begins}).`, HINT);
    }
  }
  if (!isOver) throw unreadable(name, `ends before its list is closed (the last object begins in line ${begins}).`, HINT);
}
