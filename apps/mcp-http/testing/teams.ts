import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { fileStore } from "@zoom-webinar/foundation";
import { openServer, readServerCommand } from "@zoom-webinar/mcp-server";
import { createEmulator, type Emulator } from "@zoom-webinar/zoom-emulator";
import { bearerGate, readTokens } from "../src/auth/bearer.ts";
import { readPrincipals, teamGate } from "../src/auth/principals.ts";
import { createGuard } from "../src/guards.ts";
import { HTTP_FLAGS } from "../src/http-options.ts";
import { type HttpServer, listenHttp } from "../src/http-server.ts";
import { createMetrics } from "../src/metrics.ts";

/** A Zoom account that knows one app only. */
export interface TeamAccount {
  readonly name: string;
  readonly emulator: Emulator;
}

/** Accounts with the same ids and other topics, and a server for all of them. */
export interface ServedTeams {
  readonly server: HttpServer;
  readonly accounts: readonly TeamAccount[];
  /** Of the server: profiles in `config`, tokens in `state`. */
  readonly home: string;
  close(): Promise<void>;
}

const appOf = (name: string) => ({ accountId: `account-${name}`, clientId: `client-${name}`, clientSecret: `secret-of-${name}` });

/** Starts an account for each name, and a server whose bearer token "token-NAME" belongs to the team NAME; "token-stranger" belongs to none. */
export const serveTeams = async (names: readonly string[], argv: readonly string[] = []): Promise<ServedTeams> => {
  const home = mkdtempSync(join(tmpdir(), "zw-teams-"));
  const accounts = names.map((name) => ({ name, emulator: createEmulator({ seed: "same", strictAuth: true, apps: [appOf(name)] }) }));
  const profiles = await Promise.all(
    accounts.map(async ({ name, emulator }) => {
      const { url } = await emulator.listen();
      return [name, { kind: "server-to-server", ...appOf(name), oauthBaseUrl: url, createdAt: "2027-01-01T00:00:00Z" }] as const;
    }),
  );
  mkdirSync(join(home, "config"), { mode: 0o700 });
  await fileStore({ folder: join(home, "config") }).set("profiles", JSON.stringify(Object.fromEntries(profiles)));
  const hash = (token: string) => createHash("sha256").update(token).digest("hex");
  const tokens = [...names, "stranger"].map((name) => `bot-${name} ${hash(`token-${name}`)} webinars:delete`);
  writeFileSync(join(home, "tokens"), tokens.join("\n"));
  const document = { teams: names.map((name) => ({ name, profile: name, callers: [{ token: `bot-${name}` }] })) };
  writeFileSync(join(home, "principals.json"), JSON.stringify(document), { mode: 0o600 });

  const env = { ZOOM_WEBINAR_HOME: home };
  const command = readServerCommand(HTTP_FLAGS, { argv, env });
  if (command.wants !== null) throw new Error("no command to serve");
  const teams = await readPrincipals(join(home, "principals.json"), "bearer");
  const metrics = createMetrics();
  const opened = await openServer({
    ...command,
    env,
    cwd: home,
    version: "1.0.0",
    loadEmulator: () => Promise.reject(new Error("not asked for")),
    say: () => {},
    teams,
    onCall: metrics.onCall,
  });
  const server = await listenHttp({
    handler: createMcpHandler(opened.factory),
    host: "127.0.0.1",
    port: 0,
    guardFor: (port) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port),
    onError: () => {},
    gate: teamGate(bearerGate(readTokens(join(home, "tokens"))), teams),
    metrics,
  });
  const close = async () => {
    await server.stop();
    await opened.close();
    await Promise.all(accounts.map(({ emulator }) => emulator.close()));
    rmSync(home, { recursive: true, force: true });
  };
  return { server, accounts, home, close };
};
