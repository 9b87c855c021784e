import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Guard } from "./guards.ts";
import type { Metrics } from "./metrics.ts";
import { rpcError } from "./rpc-error.ts";

/** What orchestrators and operators ask for. */
export interface Probes {
  isStopping(): boolean;
  /** Null: figures are not given here. */
  metrics: Metrics | null;
  /** Address of the figures; made when the port is known. */
  guard(): Guard;
}

/** Puts `/healthz`, `/readyz` and `/metrics` on a front. */
export const addProbes = (app: FastifyInstance, { isStopping, metrics, guard }: Probes): void => {
  // Load balancers ask for these by address; they show nothing of the account, so they have no guard.
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => reply.code(isStopping() ? 503 : 200).send({ status: isStopping() ? "stopping" : "ready" }));
  if (metrics === null) return;
  app.get("/metrics", async ({ headers }: FastifyRequest, reply: FastifyReply) => {
    const refused = guard()(headers);
    return refused === null ? reply.type(metrics.contentType).send(await metrics.text()) : reply.code(403).send(rpcError(refused));
  });
};
