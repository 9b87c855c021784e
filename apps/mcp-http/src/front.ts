import type { AddressInfo } from "node:net";
import fastify, { type FastifyInstance } from "fastify";
import { hasManyHosts, toPath } from "./one-host.ts";
import { rpcError } from "./rpc-error.ts";
import { dropBody } from "./unread-body.ts";

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

/** With how often they are looked at, and a process that is busy, none takes more than thirty seconds. */
export const TIMEOUTS: HttpTimeouts = { headers: 10_000, request: 26_000, check: 2_000, drain: 10_000 };

/** An HTTP front that answers nothing yet, with limits on what one connection may cost. */
export const createFront = (timeouts: HttpTimeouts): FastifyInstance => {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    requestTimeout: timeouts.request,
    keepAliveTimeout: 5_000,
    http: { headersTimeout: timeouts.headers, connectionsCheckingInterval: timeouts.check, maxHeaderSize: 16 * 1024 },
    bodyLimit: MOST_BODY_BYTES,
    rewriteUrl: toPath,
  });
  app.addHook("onRequest", async ({ raw }, reply) => (hasManyHosts(raw) ? reply.code(400).send(rpcError("Send one Host header.")) : undefined));
  // A refused caller must not make us read the rest of what they send.
  app.addHook("onSend", async ({ raw }) => dropBody(raw));
  // The SDK reads the body itself: it counts while it reads, and answers what is not JSON in JSON-RPC.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  // What fastify refuses by itself, such as an invalid content type, is reported like any other refusal, without its own words.
  app.setErrorHandler(({ statusCode = 500 }: { statusCode?: number }, _request, reply) =>
    reply.code(statusCode).send(rpcError(statusCode === 415 ? "Send application/json." : "The request could not be served.")),
  );
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(rpcError("Nothing here: the endpoint is /mcp.")));
  return app;
};

/** Where a front is to be found, without a slash at the end, once it listens. */
export const originOf = (app: FastifyInstance): { origin: string; port: number } => {
  const { address, family, port } = app.server.address() as AddressInfo;
  return { origin: `http://${family === "IPv6" ? `[${address}]` : address}:${port}`, port };
};
