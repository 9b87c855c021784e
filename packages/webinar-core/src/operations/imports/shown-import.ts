import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { importOutput } from "../../import/operation-parts.ts";

/** Input of operations on one import. */
export const oneImport = z.strictObject({ import_id: anyId(64).describe("As the import gives it") });

const state = z.enum(["running", "unfinished", "finished", "abandoned"]).describe("running: a process is at it; unfinished: it waits to be resumed");

/** An import as a list shows it. */
export const importRow = z.object({
  import_id: z.string(),
  operation: z.string(),
  webinar_id: z.string(),
  topic: z.string().nullable().meta({ untrusted: true }),
  file: z.string().nullable(),
  begun_at: z.string().describe("UTC"),
  state,
  rows: z.number(),
  left: z.number().describe("Rows still to be sent"),
  resume_at: z.string().nullable().describe("When it may go on, UTC"),
});

const { operation, topic, file, begun_at, left } = importRow.shape;

/** An import in full. */
export const shownImport = importOutput(z.record(z.string(), z.number())).extend({
  operation,
  topic,
  file,
  begun_at,
  state,
  left,
  to_look_at: z
    .array(z.object({ line: z.number(), outcome: z.string(), message: z.string().nullable().meta({ untrusted: true }) }))
    .describe("Rows that failed or are unknown, the first 200"),
});

/** What operations on imports have in common: they read and write this machine's own notes, never Zoom. */
export const LOCAL = { endpoints: [], emails: "nobody", local: true } as const;
