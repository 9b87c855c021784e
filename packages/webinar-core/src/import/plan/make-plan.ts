import type { Clock } from "@zoom-webinar/foundation";
import type { PaceOptions, ZoomClient } from "@zoom-webinar/zoom-client";
import { countOf } from "../../operation/counts.ts";
import { toRecipients } from "../../operation/preview.ts";
import type { RowRules } from "../check/check-row.ts";
import { NO_FORM } from "../check/form.ts";
import type { Column } from "../columns/map-columns.ts";
import type { RowNote, SendOptions } from "../journal/events.ts";
import type { RowSink } from "../journal/stored-rows.ts";
import { WORDS } from "../kind-words.ts";
import type { FindRecent } from "../recent.ts";
import { lookNow } from "../run/settle-rows.ts";
import type { Look, Task } from "../run/task.ts";
import type { Method, Subject, Target } from "../subject.ts";
import type { MappedTable } from "../table/find-header.ts";
import { effortOf } from "./effort.ts";
import { doerOf, type KnownLately, knownLately } from "./known-lately.ts";
import { LIST_OF_ROWS, type Plan, ROWS_OF_CALL } from "./plan.ts";
import { compareWithList, type SortedRows, sortRows } from "./sort-rows.ts";

/** What a plan is made from. */
export interface PlanParts {
  subject: Subject;
  zoom: ZoomClient;
  clock: Clock;
  pace: PaceOptions | false;
  webinarId: string;
  target: Target;
  options: SendOptions;
  method: "single" | "batch" | "auto";
  mapped: MappedTable;
  rules: RowRules;
  sink: RowSink;
  /** Reads what this program did with people of the webinar in the last minutes. */
  readRecent(): Promise<FindRecent>;
}

/** A plan, with what it found out on the way. */
export interface MadePlan {
  plan: Plan;
  method: Method;
  task: Task;
  look: Look;
  sorted: SortedRows;
  /** Rows that are not to be sent, with why. */
  notes: RowNote[];
}

const describeReading = ({ table, header, skip }: MappedTable): string => {
  const { format, encoding, delimiter, numbers } = table;
  if (format === "rows") return ROWS_OF_CALL;
  const words = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" }[delimiter ?? ""] ?? delimiter;
  const names = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252", macintosh: "Mac Roman" };
  const text = encoding === null ? "" : `, ${names[encoding]}`;
  if (format === "csv" && skip === 0) return `e-mail addresses, one a line${text}`;
  if (numbers === "places") return `${LIST_OF_ROWS}${text}`;
  return format === "csv" ? `${countOf(header.length, "column")} separated by ${words}${text}` : `${format === "json" ? "JSON" : "JSONL"}${text}`;
};

const fieldOf = (column: Column): string | null => {
  if (column.kind === "none") return null;
  if (column.kind === "standing") return "whether they come";
  return column.kind === "field" ? column.field : `question: ${column.title}`;
};

/** How many people the webinar takes, and that Zoom refuses some of these if they are more. */
const noteMost = ({ most }: Target, fresh: number): string[] => {
  if (most === undefined) return [];
  const over = fresh > most ? `: Zoom refuses at least ${fresh - most} of these ${fresh}` : "";
  return [`The webinar takes at most ${countOf(most, "person", "people")}${over}.`];
};

/** Says when a column with full names counts, if one with first or last names is there as well. */
const noteFullName = ({ columns, header }: MappedTable): string[] => {
  const at = (field: string) => columns.findIndex((column) => column.kind === "field" && column.field === field);
  const whole = at("name");
  if (whole === -1 || (at("first_name") === -1 && at("last_name") === -1)) return [];
  return [`"${header[whole]}" only fills in a first or last name that a row lacks, and nothing if it names somebody else.`];
};

const noteUnlisted = ({ kind }: Subject, known: KnownLately): string[] => {
  const already = [...known.values()].filter((one) => one?.open === null).length;
  const done = WORDS[kind].done;
  return already === 0
    ? []
    : [
        `${countOf(already, "person is", "people are")} taken as ${done}, though not on Zoom's list yet: ${doerOf(kind)} ${done} ${already === 1 ? "them" : "these"} less than ten minutes ago.`,
      ];
};

