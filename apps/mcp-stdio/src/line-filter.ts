import { Transform } from "node:stream";

const LINE_FEED = 0x0a;

/** Reads lines and lets other ones on. */
export interface LineFilter extends Transform {
  /** Takes what came after the last line feed as a line: a client that closes its end need not finish it. */
  finish(): void;
}

/**
 * A stream of lines in, a stream of lines out: `read` gets each line that is not blank and returns those to let on. A line beyond `mostBytes` is not kept:
 * `onTooLong` is called once for it, and the rest of it is skipped.
 */
export const lineFilter = ({
  mostBytes,
  read,
  onTooLong,
}: {
  mostBytes: number;
  read(line: string): readonly string[];
  onTooLong(): void;
}): LineFilter => {
  let parts: Buffer[] = [];
  let bytes = 0;
  let isSkipping = false;
  const take = (part: Buffer): void => {
    if (isSkipping) return;
    bytes += part.length;
    parts.push(part);
    if (bytes <= mostBytes) return;
    parts = [];
    isSkipping = true;
    onTooLong();
  };
  const endLine = (): string => {
    const line = isSkipping ? "" : Buffer.concat(parts).toString("utf8").trim();
    parts = [];
    bytes = 0;
    isSkipping = false;
    return line === ""
      ? ""
      : read(line)
          .map((each) => `${each}\n`)
          .join("");
  };
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
        take(chunk.subarray(from, at));
        const lines = endLine();
        if (lines !== "") stream.push(lines);
        from = at + 1;
      }
      if (from < chunk.length) take(chunk.subarray(from));
      done();
    },
  });
  return Object.assign(stream, {
    finish: () => {
      const lines = endLine();
      if (lines !== "") stream.push(lines);
    },
  });
};
