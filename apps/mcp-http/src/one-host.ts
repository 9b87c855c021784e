import type { IncomingMessage } from "node:http";

const ABSOLUTE = /^https?:\/\/([^/?#]*)([^#]*)/i;

/**
 * The path of a request whose target may be a whole URL. The authority in it is then what the request is for, so it takes the place of the Host header
 * and is what the guard looks at. Source: RFC 9112 §3.2.2.
 */
export const toPath = (message: IncomingMessage): string => {
  const target = message.url ?? "/";
  const [, authority, path = ""] = ABSOLUTE.exec(target) ?? [];
  if (authority === undefined) return target;
  message.headers.host = authority;
  return path.startsWith("/") ? path : `/${path}`;
};

/** Whether a request names its host more than once: whoever reads another one of them than we do takes it for another request. Source: RFC 9112 §3.2. */
export const hasManyHosts = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length > 1;
