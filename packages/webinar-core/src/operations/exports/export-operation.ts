import * as z from "zod";
import { purgeOld } from "../../data/purge.ts";
import { exportInput, exportOutput } from "../../export/input.ts";
import { runExport } from "../../export/run-export.ts";
import type { OpenSource } from "../../export/source.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation, type ReadId } from "../../operation/define-operation.ts";
import { PSEUDONYM } from "../../people/people-input.ts";

/** What one export says of itself. */
export interface ExportWords<Shape extends z.ZodRawShape> {
  id: string;
  tool: string;
  summary: string;
  alsoKnownAs: string;
  /** "answers to polls" */
  noun: readonly [one: string, many: string];
  /** The endpoint that the rows come from: its scopes are the ones that are asked for. */
  endpoint: ReadId;
  /** Others that only this export needs. */
  alsoCalls?: readonly ReadId[];
  record: z.ZodObject<Shape>;
  columns: readonly string[];
  examples: readonly string[];
  isHeld: boolean;
  source: OpenSource;
}

/** Reads that find the webinars of an export and the people in them. */
const SCOPE_ENDPOINTS = [
  "GET /users/{userId}",
  "GET /report/history_meetings",
  "GET /webinars/{webinarId}",
  "GET /webinars/{webinarId}/panelists",
  "GET /webinars/{webinarId}/registrants",
  "GET /past_webinars/{webinarId}/instances",
  "GET /report/webinars/{webinarId}",
  "GET /report/webinars/{webinarId}/participants",
  "GET /past_webinars/{webinarId}/participants",
  "GET /report/webinars/{webinarId}/polls",
  "GET /report/webinars/{webinarId}/qa",
  "GET /report/webinars/{webinarId}/survey",
] as const satisfies readonly ReadId[];

/** The endpoint that an export is about, and those that it needs besides. */
const endpointsFrom = (main: ReadId, more: readonly ReadId[]): ReadId[] => [...new Set([main, ...more, ...SCOPE_ENDPOINTS])];

/** " (2 new, 1 gone)"; nothing if there are none. */
const changesOf = (changes: Readonly<Record<string, number>>): string => {
  const said = Object.entries(changes).flatMap(([kind, count]) => (count === 0 ? [] : [`${count} ${kind}`]));
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
};

/** An export as an operation: rows in pages, or all of them in a file. */
export const exportOperation = <Shape extends z.ZodRawShape>({
  id,
  tool,
  summary,
  alsoKnownAs,
  noun,
  endpoint,
  alsoCalls = [],
  record,
  columns: shown,
  examples,
  isHeld,
  source,
}: ExportWords<Shape>) => {
  const columns = Object.keys(record.shape);
  const output = z.object({ rows: z.array(record), ...exportOutput });
  return defineOperation({
    id,
    tool,
    summary,
    alsoKnownAs,
    endpoints: endpointsFrom(endpoint, alsoCalls),
    long: true,
    input: exportInput,
    output,
    rows: "rows",
    rowKey: { fields: ["row_id"], isUnique: true },
    cli: {
      flags: { user_id: "host" },
      days: { from: "start", to: "end" },
      positional: ["webinar_id"],
      columns: [...shown],
      sheet: columns,
      standsFor: PSEUDONYM,
      // The sentence has both.
      hidden: ["written", "changes"],
      examples: [...examples],
    },
    run: async (input, ctx) => {
      // Whoever leaves a file clears away old ones.
      if (input.file !== undefined) await purgeOld(ctx).catch(() => {});
      return output.parse(await runExport({ id, source, columns, isHeld }, input, ctx));
    },
    endsAs: ({ stopped }) => (stopped === null ? null : "partial"),
    describe: ({ rows, file, written, changes, complete, stopped }, { cursor }) => {
      if (file === null) return countOf(rows.length, ...noun);
      const state = complete ? "" : stopped === null ? ", and it goes on" : `; stopped: ${stopped.message} The same call goes on`;
      // Somebody who is gone is no registrant: a file of changes has rows.
      const count =
        cursor === undefined || changes === null ? countOf(written ?? 0, ...noun) : `${countOf(written ?? 0, "row")}${changesOf(changes)}`;
      return `${count} in ${file}${state}`;
    },
  });
};
