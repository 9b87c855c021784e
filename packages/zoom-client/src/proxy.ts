import { InputError, rememberSecret } from "@zoom-webinar/foundation";

type Variables = Readonly<Record<string, string | undefined>>;

/** The proxy that a request goes through. */
export interface ProxyRoute {
  /** With the user and password that it may hold; never shown. */
  url: string;
  /** Without them: "http://proxy.example.com:8080". */
  name: string;
  /** The variable that names it. */
  variable: string;
}

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** This machine is never reached through a proxy: the emulator listens here. */
export const isOnThisMachine = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** Lower case counts first, as with other tools; what is set but empty counts as not set. */
const set = (env: Variables, names: readonly string[]): { variable: string; text: string } | null => {
  for (const variable of names.flatMap((name) => [name.toLowerCase(), name])) {
    const text = env[variable]?.trim();
    if (text) return { variable, text };
  }
  return null;
};

/** Whether NO_PROXY names a host: `*`, or a list of hosts that each count with all below them, at times with a port. */
const isExcepted = ({ hostname, port, protocol }: URL, exceptions: string): boolean =>
  exceptions.split(/[,\s]+/).some((entry) => {
    if (entry === "*") return true;
    const [, name = "", only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const host = name.replace(/^\*?\./, "").toLowerCase();
    if (host === "" || (only !== undefined && only !== (port || (protocol === "https:" ? "443" : "80")))) return false;
    return hostname === host || hostname.endsWith(`.${host}`);
  });

const wrong = (variable: string) => {
  const message = "expected the address of a proxy, as http://proxy.example.com:8080";
  return InputError.at(variable, message, "Correct it, or unset it to go without a proxy.");
};

const toProxy = ({ variable, text }: { variable: string; text: string }): ProxyRoute => {
  let url: URL;
  try {
    url = new URL(text.includes("://") ? text : `http://${text}`);
  } catch {
    throw wrong(variable);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw wrong(variable);
  if (url.password !== "") rememberPassword(url, variable);
  return { url: url.href, name: `${url.protocol}//${url.host}`, variable };
};

/** Raw, as it is meant, and as it is sent. */
const rememberPassword = ({ username, password }: URL, variable: string): void => {
  rememberSecret(password);
  try {
    const [user, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
    for (const known of [secret, Buffer.from(`${user}:${secret}`).toString("base64")]) rememberSecret(known);
  } catch {
    throw wrong(variable); // a percent sign that escapes nothing
  }
};

/**
 * The proxy that a request to `target` goes through: HTTPS_PROXY, else HTTP_PROXY, unless NO_PROXY names the host, or null.
 * Throws `InputError` for a variable that holds no address.
 */
export const proxyFor = (target: URL, env: Variables): ProxyRoute | null => {
  if (isOnThisMachine(target)) return null;
  const found = set(env, target.protocol === "https:" ? ["HTTPS_PROXY", "HTTP_PROXY"] : ["HTTP_PROXY"]);
  if (found === null || isExcepted(target, set(env, ["NO_PROXY"])?.text ?? "")) return null;
  return toProxy(found);
};
