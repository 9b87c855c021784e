import { anyId, line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf, firstOf, partOf } from "../operation/counts.ts";
import { quoted } from "../operation/losses.ts";
import type { Risk } from "../operation/operation.ts";
import { rare, webinarId } from "../operation/params.ts";
import type { Preview } from "../operation/preview.ts";
import { whatIsLost } from "../people/way-back.ts";
import type { ImportCall } from "./find-import.ts";
import { WORDS } from "./kind-words.ts";
import { columnsOf, unitOf, whereDuplicates } from "./plan/plan.ts";
import { describeInvalid, describeLeft, type ImportResult, isGivenUp } from "./result.ts";
import { lookAhead } from "./run-import.ts";

/** What every operation on a file of people takes. */
export const importFields = {
  webinar_id: webinarId,
  file: line().min(1).max(4096).optional().describe("CSV, TSV, JSON or JSONL file"),
  rows: z
    .array(z.record(z.string().max(256), z.unknown()))
    .max(5000)
    .optional()
    .describe("People instead of a file: email, first_name …"),
  dry_run: z.boolean().optional().describe("Only plan: nothing is sent"),
  resume: z.boolean().optional().describe("Go on with one that was cut off"),
  retry_unknown: rare(z.boolean().optional().describe("Try those again for whom Zoom gave no answer and who are not on its list")),
  import_id: anyId(64).optional().describe("With resume, instead of file"),
  map: rare(z.array(line().max(512)).max(200).optional().describe('What the file calls what, as NAME=field: "E-Mail=email"; NAME=- leaves it out')),
  results: rare(line().min(1).max(4096).optional().describe("File for what became of each row. Default: FILE.results.csv")),
};

/** Those of them that an answer, an error or the README names: help describes them. */
export const NAMED_FIELDS = ["map", "results", "retry_unknown"] as const;

/** Further fields if Zoom may be called in more than one way. */
export const methodField = rare(z.enum(["single", "batch", "auto"]).optional().describe("One call a person, or one for thirty; auto chooses"));

const figures = {
  rows: z.number(),
  new: z.number().describe("To be sent"),
  already_registered: z.number().describe("Nothing to do: there already, pending ones too"),
  denied: z.number(),
  unsure: z.number().optional().describe("Not known yet how they stand: run it again in a minute"),
  unknown: z.number().optional().describe("Sent without an answer and not on Zoom's list: only retry_unknown sends them again"),
  duplicates_in_file: z.number(),
  duplicate_lines: z.array(z.number()).optional().describe("Lines of the first 20 duplicates, or their rows"),
  invalid: z.number(),
  calls: z.number().describe("Writes"),
  mails: z.number().describe("That Zoom writes at most"),
  method: z.enum(["single", "batch"]),
  seconds: z.number().describe("At the account's limits"),
  why: z.string().describe("Why this method"),
  domains: z.array(z.object({ domain: z.string(), count: z.number() })),
  columns: z.array(z.object({ column: z.string().meta({ untrusted: true }), field: z.string().nullable().meta({ untrusted: true }) })),
  reading: z.string(),
  warnings: z.array(z.string()).optional().describe("Why Zoom may refuse everybody"),
  notes: z.array(z.string().meta({ untrusted: true })),
};

/** The answer of an operation on a file of people, with its own counts. */
export const importOutput = <Counts extends z.ZodType>(counts: Counts) =>
  z.object({
    import_id: z.string().nullable().describe("Null for a plan"),
    webinar_id: z.string(),
    plan: z.object(figures),
    counts,
    invalid: z
      .array(
        z.object({
          line: z.number(),
          field: z.string().meta({ untrusted: true }),
          message: z.string(),
          value: z.string().optional().meta({ untrusted: true }).describe("The cell"),
        }),
      )
      .describe("The first 500"),
    failures: z
      .array(z.object({ message: z.string().meta({ untrusted: true }), count: z.number() }))
      .optional()
      .describe("Why rows failed, most first"),
    results_file: z.string().nullable(),
    complete: z.boolean().describe("Nothing is left to send"),
    resume_at: z.string().nullable().describe("When it may go on, UTC"),
    stopped: z.object({ code: z.string(), message: z.string() }).nullish().describe("Why it is not complete, or why Zoom takes nobody any more"),
  });

/** Counts of signing up and inviting. */
export const importCounts = z.object({
  registered: z.number(),
  pending: z.number(),
  already_registered: z.number(),
  denied: z.number(),
  invalid: z.number(),
  failed: z.number(),
  unknown: z.number(),
});

/** Counts of deciding and removing. */
export const changeCounts = z.object({ done: z.number(), already: z.number(), invalid: z.number(), failed: z.number(), unknown: z.number() });

/** What one call may do: a plan changes nothing and mails nobody. */
export const riskOf =
  (risk: Risk) =>
  (input: { dry_run?: boolean | undefined }): Risk =>
    input.dry_run === true ? { effect: "read", emails: "nobody" } : risk;

const SHOWN_INVALID = 5;
/** Characters of a digest: few enough to read, and enough to distinguish the files of a day. */
const SHOWN_DIGEST = 16;

const MOST_IN_ONE = 30;

/** The calls of a plan, and why there may be one more than it takes. */
const describeCalls = ({ calls, method, new: people }: ImportResult["plan"]): string => {
  if (method !== "batch") return `${countOf(calls, "call")}, one a person`;
  return calls > Math.ceil(people / MOST_IN_ONE)
    ? `${countOf(calls, "call")}, the last for one person, so that a lost answer to the first can be settled`
    : `${countOf(calls, "call")} for up to ${MOST_IN_ONE} people each`;
};

