import { InputError, PORTS } from "@zoom-webinar/foundation";
import { SERVER_FLAGS } from "@zoom-webinar/mcp-server";
import type { SettingTable, SettingValues } from "@zoom-webinar/webinar-core/doors";
import { bearerGate, readTokens } from "./auth/bearer.ts";
import type { Gate } from "./auth/gate.ts";
import { metadataUrlOf, oauthGate, protectedResourceMetadata } from "./auth/oauth.ts";

/** Every flag of the HTTP server. */
export const HTTP_FLAGS = {
  host: { kind: "text", placeholder: "ADDRESS", default: "127.0.0.1", summary: "address to listen on" },
  port: { kind: "whole", placeholder: "PORT", ...PORTS, default: 3000, summary: "port to listen on; 0 takes a free one" },
  "admin-port": {
    kind: "whole",
    placeholder: "PORT",
    ...PORTS,
    summary: "give /healthz, /readyz and /metrics a port of their own; 0 takes a free one",
  },
  "admin-host": { kind: "text", placeholder: "ADDRESS", default: "127.0.0.1", summary: "address of that port" },
  "allow-host": { kind: "list", placeholder: "NAME[:PORT]", summary: "accept this Host header, too; may be repeated" },
  "allow-origin": { kind: "list", placeholder: "ORIGIN", summary: "accept browsers from this origin; may be repeated" },
  auth: { kind: "choice", values: ["none", "bearer", "oauth"], default: "none", summary: "how callers are checked" },
  tokens: { kind: "path", placeholder: "FILE", summary: "with --auth bearer: lines of name, SHA-256 of a token, scopes" },
  principals: { kind: "path", placeholder: "FILE", summary: "several teams: which callers use which profile (JSON that nobody else may read)" },
  issuer: { kind: "text", placeholder: "URL", summary: "with --auth oauth: the authorization server, the issuer in the tokens" },
  jwks: { kind: "text", placeholder: "URL", summary: "with --auth oauth: its keys (default: below the issuer, /.well-known/jwks.json)" },
  "public-url": { kind: "text", placeholder: "URL", summary: "URL of the endpoint for callers; with --auth oauth, the audience of their tokens" },
  "rate-limit": { kind: "whole", placeholder: "CALLS", least: 1, most: 1_000_000_000, default: 600, summary: "calls a minute for each caller" },
  "unsafe-no-auth": { kind: "switch", summary: "listen beyond this machine although callers are not checked" },
  ...SERVER_FLAGS,
} as const satisfies SettingTable;

/** Where the server listens and whom it lets in. */
export interface HttpSettings {
  host: string;
  port: number;
  /** Where health and figures are given apart from calls; null: on the main port. */
  admin: { host: string; port: number } | null;
  allowHosts: readonly string[];
  allowOrigins: readonly string[];
  /** Null: callers are not checked. */
  gate: Gate | null;
  /** The file of several teams, and how it names callers; null: all callers share one session. */
  principals: { path: string; auth: "bearer" | "oauth" } | null;
  /** RFC 9728 metadata, if there is an authorization server. */
  metadata: { url: string; path: string; document: object } | null;
  callsPerMinute: number;
}

/** True for addresses and names that only this machine can reach. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

/**
 * Checks what belongs to HTTP. Throws `InputError` for a bad port, host or origin, for a bind that anybody could reach without `--unsafe-no-auth`, and for
 * a flag that has no effect beside the others.
 */
export const readHttpSettings = (values: SettingValues<typeof HTTP_FLAGS>): HttpSettings => {
  assertAllCount(values);
  const { host, port } = values;
  if (!isLoopback(host) && values.auth === "none" && !values["unsafe-no-auth"]) {
    throw InputError.at(
      "--host",
      `${host} can be reached from other machines, and this server does not check who calls`,
      "Check callers with --auth bearer or --auth oauth, listen on 127.0.0.1, or accept the risk with --unsafe-no-auth.",
    );
  }
  const publicUrl = values["public-url"] === undefined ? null : toUrl("public-url", values["public-url"]);
  return {
    host,
    port,
    admin: toAdmin(values),
    allowHosts: [...values["allow-host"].map(toHost), ...(publicUrl === null ? [] : [publicUrl.host])],
    allowOrigins: [...values["allow-origin"].map(toOrigin), ...(publicUrl === null ? [] : [publicUrl.origin])],
    ...toGate(values, publicUrl),
    principals: toPrincipals(values),
    callsPerMinute: values["rate-limit"],
  };
};

/** What checks callers in one way only: without that way, a server would start that lets in whom its operator means to keep out. */
const NEEDS_AUTH = { tokens: "bearer", issuer: "oauth", jwks: "oauth" } as const;

