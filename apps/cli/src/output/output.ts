import { resolve } from "node:path";
import { InputError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { type Io, write } from "../io.ts";
import { fitted, widthOf } from "../width.ts";
import { type Viewing, zoneOf } from "./cells.ts";
import { assertEnding, formatOfFile } from "./endings.ts";
import type { FormatContext, FormatWriter } from "./formats/format.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "./formats/index.ts";
import { toJson } from "./json.ts";
import { type PagedSink, PagerClosed, pagedSink } from "./pager.ts";
import { safeLine } from "./safe-text.ts";
import { isRow, type Row, rowsOf, type Shape } from "./shape.ts";
import { assertNotThere, fileSink, isPlainFile, type Sink, stdoutSink, writtenLine } from "./sink.ts";
import { INSTANTS, localTime, viewerZone, withViewerTimes } from "./times.ts";

/** Something that a command has to show. */
export interface View {
  /** The whole answer, as programs get it. */
  readonly value: unknown;
  /** One line for a person, beside the data. */
  readonly sentence?: string;
  readonly shape?: Shape;
  /** What time it is where the answer comes from; this machine's time unless given. An emulator has a clock of its own. */
  now?(): Promise<number>;
  /** The data for people, if it is neither a table nor a card. */
  text?(): string;
  /** The same in sentences, whose times are local like those of `sentence`. */
  readonly lines?: readonly string[];
}

/** A list that comes page by page. */
export interface PagedView {
  page(page: Row): Promise<void>;
  /** Ends the document; `rest` is what the answer has besides its rows. */
  end(rest: Row): Promise<void>;
}

/** What the command line writes with, decided before it is parsed: data on stdout or in a file, everything else on stderr. */
export interface CliOutput {
  readonly format: FormatName;
  /** A flag asks for the format: a default gives way to what else is asked for. */
  readonly isAsked: boolean;
  /** Fields that --fields names; null: no choice. */
  readonly fields: readonly string[] | null;
  /** Who answered what is shown, not counts. */
  readonly showsEach: boolean;
  /** Failures and remarks are for a program. */
  readonly isJson: boolean;
  /** Internal errors say what happened. */
  readonly isDebugging: boolean;
  /** Throws `InputError` if the flags ask for what this shape has not, before anything is done. */
  assertCanShow(shape: Shape): void;
  /** True if a file that is there may be replaced. */
  readonly replaces: boolean;
  /**
   * Throws `InputError` if --output names a file that is there and may not be replaced, or one whose ending promises another format, before anything is done.
   * `kinds`: endings of files that the command makes besides; null: it looks at the ending itself.
   */
  assertFree(kinds?: readonly string[] | null): Promise<void>;
  show(view: View): Promise<void>;
  /** Runs `walk` with somewhere to put pages; a file appears only if it comes to its end. */
  showPages(shape: Shape, walk: (view: PagedView) => Promise<void>): Promise<void>;
  /** A line for a person on stderr, its times in the zone of what it is about; nothing if the caller is a program. */
  remark(line: string, about?: unknown): Promise<void>;
  /** Writes a failure to stderr: a report for programs, else the text. */
  fail(error: ZoomWebinarError, text: () => string): Promise<void>;
  /** A text for people that is not an answer, such as help: through a pager if it is long. */
  page(text: string): Promise<void>;
  /** True while a pager has the screen. */
  isPaging(): boolean;
  /** Whether text for this stream is coloured. */
  isColored(stream: { isTTY?: boolean }): boolean;
}

/** What the flags ask of the output. */
export interface OutputChoice {
  /** Every format that a flag asks for: more than one is refused when data is shown. */
  readonly formats: readonly FormatName[];
  /** What a variable or a default asks for; the name of a file counts more. */
  readonly preset: FormatName | undefined;
  readonly fields: readonly string[] | null;
  /** A file; undefined: stdout. */
  readonly file: string | undefined;
  /** A file that is there may be replaced. */
  readonly replaces: boolean;
  readonly zone: string | undefined;
  readonly isRaw: boolean;
  readonly showsEach: boolean;
  readonly isPlain: boolean;
  /** Texts longer than the terminal go through a pager. */
  readonly isPaged: boolean;
  readonly isDebugging: boolean;
}

/** A wall time with its instant in brackets: "2032-03-08 10:00 Europe/Berlin (2032-03-08T09:00:00Z)". In local time both are the same. */
const TOLD_TWICE = /\d{4}-\d{2}-\d{2} \d{2}:\d{2} [\w+/-]+ \((\d{4}-\d{2}-\d{2}T[\d:.]+Z)\)/g;

/** Makes the output that the flags ask for. */
export const createOutput = (choice: OutputChoice, io: Io): CliOutput => {
  const { file, isDebugging } = choice;
  const fieldsFor = ({ ownsFields }: Shape) => (ownsFields ? null : choice.fields);
  const format = choice.formats[0] ?? (file === undefined ? undefined : formatOfFile(file)) ?? choice.preset ?? "text";
  const { isJson } = FORMATS[format];
  const viewing: Viewing = { zone: choice.zone, viewerZone: () => io.zone ?? viewerZone(), words: {} };
  const readerZone = () => choice.zone ?? viewing.viewerZone();
  const isColored = ({ isTTY }: { isTTY?: boolean }) => isTTY === true && !choice.isPlain;
  const say = (line: string) => write(io.stderr, `${fitted(safeLine(line), io.stderr)}\n`);
  const remark = async (line: string, about?: unknown) => {
    if (!isJson) await say(withViewerTimes(about === undefined ? line : withLocalTimes(line, about), readerZone));
  };

  /** A sentence is the same at every door, and has its times in UTC. */
  const withLocalTimes = (sentence: string, value: unknown): string => {
    if (sentence.search(INSTANTS) < 0) return sentence;
    const zone = zoneOf(isRow(value) ? value : {}, viewing);
    return sentence.replaceAll(TOLD_TWICE, "$1").replace(INSTANTS, (instant) => `${localTime(instant, zone)} ${zone}`);
  };

  const assertCanShow = (shape: Shape) => {
    assertOne(choice.formats);
    if (FORMAT_NAMES.some((name) => name === file))
      throw InputError.at("--output", "names a file, not a format", `--${file} writes that format; --output report.${file} writes it to a file.`);
    assertFields(fieldsFor(shape), shape);
  };

  const assertFree = async (kinds: readonly string[] | null = []) => {
    if (file === undefined) return;
    // A flag that asks for a format means it, and a pipe may be called anything.
    if (kinds !== null && choice.formats.length === 0 && (await isPlainFile(file, io))) assertEnding(file, kinds);
    if (!choice.replaces) await assertNotThere(resolve(io.cwd, file));
  };

  const { isTTY } = io.stdout;
  let screen: PagedSink | null = null;
  const screenSink = (): Sink => {
    if (isTTY !== true || !choice.isPaged) return stdoutSink(io);
    screen = pagedSink(io);
    return screen;
  };

  const into = async (
    shape: Shape,
    use: (writer: FormatWriter, sink: Sink) => Promise<void>,
    now: FormatContext["now"] = io.now ?? Date.now,
  ): Promise<void> => {
    assertCanShow(shape);
    await assertFree();
    const fields = fieldsFor(shape);
    const isTerminal = file === undefined && isTTY === true;
    const sink = file === undefined ? screenSink() : await fileSink(file, io);
    const leftOut = new Set<string>();
    const writer = await FORMATS[format].open({
      shape,
      fields,
      width: isTerminal ? widthOf(io.stdout) : null,
      isColored: isTerminal && isColored(io.stdout),
      isRaw: choice.isRaw,
      isFile: sink.isFile,
      showsEach: choice.showsEach,
      viewing: { ...viewing, words: shape.words ?? {} },
      leaveOut: (names) => {
        for (const name of names) leftOut.add(name);
      },
      now,
      write: (text) => sink.write(text),
    });
    try {
      await use(writer, sink);
    } catch (error) {
      await sink.abandon();
      if (error instanceof PagerClosed) return;
      throw error;
    }
    await sink.finish();
    // Also for a program: it is what became of the data.
    if (file !== undefined) await say(writtenLine(file));
    if (leftOut.size > 0) await remark(describeLeftOut([...leftOut]));
  };

  const pagesOf = ({ list }: Shape, writer: FormatWriter): PagedView => ({
    page: (page) => writer.rows(list === undefined ? [] : rowsOf(page, list), page),
    end: (rest) => writer.end(rest),
  });

  return {
    format,
    fields: choice.fields,
    showsEach: choice.showsEach,
    isAsked: choice.formats.length > 0,
    isJson,
    isDebugging,
    isColored,
    remark,
    assertCanShow,
    replaces: choice.replaces,
    assertFree,
    show: async ({ value, sentence, shape = {}, text, lines, now }) => {
      if (sentence !== undefined && format === "text") await say(withLocalTimes(sentence, value));
      const said = text ?? (lines === undefined ? undefined : () => lines.map((line) => `${withLocalTimes(safeLine(line), value)}\n`).join(""));
      const use = async (writer: FormatWriter, sink: Sink) => {
        if (format === "text" && said !== undefined && choice.fields === null)
          return sink.write(file === undefined ? fitted(said(), io.stdout) : said());
        if (shape.list === undefined || !isRow(value)) return writer.one(value);
        const { [shape.list]: _rows, ...rest } = value;
        const view = pagesOf(shape, writer);
        await view.page(value);
        await view.end(rest);
      };
      await into(shape, use, now);
    },
    page: async (text) => {
      const sink = screenSink();
      await sink.write(text).catch((error: unknown) => {
        if (!(error instanceof PagerClosed)) throw error;
      });
      await sink.finish();
    },
    isPaging: () => screen?.isPaging() === true,
    showPages: (shape, walk) => into(shape, (writer) => walk(pagesOf(shape, writer))),
    fail: (error, text) =>
      write(io.stderr, isJson ? `${toJson({ error: error.toReport() })}\n` : fitted(withViewerTimes(text(), readerZone), io.stderr)),
  };
};

const MOST_NAMED = 4;

/** Which columns a terminal has no room for, and how to see them. */
const describeLeftOut = (names: readonly string[]): string => {
  const [named, rest] = [names.slice(0, MOST_NAMED).join(", "), names.length - MOST_NAMED];
  const count = names.length === 1 ? "1 column has" : `${names.length} columns have`;
  return `${count} no room here: ${named}${rest > 0 ? ` and ${rest} more` : ""}. --fields chooses columns; --csv and --json have all.`;
};

const assertOne = ([first, second]: readonly FormatName[]): void => {
  if (second !== undefined) throw InputError.at(`--${second}`, `cannot be combined with --${first}`, "Ask for one of the two.");
};

const assertFields = (fields: readonly string[] | null, { known, columns = [] }: Shape): void => {
  if (fields === null || known === undefined) return;
  const names = [...new Set([...columns, ...known()])];
  if (names.length === 0) return;
  const wrong = fields.find((field) => !names.some((name) => name === field || name.startsWith(`${field}.`) || field.startsWith(`${name}.`)));
  if (wrong !== undefined) throw InputError.at("--fields", `there is no field ${JSON.stringify(wrong)}`, `The fields are ${names.join(", ")}.`);
};
