import { CancelledError } from "@zoom-webinar/foundation";
import { type AnyOperation, inOrderOfTime, orderOf, type PageStep } from "@zoom-webinar/webinar-core/doors";
import { inOurNames, type Names } from "../our-names.ts";
import type { CliOutput, PagedView } from "../output/output.ts";
import { type AnswersAt, isRow, type Row, rowsOf, type Shape, valueAt } from "../output/shape.ts";
import { isInstant } from "../output/times.ts";
import { valuesAsked } from "./by-value.ts";
import { knownFields } from "./known-fields.ts";

/** Where an operation's answer goes: in one piece, or page by page. */
export interface AnswerOutput {
  /** True if it is a list without rows. */
  whole(answer: unknown): Promise<boolean>;
  /** Walks at most so many pages, and returns how many rows there were. What came before a failure is shown, and the document says that it is not complete. */
  pages(steps: AsyncIterable<PageStep<unknown>>, maxPages: number): Promise<number>;
}

interface AnswerOptions {
  operation: AnyOperation;
  input: Readonly<Record<string, unknown>>;
  /** Names of the operation's fields. */
  ownFields: ReadonlySet<string>;
  /** The field that divides the list, with its values. */
  divided: { readonly field: string; readonly values: readonly unknown[] } | null;
  output: CliOutput;
  /** What this door calls fields and commands. */
  names: Names;
  /** How a command to copy is written here: with the flags that this call had for the account, and the shell's quotes. */
  toCommand(words: string): string;
  /** What time it is where the call goes, in milliseconds since the epoch. */
  now(): Promise<number>;
  /** What time it is by Zoom's clock, which decides what is over. */
  zoomNow(): number;
  /** Takes away the line that says how far the call is. */
  clear(): void;
}

/** Shows what an operation answers: rows or facts as data, everything about them as remarks. */
export const answerOf = ({ operation, input, ownFields, divided, output, names, toCommand, now, zoomNow, clear }: AnswerOptions): AnswerOutput => {
  const several = divided === null ? null : valuesAsked(input[divided.field], divided.values);
  const shape = {
    ...shapeOf(operation, input, ownFields),
    ...(divided === null || several === null ? {} : { values: { [divided.field]: several } }),
  };
  const byTime = orderOf(operation, input);
  const noteWithheld = async (redacted: readonly string[]) => {
    if (redacted.length > 0)
      await output.remark(
        `Withheld: ${redacted.join(", ")} (see ${ownFields.has("include_join_links") && input.include_join_links !== true ? "--include-join-links and --reveal" : "--reveal"}).`,
      );
  };
  return {
    whole: async (answer) => {
      const parsed = operation.input.safeParse(input);
      const lines = isRow(answer) ? operation.cli?.lines?.(answer, input) : undefined;
      const shown =
        lines === undefined
          ? { sentence: operation.describe(answer, parsed.success ? parsed.data : input) }
          : { lines: lines.map((line) => (typeof line === "string" ? inOurNames(line, names) : `${COMMAND_INDENT}${toCommand(line.run)}`)) };
      await output.show({ value: answer, shape, now, ...shown });
      if (!isRow(answer)) return false;
      await noteWithheld(redactedOf(answer));
      await noteFacts(answer, shape, input, output, names);
      const next = answer.next_page_token;
      if (typeof next === "string" && next !== "") {
        const order = byTime === null ? "" : "Only what this page holds is in order of time. ";
        await output.remark(`${order}There is more: add --all, or --next-page-token ${next} (valid for 15 minutes).`);
      }
      return shape.list !== undefined && rowsOf(answer, shape.list).length === 0;
    },
    pages: async (steps, maxPages) => {
      const redacted = new Set<string>();
      let pages = 0;
      let rows = 0;
      let last: PageStep<unknown> | undefined;
      // The last page may hold what comes first: then nothing is shown before all is read.
      const held: Row[] = [];
      const show = async (view: PagedView, page: Row) => {
        if (byTime === null) return view.page(page);
        held.push(...rowsOf(page, shape.list ?? ""));
      };
      await output.showPages(shape, async (view) => {
        try {
          for await (const step of steps) {
            last = step;
            pages += 1;
            const page = isRow(step.page) ? step.page : {};
            clear();
            await show(view, page);
            rows += rowsOf(page, shape.list ?? "").length;
            for (const name of redactedOf(page)) redacted.add(name);
            if (pages === maxPages) break;
          }
        } catch (error) {
          clear();
          throw last === undefined ? error : withWayOn(error, last, { rows, pages });
        } finally {
          clear();
          if (byTime !== null && last !== undefined) await view.page({ [shape.list ?? ""]: inOrderOfTime(held, byTime, zoomNow()) });
          if (last !== undefined) await view.end(restOf(last, shape, redacted, pages));
        }
      });
      if (last === undefined) return rows;
      await noteWithheld([...redacted].sort());
      const found = describeFound({ rows, pages });
      await output.remark(
        last.next === null
          ? `Complete: ${found}.`
          : `Not complete: stopped after ${found}. Go on with --next-page-token ${last.next} (valid for 15 minutes) or a larger --max-pages.`,
      );
      return rows;
    },
  };
};

