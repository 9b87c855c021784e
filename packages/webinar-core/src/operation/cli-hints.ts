import type { ZoomClient } from "@zoom-webinar/zoom-client";

/** A file that a command can write of its answer: `--csv`, `--html` … */
export interface FileHint<Field extends string = string> {
  /** Name of what makes it; each app has a table of renderers and loads one when it is asked for. */
  readonly renderer: string;
  /** What the help says of the flag. */
  readonly description: string;
  /** Other forms of the same kind, by `--layout`. */
  readonly layouts?: readonly string[];
  /** True: its cells are made safe for spreadsheets, and `--raw` leaves them as they are. */
  readonly isGuarded?: boolean;
  /** True: too long for a terminal; `--output` must name a file. */
  readonly needsOutput?: boolean;
  /** Fields of the input that the file needs, by layout ("" for its own). */
  readonly input?: Readonly<Record<string, { readonly [Name in Field]?: unknown }>>;
}

/** What a terminal says: a line, or a command to copy (as in `examples`), which stands alone and is never broken. */
export type SaidLine = string | { readonly run: string };

/** A question for a field that may be left out. */
export interface Wish<Field extends string = string> {
  /** What an empty answer means; null: with nothing else given, it needs an answer. */
  readonly empty: string | null;
  /** Fields beside which nothing is asked. */
  readonly unless?: readonly Field[];
  /** The value that another field must have, or be left out with, for this one to mean something. */
  readonly only?: { readonly [Name in Field]?: unknown };
}

