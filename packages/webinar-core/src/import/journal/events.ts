import type { Form } from "../check/form.ts";
import type { Column } from "../columns/map-columns.ts";
import type { Plan } from "../plan/plan.ts";

/** Format of a journal; a larger number was written by a newer version of ours. */
export const JOURNAL_VERSION = 1;

/** What became of a row. `open`: it is still to be sent. Their order is that of the codes in a journal: add at the end only. */
export const STANDINGS = ["open", "done", "pending", "already", "denied", "invalid", "duplicate", "failed", "unknown"] as const;
export type RowStanding = (typeof STANDINGS)[number];

/** What an import is of. */
export type ImportKind =
  | "registrants.import"
  | "panelists.import"
  | "registrants.approveFrom"
  | "registrants.denyFrom"
  | "registrants.cancelFrom"
  | "registrants.removeFrom";

/** Zoom's own options for those who are imported. */
export interface SendOptions {
  occurrence_ids?: readonly string[] | undefined;
  source?: string | undefined;
  language?: string | undefined;
  auto_approve?: boolean | undefined;
}

/** The first line of every journal: what it is about. */
export interface Head {
  t: "head";
  v: number;
  id: string;
  kind: ImportKind;
  /** Whose import it is: nobody else can see it. */
  principal: string;
  account: string;
  /** The world of an emulator; null: Zoom itself. Absent in journals of earlier versions. */
  world?: string | null;
  webinar: string;
  topic: string | null;
  /** Hash of the bytes of the file, or of the rows. */
  digest: string;
  /** As its caller named it; null if the rows came with the call. */
  file: string | null;
  /** Where it lies. Absent in journals of earlier versions. */
  path?: string | null;
  results: string | null;
  delimiter: string | null;
  header: readonly string[];
  columns: readonly Column[];
  /** What the webinar asked when the rows were checked. */
  form: Form;
  /** The status of somebody who signs up; null: not known. */
  status: "approved" | "pending" | null;
  method: "single" | "batch";
  options: SendOptions;
  createdMs: number;
}

/** A row's place (from 0), its status, Zoom's id, a message and the field it is about, and the line in the file of an invalid row. */
export type RowNote = readonly [at: number, standing: number, id?: string | null, message?: string | null, field?: string | null, line?: number];

/** One line of a journal. */
export type JournalEvent =
  | Head
  | { t: "plan"; plan: Plan }
  /** The journal holds the whole plan: from here on something may be sent. */
  | { t: "ready" }
  /** What is known of rows without a call, or after it. */
  | { t: "rows"; rows: readonly RowNote[] }
  /** About to be sent; on disk before it is. `keys` are hashes of the addresses. */
  | { t: "intent"; call: number; at: number; fence: number; rows: readonly number[]; keys: readonly string[] }
  /** Zoom answered. */
  | { t: "answer"; call: number; rows: readonly RowNote[] }
  /** It was surely not done: the rows are to be sent as before. */
  | { t: "unsent"; call: number }
  /** Nobody knows whether it was done. */
  | { t: "doubt"; call: number; at: number }
  /** The list settled it: these were done, or stand otherwise. */
  | { t: "found"; rows: readonly RowNote[] }
  /** The list settled it: these were not done. */
  | { t: "absent"; rows: readonly number[] }
  /** The list shows a sign-up at most this long (milliseconds) after it was sent. */
  | { t: "lag"; ms: number }
  /** A process took the import over. */
  | { t: "owner"; fence: number; at: number }
  /** From here on the file of results is this import's own. */
  | { t: "results"; path: string }
  | { t: "end"; at: number; complete: boolean; stopped: { code: string; message: string } | null; resumeAt: number | null }
  | { t: "abandoned"; at: number };
