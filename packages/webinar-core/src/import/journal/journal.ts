import { readFile } from "node:fs/promises";
import { InputError } from "@zoom-webinar/foundation";
import { type Disk, DiskError, type DiskFile } from "../../files/disk.ts";
import { type Head, JOURNAL_VERSION, type JournalEvent } from "./events.ts";
import { readLines, toLine } from "./line.ts";
import { applyEvent, emptyStanding, type Standing } from "./standing.ts";

/** The record of one import, open for writing. */
export interface Journal {
  /** What it says by now. */
  readonly standing: Standing;
  /** Adds events; they may still be lost to a power cut. Throws `DiskError`, also ever after. */
  note(...events: readonly JournalEvent[]): Promise<void>;
  /** Adds events and resolves once all so far are on the disk. */
  commit(...events: readonly JournalEvent[]): Promise<void>;
  close(): Promise<void>;
}

/** What there is in a journal's file. */
export interface ReadJournal {
  standing: Standing;
  goodBytes: number;
}

const NOT_TO_GO_ON =
  "It cannot go on. Look who is on the webinar's list, then import the file anew: whoever is there is left out. zoom-webinar data purge removes its notes once they are old.";

const damaged = (path: string, what: string, hint: string) => new InputError(`The journal ${path} ${what}`, [], { hint });

/**
 * Reads a journal; null if its first line never came to be written, so that nothing can have been sent. Throws `InputError` for one that is damaged or was
 * written by a newer version.
 */
export const readJournal = async (path: string): Promise<ReadJournal | null> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (bytes === null) return null;
  const { events, goodBytes, damagedLine } = readLines<JournalEvent>(bytes);
  if (damagedLine !== null) throw damaged(path, `is damaged in line ${damagedLine}.`, NOT_TO_GO_ON);
  const [head] = events;
  if (head === undefined) return null;
  if (head.t !== "head") throw damaged(path, "does not begin as a journal does.", "Move its folder away.");
  if (head.v > JOURNAL_VERSION)
    throw damaged(
      path,
      `was written by a newer version of zoom-webinar (format ${head.v}, this one knows ${JOURNAL_VERSION}).`,
      "Update zoom-webinar.",
    );
  const standing = emptyStanding(head);
  for (const event of events) applyEvent(standing, event);
  return { standing, goodBytes };
};

const openOn = (file: DiskFile, standing: Standing): Journal => {
  let broken: DiskError | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** One write after the other, so that lines never mix and stand in the order of what happened. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(async () => {
      if (broken !== null) throw broken;
      await work();
    });
    last = turn.catch(() => {});
    return turn;
  };
  const write = async (events: readonly JournalEvent[]): Promise<void> => {
    if (events.length === 0) return;
    const text = events.map(toLine).join("");
    try {
      await file.write(text);
    } catch (error) {
      // A half-written line must not become the beginning of another: nothing more is written, and the next run removes it first.
      broken = new DiskError(error);
      throw broken;
    }
    for (const event of events) applyEvent(standing, event);
  };
  const sync = async (): Promise<void> => {
    try {
      await file.sync();
    } catch (error) {
      // What a failed sync left on the disk cannot be known: nothing may be built on it.
      broken = new DiskError(error);
      throw broken;
    }
  };
  return {
    standing,
    note: (...events) => inTurn(() => write(events)),
    commit: (...events) =>
      inTurn(async () => {
        await write(events);
        await sync();
      }),
    close: async () => {
      await last;
      await file.close();
    },
  };
};

/** Begins a journal. Its first line is on the disk when this resolves. Throws `DiskError`. */
export const beginJournal = async (path: string, head: Head, disk: Disk): Promise<Journal> => {
  const file = await disk.append(path).catch((error: unknown) => {
    throw new DiskError(error);
  });
  const journal = openOn(file, emptyStanding(head));
  try {
    await journal.commit(head);
  } catch (error) {
    await file.close();
    throw error;
  }
  return journal;
};

/** Opens a journal to go on with it. A last line that was cut off is taken away. Throws `DiskError`, and what `readJournal` throws. */
export const continueJournal = async (path: string, disk: Disk): Promise<Journal | null> => {
  const read = await readJournal(path);
  if (read === null) return null;
  const file = await disk.append(path).catch((error: unknown) => {
    throw new DiskError(error);
  });
  try {
    await file.truncate(read.goodBytes);
  } catch (error) {
    await file.close();
    throw new DiskError(error);
  }
  return openOn(file, read.standing);
};