const COMMAND_INDENT = "  ";

const describeFound = ({ rows, pages }: { rows: number; pages: number }): string =>
  `${rows} ${rows === 1 ? "row" : "rows"} in ${pages} ${pages === 1 ? "page" : "pages"}`;

/** An interruption with what came before it, and how to go on from there. */
const withWayOn = (error: unknown, { next }: PageStep<unknown>, found: { rows: number; pages: number }): unknown =>
  !(error instanceof CancelledError) || next === null
    ? error
    : new CancelledError(`Stopped after ${describeFound(found)}.`, {
        hint: `Go on with --all --next-page-token ${next} (valid for 15 minutes).`,
        cause: error,
      });

const redactedOf = (answer: Row): readonly string[] => (Array.isArray(answer.redacted) ? (answer.redacted as readonly string[]) : []);

const restOf = ({ page, next, complete }: PageStep<unknown>, { list = "" }: Shape, redacted: ReadonlySet<string>, pages: number): Row => {
  const { [list]: _rows, redacted: _redacted, ...rest } = isRow(page) ? page : {};
  return { ...rest, ...(redacted.size === 0 ? {} : { redacted: [...redacted].sort() }), next_page_token: next, pages, complete };
};

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((name) => typeof name === "string");

/** How an operation's answer is laid out. */
export const shapeOf = (operation: AnyOperation, input: Readonly<Record<string, unknown>>, ownFields: ReadonlySet<string>): Shape => {
  const cli: NonNullable<AnyOperation["cli"]> = operation.cli ?? {};
  const counts = input.full === true ? undefined : cli.counts;
  const { columns, importance } = counts ?? cli;
  const { columnsWith = {}, standsFor = {}, answers } = cli;
  const other = Object.entries(columnsWith).find(([name]) => input[name] === true)?.[1];
  const sums = input.full === true ? undefined : answers?.sums;
  const standIn = Object.entries(standsFor).find(([name]) => input[name] === true)?.[1];
  const known = () => knownFields(operation, input.include_join_links === true);
  const withLinks = (names: readonly string[] | undefined) =>
    input.include_join_links === true && names !== undefined && known().includes(JOIN_LINK) ? [...new Set([...names, JOIN_LINK])] : names;
  return {
    list: counts?.list ?? sums ?? operation.rows ?? cli.list,
    // Fields that the operation itself was asked for: the others are not in the answer.
    columns: ownFields.has("fields") && isNames(input.fields) ? input.fields : withLinks(withStandIn(other ?? columns, standIn)),
    importance: other === undefined ? withStandIn(importance, standIn) : undefined,
    sheet: cli.sheet,
    wallTimes: cli.wallTimes,
    wraps: cli.wraps,
    below: cli.below,
    spread: cli.spread,
    remarks: cli.remarks,
    card: cli.card,
    // What was asked for is known, and the way on is a remark.
    hidden: [...HIDDEN, ...(cli.hidden ?? [])],
    words: cli.words,
    answers: sums === undefined ? answers : SUMS,
    ownsFields: ownFields.has("fields"),
    known,
  };
};

/** Whoever asks for join links by a flag sees them, not only in a spreadsheet. */
const JOIN_LINK = "join_url";

/** Columns with one in place of others, where the first of these would be. */
const withStandIn = (columns: readonly string[] | undefined, standIn: { column: string; others: readonly string[] } | undefined) =>
  standIn === undefined ? columns : columns && [...new Set(columns.map((name) => (standIn.others.includes(name) ? standIn.column : name)))];

/** Where the counts of a short answer are. */
const SUMS: AnswersAt = { list: "answers", question: "question", answer: "answer", count: "count", show: "counts" };

// `done` is for a program, which reads the name of a tool there; the sentence says it to people.
const HIDDEN = ["done", "redacted", "next_page_token", "total_records", "notes"];

/** What a list's answer has besides its rows, for people: dates of a report, notes. */
const noteFacts = async (
  answer: Row,
  { list, hidden = [], remarks, card = [] }: Shape,
  input: Readonly<Record<string, unknown>>,
  { remark, format, fields }: CliOutput,
  names: Names,
): Promise<void> => {
  const { notes } = answer;
  // What the card says already is not said again.
  const told = format === "text" && fields === null ? new Set(card.flatMap((path) => [valueAt(answer, path)].flat())) : new Set();
  if (Array.isArray(notes)) for (const note of notes) if (!told.has(note)) await remark(inOurNames(String(note), names), answer);
  if (list === undefined || format !== "text") return;
  for (const line of remarks?.(answer) ?? []) await remark(line, answer);
  const facts = Object.entries(answer).filter(
    ([name, value]) =>
      name !== list && name !== "complete" && !hidden.includes(name) && !(name in input) && !/(^|_)(id|uuid)$/.test(name) && isFact(value),
  );
  if (facts.length > 0)
    await remark(facts.map(([name, value]) => `${name}: ${typeof value === "boolean" ? (value ? "yes" : "no") : String(value)}`).join(", "));
};

const isFact = (value: unknown): boolean =>
  (typeof value === "string" && value !== "" && !isInstant(value)) || typeof value === "number" || typeof value === "boolean";
