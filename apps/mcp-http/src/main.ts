#!/usr/bin/env node
import { createMcpHandler } from "@modelcontextprotocol/server";
import { InputError } from "@zoom-webinar/foundation";
import { describeException, describeFailure, describeFlags, openServer, readServerCommand } from "@zoom-webinar/mcp-server";
import type { EmbeddedZoom } from "@zoom-webinar/webinar-core";
import { readPrincipals, teamGate } from "./auth/principals.ts";
import { createRateLimit } from "./auth/rate-limit.ts";
import { challengeScopes } from "./auth/scope-challenge.ts";
import { createGuard } from "./guards.ts";
import { HTTP_FLAGS, type HttpSettings, isLoopback, readHttpSettings } from "./http-options.ts";
import { type HttpServer, listenHttp, MOST_BODY_BYTES } from "./http-server.ts";
import { createMetrics } from "./metrics.ts";

declare const __APP_VERSION__: string;

const NAME = "zoom-webinar-mcp-http";

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const loadEmulator = async (folder: string): Promise<EmbeddedZoom> => {
  const { DEMO_CREDENTIALS, openStoredEmulator } = await import("@zoom-webinar/zoom-emulator");
  const { send, close } = await openStoredEmulator({ folder });
  return { send, close, credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS } };
};

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });

/** Serves until told to stop. Resolves with the exit code. */
const serve = async (): Promise<number> => {
  const { env } = process;
  const command = readServerCommand(HTTP_FLAGS, { argv: process.argv.slice(2), env });
  if (command.wants !== null) {
    process.stdout.write(
      command.wants === "version" ? `${__APP_VERSION__}\n` : describeFlags(NAME, "Zoom webinars for AI assistants, over HTTP.", HTTP_FLAGS),
    );
    return 0;
  }
  const settings = readHttpSettings(command.values);
  const metrics = createMetrics();
  const stopping = askedToStop();
  const teams = settings.principals === null ? undefined : await readPrincipals(settings.principals.path, settings.principals.auth);
  const server = await openServer({
    ...command,
    env,
    cwd: process.cwd(),
    version: __APP_VERSION__,
    loadEmulator,
    say,
    teams,
    onCall: metrics.onCall,
  });
  process.on("unhandledRejection", (error) => server.log.error("internal", describeException(error)));
  const onError = (error: Error) => server.log.debug("protocol", describeException(error));
  const handler = challengeScopes(createMcpHandler(server.factory, { onerror: onError, maxRequestBodySize: MOST_BODY_BYTES }), {
    neededScopes: server.neededScopes,
    metadataUrl: settings.metadata?.url ?? null,
    onRefusal: metrics.onRefusal,
  });
  const http = await listenOrExplain({
    ...settings,
    gate: settings.gate && teams ? teamGate(settings.gate, teams) : settings.gate,
    handler,
    guardFor: (port) => createGuard(settings, port),
    onError,
    rateLimit: createRateLimit(settings.callsPerMinute),
    metrics,
  });
  say(`${NAME}: listening on ${http.url}`);
  if (!isLoopback(settings.host) && settings.gate === null)
    say(`${NAME}: anybody who reaches this address can use the account; only Hosts named by --allow-host are served`);
  await stopping;
  await http.stop();
  await server.close();
  return 0;
};

/** Throws `InputError` for a port that is taken or an address that is not ours; Node's own text does not say what to do. */
const listenOrExplain = async (options: Parameters<typeof listenHttp>[0] & HttpSettings): Promise<HttpServer> => {
  try {
    return await listenHttp(options);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    const { host, port } = options;
    if (code === "EADDRINUSE") throw new Error(`Port ${port} on ${host} is in use. Choose another with --port, or 0 for a free one.`, { cause });
    if (code === "EACCES")
      throw new Error(`Port ${port} needs privileges that this process does not have. Choose one above 1023 with --port.`, { cause });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new InputError(`--host: ${host} is not an address of this machine`, [{ field: "--host", message: "not an address of this machine" }], {
        cause,
      });
    }
    throw cause;
  }
};

/** A start that cannot work, and a fault that nobody caught, say why in one line; nothing of ours prints a stack. */
const explain = (error: unknown): number => {
  const { line, exitCode } = describeFailure(error);
  say(`${NAME}: ${line}`);
  return exitCode;
};

process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
process.on("uncaughtException", (error) => process.exit(explain(error)));

process.exit(await serve().catch(explain));
