import type { CursorEvent, Head, Run } from "./events.ts";

/** A row that was exported. */
export interface Known {
  unit: string;
  digest: string;
  run: number;
}

/** All that a cursor says. */
export interface CursorState {
  head: Head;
  rows: Map<string, Known>;
  /** The world of an emulator that they come from; null: Zoom itself; undefined: no row was read yet, or a cursor of an earlier version. */
  world: string | null | undefined;
  /** The run that has not ended; null if the last one has. */
  open: Run | null;
  /** How many bytes of its draft are good. */
  bytes: number;
  /** How many rows are in it. */
  written: number;
  /** Webinars that it has read to their end. */
  done: Set<string>;
  /** All is in the draft; only its name is to be changed. */
  isWritten: boolean;
  /** Rows of earlier runs as they were before it, so that it can be undone. */
  before: Map<string, Known>;
  lastRun: number;
  endedMs: number | null;
  /** Where the runs went, the last one at the end. */
  files: string[];
  /** True if only what was written is left, and not its rows. */
  isRecord: boolean;
}

export const emptyCursorState = (head: Head): CursorState => ({
  head,
  rows: new Map(),
  world: undefined,
  open: null,
  bytes: 0,
  written: 0,
  done: new Set(),
  isWritten: false,
  before: new Map(),
  lastRun: 0,
  endedMs: null,
  files: [],
  isRecord: false,
});

/** True if a cursor knows of nothing: no file was ever finished or given up, and nothing is in the one that was begun. */
export const isBlank = ({ rows, done, isWritten, endedMs, files, open }: CursorState): boolean =>
  rows.size === 0 && done.size === 0 && !isWritten && endedMs === null && files.length === (open === null ? 0 : 1);

/** Rows of a file, by what they say. */
export interface RowChanges {
  new: number;
  changed: number;
  gone: number;
}

/** What the rows say that are in the draft of the run that has not ended. */
export const changesIn = ({ before, rows, written }: CursorState): RowChanges => {
  const gone = [...before.keys()].filter((id) => !rows.has(id)).length;
  return { new: written - before.size, changed: before.size - gone, gone };
};

const close = (standing: CursorState): void => {
  standing.open = null;
  standing.bytes = 0;
  standing.written = 0;
  standing.isWritten = false;
  standing.done.clear();
  standing.before.clear();
};

const change = (standing: CursorState, id: string, known: Known | null): void => {
  const earlier = standing.rows.get(id);
  if (earlier !== undefined && earlier.run !== standing.lastRun) standing.before.set(id, earlier);
  if (known === null) standing.rows.delete(id);
  else standing.rows.set(id, known);
};

/** Takes an event in. Events of one cursor must come in their order. */
export const applyEvent = (standing: CursorState, event: CursorEvent): void => {
  switch (event.t) {
    case "head":
      return;
    case "run":
      close(standing);
      standing.open = event;
      standing.lastRun = event.run;
      standing.files.push(event.file);
      standing.isRecord = false;
      return;
    case "rows":
      standing.bytes = event.bytes;
      standing.written += event.rows.length;
      for (const [id, digest] of event.rows) change(standing, id, { unit: event.unit, digest, run: standing.lastRun });
      return;
    case "unit":
      standing.bytes = event.bytes;
      standing.written += event.gone.length;
      standing.done.add(event.unit);
      for (const id of event.gone) change(standing, id, null);
      return;
    case "world":
      standing.world = event.world;
      return;
    case "written":
      standing.bytes = event.bytes;
      standing.isWritten = true;
      return;
    case "end":
      standing.endedMs = event.at;
      close(standing);
      return;
    case "files":
      standing.files.push(...event.files);
      return;
    case "record":
      standing.isRecord = true;
      return;
    case "undo":
      for (const [id, { run }] of standing.rows) if (run === standing.lastRun) standing.rows.delete(id);
      for (const [id, known] of standing.before) standing.rows.set(id, known);
      standing.files.pop();
      close(standing);
  }
};
