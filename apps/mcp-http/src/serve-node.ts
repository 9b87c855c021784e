import type { IncomingMessage, ServerResponse } from "node:http";
import type { AuthInfo, McpHttpHandler } from "@modelcontextprotocol/server";
import { rpcFault } from "@zoom-webinar/mcp-server";
import { isStream } from "./accepts.ts";
import { rpcError } from "./rpc-error.ts";
import { dropBody } from "./unread-body.ts";

type FetchOptions = NonNullable<Parameters<McpHttpHandler["fetch"]>[1]>;

/** Answers one request, whose body is handed over as text beside it. */
export type Answer = (request: Request, options: FetchOptions & { text: string }) => Promise<Response>;

interface Served {
  /** Who calls, checked before. */
  authInfo?: AuthInfo | undefined;
  /** Told of what the answering threw, before the client gets an error without details. */
  onError(error: Error): void;
}

/** A body beyond what is read of one. */
class TooLong extends Error {}

/**
 * Serves one request of Node's with a handler of the web's kind, and resolves when the answer is out. The SDK's own adapter makes a stream of every body
 * in both directions, which costs more than a small call: here a body is read as text, and an answer that is no stream is written in one piece.
 */
export const serveNode = async (
  raw: IncomingMessage,
  reply: ServerResponse,
  answer: Answer,
  { mostBytes, authInfo, onError }: Served & { mostBytes: number },
): Promise<void> => {
  const gone = new AbortController();
  reply.on("close", () => {
    if (!reply.writableEnded) gone.abort();
  });
  if (reply.destroyed) gone.abort();
  const response = await answerTo(raw, answer, { mostBytes, authInfo, signal: gone.signal }).catch((error: unknown) => {
    if (error instanceof TooLong) return Response.json(rpcError("The body is too large."), { status: 413, headers: { connection: "close" } });
    onError(error instanceof Error ? error : new Error(String(error)));
    return Response.json(rpcFault(-32_603, "Internal server error"), { status: 500 });
  });
  await write(response, reply, gone.signal);
};

const answerTo = async (
  raw: IncomingMessage,
  answer: Answer,
  { mostBytes, authInfo, signal }: { mostBytes: number; authInfo: AuthInfo | undefined; signal: AbortSignal },
): Promise<Response> => {
  const text = await readText(raw, mostBytes);
  const request = new Request(`http://${raw.headers.host ?? "localhost"}${raw.url ?? "/"}`, {
    method: raw.method ?? "POST",
    headers: toHeaders(raw),
    signal,
  });
  return answer(request, { text, ...(authInfo === undefined ? {} : { authInfo }) });
};

const toHeaders = ({ headers }: IncomingMessage): [string, string][] =>
  Object.entries(headers).flatMap(([name, value = []]) => [value].flat().map((each): [string, string] => [name, each]));

const readText = (raw: IncomingMessage, mostBytes: number): Promise<string> =>
  new Promise((done, fail) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const take = (part: Buffer) => {
      bytes += part.length;
      if (bytes <= mostBytes) return parts.push(part);
      raw.off("data", take);
      dropBody(raw);
      return fail(new TooLong());
    };
    raw.on("data", take);
    raw.once("end", () => done(Buffer.concat(parts).toString("utf8")));
    raw.once("error", fail);
    raw.once("close", () => fail(new Error("the client went away")));
  });

const write = async (response: Response, reply: ServerResponse, signal: AbortSignal): Promise<void> => {
  const headers = Object.fromEntries(response.headers);
  if (response.body === null) {
    reply.writeHead(response.status, headers).end();
    return;
  }
  if (!isStream(response)) {
    const body = await response.text();
    reply.writeHead(response.status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
    return;
  }
  reply.writeHead(response.status, headers);
  reply.flushHeaders();
  try {
    for await (const part of response.body) {
      if (signal.aborted) break;
      if (!reply.write(part)) await drained(reply, signal);
    }
  } catch {
    // The stream broke off: what was sent stands, and the client sees the end of it.
  }
  reply.end();
};

const drained = (reply: ServerResponse, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const end = () => {
      reply.off("drain", end);
      signal.removeEventListener("abort", end);
      done();
    };
    reply.once("drain", end);
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
  });
