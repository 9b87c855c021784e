import { PassThrough, type Readable, type Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { JSONRPCMessage, RequestId, Transport } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";

/** Looked at this often while waiting for answers that are due. */
const STEP_MS = 10;

/** Options of the transport; streams are given so that tests can. */
export interface DrainingStdioOptions {
  stdin: Readable;
  stdout: Writable;
  /** How long answers that are due may take after the end of input. */
  graceMs: number;
}

/** The SDK's stdio transport with an end that is not a cut. */
export interface DrainingStdio {
  transport: Transport;
  /** Takes no more input and waits for the answers that are due: what the end of input does by itself. */
  end(): void;
  /** Resolves when the input has ended and nothing is due any more, or the grace is over: the time to close. */
  drained: Promise<void>;
  /** Resolves when the connection is over: with the fault that ended it, or null where the client or `end` did. */
  closed: Promise<Error | null>;
}

/**
 * Stdio for one client. At the end of input the SDK's own transport aborts what is running; somebody who pipes requests in and closes would never see
 * the answers, and a write might have happened without anybody being told. So the end is kept from it, and told to whoever serves once nothing is due.
 */
export const drainingStdio = ({ stdin, stdout, graceMs }: DrainingStdioOptions): DrainingStdio => {
  const input = new PassThrough();
  const inner = new StdioServerTransport(input, stdout);
  // Every answer that waits for a slow reader listens for its turn; above ten, Node would warn of a leak that is none.
  stdout.setMaxListeners(0);
  const due = new Set<RequestId>();
  let isEnding = false;
  let fault: Error | null = null;
  let settle: (fault: Error | null) => void = () => {};
  const closed = new Promise<Error | null>((resolve) => {
    settle = resolve;
  });
  let haveDrained = () => {};
  const drained = new Promise<void>((resolve) => {
    haveDrained = resolve;
  });

  const isSettled = () => due.size === 0 && input.readableLength === 0 && input.writableLength === 0;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    stdin.unpipe(input);
    const untilMs = performance.now() + graceMs;
    // A turn first: the last lines may be on their way through the stream.
    do await sleep(STEP_MS);
    while (!isSettled() && performance.now() < untilMs);
    haveDrained();
  };

  const transport: Transport = {
    start: async () => {
      inner.onmessage = (message: JSONRPCMessage) => {
        // A listen stream has no end of its own.
        if ("method" in message && "id" in message && message.method !== "subscriptions/listen") due.add(message.id);
        // A cancelled request is never answered.
        if ("method" in message && message.method === "notifications/cancelled") due.delete(message.params?.requestId as RequestId);
        transport.onmessage?.(message);
      };
      inner.onerror = (error) => {
        fault = error;
        transport.onerror?.(error);
      };
      inner.onclose = () => {
        transport.onclose?.();
        settle(isEnding || isGone(fault) ? null : fault);
      };
      stdin.once("end", end).once("close", end).once("error", end);
      stdin.pipe(input, { end: false });
      await inner.start();
    },
    send: async (message) => {
      await inner.send(message);
      if (!("method" in message) && message.id !== undefined) due.delete(message.id);
    },
    close: () => inner.close(),
  };
  return { transport, end: () => void end(), drained, closed };
};

/** The client stopped reading: how most clients end a server, and no fault. */
const isGone = (error: Error | null): boolean =>
  error !== null && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
