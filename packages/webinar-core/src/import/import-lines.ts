import type { SaidLine } from "../operation/cli-hints.ts";
import { countOf, firstOf } from "../operation/counts.ts";
import { quoted } from "../operation/losses.ts";
import { commandOf } from "../operation/operation.ts";
import type { ImportKind } from "./journal/events.ts";
import { isKind, WORDS } from "./kind-words.ts";
import { type ImportState, MOST_SHOWN, type OpenRow } from "./look-up.ts";
import { columnsOf, unitOf, whereDuplicates } from "./plan/plan.ts";
import { describeInvalid, describeLeft, type ImportResult, isGivenUp, stillToSend } from "./result.ts";

const MOST_ROWS = 5;
const MOST_DOMAINS = 5;
const MOST_COLUMNS = 8;

/** What a terminal needs of the call: where the people come from. */
interface Asked {
  readonly file?: string | null | undefined;
  readonly dry_run?: boolean | undefined;
  readonly resume?: boolean | undefined;
  readonly retry_unknown?: boolean | undefined;
  readonly include_join_links?: boolean | undefined;
}

/** An answer of a call, or with the state of an import that is looked up. */
type Said = ImportResult & { readonly state?: ImportState };

const timeOf = (seconds: number): string => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`);

/** A word of a command line, as a POSIX shell reads it. */
const word = (text: string): string => (/^[\w@%+=:,./\\-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const withDot = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

/** Whose rows they are: "the 4 rows of people.csv". */
const rowsOf = ({ plan }: ImportResult, { file }: Asked): string => `the ${countOf(plan.rows, "row")}${file == null ? "" : ` of ${file}`}`;

/** The command that began it, with what it has to be given to go on. */
const again = (kind: ImportKind, { import_id, webinar_id }: ImportResult, { file }: Asked, ...flags: readonly string[]): SaidLine => ({
  run: [commandOf(kind), webinar_id, ...(file == null ? [`--import-id ${import_id}`] : [word(file)]), ...flags].join(" "),
});

/** How to go on with those of whom nobody knows how they stand. */
const unknownLines = (kind: ImportKind, result: ImportResult, asked: Asked): SaidLine[] => {
  const { counts, plan } = result;
  if (!counts.unknown) return [];
  if (counts.unknown !== plan.unsure) return ["Try those again whose end is unknown:", again(kind, result, asked, "--retry-unknown")];
  // Nothing of this import is in doubt, so it is run anew; rows of a call are the caller's to send again.
  return ["In a minute, run it again: whoever is done is left out.", ...(asked.file == null ? [] : [again(kind, result, asked)])];
};

const invalidLines = ({ invalid, counts, plan }: ImportResult, whole: string): string[] => {
  const more = (counts.invalid ?? 0) - MOST_ROWS;
  return [
    ...invalid.slice(0, MOST_ROWS).map((row) => `    ${unitOf(plan)} ${row.line}: ${describeInvalid(row)}`),
    ...(more > 0 && invalid.length > 0 ? [`    and ${more} more: ${whole}`] : []),
  ];
};

/** ", in about 42 s; Zoom writes at most 40 mails (example.com 40)": what it takes to send some. */
const effortLine = ({ new: people, seconds, mails, domains }: ImportResult["plan"]): string => {
  if (people === 0) return "";
  const shown = domains.map(({ domain, count }) => `${domain} ${count}`);
  const mailed = mails === 0 ? "Zoom writes to nobody" : `Zoom writes at most ${countOf(mails, "mail")} (${firstOf(shown, MOST_DOMAINS)})`;
  return `, in about ${timeOf(seconds)}; ${mailed}`;
};

/** Every column that is imported, and the first of those that are not. */
const describeColumns = ({ columns }: ImportResult["plan"]): string => {
  const unused = columns.filter(({ field }) => field === null);
  const hidden = new Set(unused.slice(MOST_COLUMNS));
  const more = hidden.size === 0 ? "" : ` and ${hidden.size} more that ${hidden.size === 1 ? "is" : "are"} not imported`;
  return `${columnsOf({ columns: columns.filter((column) => !hidden.has(column)) }).join(", ")}${more}`;
};

const planLines = (kind: ImportKind, result: ImportResult, asked: Asked): SaidLine[] => {
  const { plan } = result;
  const words = WORDS[kind];
  return [
    ...(plan.warnings ?? []),
    `Plan for ${rowsOf(result, asked)}. Nothing was sent.`,
    `  ${plan.new} ${words.planned}${effortLine(plan)}`,
    ...(plan.already_registered === 0 ? [] : [`  ${plan.already_registered} ${words.already}`]),
    ...(plan.denied === 0 ? [] : [`  ${plan.denied} denied before, so left out`]),
    ...(plan.unsure === undefined ? [] : [`  ${plan.unsure} not sure`]),
    ...(plan.unknown === undefined ? [] : [`  ${plan.unknown} unknown`]),
    ...(plan.duplicates_in_file === 0
      ? []
      : [`  ${countOf(plan.duplicates_in_file, "duplicate")}${whereDuplicates(plan)}, left out: the first row of each person counts`]),
    ...(plan.invalid === 0 ? [] : [`  ${plan.invalid} not valid`, ...invalidLines(result, "--json lists them")]),
    `Read as ${plan.reading}: ${describeColumns(plan)}.`,
    ...plan.notes.map(withDot),
    ...(plan.new === 0 && plan.unknown === undefined ? [] : ["To go on, run it without --dry-run."]),
  ];
};

/** Those of an import that is not over may be nothing more than calls that were under way. */
const whyUnknown = (result: Said): string => {
  const { complete, stopped, plan, counts, state } = result;
  if (isGivenUp(result)) return "no answer had come when it was given up";
  if (state === "running") return "no answer has come yet";
  if (complete && counts.unknown === plan.unsure) return "Zoom does not show yet what was done a moment ago";
  if (complete) return "Zoom gave no answer, and its list does not show them";
  return `no answer had come when it ${stopped?.code === "cancelled" ? "was interrupted" : "stopped"}; going on looks for them in Zoom's list`;
};

