import type { AnyOperation } from "@zoom-webinar/webinar-core";
import type { Display } from "../globals.ts";
import { type Io, write } from "../io.ts";
import type { Page } from "../operation/pages.ts";
import { toJson } from "./json.ts";
import { keyValues } from "./key-values.ts";
import { safeLine } from "./safe-text.ts";
import { aligned, columnsOf, type Row, tabbed } from "./table.ts";

/** Where an operation's answer goes: in one piece, or page by page with an end. */
export interface AnswerOutput {
  whole(answer: unknown): Promise<void>;
  page(page: Page, next: string | null): Promise<void>;
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

const isObject = (value: unknown): value is Page => typeof value === "object" && value !== null && !Array.isArray(value);

const jsonOutput = ({ operation, io }: OutputOptions): AnswerOutput => {
  const list = operation.rows ?? "rows";
  let pages = 0;
  let rows = 0;
  let last: { page: Page; next: string | null } | undefined;
  const redacted = new Set<string>();
  return {
    whole: (answer) => write(io.stdout, `${toJson(answer, 2)}\n`),
    page: async (page, next) => {
      if (pages === 0) await write(io.stdout, `{${toJson(list)}:[`);
      pages += 1;
      last = { page, next };
      for (const name of redactedOf(page)) redacted.add(name);
      for (const row of rowsOf(page, list)) await write(io.stdout, `${rows++ === 0 ? "" : ","}\n${toJson(row)}`);
    },
    end: async () => {
      if (!last) return;
      const { [list]: _rows, redacted: _redacted, ...rest } = last.page;
      const more = redacted.size === 0 ? {} : { redacted: [...redacted].sort() };
      const closing = toJson({ ...rest, ...more, next_page_token: last.next, pages, complete: last.next === null });
      await write(io.stdout, `\n],${closing.slice(1)}\n`);
    },
  };
};

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
  let last: { page: Page; next: string | null } | undefined;
  return {
    whole: async (answer) => {
      await show(answer);
      const next = isObject(answer) ? answer.next_page_token : null;
      if (typeof next === "string" && next !== "") await note(`There is more: add --all, or --next-page-token ${next} (good for 15 minutes).`);
    },
    page: async (page, next) => {
      pages += 1;
      last = { page, next };
      collected.push(...rowsOf(page, list ?? ""));
      for (const name of redactedOf(page)) redacted.add(name);
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
