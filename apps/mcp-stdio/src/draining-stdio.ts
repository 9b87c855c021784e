import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { type JSONRPCMessage, parseJSONRPCMessage, type RequestId, type Transport } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { answeredBy, isFault, malformed, paramsFault, type RpcFault, type RpcMessage, readFrame, rpcFault } from "@zoom-webinar/mcp-server";
import { createBatches } from "./batches.ts";
import { lineFilter } from "./line-filter.ts";

/** Looked at this often while waiting for answers that are due. */
const STEP_MS = 10;
/** As much as the SDK keeps of a line. */
const MOST_LINE_BYTES = 10 * 1024 * 1024;
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

/** Options of the transport; streams are given so that tests can. */
export interface DrainingStdioOptions {
  stdin: Readable;
  stdout: Writable;
  /** How long answers that are due may take after the end of input. */
  graceMs: number;
  /** Called with every line that was not a message, and the error that it got. */
  onFault?: ((fault: RpcFault) => void) | undefined;
}

/** The SDK's stdio transport with an end that is not a cut. */
export interface DrainingStdio {
  transport: Transport;
  /** Takes no more input and waits for the answers that are due: what the end of input does by itself. */
  end(): void;
  /** Resolves when the input has ended and nothing is due any more, or the grace is over: the time to close. */
  drained: Promise<void>;
  /** Resolves when the connection is over: with the fault that ended it, or null if the client or `end` did. */
  closed: Promise<Error | null>;
}

/**
 * Stdio for one client. At the end of input the SDK's own transport aborts what is running; somebody who pipes requests in and closes would never see
 * the answers, and a write might have happened without anybody hearing of it. So this transport holds the end back, and reports it once no answer is due.
 * Every line is answered: what the SDK would drop in silence, because it is not JSON or not JSON-RPC, gets its error here.
 */
export const drainingStdio = ({ stdin, stdout, graceMs, onFault = () => {} }: DrainingStdioOptions): DrainingStdio => {
  /** As the answer to `initialize` named it. */
  let revision: string | null = null;
  let initializing: RequestId | null = null;
  /** Requests of ours that the client has not answered. */
  const asked = new Set<RequestId>();
  /** In place of an answer that will not come or could not be read: it ends the request of ours that waits for it. */
  const noAnswer = (id: RequestId): string => JSON.stringify(rpcFault(INVALID_REQUEST, "There is no answer that can be read.", id));
  /**
   * Answers a faulty message, or returns what the protocol layer reads in its place: a broken answer ends the request of ours that waits for it. Half a
   * line is no message yet, so it is no answer, good or bad: until the rest of the line comes, the request waits as long as it does in silence.
   */
  const refuse = (fault: RpcFault): readonly string[] => {
    onFault(fault);
    const id = answeredBy(fault, asked);
    // Under a null id it is nobody's answer; the client may have lost a request of its own in that line.
    if (id === null || fault.error.code === PARSE_ERROR) stdout.write(`${JSON.stringify(fault)}\n`);
    return id === null ? [] : [noAnswer(id)];
  };
  /** Nobody can answer any more: calls that wait for an answer end now, and say that nothing was done. */
  const endQuestions = (): void => {
    for (const id of asked) input.push(`${noAnswer(id)}\n`);
    asked.clear();
  };
  const batches = createBatches((answers) => void stdout.write(`${JSON.stringify(answers)}\n`));
  const readLine = (line: string): readonly string[] => {
    const frame = readFrame(line, revision);
    if (frame.kind === "fault") return refuse(frame.fault);
    const entries = (frame.kind === "batch" ? frame.entries : [frame.message]).map(checked);
    const bad = entries.filter(isFault);
    const good = entries.flatMap((entry) => (isFault(entry) ? [] : [entry]));
    if (frame.kind === "message") return bad.length > 0 ? bad.flatMap(refuse) : [frame.text];
    for (const fault of bad) onFault(fault);
    batches.open(good.flatMap(idsOf), bad);
    return good.map((message) => JSON.stringify(message));
  };
  const input = lineFilter({
    mostBytes: MOST_LINE_BYTES,
    read: readLine,
    onTooLong: () => {
      const message = `a message exceeded the maximum size of ${MOST_LINE_BYTES} bytes`;
      stdout.write(`${JSON.stringify(rpcFault(INVALID_REQUEST, `Invalid request: ${message}.`))}\n`);
      // Whoever sends this has lost count of the lines: what follows is not to be trusted.
      inner.onerror?.(new Error(message));
      void inner.close();
    },
  });
  const inner = new StdioServerTransport(input, stdout);
  // Every answer that waits for a slow reader listens for its turn; above ten, Node would warn of a leak that is not there.
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
    do {
      await sleep(STEP_MS);
      // What came before it is handled first. If the client did not close its end, half a line is not a message.
      if (stdin.readableEnded && input.writableLength === 0) input.finish();
      if (input.writableLength === 0) endQuestions();
    } while (!isSettled() && performance.now() < untilMs);
    haveDrained();
  };

  const transport: Transport = {
    start: async () => {
      inner.onmessage = (message: JSONRPCMessage) => {
        // A listen stream has no end of its own.
        if ("method" in message && "id" in message && message.method !== "subscriptions/listen") due.add(message.id);
        // A cancelled request is never answered.
        if ("method" in message && message.method === "notifications/cancelled") {
          due.delete(message.params?.requestId as RequestId);
          batches.drop(message.params?.requestId as RequestId);
        }
        if ("method" in message && "id" in message && message.method === "initialize") initializing = message.id;
        if (!("method" in message)) asked.delete(Number(message.id));
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
      if ("method" in message && "id" in message) asked.add(message.id);
      if ("method" in message && message.method === "notifications/cancelled") asked.delete(message.params?.requestId as RequestId);
      const answered = "method" in message ? undefined : message.id;
      if (answered !== undefined && answered === initializing) revision = revisionOf(message);
      if (answered === undefined || !batches.take(answered, message)) await inner.send(message);
      if (answered !== undefined) due.delete(answered);
    },
    close: () => inner.close(),
  };
  return { transport, end: () => void end(), drained, closed };
};

/** The message, or the error that it gets if the protocol layer could not read it. */
const checked = (entry: RpcMessage | RpcFault): RpcMessage | RpcFault => {
  if (isFault(entry)) return entry;
  try {
    parseJSONRPCMessage(entry);
    return paramsFault(entry) ?? entry;
  } catch {
    return malformed(entry);
  }
};

/** The id of an entry that will be answered. */
const idsOf = ({ id, method }: RpcMessage): RequestId[] => (method !== undefined && (typeof id === "string" || typeof id === "number") ? [id] : []);

const revisionOf = (message: JSONRPCMessage): string | null => {
  const version = "result" in message ? message.result.protocolVersion : undefined;
  return typeof version === "string" ? version : null;
};

/** The client stopped reading: how most clients end a server, and no fault. */
const isGone = (error: Error | null): boolean =>
  error !== null && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
