import type { AnyOperation, PageStep } from "@zoom-webinar/webinar-core";
import type { Display } from "../globals.ts";
import { type Io, write } from "../io.ts";
import { toJson } from "./json.ts";
import { keyValues } from "./key-values.ts";
import { safeLine } from "./safe-text.ts";
import { aligned, columnsOf, type Row, tabbed } from "./table.ts";

/** Where an operation's answer goes: in one piece, or page by page with an end. */
export interface AnswerOutput {
  whole(answer: unknown): Promise<void>;
  page(step: PageStep<unknown>): Promise<void>;
  /** Closes what pages began; does nothing where there was none. */
  end(): Promise<void>;
}

interface OutputOptions {
  operation: AnyOperation;
  input: Readonly<Record<string, unknown>>;
  display: Display;
  io: Io;
}

/** Opens the output that was asked for: one JSON document, or text for people. */
export const openOutput = (options: OutputOptions): AnswerOutput => (options.display.json ? jsonOutput(options) : textOutput(options));

type Page = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Page => typeof value === "object" && value !== null && !Array.isArray(value);

const jsonOutput = ({ operation, io }: OutputOptions): AnswerOutput => {
  const list = operation.rows ?? "rows";
  let pages = 0;
  let hasRows = false;
  let last: PageStep<Page> | undefined;
  const redacted = new Set<string>();
  return {
    whole: (answer) => write(io.stdout, `${toJson(answer, 2)}\n`),
    page: async (step) => {
      last = toPageStep(step);
      const { page } = last;
      const rows = rowsOf(page, list);
      const text = rows.map((row) => `\n${toJson(row)}`).join(",");
      await write(io.stdout, `${pages === 0 ? `{${toJson(list)}:[` : ""}${hasRows && rows.length > 0 ? "," : ""}${text}`);
      pages += 1;
      hasRows ||= rows.length > 0;
      for (const name of redactedOf(page)) redacted.add(name);
    },
    end: async () => {
      if (!last) return;
      const { [list]: _rows, redacted: _redacted, ...rest } = last.page;
      const more = redacted.size === 0 ? {} : { redacted: [...redacted].sort() };
      const closing = toJson({ ...rest, ...more, next_page_token: last.next, pages, complete: last.complete });
      await write(io.stdout, `\n],${closing.slice(1)}\n`);
    },
  };
};

const toPageStep = ({ page, ...step }: PageStep<unknown>): PageStep<Page> => ({ ...step, page: isObject(page) ? page : {} });
const rowsOf = (page: Page, list: string): readonly Row[] => (Array.isArray(page[list]) ? (page[list] as readonly Row[]) : []);
const redactedOf = (page: Page): readonly string[] => (Array.isArray(page.redacted) ? (page.redacted as readonly string[]) : []);

const textOutput = ({ operation, input, display, io }: OutputOptions): AnswerOutput => {
  const { rows: list } = operation;
  const asksForLinks = input.include_join_links === true;
  const note = (line: string) => write(io.stderr, `${safeLine(line)}\n`);
  const show = async (answer: unknown): Promise<void> => {
    const parsed = operation.input.safeParse(input);
    await write(io.stdout, `${safeLine(operation.describe(answer, parsed.success ? parsed.data : input))}\n`);
    if (!isObject(answer)) return;
    // The token is a way on, not a fact about the list; what was asked for is known.
    const { redacted: _redacted, next_page_token: _token, total_records: _total, ...facts } = answer;
    const hidden = operation.cli?.hidden ?? [];
    const isShown = (name: string) => name !== list && !hidden.includes(name) && !(list !== undefined && name in input);
    const rest = Object.fromEntries(Object.entries(facts).filter(([name]) => isShown(name)));
    if (list !== undefined) await showRows(rowsOf(answer, list));
    await write(io.stdout, keyValues(rest));
    const withheld = redactedOf(answer);
    if (withheld.length > 0) await note(`Withheld: ${withheld.join(", ")} (see ${asksForLinks ? "--reveal" : "--include-join-links and --reveal"}).`);
  };
  const showRows = async (rows: readonly Row[]): Promise<void> => {
    if (rows.length === 0) return;
    const columns = columnsOf(operation.cli?.columns, rows);
    const { isTTY, columns: width = 80 } = io.stdout;
    await write(io.stdout, isTTY === true ? await aligned(columns, rows, { width, color: display.isColored(io.stdout) }) : tabbed(columns, rows));
  };

  const collected: Row[] = [];
  const redacted = new Set<string>();
  let pages = 0;
  let last: PageStep<Page> | undefined;
  return {
    whole: async (answer) => {
      await show(answer);
      const next = isObject(answer) ? answer.next_page_token : null;
      if (typeof next === "string" && next !== "") await note(`There is more: add --all, or --next-page-token ${next} (good for 15 minutes).`);
    },
    page: async (step) => {
      pages += 1;
      last = toPageStep(step);
      collected.push(...rowsOf(last.page, list ?? ""));
      for (const name of redactedOf(last.page)) redacted.add(name);
    },
    end: async () => {
      if (!last) return;
      await show({ ...last.page, ...(list === undefined ? {} : { [list]: collected }), ...(redacted.size === 0 ? {} : { redacted: [...redacted] }) });
      if (last.next !== null) {
        await note(
          `Not complete: stopped after ${pages} ${pages === 1 ? "page" : "pages"}. Go on with --next-page-token ${last.next} (good for 15 minutes) or a larger --max-pages.`,
        );
      }
    },
  };
};
