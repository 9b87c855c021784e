import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileStore } from "@zoom-webinar/auth";
import { fileStore } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { PAIRS, runPairs, startPair } from "./pair.ts";

/** Zoom's sign-in service: a refresh token is good once, and the answer brings the next one. */
const rotating = async () => {
  const seen = { serial: 0, accepted: 0 };
  const server = createServer(async (request, reply) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    reply.setHeader("content-type", "application/json");
    if (new URLSearchParams(body).get("refresh_token") !== `canary-refresh-${seen.serial}`) {
      reply.writeHead(400).end(JSON.stringify({ reason: "Invalid Token!", error: "invalid_grant" }));
      return;
    }
    seen.serial += 1;
    seen.accepted += 1;
    const token = {
      access_token: `canary-access-${seen.serial}`,
      refresh_token: `canary-refresh-${seen.serial}`,
      expires_in: 3600,
      scope: "webinar:read:webinar",
    };
    reply.end(JSON.stringify(token));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { seen, url, close };
};

test(`a refresh token is used once and its successor kept, and both processes get a token, in each of ${PAIRS} pairs of which one stands still`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-stopped-"));
  const { seen, url, close } = await rotating();
  const profiles = profileStore(fileStore({ folder: join(folder, "config"), staleMs: 200 }));
  const store = fileStore({ folder: join(folder, "state"), staleMs: 200 });
  const profile = {
    kind: "user",
    clientId: "public-app",
    signInId: "sign-in-1",
    refreshToken: "canary-refresh-0",
    user: null,
    createdAt: "2027-01-15T12:00:00.000Z",
  } as const;
  await profiles.put("ada", profile);
  const pair = await startPair("refresh", folder, url);
  try {
    await runPairs(
      pair,
      async (results, _turn, where) => {
        const kept = await profiles.get("ada");
        expect([where, results, kept?.kind === "user" && kept.refreshToken, seen.accepted]).toEqual([
          where,
          ["ok", "ok"],
          `canary-refresh-${seen.serial}`,
          1,
        ]);
      },
      async () => {
        seen.accepted = 0;
        await store.delete(`token:${url}:user:public-app:sign-in-1`); // it has run out for everybody
      },
    );
  } finally {
    pair.end();
    close();
    await rm(folder, { recursive: true, force: true });
  }
}, 1_800_000); // each pair may stand still for 0.7 s: six minutes, and more beside other work