/** Says that nobody can tell yet how somebody stands. */
const noteUnsure = (unsure: number): string[] =>
  unsure === 0
    ? []
    : [`${countOf(unsure, "person is", "people are")} not sure: Zoom does not show yet what was done a moment ago. Run it again in a minute.`];

/** Says that looking again will not tell how somebody stands. */
const noteUnknown = (unknown: number): string[] =>
  unknown === 0
    ? []
    : [
        `${countOf(unknown, "person is", "people are")} unknown: Zoom gave an earlier import no answer about them, and its list does not show them. They are sent again only by retry_unknown: true (--retry-unknown), after this import.`,
      ];

/** Reads the table and the list, and says what an import would do. Nothing is sent. */
export const makePlan = async (parts: PlanParts): Promise<MadePlan> => {
  const { subject, zoom, clock, pace, webinarId, target, options, mapped, rules, sink } = parts;
  const sorted = await sortRows(mapped, rules, sink);
  const anyTask = subject.task(zoom, webinarId, "single", target, options);
  const look = await lookNow({ task: anyTask, clock, rowsByKey: sorted.rowsByKey });
  const known = await knownLately(parts, sorted.rowsByKey.keys(), look, await parts.readRecent());
  const before = compareWithList(sorted, look, anyTask, known);
  const notes = [...sorted.notes, ...before.notes];
  const left = new Set(before.notes.map(([at]) => at));
  const fresh = [...sorted.rowsByKey].filter(([, at]) => !left.has(at)).map(([key]) => key);
  const losing = fresh.map((key) => look.listed.get(key)).filter((one) => one !== undefined && subject.loses?.includes(one.status)).length;
  const answers = mapped.columns.flatMap((column, at) =>
    column.kind === "question" || (column.kind === "field" && !["email", "first_name", "last_name", "name"].includes(column.field))
      ? [mapped.header[at] ?? ""]
      : [],
  );
  const { method, why } = subject.choose({ target, options, answers, asked: parts.method, people: before.fresh });
  const task = method === "single" ? anyTask : subject.task(zoom, webinarId, method, target, options);
  task.know?.(look.listed);
  const { calls, seconds } = effortOf(before.fresh, task, subject.endpoint(method), pace);
  const form = target.form ?? NO_FORM;
  const plan: Plan = {
    rows: sorted.count,
    new: before.fresh,
    already_registered: before.already,
    denied: before.denied,
    ...(before.unsure === 0 ? {} : { unsure: before.unsure }),
    ...(before.unknown === 0 ? {} : { unknown: before.unknown }),
    duplicates_in_file: sorted.duplicates,
    ...(sorted.duplicates === 0 ? {} : { duplicate_lines: sorted.duplicateLines }),
    invalid: sorted.invalid + before.invalid,
    losing,
    waiting: fresh.filter((key) => look.listed.get(key)?.status === "pending").length,
    calls,
    mails: target.mails === false ? 0 : before.fresh,
    method,
    seconds,
    why,
    domains: [...(toRecipients(fresh, "")?.domains ?? [])],
    // A separator at the end of each line makes a column without a name and without anything in it.
    columns: mapped.columns.flatMap((column, at) => {
      const name = mapped.header[at] ?? "";
      return name.trim() === "" && column.kind === "none" ? [] : [{ column: name, field: fieldOf(column) }];
    }),
    reading: describeReading(mapped),
    ...(target.warnings?.length ? { warnings: [...target.warnings] } : {}),
    notes: [
      ...target.notes,
      ...noteMost(target, before.fresh),
      ...noteUnlisted(subject, known),
      ...noteUnsure(before.unsure),
      ...noteUnknown(before.unknown),
      ...(options.occurrence_ids === undefined ? [] : [`For the dates ${options.occurrence_ids.join(", ")} only.`]),
      ...noteFullName(mapped),
      ...form.questions
        .filter(({ title, isRequired }) => !isRequired && !mapped.columns.some((column) => column.kind === "question" && column.title === title))
        .map(({ title }) => `No column answers "${title}".`),
    ],
  };
  return { plan, method, task, look, sorted, notes };
};
