import { type HttpSettings, isLoopback } from "./http-options.ts";

/** The two headers that a browser sets by itself and a page cannot forge. */
interface GuardedHeaders {
  host?: string | undefined;
  origin?: string | undefined;
}

/** Says why a request must not be served, or null. */
export type Guard = (headers: GuardedHeaders) => string | null;

const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"];

/** An address as it is in a URL. */
const inUrl = (host: string): string => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host).toLowerCase();

/**
 * Stops pages of other sites from reaching a server on this machine: through a name of theirs that resolves to it (DNS rebinding), or straight from a
 * browser. By default only loopback names with our own port count; a client that is not a browser sends no Origin.
 */
export const createGuard = ({ host, allowHosts, allowOrigins }: Pick<HttpSettings, "host" | "allowHosts" | "allowOrigins">, port: number): Guard => {
  const names = isLoopback(host) || isAnyAddress(host) ? LOOPBACK_NAMES : [...LOOPBACK_NAMES, inUrl(host)];
  const ours = names.flatMap((name) => (port === 80 ? [`${name}:80`, name] : [`${name}:${port}`]));
  const hosts = new Set([...ours, ...allowHosts]);
  const origins = new Set([...ours.map((each) => `http://${each}`), ...allowOrigins]);
  return ({ host: hostHeader = "", origin }) => {
    const asked = hostHeader.toLowerCase();
    // An allowed name without a port is allowed on every port: behind a gateway the port is the gateway's.
    if (!hosts.has(asked) && !hosts.has(asked.replace(/:\d{1,5}$/, ""))) return "This Host is not allowed here; --allow-host adds one.";
    if (origin !== undefined && !origins.has(origin.toLowerCase())) return "This Origin is not allowed here; --allow-origin adds one.";
    return null;
  };
};

const isAnyAddress = (host: string): boolean => /^(0\.0\.0\.0|\[?::\]?)$/.test(host);
