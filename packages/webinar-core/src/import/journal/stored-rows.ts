import { createReadStream } from "node:fs";
import { type Disk, DiskError } from "../../files/disk.ts";

/** A row as an import keeps it. */
export interface StoredRow {
  line: number;
  cells: readonly string[];
  /** Key of its person; null if the row is not valid. */
  key: string | null;
}

const PIECE_CHARACTERS = 256 * 1024;

/** Where rows are put one after the other. */
export interface RowSink {
  add(row: StoredRow): Promise<void>;
  /** Resolves once all are on the disk. */
  finish(): Promise<void>;
  /** Lets go of the file, finished or not. */
  close(): Promise<void>;
}

/** Takes rows and keeps none. */
export const NO_SINK: RowSink = { add: async () => {}, finish: async () => {}, close: async () => {} };

/** Writes rows to a private file. Throws `DiskError`. */
export const storeRows = async (path: string, disk: Disk): Promise<RowSink> => {
  const failed = (error: unknown) => {
    throw new DiskError(error);
  };
  const file = await disk.append(path).catch(failed);
  let pending: string[] = [];
  let length = 0;
  const flush = async () => {
    if (pending.length === 0) return;
    const text = pending.join("");
    pending = [];
    length = 0;
    await file.write(text).catch(failed);
  };
  return {
    add: async ({ line, cells, key }) => {
      const text = `${JSON.stringify([line, key, cells])}\n`;
      pending.push(text);
      length += text.length;
      if (length > PIECE_CHARACTERS) await flush();
    },
    finish: async () => {
      await flush();
      await file.sync().catch(failed);
    },
    close: () => file.close(),
  };
};

/** The lines of a file. Not by node:readline, which also ends a line at U+2028, as a cell may hold it. */
async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  let rest = "";
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: PIECE_CHARACTERS })) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** The rows that an import keeps, in order. */
export async function* storedRows(path: string): AsyncGenerator<StoredRow & { at: number }, void, undefined> {
  let at = 0;
  for await (const text of linesOf(path)) {
    // Only `storeRows` writes this file, and nothing is read of it before it was written whole.
    const [line, key, cells] = JSON.parse(text) as [number, string | null, string[]];
    yield { at, line, cells, key };
    at += 1;
  }
}
