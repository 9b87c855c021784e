import { request as httpRequest } from "node:http";
import { listenLoopback } from "./listen-loopback.ts";

/** What a gateway does with the Host that it was asked for. */
type HostRule = "rewritten" | "kept";

/** A gateway before a server: forwards everything, and says in X-Forwarded-* whom it does so for. */
export const reverseProxy = async (hostRule: HostRule) => {
  const { url, answer, close } = await listenLoopback();
  return {
    /** Where callers reach it. */
    url,
    close,
    /** From now on goes to this server. */
    forwardTo: (upstream: string) =>
      answer((asked, reply) => {
        const { hostname, port, host } = new URL(upstream);
        const forwarded = { "x-forwarded-host": asked.headers.host ?? "", "x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.7" };
        const headers = { ...asked.headers, ...forwarded, host: hostRule === "kept" ? asked.headers.host : host };
        const inner = httpRequest({ hostname, port, method: asked.method, path: asked.url, headers }, (answered) => {
          reply.writeHead(answered.statusCode ?? 502, answered.headers);
          answered.pipe(reply);
        });
        inner.on("error", () => reply.destroy());
        reply.on("close", () => inner.destroy());
        asked.pipe(inner);
      }),
  };
};
