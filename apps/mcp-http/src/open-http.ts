import { createMcpHandler } from "@modelcontextprotocol/server";
import { InputError } from "@zoom-webinar/foundation";
import { describeException, type FlagValues, type OpenServerOptions, openServer } from "@zoom-webinar/mcp-server";
import { readPrincipals, teamGate } from "./auth/principals.ts";
import { createRateLimit } from "./auth/rate-limit.ts";
import { challengeScopes } from "./auth/scope-challenge.ts";
import { createGuard } from "./guards.ts";
import { type HTTP_FLAGS, readHttpSettings } from "./http-options.ts";
import { type HttpServer, listenHttp, MOST_BODY_BYTES } from "./http-server.ts";
import { createMetrics } from "./metrics.ts";

export interface OpenHttpOptions extends Pick<OpenServerOptions, "variables" | "env" | "cwd" | "version" | "loadEmulator" | "say"> {
  values: FlagValues<typeof HTTP_FLAGS>;
}

/** A server that listens, with whom it lets in. */
export interface OpenedHttp extends Pick<HttpServer, "url"> {
  /** Whether it serves anybody who reaches it. */
  isOpen: boolean;
  /** Told of faults that nobody caught. */
  onFault(error: unknown): void;
  /** Lets running calls finish, then gives everything back. */
  close(): Promise<void>;
}

/** Puts all parts together: settings, callers, sessions, front. Throws `InputError` and `AuthError` for settings that cannot work. */
export const openHttp = async ({ values, ...options }: OpenHttpOptions): Promise<OpenedHttp> => {
  const settings = readHttpSettings(values);
  const metrics = createMetrics();
  const teams = settings.principals === null ? undefined : await readPrincipals(settings.principals.path, settings.principals.auth);
  const server = await openServer({ ...options, values, teams, onCall: metrics.onCall });
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
  }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return {
    url: http.url,
    isOpen: settings.gate === null,
    onFault: (error) => server.log.error("internal", describeException(error)),
    close: async () => {
      await http.stop();
      await server.close();
    },
  };
};

/** Throws `InputError` for a port that is taken or an address that is not ours; Node's own text does not say what to do. */
const listenOrExplain = async (options: Parameters<typeof listenHttp>[0]): Promise<HttpServer> => {
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
