/** One row of a list, or a whole answer, as the operation gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Words for the codes of a column, by the code as text. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the questions and answers of a row are. */
export interface AnswersAt {
  /** Property of a row that holds its answers. */
  readonly list: string;
  /** Properties of an answer. */
  readonly question: string;
  readonly answer: string;
  /** Property of an answer that says how many gave it; one unless there is one. */
  readonly count?: string;
  /** How people see them: counted by question, or each with who gave it. */
  readonly show: "counts" | "each";
}

/** A list inside a row that becomes columns: which property of its items names the column, and which is the cell. */
export interface Spread {
  readonly list: string;
  readonly title: string;
  readonly value: string;
}

/** How an answer is laid out: which property holds rows, and what a person sees of them. */
export interface Shape {
  /** Property of the answer that holds the rows; undefined if the answer is one thing. */
  readonly list?: string | undefined;
  /** Columns of the table, dotted paths into a row. */
  readonly columns?: readonly string[] | undefined;
  /** Columns of a spreadsheet, in their order; those of the table first unless given. */
  readonly sheet?: readonly string[] | undefined;
  /** Columns by importance, for a narrow terminal. */
  readonly importance?: readonly string[] | undefined;
  /** True: cells are wrapped, not cut. */
  readonly wraps?: boolean | undefined;
  /** Columns of wall times in the zone that the answer names, which their heads then say. */
  readonly wallTimes?: readonly string[] | undefined;
  /** All that a column can hold: its room is kept for the pages to come. */
  readonly values?: Readonly<Record<string, readonly unknown[]>> | undefined;
  /** Lists inside each row that are tables below the rows. */
  readonly below?: readonly string[] | undefined;
  readonly spread?: Spread | undefined;
  /** Lines that are said besides the rows. */
  readonly remarks?: ((answer: Row) => readonly string[]) | undefined;
  /** What a person sees of one thing, dotted paths; everything if undefined. */
  readonly card?: readonly string[] | undefined;
  /** Properties for programs: text leaves them out. */
  readonly hidden?: readonly string[] | undefined;
  /** True: the command has fields of its own to choose, and --fields means those. */
  readonly ownsFields?: boolean | undefined;
  readonly words?: Words | undefined;
  readonly answers?: AnswersAt | undefined;
  /** Names of the plain fields of a row (or of the one thing), as far as they are known before any is seen. */
  readonly known?: (() => readonly string[]) | undefined;
}

/** Whether a value is an object with names. */
export const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a list of objects. */
export const isRows = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.length > 0 && value.every(isRow);

/** The rows of an answer, none if it has no such property. */
export const rowsOf = (answer: Row, list: string): readonly Row[] => (Array.isArray(answer[list]) ? (answer[list] as readonly Row[]) : []);

/** What a dotted path leads to in a row; undefined if it leads nowhere. */
export const valueAt = (row: unknown, path: string): unknown => path.split(".").reduce<unknown>((at, key) => (isRow(at) ? at[key] : undefined), row);
