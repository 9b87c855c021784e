import { createMcpHandler } from "@modelcontextprotocol/server";
import { InputError } from "@zoom-webinar/foundation";
import { describeException, type OpenServerOptions, openServer } from "@zoom-webinar/mcp-server";
import type { SettingValues } from "@zoom-webinar/webinar-core/doors";
import { readPrincipals, teamGate } from "./auth/principals.ts";
import { createRateLimit } from "./auth/rate-limit.ts";
import { challengeScopes } from "./auth/scope-challenge.ts";
import { createGuard, type Guard } from "./guards.ts";
import { type HTTP_FLAGS, type HttpSettings, isLoopback, readHttpSettings } from "./http-options.ts";
import { type HttpServer, listenHttp, MOST_BODY_BYTES } from "./http-server.ts";
import { createMetrics } from "./metrics.ts";

export interface OpenHttpOptions extends Pick<OpenServerOptions, "variables" | "env" | "cwd" | "version" | "loadEmulator" | "say"> {
  values: SettingValues<typeof HTTP_FLAGS>;
}

/** A server that listens, with whom it lets in. */
export interface OpenedHttp extends Pick<HttpServer, "url" | "adminUrl"> {
  /** Whether it serves anybody who reaches it. */
  isOpen: boolean;
  /** Called with faults that nobody caught. */
  onFault(error: unknown): void;
  /** Lets running calls finish, then gives everything back. */
  close(): Promise<void>;
}

/** Puts all parts together: settings, callers, sessions, front. Throws `InputError` and `AuthError` for settings that cannot work. */
export const openHttp = async ({ values, ...options }: OpenHttpOptions): Promise<OpenedHttp> => {
  const settings = readHttpSettings(values);
  const metrics = createMetrics();
  const teams = settings.principals === null ? undefined : await readPrincipals(settings.principals.path, settings.principals.auth);
  const server = await openServer({ ...options, door: "mcp-http", values, teams, figures: metrics });
  const onError = (error: Error) => server.log.debug("protocol", describeException(error));
  const handler = challengeScopes(createMcpHandler(server.factory, { onerror: onError, maxRequestBodySize: MOST_BODY_BYTES }), {
    neededScopes: server.neededScopes,
    metadataUrl: settings.metadata?.url ?? null,
    onRefusal: metrics.onRefusal,
    noteRefused: server.noteRefused,
  });
  const http = await listenOrExplain({
    ...settings,
    gate: settings.gate && teams ? teamGate(settings.gate, teams) : settings.gate,
    handler,
    guardFor: (port) => createGuard(settings, port),
    admin: settings.admin && { ...settings.admin, guardFor: (port) => adminGuard(settings, port) },
    onError,
    rateLimit: createRateLimit(settings.callsPerMinute),
    metrics,
  }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return {
    url: http.url,
    adminUrl: http.adminUrl,
    isOpen: settings.gate === null,
    onFault: (error) => server.log.error("internal", describeException(error)),
    close: async () => {
      await http.stop();
      await server.close();
    },
  };
};

/** On this machine, pages of other sites are kept out as from the main port; an address that was chosen for others is asked for under any name. */
const adminGuard = ({ admin, allowHosts, allowOrigins }: HttpSettings, port: number): Guard =>
  admin === null || isLoopback(admin.host) ? createGuard({ host: "127.0.0.1", allowHosts, allowOrigins }, port) : () => null;

/** Throws errors that say what to do; Node's own text does not. */
const listenOrExplain = async (options: Parameters<typeof listenHttp>[0]): Promise<HttpServer> => {
  try {
    return await listenHttp(options);
  } catch (cause) {
    const { code, port = options.port } = cause as NodeJS.ErrnoException & { port?: number };
    const { prefix, host } = port !== options.port && options.admin ? { prefix: "--admin-", ...options.admin } : { prefix: "--", ...options };
    const use = `with ${prefix}port`;
    if (code === "EADDRINUSE") throw new Error(`Port ${port} on ${host} is in use. Choose another ${use}, or 0 for a free one.`, { cause });
    if (code === "EACCES") throw new Error(`Port ${port} needs privileges that this process does not have. Choose one above 1023 ${use}.`, { cause });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      const message = `not an address of this machine`;
      throw InputError.at(`${prefix}host`, `${host} is ${message}`, undefined, { cause });
    }
    throw cause;
  }
};
