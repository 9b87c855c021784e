import { InputError } from "@zoom-webinar/foundation";
import { type FlagValues, SERVER_FLAGS } from "@zoom-webinar/mcp-server";

/** Every flag of the HTTP server. */
export const HTTP_FLAGS = {
  host: { kind: "text", placeholder: "ADDRESS", default: "127.0.0.1", summary: "Address to listen on" },
  port: { kind: "text", placeholder: "PORT", default: "3000", summary: "Port to listen on; 0 takes a free one" },
  "allow-host": { kind: "list", placeholder: "NAME[:PORT]", summary: "Accept this Host header, too; may be repeated" },
  "allow-origin": { kind: "list", placeholder: "ORIGIN", summary: "Accept browsers from this origin; may be repeated" },
  "unsafe-no-auth": { kind: "switch", summary: "Listen beyond this machine although callers are not checked" },
  ...SERVER_FLAGS,
} as const;

/** Where the server listens and whom it lets in. */
export interface HttpSettings {
  host: string;
  port: number;
  allowHosts: readonly string[];
  allowOrigins: readonly string[];
}

/** True for addresses and names that only this machine can reach. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

const wrong = (flag: string, message: string, hint: string) => new InputError(`--${flag}: ${message}`, [{ field: `--${flag}`, message }], { hint });

/** Checks what belongs to HTTP. Throws `InputError` for a bad port, host or origin, and for a bind that anybody could reach without `--unsafe-no-auth`. */
export const readHttpSettings = (values: FlagValues<typeof HTTP_FLAGS>): HttpSettings => {
  const { host } = values;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw wrong("port", `expected 0 to 65535, got "${values.port}"`, "Choose a free port.");
  if (!isLoopback(host) && !values["unsafe-no-auth"]) {
    throw wrong(
      "host",
      `${host} can be reached from other machines, and this server does not check who calls`,
      "Listen on 127.0.0.1, put a gateway that checks callers in front, or accept the risk with --unsafe-no-auth.",
    );
  }
  return { host, port, allowHosts: values["allow-host"].map(toHost), allowOrigins: values["allow-origin"].map(toOrigin) };
};

/** "Example.com:8443" as a Host header says it. Throws `InputError` for anything that is more or less than a host. */
const toHost = (text: string): string => {
  const host = text.toLowerCase();
  if (!/^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host)) {
    throw wrong("allow-host", `expected a host such as mcp.example.com or mcp.example.com:8443, got "${text}"`, "Leave out scheme and path.");
  }
  return host;
};

/** "https://Example.com/" as an Origin header says it. */
const toOrigin = (text: string): string => {
  const origin = URL.canParse(text) ? new URL(text).origin : "null";
  if (origin === "null")
    throw wrong("allow-origin", `expected an origin such as https://app.example.com, got "${text}"`, "Scheme, host and port, no path.");
  return origin;
};
