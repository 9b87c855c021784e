import { quoted } from "../../operation/losses.ts";

/** What an import will do, in figures. `rows` is the sum of the seven after it; of an import that goes on, also of those that failed or whose end is unknown. */
export interface Plan {
  rows: number;
  new: number;
  already_registered: number;
  denied: number;
  /** How many may stand as they are to be, or not: nobody knows yet. Absent if there are none, and in a plan of an earlier version. */
  unsure?: number | undefined;
  /** How many were sent without an answer, and are not on the list a minute later: only a word of the caller sends them again. Absent if there are none. */
  unknown?: number | undefined;
  duplicates_in_file: number;
  /** The lines of the first of them. Absent if there are none, and in a plan of an earlier version. */
  duplicate_lines?: number[] | undefined;
  invalid: number;
  /** How many of the new ones lose their registration by it. Absent in a plan of an earlier version. */
  losing?: number;
  /** How many of the new ones wait for approval. Absent in a plan of an earlier version. */
  waiting?: number;
  /** Writes that it takes. */
  calls: number;
  /** Mails that Zoom writes because of it. */
  mails: number;
  method: "single" | "batch";
  /** At the account's limits. */
  seconds: number;
  /** Why this method. */
  why: string;
  /** Mail domains of those who are new, most first. */
  domains: { domain: string; count: number }[];
  /** What each column was taken for. */
  columns: { column: string; field: string | null }[];
  /** How the file was read. */
  reading: string;
  /** Why Zoom may refuse everybody. Absent if nothing is known. */
  warnings?: string[] | undefined;
  /** What else there is to know: Zoom's caps, what could not be checked. */
  notes: string[];
}

/** What each column was taken for: `"E-Mail" → email`. In quotes, so that no door takes the name of a column for one of its own fields. */
export const columnsOf = ({ columns }: Pick<Plan, "columns">): string[] =>
  columns.map(({ column, field }) => `${quoted(column)} → ${field ?? "not imported"}`);

/** How a plan calls what was read of rows that came with the call. */
export const ROWS_OF_CALL = "rows of the call";

/** How a plan calls a list in which a line holds several rows, so that rows are counted. */
export const LIST_OF_ROWS = "JSON, a list whose rows are counted";

/** What a number of the table counts: lines of a file, or rows of a call or of a list; the same for an import that goes on by its id alone. */
export const unitOf = ({ reading }: Pick<Plan, "reading">): "line" | "row" =>
  reading === ROWS_OF_CALL || reading.startsWith(LIST_OF_ROWS) ? "row" : "line";

/** As many duplicates as a plan names by their line. */
export const MOST_DUPLICATES = 20;

const SHOWN_DUPLICATES = 8;

/** " (lines 4, 9 and 3 more)": where the duplicates stand; "" if nobody knows. */
export const whereDuplicates = (plan: Plan): string => {
  const { duplicates_in_file, duplicate_lines = [] } = plan;
  if (duplicate_lines.length === 0) return "";
  const shown = duplicate_lines.slice(0, SHOWN_DUPLICATES);
  const more = duplicates_in_file - shown.length;
  return ` (${unitOf(plan)}${duplicates_in_file === 1 ? "" : "s"} ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
};
