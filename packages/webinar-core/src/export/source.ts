import type { OperationContext } from "../operation/operation.ts";
import type { RegistrantStatus } from "../operation/params.ts";
import type { Window } from "../time/window.ts";
import type { Fact } from "./row.ts";

/** A webinar of an export, in the order in which it is read. */
export interface Unit {
  webinar_id: string;
  topic: string | null;
}

/** A webinar with its place among the others. */
export interface PlacedUnit extends Unit {
  /** When its first date begins, as far as it is known: webinars come in this order, then in that of their ids. */
  start: string | null;
}

/** Some rows of a webinar. */
export interface Piece {
  facts: readonly Fact[];
  /** What to read next; null if this was the last of the webinar. */
  next: string | null;
}

/** What a source may read, and what of it is asked for. */
export interface SourceRequest {
  ctx: OperationContext;
  window: Window | null;
  /** Only people who were present so many seconds; null: all. */
  attendedFrom: number | null;
  /** Only registrants of these, in this order. */
  statuses: readonly RegistrantStatus[];
  /** Rows of a page, if Zoom gives the rows in pages. */
  pageSize: number;
}

/** Reads the rows of one kind. Holds what several pieces of a webinar share. */
export interface Source {
  /** Reads a piece, the first for null. Throws as the calls to Zoom do. */
  read(unit: Unit, at: string | null): Promise<Piece>;
  /** What whoever reads the rows should know of those that were read so far. */
  notes?(): string[];
}

export type OpenSource = (request: SourceRequest) => Source;