/** What became of the rows, one line for each kind of end that there is. */
const countLines = (kind: ImportKind, result: Said): string[] => {
  const { counts, plan, failures = [] } = result;
  const words = WORDS[kind];
  const of = (...names: readonly string[]): number => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  const unused = plan.columns.filter(({ field }) => field === null).map(({ column }) => quoted(column));
  const kinds: readonly (readonly [count: number, said: string, more?: readonly string[]])[] = [
    [of("registered", "done"), words.done],
    [of("pending"), "registered, waiting for approval"],
    [of("already_registered", "already"), words.already],
    [of("denied"), "denied before, so left out"],
    [
      plan.duplicates_in_file,
      `left out as ${plan.duplicates_in_file === 1 ? "a duplicate" : "duplicates"}${whereDuplicates(plan)}: the first row of each person counts`,
    ],
    [of("invalid"), "not valid", invalidLines(result, "see the file of results")],
    [of("failed"), "failed", failures.map(({ message, count }) => `    ${count}: ${message}`)],
    [of("unknown"), `unknown: ${whyUnknown(result)}`],
  ];
  const lines = kinds.flatMap(([count, said, more = []]) => (count === 0 ? [] : [`  ${count} ${said}`, ...more]));
  return [
    ...(lines.length === 0 ? ["  nothing done yet"] : lines),
    ...(unused.length === 0 ? [] : [`Not imported: ${unused.length === 1 ? "column" : "columns"} ${firstOf(unused, MOST_COLUMNS)}.`]),
  ];
};

/** The rest can be imported, but not by going on. */
const givenUpLines = (kind: ImportKind, result: ImportResult, { file }: Asked): SaidLine[] => [
  "Nothing more of it is sent; what was sent stays.",
  ...(file == null
    ? []
    : ["To import the rest, start anew: whoever is done is left out.", { run: [commandOf(kind), result.webinar_id, word(file)].join(" ") }]),
];

/** What to do next, if there is something to do. */
const nextLines = (kind: ImportKind, result: Said, asked: Asked): SaidLine[] => {
  const { counts, complete, stopped, resume_at, webinar_id, plan } = result;
  if (isGivenUp(result)) return givenUpLines(kind, result, asked);
  const goesOn = asked.resume === true || asked.retry_unknown === true;
  if (asked.dry_run === true && goesOn && plan.new > 0) return ["Nothing was sent. To go on, run it without --dry-run."];
  if (!complete)
    return [
      ...(asked.dry_run === true ? ["Nothing was sent."] : stopped == null ? [] : [withDot(stopped.message)]),
      `Go on with it${resume_at === null ? "" : `, at ${resume_at} or later`}:`,
      again(kind, result, asked, "--resume"),
    ];
  const { invalid = 0, failed = 0 } = counts;
  // What keeps everybody out is in no row of the file.
  const isClosed = stopped != null;
  const wrong = invalid + (isClosed ? 0 : failed);
  return [
    ...unknownLines(kind, result, asked),
    ...(isClosed ? ["Nothing more was sent: Zoom takes nobody for this webinar as it is."] : []),
    ...(wrong === 0
      ? []
      : [`Correct what was refused${asked.file == null ? "" : ` in ${asked.file}`} and run it again: whoever is done is left out.`]),
    ...(counts.pending
      ? [
          "See who waits, and approve all of them:",
          { run: `registrants list ${webinar_id} --status pending` },
          { run: `registrants approve ${webinar_id} --pending` },
        ]
      : []),
  ];
};

