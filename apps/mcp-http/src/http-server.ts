import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type NodeIncomingMessageLike, toNodeHandler } from "@modelcontextprotocol/node";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import fastify, { type FastifyInstance } from "fastify";
import type { Caller, Gate } from "./auth/gate.ts";
import type { RateLimit } from "./auth/rate-limit.ts";
import type { Guard } from "./guards.ts";
import type { Metrics } from "./metrics.ts";

/** A body beyond this is refused before it is parsed; no call of ours comes near it. */
export const MOST_BODY_BYTES = 1024 * 1024;

/** Time limits, in milliseconds. */
export interface HttpTimeouts {
  /** From the first byte to the end of the headers. */
  headers: number;
  /** From the first byte to the end of the body. */
  request: number;
  /** How often the two are looked at. */
  check: number;
  /** How long running calls may take after a request to stop. */
  drain: number;
}

const TIMEOUTS: HttpTimeouts = { headers: 10_000, request: 30_000, check: 2_000, drain: 10_000 };

/** An HTTP front that listens. */
export interface HttpServer {
  /** Of the endpoint, with the port that was taken. */
  url: string;
  /** Takes nothing new, lets running calls finish, ends streams with their final result, then closes. */
  stop(): Promise<void>;
}

export interface HttpServerOptions {
  handler: McpHttpHandler;
  host: string;
  port: number;
  /** Made when the port is known. */
  guardFor(port: number): Guard;
  onError(error: Error): void;
  timeouts?: HttpTimeouts | undefined;
  /** Checks callers; null or absent: nobody is checked. */
  gate?: Gate | null | undefined;
  metadata?: { path: string; document: object } | null | undefined;
  /** Default: none. */
  rateLimit?: RateLimit | undefined;
  metrics?: Metrics | undefined;
}

/** Starts listening. Rejects with Node's error (`EADDRINUSE`, `EADDRNOTAVAIL`, …) where it cannot. */
export const listenHttp = async (options: HttpServerOptions): Promise<HttpServer> => {
  const { handler, host, port, guardFor, onError, timeouts = TIMEOUTS, gate = null, metadata = null, rateLimit = () => 0, metrics } = options;
  const calls = new Set<Promise<void>>();
  const streams = new Set<Promise<void>>();
  let isStopping = false;
  let guard: Guard = () => "Not ready.";
  const app = createApp(timeouts);

  // Load balancers ask for these by address; they tell nothing about the account, so no guard stands before them.
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => reply.code(isStopping ? 503 : 200).send({ status: isStopping ? "stopping" : "ready" }));

  if (metadata !== null) app.get(metadata.path, async (_request, reply) => reply.header("access-control-allow-origin", "*").send(metadata.document));
  if (metrics) {
    app.get("/metrics", async ({ headers }, reply) => {
      const refused = guard(headers);
      return refused === null ? reply.type(metrics.contentType).send(await metrics.text()) : reply.code(403).send(rpcError(refused));
    });
  }

  const serve = toNodeHandler(handler, { maxRequestBodySize: MOST_BODY_BYTES, onerror: onError });
  app.all("/mcp", async (request, reply) => {
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
    // Node's type says `string | undefined` where the adapter's says optional: the same to both.
    const raw = request.raw as NodeIncomingMessageLike;
    // The token itself stays here: nothing behind this line has a use for it.
    if (gate !== null) raw.auth = { token: "", clientId: caller.principal, scopes: [...caller.scopes], extra: { team: caller.team } };
    const call = serve(raw, reply.raw);
    // A listen stream has no end of its own; waiting for it would be waiting for the client.
    const open = headers["mcp-method"] === "subscriptions/listen" ? streams : calls;
    open.add(call);
    void call.finally(() => open.delete(call));
  });

  await app.listen({ host, port });
  const { address, family, port: bound } = app.server.address() as AddressInfo;
  guard = guardFor(bound);
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${bound}/mcp`,
    stop: async () => {
      isStopping = true;
      app.server.close(); // no new connections; those that are open may finish
      await settledWithin(calls, timeouts.drain);
      await handler.close(); // aborts what still runs, and gives every stream its last message
      await settledWithin([...calls, ...streams], FLUSH_MS);
      app.server.closeAllConnections();
      await app.close();
    },
  };
};

/** Everybody, where nobody is checked. */
const NOBODY: Caller = { principal: "local", scopes: [], identity: { token: "" }, team: null };

/** Last messages may take this long to leave. */
const FLUSH_MS = 500;

const settledWithin = (work: Iterable<Promise<void>>, ms: number) => Promise.race([Promise.allSettled(work), sleep(ms, undefined, { ref: false })]);

/** JSON-RPC's shape for refusals that come before any message was read. -32000: the SDK's own code for its 405 and 413. */
const rpcError = (message: string) => ({ jsonrpc: "2.0", error: { code: -32_000, message }, id: null });

const createApp = (timeouts: HttpTimeouts): FastifyInstance => {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    requestTimeout: timeouts.request,
    keepAliveTimeout: 5_000,
    http: { headersTimeout: timeouts.headers, connectionsCheckingInterval: timeouts.check, maxHeaderSize: 16 * 1024 },
    bodyLimit: MOST_BODY_BYTES,
  });
  // The SDK reads the body itself: it counts while it reads, and answers what is no JSON in JSON-RPC.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(rpcError("Nothing here: the endpoint is /mcp.")));
  return app;
};