/** What a call will do, before it does. */
export const previewImport = async (call: ImportCall): Promise<Preview> => {
  const { subject, input } = call;
  const { result, goesOn, digest, file, topic, why, mailsSurely } = await lookAhead(call);
  const { invalid, import_id, plan } = result;
  const words = WORDS[subject.kind];
  const reaches = plan.new;
  // If an import is resumed, each of the remaining people may lose something.
  const losing = subject.loses?.length ? Math.min(plan.losing ?? reaches, reaches) : 0;
  const waiting = subject.loses?.includes("pending") ? Math.min(plan.waiting ?? 0, losing) : 0;
  const others = [
    [plan.already_registered, words.already],
    [plan.denied, "denied before"],
    [plan.unsure ?? 0, "not sure"],
    [plan.unknown ?? 0, "unknown"],
    [plan.duplicates_in_file, `of somebody in an earlier row, which counts${whereDuplicates(plan)}`],
    [plan.invalid, "not valid"],
  ] as const;
  return {
    summary: `${import_id === null ? "" : `Go on with import ${import_id}. `}${subject.verb(reaches)} ${topic === null ? `webinar ${input.webinar_id}` : quoted(topic)}.`,
    // A file that changes after this preview is a different target, so the confirmation is void.
    targets: [
      { kind: "webinar", id: input.webinar_id, ...(topic === null ? {} : { label: topic }) },
      { kind: "rows", id: digest.slice(0, SHOWN_DIGEST), label: input.file ?? file ?? "of the call", internal: true },
    ],
    consequences: whatIsLost({ registered: losing - waiting, waiting }).map((text) => ({ kind: "lost", text })),
    recipients:
      plan.mails === 0 || reaches === 0
        ? null
        : {
            count: plan.mails,
            domains: plan.domains,
            why,
            ...(mailsSurely ? {} : { perhaps: true }),
          },
    reversible: subject.isReversible,
    ...(subject.wayBack !== undefined && (plan.waiting ?? reaches) > 0 ? { undo: subject.wayBack } : {}),
    notes: [
      ...(plan.warnings ?? []),
      !goesOn
        ? `${countOf(plan.rows, "row")}: ${plan.new} ${words.planned}${others.flatMap(([count, words]) => (count === 0 ? [] : [`, ${count} ${words}`])).join("")}.`
        : `${describeLeft(result, `the ${countOf(plan.rows, "row")}`, true)}.`,
      `${describeCalls(plan)} (${plan.why}); about ${plan.seconds} s at the account's limits.`,
      `Read as ${plan.reading}. ${columnsOf(plan).join(", ")}.`,
      ...invalid.slice(0, SHOWN_INVALID).map((row) => `${unitOf(plan) === "line" ? "Line" : "Row"} ${row.line}: ${describeInvalid(row)}.`),
      ...(invalid.length > SHOWN_INVALID
        ? [`${countOf(plan.invalid - SHOWN_INVALID, "more row is", "more rows are")} not valid; dry_run: true (--dry-run) lists them.`]
        : []),
      ...plan.notes,
    ],
    plan: { ...plan },
    ...(reaches === 0 ? { idle: true as const } : {}),
  };
};

const SHOWN_COLUMNS = 5;

/** Rows and columns of the file that nothing is made of: "; 2 rows of somebody who is in the file already; not imported: "shoe size"". */
const describeLeftOut = (plan: ImportResult["plan"]): string => {
  const { duplicates_in_file, columns } = plan;
  const unused = columns.filter(({ field }) => field === null).map(({ column }) => quoted(column));
  return [
    ...(duplicates_in_file === 0
      ? []
      : [`; ${countOf(duplicates_in_file, "duplicate")} skipped${whereDuplicates(plan)}, the first row of each person counts`]),
    ...(unused.length === 0 ? [] : [`; not imported: ${firstOf(unused, SHOWN_COLUMNS)}`]),
  ].join("");
};

/** "; failed: Registration is full", with how many other reasons there are. */
const describeFailures = ([first, ...others]: NonNullable<ImportResult["failures"]>): string => {
  if (first === undefined) return "";
  const more = others.length === 0 ? "" : ` (and ${countOf(others.length, "other reason")})`;
  return `; failed: ${first.message.replace(/\.$/, "")}${more}`;
};

/** One line about an import. */
export const describeImport = (result: ImportResult): string => {
  const { import_id, plan, counts, failures = [], complete, stopped, resume_at } = result;
  const leftOut = describeLeftOut(plan);
  if (import_id === null)
    return `Plan: ${partOf(plan.new, plan.rows, "row")} would be sent, ${countOf(plan.calls, "call")}, ${plan.mails === 0 ? "no mail" : `at most ${countOf(plan.mails, "mail")}`}, about ${plan.seconds} s${leftOut}; nothing was sent${(plan.warnings ?? []).map((warning) => `. ${warning}`).join("")}`;
  const told = Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`${count} ${name.replaceAll("_", " ")}`]));
  const how = complete
    ? ""
    : isGivenUp(result)
      ? "; given up: nothing more of it is sent"
      : `; not complete${stopped == null ? "" : `: ${stopped.message}`}${resume_at == null ? "" : ` May go on at ${resume_at}.`} Go on with resume: true (--resume)`;
  return `${told.join(", ") || "nothing done yet"} of ${countOf(plan.rows, "row")}${leftOut}${describeFailures(failures)}${how}`;
};
