import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore, isZoomWebinarError } from "@zoom-webinar/foundation";
import { createSession, manifest, runOperation } from "@zoom-webinar/webinar-core/doors";
import { expect, test } from "vitest";
import { PAIRS, runPairs, startPair } from "./pair.ts";

test(`a confirmation that two processes bring at once is good for one deletion, in each of ${PAIRS} pairs of which one process stands still`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-stopped-"));
  const deletions: string[] = [];
  const server = createServer((request, reply) => {
    if (request.method === "DELETE") {
      deletions.push(request.url ?? "");
      reply.writeHead(204).end();
      return;
    }
    const id = Number(/\/webinars\/(\d+)/.exec(request.url ?? "")?.[1] ?? 0);
    reply.setHeader("content-type", "application/json");
    reply.end(
      JSON.stringify(request.url?.includes("/registrants") ? { total_records: 0, registrants: [] } : { id, topic: "Tides", type: 5, host_id: "h" }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/v2`;
  const store = fileStore({ folder, staleMs: 200 });
  const deletion = await manifest.find(({ id }) => id === "webinars.delete")?.load();
  if (deletion === undefined) throw new Error("there is no such operation");
  const session = createSession({
    credentials: { kind: "access-token", accessToken: "token-of-the-test" },
    apiBaseUrl: url,
    store,
    send: async ({ method, url: to, headers }) => {
      const answer = await fetch(to, { method, headers: { ...headers } });
      return { status: answer.status, headers: {}, text: await answer.text() };
    },
    safety: "confirm",
    pace: false,
  });
  const idOf = (turn: number) => String(95_000_000_000 + turn);
  for (let turn = 0; turn <= PAIRS; turn++) {
    const error: unknown = await runOperation(deletion, { webinar_id: idOf(turn) }, session).catch((thrown: unknown) => thrown);
    if (!isZoomWebinarError(error)) throw new Error("no confirmation was asked for");
    await store.set(`test:token:${turn}`, String(error.details.confirm_token));
  }
  const pair = await startPair("confirmation", folder, url);
  try {
    await runPairs(pair, (results, turn, where) => {
      const done = deletions.filter((to) => to.includes(idOf(turn))).length;
      expect([where, [...results].sort(), done]).toEqual([where, ["confirmation_required", "done"], 1]);
    });
  } finally {
    pair.end();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
