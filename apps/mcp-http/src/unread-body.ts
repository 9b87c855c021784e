import type { IncomingMessage } from "node:http";

/** What is read of the body of a request that was refused: as much as an ordinary call has, so that its connection can be kept. */
const MOST_BYTES = 64 * 1024;
/** How long the rest of it may take. */
const PATIENCE_MS = 500;

/** Lets go of a request that is answered before its body was read: a little of it is thrown away, then the connection is cut. */
export const dropBody = (message: IncomingMessage): void => {
  if (message.complete || message.destroyed) return;
  let left = MOST_BYTES;
  const cut = () => {
    if (!message.complete) message.socket.destroy();
  };
  const timer = setTimeout(cut, PATIENCE_MS).unref();
  const done = () => clearTimeout(timer);
  message.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left >= 0) return;
    message.pause();
    // The refusal is written first, so that a caller who sends without end sees why it stops.
    setImmediate(cut);
  });
  message.once("end", done).once("close", done).once("error", done);
};
