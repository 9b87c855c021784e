type Row = Readonly<Record<string, unknown>>;

/** Properties of a row with its start and its minutes. */
export interface ByTime<Field extends string = string> {
  readonly start: string;
  readonly minutes: string;
  /** Fields of the input beside which the operation itself puts the rows in order. */
  readonly unless: readonly Field[];
}

/** A list operation, as far as its order goes. */
interface Ordered {
  readonly rows?: string;
  readonly byTime?: ByTime;
}

const MINUTE_MS = 60_000;

/** How a list is put in order of time; null if it stays as it comes. */
export const orderOf = ({ byTime }: Ordered, input: Row): ByTime | null =>
  byTime === undefined || byTime.unless.some((name) => input[name] !== undefined) ? null : byTime;

/** Rows in order of time: those to come, those without a time, those that are over. What runs now is still to come; rows of the same time stay as they are. */
export const inOrderOfTime = <Each extends Row>(rows: readonly Each[], { start, minutes }: ByTime, nowMs: number): readonly Each[] => {
  const timed = rows.map((row) => {
    const value = row[start];
    const length = row[minutes];
    const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
    const isOver = ms + (typeof length === "number" ? length : 0) * MINUTE_MS <= nowMs;
    return { row, ms: Number.isNaN(ms) ? 0 : ms, part: Number.isNaN(ms) ? 1 : isOver ? 2 : 0 };
  });
  return timed.sort((a, b) => a.part - b.part || (a.part === 2 ? b.ms - a.ms : a.ms - b.ms)).map(({ row }) => row);
};

/** An answer with its rows in order of time, if the operation has them so. `nowMs`: by Zoom's clock, which decides what is over. */
export const answerInOrder = (op: Ordered, answer: unknown, input: unknown, nowMs: number): unknown => {
  const order = orderOf(op, input as Row);
  const { rows: list = "" } = op;
  const rows = (answer as Row | null)?.[list];
  return order === null || !Array.isArray(rows) ? answer : { ...(answer as Row), [list]: inOrderOfTime(rows as Row[], order, nowMs) };
};
