import type { IncomingMessage } from "node:http";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
/** An address, or a name without a dot, as containers have beside each other: no page of the internet has one. */
const NEARBY = /^([\da-f:.[\]]+|[a-z\d_-]+)$/i;
const ANY_ADDRESS = /^(0\.0\.0\.0|::)$/;

const inUrl = (host: string): string => (host.includes(":") ? `[${host}]` : host).toLowerCase();

const isOwn = (authority: string, host: string): boolean => {
  const name = authority.toLowerCase().replace(/:\d{1,5}$/, "");
  return LOOPBACK.test(name) || name === inUrl(host) || (ANY_ADDRESS.test(host) && NEARBY.test(name));
};

/**
 * Why a request may not touch the controls, null if it may: a page of another site in a browser of this machine must not reset an emulator, nor read its
 * mail. Browsers set these headers themselves; a name that resolves to this machine (DNS rebinding) is not how anybody here calls it. `host` is where we
 * listen.
 */
export const refusalOf = ({ headers, rawHeaders, url = "/" }: IncomingMessage, host: string): string | null => {
  const { host: asked = "", origin, "sec-fetch-site": site = "none" } = headers;
  if (!url.startsWith("/")) return "The controls take a path as target, not a whole URL.";
  if (rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length !== 1) return "The controls take one Host header.";
  if (!isOwn(asked, host)) return "The controls answer only to names of this machine.";
  if (origin !== undefined && origin.toLowerCase() !== `http://${asked.toLowerCase()}`) return "The controls answer no pages of other sites.";
  return site === "none" || site === "same-origin" ? null : "The controls answer no pages of other sites.";
};
