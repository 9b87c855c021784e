import type { Socket } from "node:net";

/** The head of an informational answer. 101 is not one: it ends HTTP on this connection. */
const INTERIM = /^HTTP\/1\.[01] 1(?!01)\d\d[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/;
/** What may still become such a head when more bytes come. */
const START = "HTTP/1.1 1";
/** A longer head is not an informational one. */
const LONGEST_HEAD = 16_384;

const mayBecomeInterim = (text: string): boolean =>
  text.length < START.length ? text === "" || START.startsWith(text.replace(/^HTTP\/1\.0/, "HTTP/1.1")) : /^HTTP\/1\.[01] 1(?!01)/.test(text);

/**
 * Takes informational answers (100, 102, 103) off the front of what a connection receives, once a request was written to it. Undici itself breaks the
 * connection at a 100 that nobody asked for, after which nobody would know what came of the request.
 */
export const passInterim = (socket: Socket): void => {
  let isAwaitingHead = false;
  let held = Buffer.alloc(0);
  const read = socket.read.bind(socket);
  const write = socket.write.bind(socket);
  // The overloads of `write` differ in their optional arguments only, which are passed on as they are.
  socket.write = ((...args: Parameters<typeof write>) => {
    isAwaitingHead = true;
    return write(...args);
  }) as typeof socket.write;
  socket.read = (size?: number): Buffer | null => {
    const chunk: Buffer | null = read(size);
    if (!isAwaitingHead || chunk === null) return chunk;
    // Nearly every answer: known by its first bytes, and passed on without a copy.
    if (held.length === 0 && !mayBecomeInterim(chunk.toString("latin1", 0, START.length))) {
      isAwaitingHead = false;
      return chunk;
    }
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const text = held.toString("latin1", 0, LONGEST_HEAD);
      const head = INTERIM.exec(text)?.[0];
      if (head !== undefined) held = held.subarray(head.length);
      else if (mayBecomeInterim(text) && text.length < LONGEST_HEAD) return null;
      else break;
    }
    isAwaitingHead = false;
    const rest = held;
    held = Buffer.alloc(0);
    return rest;
  };
};