const fileLine = ({ results_file }: ImportResult, { include_join_links }: Asked): string[] => {
  const links = include_join_links === true ? ", with the join links that Zoom gave" : "";
  return results_file === null ? [] : [`What became of each row${links}: ${results_file}`];
};

/** An import: how many, what went wrong and why, where the details are, what to do next. */
const importLines = (kind: ImportKind, result: ImportResult, asked: Asked): readonly SaidLine[] => {
  if (result.import_id === null) return planLines(kind, result, asked);
  const { complete, plan } = result;
  const rows = rowsOf(result, asked);
  const unsent = stillToSend(result);
  const isPlan = asked.dry_run === true && plan.new > 0;
  const open =
    !isPlan && unsent === 0
      ? `nothing of ${rows} is left to send, but what became of some is not known.`
      : `${describeLeft(result, rows, isPlan)}${isPlan ? effortLine(plan) : ""}.`;
  const head = isGivenUp(result)
    ? `Given up: ${unsent} of ${rows} ${unsent === 1 ? "was" : "were"} not sent.`
    : complete && !isPlan
      ? `Done with ${rows}:`
      : `${complete ? "" : "Not complete: "}${open}`;
  return [head, ...countLines(kind, result), ...fileLine(result, asked), ...nextLines(kind, result, asked)];
};

/** An import as one looks it up. */
interface Shown extends ImportResult {
  readonly operation: string;
  readonly topic: string | null;
  readonly file: string | null;
  readonly begun_at: string;
  readonly state: ImportState;
  readonly to_look_at: readonly OpenRow[];
}

/** Rows to look at, those of which the same is to be said in one line if they are many: hundreds may have been under way at once. */
const lookAtLines = (rows: readonly OpenRow[], unit: "line" | "row"): string[] => {
  // An answer names no more than that: how many there are is said above.
  const isCut = rows.length >= MOST_SHOWN;
  const places = new Map<string, number[]>();
  for (const { line, outcome, message } of rows) {
    const said = `${outcome}${message === null ? "" : `, ${message}`}`;
    places.set(said, [...(places.get(said) ?? []), line]);
  }
  return [...places].flatMap(([said, lines]) =>
    lines.length <= MOST_ROWS
      ? lines.map((line) => `    ${unit} ${line}: ${said}`)
      : [`    ${unit}s ${isCut ? `${lines.slice(0, MOST_ROWS).join(", ")} and more` : firstOf(lines.map(String), MOST_ROWS)}: ${said}`],
  );
};

/** The same of an import that is looked up: when it began, how it stands, and each row that failed or is unknown. */
const shownImportLines = (shown: Shown): readonly SaidLine[] => {
  const { operation, webinar_id, topic, begun_at, state, file, to_look_at } = shown;
  if (!isKind(operation)) return [];
  return [
    `Import ${shown.import_id}, begun ${begun_at}: ${state === "abandoned" ? "given up" : state}.`,
    `${commandOf(operation)}, webinar ${webinar_id}${topic === null ? "" : ` ${quoted(topic)}`}, ${rowsOf(shown, { file })}`,
    ...countLines(operation, shown),
    ...lookAtLines(to_look_at, unitOf(shown.plan)),
    ...fileLine(shown, {}),
    ...(state === "running" ? [] : nextLines(operation, { ...shown, complete: state === "finished" }, { file })),
  ];
};

type Answer = Readonly<Record<string, unknown>>;

// A hint sees an answer as any door does; these are the answers of our own operations.
/** What a terminal says of an import of this kind. */
export const linesOf =
  (kind: ImportKind) =>
  (answer: Answer, input: Answer): readonly SaidLine[] =>
    importLines(kind, answer as unknown as ImportResult, input as Asked);

/** What a terminal says of an import that is looked up. */
export const shownLines = (answer: Answer): readonly SaidLine[] => shownImportLines(answer as unknown as Shown);

/** The same of one that is given up: a finished one cannot be, which is said before how it ended. */
export const abandonedLines = (answer: Answer): readonly SaidLine[] => [
  ...(answer.state === "finished" ? ["It was finished already: there was nothing to give up."] : []),
  ...shownLines(answer),
];