/** Throws `InputError` for a flag that the others leave without effect: who gives it believes that it has one. */
const assertAllCount = (values: SettingValues<typeof HTTP_FLAGS>): void => {
  const { auth } = values;
  for (const flag of ["tokens", "issuer", "jwks"] as const) {
    const needed = NEEDS_AUTH[flag];
    if (values[flag] === undefined || auth === needed) continue;
    throw auth === "none"
      ? InputError.at(`--${flag}`, `has no effect without --auth ${needed}: nobody would be checked`, `Add --auth ${needed}, or leave --${flag} out.`)
      : InputError.at(`--${flag}`, `has no effect with --auth ${auth}`, `Leave --${flag} out, or check callers with --auth ${needed} instead.`);
  }
  if (auth !== "none" && values["unsafe-no-auth"])
    throw InputError.at("--unsafe-no-auth", `has no effect with --auth ${auth}, which checks callers`, "Leave out one of the two.");
  if (values["admin-port"] === undefined && values["admin-host"] !== HTTP_FLAGS["admin-host"].default)
    throw InputError.at("--admin-host", "has no effect without --admin-port", "Add --admin-port, or leave --admin-host out.");
};

const toAdmin = ({ "admin-port": port, "admin-host": host, port: mainPort }: SettingValues<typeof HTTP_FLAGS>): HttpSettings["admin"] => {
  if (port === undefined) return null;
  if (port !== 0 && port === mainPort) throw InputError.at("--admin-port", `is ${port}, and so is --port`, "Choose another.");
  return { host, port };
};

/** A host as a Host header says it: no wildcard, no empty label, no dot at the end. */
const HOST = /^([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?$/;

/** What somebody put before an @ may be a password. */
const withoutUser = (text: string): string => text.replace(/\/\/[^/]*@/, "//…@");

/** Without what a URL may carry besides scheme, host and path. */
const isPlain = ({ protocol, username, password, search, hash }: URL): boolean =>
  /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === "";

const toUrl = (flag: string, text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !isPlain(url))
    throw InputError.at(`--${flag}`, `expected an http or https URL, got "${withoutUser(text)}"`, "Such as https://mcp.example.com/mcp.");
  return url;
};

const toPrincipals = ({ principals: path, auth, profile }: SettingValues<typeof HTTP_FLAGS>): HttpSettings["principals"] => {
  if (path === undefined) return null;
  if (auth === "none")
    throw InputError.at("--principals", "needs --auth bearer or --auth oauth", "Without --auth, the server does not know who calls.");
  if (profile !== undefined) throw InputError.at("--profile", "cannot be used with --principals", "The file names the profile of each team.");
  return { path, auth };
};

const toGate = (values: SettingValues<typeof HTTP_FLAGS>, publicUrl: URL | null): Pick<HttpSettings, "gate" | "metadata"> => {
  if (values.auth === "bearer") {
    if (values.tokens === undefined) throw InputError.at("--tokens", "is required with --auth bearer", "Name the file with the tokens' hashes.");
    return { gate: bearerGate(readTokens(values.tokens)), metadata: null };
  }
  if (values.auth !== "oauth") return { gate: null, metadata: null };
  const { issuer } = values;
  if (issuer === undefined) throw InputError.at("--issuer", "is required with --auth oauth", "The authorization server: the issuer in the tokens.");
  if (publicUrl === null)
    throw InputError.at("--public-url", "is required with --auth oauth", "The audience of the tokens: the URL of this endpoint.");
  const jwks = toUrl("jwks", values.jwks ?? `${issuer.replace(/\/$/, "")}/.well-known/jwks.json`);
  for (const [flag, url] of [
    ["issuer", toUrl("issuer", issuer)],
    ["jwks", jwks],
  ] as const)
    if (url.protocol !== "https:" && !isLoopback(url.hostname)) throw InputError.at(`--${flag}`, "expected https", "Keys have to come over https.");
  const audience = publicUrl.href;
  const metadataUrl = metadataUrlOf(audience);
  return {
    gate: oauthGate({ issuer, audience, jwks, metadataUrl }),
    metadata: { url: metadataUrl, path: new URL(metadataUrl).pathname, document: protectedResourceMetadata({ issuer, audience }) },
  };
};

/** "Example.com:8443" as a Host header says it. Throws `InputError` for anything that is more or less than a host. */
const toHost = (text: string): string => {
  const host = text.toLowerCase();
  const port = /:(\d+)$/.exec(host)?.[1] ?? "0";
  if (!HOST.test(host) || Number(port) > 65_535) {
    throw InputError.at(
      "--allow-host",
      `expected a host such as mcp.example.com or mcp.example.com:8443, got "${text}"`,
      "Leave out scheme and path.",
    );
  }
  return host;
};

/** "https://Example.com/" as an Origin header says it. */
const toOrigin = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !isPlain(url) || !HOST.test(url.host) || url.pathname !== "/")
    throw InputError.at(
      "--allow-origin",
      `expected an origin such as https://app.example.com, got "${withoutUser(text)}"`,
      "Scheme, host and port, no path.",
    );
  return url.origin;
};
