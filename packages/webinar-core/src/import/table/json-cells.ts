import { MOST_COLUMNS, unreadable } from "./raw-row.ts";

/** One person as an object. */
export type JsonValue = Readonly<Record<string, unknown>>;

/** Answers to a webinar's own questions may come as Zoom itself takes them. */
const ANSWERS = "custom_questions";

interface Answer {
  title: string;
  value: unknown;
}

const isAnswer = (one: unknown): boolean => typeof one === "object" && one !== null && "title" in one && typeof one.title === "string";

const answersOf = (value: JsonValue): Answer[] => {
  const given = value[ANSWERS];
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => {
    const title = typeof one === "object" && one !== null && "title" in one ? one.title : null;
    return typeof title === "string" ? [{ title, value: typeof one === "object" && one !== null && "value" in one ? one.value : "" }] : [];
  });
};

/** True if every entry is an answer with a title: each is a column of that title. Otherwise the whole is one column, which is reported as not imported. */
const isReadWhole = (given: unknown): boolean => Array.isArray(given) && given.every(isAnswer);

const namesOf = (value: JsonValue): string[] => [
  ...Object.keys(value).filter((name) => name !== ANSWERS || !isReadWhole(value[name])),
  ...answersOf(value).map(({ title }) => title),
];

/** The columns of objects: every name that one of them has, in the order in which they come up. */
export const columnsOf = async (name: string, rows: AsyncIterable<{ line: number; value: JsonValue | null }>): Promise<string[]> => {
  const names = new Set<string>();
  for await (const { line, value } of rows) {
    for (const one of value === null ? [] : namesOf(value)) names.add(one);
    if (names.size > MOST_COLUMNS)
      throw unreadable(name, `has more than ${MOST_COLUMNS} columns (line ${line}).`, "Leave out the columns that are not about a person.");
  }
  return [...names];
};

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** The cells of one object, in the order of the columns. */
export const cellsOf = (value: JsonValue, header: readonly string[]): string[] => {
  const answers = new Map(answersOf(value).map((answer) => [answer.title, answer.value]));
  return header.map((name) =>
    toText(Object.hasOwn(value, name) && !(name === ANSWERS && Array.isArray(value[name])) ? value[name] : answers.get(name)),
  );
};
