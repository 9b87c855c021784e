import type { McpHttpHandler } from "@modelcontextprotocol/server";
import { isFault, paramsFault, type RpcFault, type RpcMessage, readFrame, rpcFault } from "@zoom-webinar/mcp-server";
import { ACCEPT_BOTH, inKind, readAccept } from "./accepts.ts";
import { rpcError } from "./rpc-error.ts";
import type { Answer } from "./serve-node.ts";

export interface ReadOptions {
  /** Counts the messages of a batch beyond the first, which was counted with the request. Returns the seconds to wait, 0 if the call may go on. */
  count(more: number): number;
  /** Called if the call is a stream without an end of its own: by what was sent, never by a header. */
  onListen(): void;
  /** Called with a batch that is not counted in. */
  onRefusal?(reason: "rate"): void;
  /** Called with a body that was not a message, and the error that it got. */
  onFault?(fault: RpcFault): void;
}

const LISTEN = "subscriptions/listen";

/** Without the header, a client is taken to speak the revision that had none. Source: MCP 2025-06-18, Protocol Version Header. */
const revisionOf = (headers: Headers): string => headers.get("mcp-protocol-version")?.trim() || "2025-03-26";

/** Revisions are days. Since 2026 there are no sessions, and no methods that begin or change one. Source: MCP 2026-07-28. */
const isSessionless = (headers: Headers): boolean => revisionOf(headers) >= "2026";

const isJson = (headers: Headers): boolean => /^application\/json\s*(;|$)/i.test(headers.get("content-type")?.trim() ?? "");

const isListen = (message: RpcMessage): boolean => message.method === LISTEN;

/**
 * Reads a body before the protocol layer does: what is not a message is refused as on stdio, every message of a batch is counted, and the answer comes in the
 * kind that the client takes.
 */
export const readMessages =
  (next: McpHttpHandler["fetch"], { count, onListen, onRefusal, onFault }: ReadOptions): Answer =>
  async (request, { text, ...options }) => {
    if (!isJson(request.headers)) return next(request, options);
    const accepts = readAccept(request.headers.get("accept"));
    const frame = readFrame(text, revisionOf(request.headers));
    if (frame.kind === "fault") {
      onFault?.(frame.fault);
      return Response.json(frame.fault, { status: 400 });
    }
    const isBatch = frame.kind === "batch";
    // In a batch, whose messages are answered one by one, the protocol layer names such params: here they would cost the other messages their answers.
    const entries = isBatch ? frame.entries : [paramsFault(frame.message, isSessionless(request.headers)) ?? frame.message];
    // The layer below knows no batch of which a part is good.
    const bad = entries.find(isFault);
    if (bad) {
      onFault?.(bad);
      return Response.json(bad, { status: 400 });
    }
    const seconds = entries.length === 1 ? 0 : count(entries.length - 1);
    if (seconds === Number.POSITIVE_INFINITY) {
      onRefusal?.("rate");
      return Response.json(rpcFault(-32_600, "Invalid request: the batch holds more calls than a minute allows."), { status: 400 });
    }
    if (seconds > 0) {
      onRefusal?.("rate");
      return Response.json(rpcError(`Too many calls; come back in ${seconds} s.`), { status: 429, headers: { "retry-after": String(seconds) } });
    }
    const messages = entries.flatMap((entry) => (isFault(entry) ? [] : [entry]));
    const listens = messages.some(isListen);
    if (listens) onListen();
    // Read once: what is handed on is not parsed again.
    const parsedBody = isBatch ? messages : messages[0];
    const taken =
      accepts === "neither" || asksForBoth(request.headers) ? request : acceptingBoth(request, isBatch ? JSON.stringify(messages) : frame.text);
    const response = await next(taken, { ...options, parsedBody });
    return listens ? response : inKind(response, accepts, isBatch);
  };

/** True if the header says by itself what the protocol layer looks for. */
const asksForBoth = (headers: Headers): boolean => {
  const header = headers.get("accept") ?? "";
  return ACCEPT_BOTH.split(", ").every((type) => header.includes(type));
};

/** The same request from a client that takes both kinds. A copy costs as much as a small call, so a client that takes both is not copied. */
const acceptingBoth = (request: Request, body: string): Request => {
  const headers = new Headers(request.headers);
  headers.set("accept", ACCEPT_BOTH);
  return new Request(request, { headers, body });
};
