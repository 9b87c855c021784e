import { setTimeout as sleep } from "node:timers/promises";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Caller, Gate } from "./auth/gate.ts";
import type { RateLimit } from "./auth/rate-limit.ts";
import { createFront, type HttpTimeouts, MOST_BODY_BYTES, originOf, TIMEOUTS } from "./front.ts";
import type { Guard } from "./guards.ts";
import type { Metrics } from "./metrics.ts";
import { addProbes, type Probes } from "./probes.ts";
import { readMessages } from "./read-messages.ts";
import { rpcError } from "./rpc-error.ts";
import { serveNode } from "./serve-node.ts";

export { type HttpTimeouts, MOST_BODY_BYTES } from "./front.ts";

/** An HTTP front that listens. */
export interface HttpServer {
  /** Address of the endpoint, with the port that was taken. */
  url: string;
  /** Where health and figures are; the same address if they have none of their own. */
  adminUrl: string;
  /** Takes nothing new, lets running calls finish, ends streams with their final result, then closes. */
  stop(): Promise<void>;
}

export interface HttpServerOptions extends Bind {
  handler: McpHttpHandler;
  onError(error: Error): void;
  timeouts?: HttpTimeouts | undefined;
  /** Checks callers; null or absent: nobody is checked. */
  gate?: Gate | null | undefined;
  metadata?: { path: string; document: object } | null | undefined;
  /** Default: none. */
  rateLimit?: RateLimit | undefined;
  metrics?: Metrics | undefined;
  /** A port of its own for health and figures; null or absent: they are on the main one. */
  admin?: Bind | null | undefined;
}

/** Where to listen. */
interface Bind {
  host: string;
  port: number;
  /** Made when the port is known. */
  guardFor(port: number): Guard;
}

/** Starts listening. Rejects with Node's error (`EADDRINUSE`, `EADDRNOTAVAIL`, …) if it cannot. */
export const listenHttp = async (options: HttpServerOptions): Promise<HttpServer> => {
  const {
    handler,
    host,
    port,
    guardFor,
    onError,
    timeouts = TIMEOUTS,
    gate = null,
    metadata = null,
    rateLimit = () => 0,
    metrics,
    admin = null,
  } = options;
  const calls = new Set<Promise<void>>();
  const streams = new Set<Promise<void>>();
  let isStopping = false;
  let guard: Guard = () => "Not ready.";
  const app = createFront(timeouts);

  const probes = { isStopping: () => isStopping };
  // Figures are the operator's: if callers are checked, none of them may read what the others do.
  if (admin === null) addProbes(app, { ...probes, metrics: gate === null ? (metrics ?? null) : null, guard: () => guard });
  if (metadata !== null) app.get(metadata.path, async (_request, reply) => reply.header("access-control-allow-origin", "*").send(metadata.document));

  const serveMcp = async (request: FastifyRequest, reply: FastifyReply) => {
    const { headers, method } = request;
    const refusal = guard(headers);
    if (refusal !== null) return reply.code(403).send(rpcError(refusal));
    if (isStopping) return reply.code(503).header("connection", "close").send(rpcError("The server is stopping."));
    if (method !== "POST")
      return reply.code(405).header("allow", "POST").send(rpcError("Method not allowed: there are no sessions, POST each call."));
    if (Number(headers["content-length"]) > MOST_BODY_BYTES)
      return reply.code(413).header("connection", "close").send(rpcError("The body is too large."));
    const caller = gate === null ? NOBODY : await gate(headers.authorization);
    if ("status" in caller) {
      metrics?.onRefusal("auth");
      if (caller.challenge !== null) reply.header("www-authenticate", caller.challenge);
      return reply.code(caller.status).send(rpcError(caller.message));
    }
    const waitSeconds = rateLimit(caller.principal);
    if (waitSeconds > 0) {
      metrics?.onRefusal("rate");
      return reply
        .code(429)
        .header("retry-after", waitSeconds)
        .send(rpcError(`Too many calls; come back in ${waitSeconds} s.`));
    }
    reply.hijack();
    let isListening = false;
    const read = readMessages(handler.fetch, {
      count: (more) => rateLimit(caller.principal, more),
      // A listen stream has no end of its own; waiting for it would be waiting for the client.
      onListen: () => {
        isListening = true;
        if (calls.delete(call)) streams.add(call);
      },
      onRefusal: (reason) => metrics?.onRefusal(reason),
      onFault: ({ error }) => onError(new Error(`${error.code}: ${error.message}`)),
    });
    const call = serveNode(request.raw, reply.raw, read, {
      mostBytes: MOST_BODY_BYTES,
      // The token itself stays here: nothing behind this line has a use for it.
      authInfo: gate === null ? undefined : { token: "", clientId: caller.principal, scopes: [...caller.scopes], extra: { team: caller.team } },
      onError,
    });
    (isListening ? streams : calls).add(call);
    void call.finally(() => {
      calls.delete(call);
      streams.delete(call);
    });
  };
  for (const path of ["/mcp", "/mcp/"]) app.all(path, serveMcp);

  await app.listen({ host, port });
  const { origin, port: bound } = originOf(app);
  guard = guardFor(bound);
  const own =
    admin &&
    (await listenAdmin(admin, { ...probes, metrics: metrics ?? null }, timeouts).catch((error: unknown) =>
      app.close().then(() => Promise.reject(error)),
    ));
  return {
    url: `${origin}/mcp`,
    adminUrl: own?.origin ?? origin,
    stop: async () => {
      isStopping = true;
      app.server.close(); // no new connections; those that are open may finish
      await settledWithin(calls, timeouts.drain);
      await handler.close(); // aborts what still runs, and gives every stream its last message
      await settledWithin([...calls, ...streams], FLUSH_MS);
      app.server.closeAllConnections();
      await app.close();
      await own?.close();
    },
  };
};

/** Health and figures by themselves. They answer until the very end, so that a probe hears that the server is stopping. */
const listenAdmin = async ({ host, port, guardFor }: Bind, probes: Omit<Probes, "guard">, timeouts: HttpTimeouts) => {
  let guard: Guard = () => "Not ready.";
  const app = createFront(timeouts);
  addProbes(app, { ...probes, guard: () => guard });
  await app.listen({ host, port });
  const { origin, port: bound } = originOf(app);
  guard = guardFor(bound);
  return { origin, close: () => app.close() };
};

/** Everybody, if nobody is checked. */
const NOBODY: Caller = { principal: "local", scopes: [], identity: { token: "" }, team: null };

/** Last messages may take this long to leave. */
const FLUSH_MS = 500;

const settledWithin = (work: Iterable<Promise<void>>, ms: number) => Promise.race([Promise.allSettled(work), sleep(ms, undefined, { ref: false })]);
