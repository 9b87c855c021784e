import type { ErrorReport, ZoomWebinarError } from "@zoom-webinar/foundation";
import { type AnyOperation, type Preview, parseInput } from "@zoom-webinar/webinar-core/doors";
import { proseOf } from "../failure.ts";
import { cleanAny, cleanOutput, WITHHELD } from "../foreign-text/clean-output.ts";
import { fenced } from "../foreign-text/fence.ts";
import { capRows, MOST_RESULT_BYTES } from "./cap-rows.ts";
import type { ToolResult } from "./tool-call.ts";
import { toToolWords } from "./tool-words.ts";

/** What the operator decided about results. */
export interface ResultOptions {
  /** Withholds what strangers wrote. */
  lockdown: boolean;
}

/**
 * A success: one line for people, then the same JSON that `structuredContent` holds, for hosts that show a model only text. Both are fenced where strangers
 * wrote a part. What is too large has whole rows left out and says how to go on.
 */
export const toResult = (operation: AnyOperation, rawInput: unknown, raw: unknown, { lockdown }: ResultOptions): ToolResult => {
  const { output, isForeign } = cleanOutput(operation.output, raw, lockdown);
  const whole = asObject(output);
  const capped = capRows(whole, operation.rows, MOST_RESULT_BYTES, operation.skips);
  const structuredContent = capped === null ? whole : { ...capped.output, how_to_go_on: howToGoOn(capped, rawInput, operation.skips) };
  const line = capped === null ? lineOf(operation, rawInput, output) : `${capped.kept} rows; ${howToGoOn(capped, rawInput, operation.skips)}`;
  const text = `${line}\n${JSON.stringify(structuredContent)}`;
  return { content: [{ type: "text", text: isForeign ? fenced(text) : text }], structuredContent };
};

/** One page that fits gives a token that stands right behind it. */
const howToGoOn = ({ kept, left }: { kept: number; left: number }, rawInput: unknown, skips?: string): string => {
  const given = (rawInput ?? {}) as Readonly<Record<string, unknown>>;
  if (skips !== undefined) {
    const before = given[skips];
    return `${left} more did not fit. Call again with ${skips} ${(typeof before === "number" ? before : 0) + kept}, or ask for fewer by a filter.`;
  }
  const size = Math.max(Math.min(kept, 300, typeof given.page_size === "number" ? given.page_size : kept), 1);
  return `${left} more did not fit. For all of them call again with page_size ${size}, without all, and then with each next_page_token.`;
};

/** An error of ours: what happened and what to do, then the report with code and whether repeating helps. Quotes of what strangers wrote are fenced. */
export const toErrorResult = (error: ZoomWebinarError, options: ResultOptions): ToolResult => {
  const report = toReport(error, options);
  if (error.foreign.length === 0 || options.lockdown) return toErrorContent(report, [proseOf(report), JSON.stringify({ error: report })]);
  // What to do is ours, and stands outside: a model that heeds the fence must still see it. Unless it quotes, too.
  const isQuoting = error.foreign.includes("hint");
  const { message, hint } = report;
  return toErrorContent(report, [
    hint === undefined || !isQuoting ? `${fenced(message)}${hint === undefined ? "" : `\n${hint}`}` : fenced(`${message}\n${hint}`),
    fenced(JSON.stringify({ error: report })),
  ]);
};

/** The same for an answer that is a message and data, outside any tool. */
export const toProtocolReport = (error: ZoomWebinarError, options: ResultOptions): { message: string; data: ErrorReport } => {
  const report = toReport(error, options);
  return { message: error.foreign.length === 0 || options.lockdown ? report.message : fenced(report.message), data: report };
};

/** The report without invisible characters, and with `lockdown` without what quotes somebody. */
const toReport = (error: ZoomWebinarError, { lockdown }: ResultOptions): ErrorReport => {
  const report = inToolWords(cleanAny(error.toReport()) as ErrorReport, error.foreign);
  if (error.foreign.length === 0 || !lockdown) return report;
  const { hint, ...rest } = report;
  return {
    ...rest,
    ...(hint === undefined || error.foreign.includes("hint") ? {} : { hint }),
    message: `${error.code}: ${WITHHELD}`,
    details: toPlainDetails(report.details ?? {}, error.foreign),
  };
};

const wordsIn = (value: unknown): unknown => {
  if (typeof value === "string") return toToolWords(value);
  if (Array.isArray(value)) return value.map(wordsIn);
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wordsIn(inner)]))
    : value;
};

const inToolWords = ({ message, hint, details, ...report }: ErrorReport, foreign: readonly string[]): ErrorReport => ({
  ...report,
  ...(details === undefined
    ? {}
    : { details: Object.fromEntries(Object.entries(details).map(([name, value]) => [name, foreign.includes(name) ? value : wordsIn(value)])) }),
  message: toToolWords(message),
  ...(hint === undefined ? {} : { hint: toToolWords(hint) }),
});

const toErrorContent = (error: ErrorReport, texts: readonly string[]): ToolResult => ({
  content: texts.map((text) => ({ type: "text", text })),
  structuredContent: { error },
  isError: true,
});

/** The details that quote nobody. A preview keeps what it touches and how many are written to, without the names. */
const toPlainDetails = (details: Readonly<Record<string, unknown>>, foreign: readonly string[]): Record<string, unknown> => {
  const plain = Object.fromEntries(Object.entries(details).filter(([name]) => !foreign.includes(name)));
  const { preview } = details as { preview?: Preview };
  if (!preview) return plain;
  const { targets, consequences = [], recipients, reversible } = preview;
  const shown = {
    summary: WITHHELD,
    targets: targets.map(({ kind, id }) => ({ kind, id })),
    ...(consequences.length === 0 ? {} : { consequences: consequences.map(({ kind }) => ({ kind, text: WITHHELD })) }),
    recipients,
    reversible,
  };
  return { ...plain, preview: shown };
};

/** The operation's own line. By now the effect has happened: a fault in the wording must not turn the answer into a failure. */
const lineOf = (operation: AnyOperation, rawInput: unknown, output: unknown): string => {
  try {
    return operation.describe(output, parseInput(operation.input, rawInput));
  } catch {
    return operation.summary;
  }
};

const asObject = (output: unknown): Record<string, unknown> =>
  typeof output === "object" && output !== null && !Array.isArray(output) ? (output as Record<string, unknown>) : { result: output };