/** Hints for the terminal, checked against the input's fields. */
export interface CliHints<Field extends string = string> {
  /** Fields given by position, in order; the last may take several values. */
  readonly positional?: readonly Field[];
  /** Columns of the table, dotted paths into a row. */
  readonly columns?: readonly string[];
  /** Columns of a spreadsheet in their order, if they are not those of the table first: those of the operation's own file. */
  readonly sheet?: readonly string[];
  /** Columns by importance: in a narrow terminal those that are not named go first, then the last of these. */
  readonly importance?: readonly string[];
  /** Other rows that stand for those of the list unless `full` is asked for, such as a count of each kind, with their columns. */
  readonly counts?: { readonly list: string; readonly columns: readonly string[]; readonly importance?: readonly string[] };
  /** Columns of wall times in the zone that the answer names: their heads say which. */
  readonly wallTimes?: readonly string[];
  /** True: cells are shown whole, on several lines if need be, because they are read to the end. */
  readonly wraps?: boolean;
  /** Lists inside each row that a terminal shows as tables below the rows, under the row's first column. */
  readonly below?: readonly string[];
  /** Other columns if this switch of the input is on, by its name. */
  readonly columnsWith?: { readonly [Name in Field]?: readonly string[] };
  /** A column that takes the place of others if this switch of the input is on, by its name. */
  readonly standsFor?: { readonly [Name in Field]?: { readonly column: string; readonly others: readonly string[] } };
  /** A list inside each row that becomes columns of the table: which of its properties names the column, and which is the cell. */
  readonly spread?: { readonly list: string; readonly title: string; readonly value: string };
  /** Further lines that a terminal says besides the rows, such as the figures of each date. */
  readonly remarks?: (output: Readonly<Record<string, unknown>>) => readonly string[];
  /** Properties of the answer that are for programs: a terminal shows them only with --json. */
  readonly hidden?: readonly string[];
  /** Property of the answer whose rows a terminal shows, if the answer is not a list for other doors. */
  readonly list?: string;
  /** What a terminal shows of an answer that is one thing, dotted paths; --json has the rest. */
  readonly card?: readonly string[];
  /** What a terminal says of an answer in place of a card, if a few lines tell people more; --json has all of it. */
  readonly lines?: (output: Readonly<Record<string, unknown>>, input: Readonly<Record<string, unknown>>) => readonly SaidLine[];
  /** Words for the codes of fields and columns, by the code as text. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a terminal says of fields, by their dotted path, whose descriptions explain the codes that it has words for. */
  readonly about?: Readonly<Record<string, string>>;
  /** Rare fields that help describes all the same, because pages or errors name them; of the others it has the names. */
  readonly shows?: readonly Field[];
  /** Where people's answers are inside a row, and whether a terminal counts them or shows each; `sums` is the property of a short answer with the counts. */
  readonly answers?: {
    readonly list: string;
    readonly question: string;
    readonly answer: string;
    readonly show: "counts" | "each";
    readonly sums?: string;
  };
  /** Other names of flags, shown in place of the field's: { user_id: "host" }. */
  readonly flags?: { readonly [Name in Field]?: string };
  /** Field that names who hosts: a terminal calls it --host, and fills it with the person's own default, unless `ownHost` says otherwise. */
  readonly host?: Field;
  /** Where the person's own default host goes if `host` would count more than what a file says, or does not go with other fields. */
  readonly ownHost?: { readonly field: Field; readonly unless?: readonly Field[] };
  /** Fields that count minutes: a terminal also takes "1h30". */
  readonly minutes?: readonly Field[];
  /** Fields that also take a moment in words, which help says. */
  readonly moments?: readonly Field[];
  /**
   * Fields that take a day, or an instant: the start of a stretch of time, or its end. A terminal reads words such as "tomorrow", and means the days of
   * --zone, else of the host's zone, else of the viewer's. A field that takes nothing but a day needs no hint.
   */
  readonly days?: { readonly [Name in Field]?: "start" | "end" };
  /** Why a second value behind the first is one too many, and what to do instead; otherwise the command is to be run once for each. */
  readonly takesOne?: string;
  /** A field of e-mail addresses beside one of people with names: a terminal puts "Ada Example <ada@example.com>" there. */
  readonly named?: { readonly [Name in Field]?: Field };
  /** When it asks besides for mail and for losses, for its help: "people would keep …". */
  readonly asksIf?: string;
  /** Fields that may be left out, and that a terminal still asks for. */
  readonly asks?: { readonly [Name in Field]?: Wish<Field> };
  /** Field with the zone of who reads the answer: a terminal fills it with the viewer's. */
  readonly viewerZone?: Field;
  /** A command of its own at the top: "schedule" for "webinars schedule". A resource of the same name keeps its verbs. */
  readonly alias?: string;
  /** Field whose values divide the list: a terminal takes "all" for it, and counts by it if nothing was found. */
  readonly countsBy?: Field;
  /** A flag that fills a field from another list: --pending takes everybody who waits. */
  readonly everyone?: {
    readonly flag: string;
    readonly description: string;
    readonly field: Field;
    /** Id of the list operation; it gets the fields that both have, and `input`. */
    readonly list: string;
    readonly input: Readonly<Record<string, unknown>>;
    /** Property of its rows. */
    readonly take: string;
  };
  /** Fields that a terminal asks for from a part of their list, with what the list is asked for then: those who wait for approval. */
  readonly offersFirst?: { readonly [Name in Field]?: Readonly<Record<string, unknown>> };
  /** Fields whose list has things that would be refused, with what tells those worth offering from a row; a name still finds the others. */
  readonly offersOnly?: { readonly [Name in Field]?: (row: Readonly<Record<string, unknown>>) => boolean };
  /** What a field's thing has to be for anything else to make sense: a terminal looks before it asks for more. Throws `InputError` with the way out. */
  readonly suits?: { readonly [Name in Field]?: (id: string, at: { readonly zoom: ZoomClient }) => Promise<void> };
  /** Fields that Zoom takes ids for only: a terminal looks up what an e-mail address stands for. */
  readonly idsOnly?: readonly Field[];
  /** Fields of other operations that this list's rows can fill: a terminal lets people choose, and finds by name. */
  readonly offers?: {
    readonly fields: readonly string[];
    /** Property of a row that is the value. */
    readonly value: string;
    /** Properties that a person knows it by; the first is what it is called. */
    readonly label: readonly string[];
    /** A required field of this list that is filled from another list first. */
    readonly each?: Field;
    /** A required field of this list that is taken from the other operation's input: the webinar whose registrants these are. */
    readonly within?: Field;
    /**
     * A link that names the thing without its id: what its path begins with, the operation that reads one thing by `value`, the property that holds the
     * link, and what to say if no thing has it.
     */
    readonly link?: {
      readonly path: string;
      readonly from: string;
      readonly input: string;
      readonly property: string;
      readonly unknown: { readonly message: string; readonly hint: string };
    };
    /** Property of a row that is a person's e-mail address. Whoever has one is a person, and found by whole names only. */
    readonly address?: string;
  };
  /** Other words for the verb, as people type them: "ls" for "list". */
  readonly verbs?: readonly string[];
  /** Words that may stand for the verb, with the field that each of them sets: "webinars end ID". */
  readonly actions?: { readonly [Name in Field]?: readonly string[] };
  /** True: help does not list it, since another command does the same for people. */
  readonly isHidden?: boolean;
  /** Its place among what people do first: the root help shows its first example. */
  readonly first?: number;
  /** Whole command lines, shown by --help and run by a test. */
  readonly examples?: readonly string[];
  /**
   * Property of the answer that lists texts, each with a name: a terminal prints them bare, `--output` and `--folder` write them as files. `idsIn`: what a
   * text is about, null for something that it does not name; `madeBy`: the property that holds the path of the file that made it; `endings`: of files that
   * hold such a text. In a folder, a text takes the place of the file that is about the same.
   */
  readonly texts?: {
    readonly list: string;
    readonly idsIn: (text: string) => readonly (string | null)[];
    readonly madeBy: string;
    readonly endings: readonly string[];
  };
  /** Property of the answer that lists files of the input as they are now: they are written back where they were read. */
  readonly writesBack?: string;
  /** Property of the answer that is true if something differs: with `--detailed-exitcode` the command then ends with 10. */
  readonly differs?: (output: Readonly<Record<string, unknown>>) => boolean;
  /** Files that can be made of the answer, by the flag that asks for one. */
  readonly files?: Readonly<Record<string, FileHint<Field>>>;
}
