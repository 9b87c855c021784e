import { crc32 } from "node:zlib";

/** What a journal's file holds. */
export interface JournalText<Event> {
  events: Event[];
  /** How many bytes of the file are whole lines; what follows was cut off while it was written. */
  goodBytes: number;
  /** Number of the line that is damaged although lines follow it, null for none. */
  damagedLine: number | null;
}

const NEWLINE = 0x0a;
const LINE = /^(\d+) ([0-9a-f]{8}) (.+)$/s;

/** An event as one line: its length in bytes, its checksum, its JSON. */
export const toLine = (event: object): string => {
  const json = JSON.stringify(event);
  return `${Buffer.byteLength(json)} ${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
};

const fromLine = (line: string): unknown => {
  const [, length, sum, json = ""] = LINE.exec(line) ?? [];
  if (Number(length) !== Buffer.byteLength(json) || Number.parseInt(sum ?? "", 16) !== crc32(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/**
 * Reads a journal's lines up to the first one that is not whole. At the end of the file that is a line whose writing was cut off; in the middle it is
 * damage, which nobody may pass over.
 */
export const readLines = <Event>(bytes: Buffer): JournalText<Event> => {
  const events: Event[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, at);
    if (end === -1) return { events, goodBytes: at, damagedLine: null };
    const event = fromLine(bytes.toString("utf8", at, end));
    if (event === undefined) {
      const follows = bytes.indexOf(NEWLINE, end + 1);
      const isLast = follows === -1 || fromLine(bytes.toString("utf8", end + 1, follows)) === undefined;
      return { events, goodBytes: at, damagedLine: isLast ? null : events.length + 1 };
    }
    // Only this module writes lines, and the checksum says that this one is as it was written.
    events.push(event as Event);
    at = end + 1;
  }
};
