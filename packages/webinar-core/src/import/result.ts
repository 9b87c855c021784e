import type { ErrorCode } from "@zoom-webinar/foundation";
import { quoted } from "../operation/losses.ts";
import { namedField } from "./check/person.ts";
import type { ImportFolder } from "./journal/import-folders.ts";
import { codeOf, doubtfulRows, planNow, type Standing } from "./journal/standing.ts";
import type { Plan } from "./plan/plan.ts";
import { countOutcomes, type OutcomeWords } from "./results/outcomes.ts";

/** A row that is not valid. */
export interface InvalidRow {
  line: number;
  field: string;
  message: string;
  /** What the cell holds, at most 60 characters; only in the answer of the call that read the file. */
  value?: string | undefined;
}

/** Rows with what their cells hold. */
export const withValues = (rows: readonly InvalidRow[], values: ReadonlyMap<number, string>): InvalidRow[] =>
  rows.map((row) => {
    const value = values.get(row.line);
    return value === undefined ? row : { ...row, value };
  });

/** What is wrong with a row, for a person: "ole@example" is not an e-mail address. */
export const describeInvalid = ({ field, message, value }: InvalidRow): string =>
  value === undefined
    ? `${namedField(field)} ${message}`
    : field === "email"
      ? `${quoted(value)} ${message}`
      : `${namedField(field)} ${quoted(value)} ${message}`;

/** What an import answers, at its end or on the way. */
export interface ImportResult {
  /** Null if nothing was begun. */
  import_id: string | null;
  webinar_id: string;
  plan: Plan;
  counts: Record<string, number>;
  invalid: InvalidRow[];
  /** Why rows failed, the most frequent reason first; absent if none did. */
  failures?: { message: string; count: number }[] | undefined;
  results_file: string | null;
  complete: boolean;
  /** UTC */
  resume_at: string | null;
  /** Why it is not complete, or why Zoom takes nobody any more for the webinar. */
  stopped?: { code: string; message: string } | null | undefined;
}

/** More would fill a screen, or a model's context; the file of results has them all. */
const MOST_INVALID = 500;

const invalidRows = ({ notes, codes }: Standing): InvalidRow[] => {
  const invalid = codeOf("invalid");
  const rows: InvalidRow[] = [];
  for (const [at, { line, field, message }] of notes) {
    if (codes[at] !== invalid || line === null) continue;
    rows.push({ line, field: field ?? "row", message });
    if (rows.length >= MOST_INVALID) break;
  }
  return rows;
};

/** More reasons than these are in the file of results. */
const MOST_REASONS = 5;

const failuresIn = ({ notes, codes }: Standing): { message: string; count: number }[] => {
  const failed = codeOf("failed");
  const counts = new Map<string, number>();
  for (const [at, { message }] of notes) if (codes[at] === failed) counts.set(message, (counts.get(message) ?? 0) + 1);
  const reasons = [...counts].map(([message, count]) => ({ message, count }));
  return reasons.sort((a, b) => b.count - a.count).slice(0, MOST_REASONS);
};

const toTime = (ms: number | null): string | null => (ms === null || !Number.isFinite(ms) ? null : new Date(ms).toISOString());

/** True if nothing is left that would be sent by itself. */
export const isComplete = ({ isWhole }: Standing): boolean => isWhole;

/** An import in its current state. `resultsFile`: as its caller named it. */
export const toImportResult = (standing: Standing, folder: ImportFolder, words: OutcomeWords, resultsFile: string | null): ImportResult => {
  const { head, end } = standing;
  const plan = planNow(standing);
  if (plan === null) throw new TypeError("an import without a plan");
  const counts = countOutcomes(standing, words);
  return {
    import_id: folder.id,
    webinar_id: head.webinar,
    plan,
    counts,
    invalid: invalidRows(standing),
    ...(counts.failed ? { failures: failuresIn(standing) } : {}),
    results_file: resultsFile,
    complete: isComplete(standing),
    resume_at: toTime(end?.resumeAt ?? null),
    stopped: end?.stopped ?? null,
  };
};

/** Why a run stops that somebody gives up meanwhile. */
export const GIVEN_UP = "The import was given up.";

/** True if nobody can go on with it. `state`: that of an import which is looked up. */
export const isGivenUp = ({ state, complete, stopped }: Pick<ImportResult, "complete" | "stopped"> & { state?: string }): boolean =>
  state === "abandoned" || (!complete && stopped?.message === GIVEN_UP);

/** How many rows of an answer are still to be sent; those whose end is unknown are none of them. */
export const stillToSend = ({ plan, counts }: Pick<ImportResult, "plan" | "counts">): number =>
  plan.rows - plan.duplicates_in_file - Object.values(counts).reduce((sum, count) => sum + count, 0);

/** "699 of the 1500 rows are still to be sent": the same words and figures wherever an import is begun. `isPlan`: as the call that is planned would send them. */
export const describeLeft = (result: Pick<ImportResult, "plan" | "counts">, rows: string, isPlan: boolean): string => {
  const left = stillToSend(result);
  const tried = isPlan ? Math.max(result.plan.new - left, 0) : 0;
  const sent = `${left} of ${rows} ${left === 1 ? "is" : "are"} still to be sent`;
  if (tried === 0) return sent;
  return left === 0
    ? `${tried} of ${rows}, whose end is unknown, ${tried === 1 ? "is" : "are"} sent if Zoom's list does not show them`
    : `${sent}, and ${tried} whose end is unknown if Zoom's list does not show them`;
};

/** Whether there is something left to know or to do about an import: then its rows are kept. */
export const isOpen = (standing: Standing): boolean =>
  !isComplete(standing) || doubtfulRows(standing, 0).size > 0 || standing.codes.includes(codeOf("unknown"));

const CODES: readonly string[] = [
  "rate_limited",
  "zoom_unavailable",
  "cancelled",
  "partial",
  "plan_missing",
  "forbidden",
  "auth_missing",
  "auth_failed",
  "scope_missing",
  "unexpected_response",
] satisfies ErrorCode[];

const isCode = (code: string): code is ErrorCode => CODES.includes(code);

/** How many rows are as they were to be: done now, or so before. */
const reached = ({ invalid: _invalid, failed: _failed, unknown: _unknown, denied: _denied, ...rest }: ImportResult["counts"]): number =>
  Object.values(rest).reduce((sum, count) => sum + count, 0);

/** The exit code of an import's answer; null if everybody was reached. It is partial only if somebody was. */
export const endsAs = ({ import_id, stopped, counts, complete, plan }: ImportResult): ErrorCode | null => {
  if (import_id === null) return null; // only planned
  const { invalid = 0, failed = 0, unknown = 0 } = counts;
  if (stopped && !complete) return isCode(stopped.code) ? stopped.code : "partial";
  const bad = invalid + failed + unknown;
  if (!complete || bad === 0) return null;
  if (unknown === 0 && reached(counts) === 0) return failed > 0 ? "zoom_rejected" : "input_invalid";
  return unknown === plan.rows - plan.duplicates_in_file ? "ambiguous" : "partial";
};
