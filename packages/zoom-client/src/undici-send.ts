import { Readable } from "node:stream";
import type { HttpRequest, HttpResponse, Send } from "@zoom-webinar/auth";
import { CancelledError, isZoomWebinarError, ResponseError, type SentState, UnavailableError } from "@zoom-webinar/foundation";
import { assertAboveZero } from "./numbers.ts";
import { once } from "./once.ts";
import type { ProxyRoute } from "./proxy.ts";

/** Limits of time and size; each has a default. */
export interface UndiciSendOptions {
  /** Milliseconds. Default 5,000. */
  connectTimeoutMs?: number;
  /** Milliseconds from the request to the first line of the answer. Default 30,000. */
  headersTimeoutMs?: number;
  /** Milliseconds between two pieces of an answer. Default 30,000. */
  bodyTimeoutMs?: number;
  /** Default 64 MB. */
  maxResponseBytes?: number;
}

/** A `Send` over undici with connections of its own. */
export interface UndiciSend extends Send {
  /** Lets requests that are under way finish, then closes the connections. */
  close(): Promise<void>;
}

/** Loaded at the first request: importing undici costs more than all the rest of a command that needs no network. */
const connect = async (options: UndiciSendOptions) => (await import("./undici-connection.ts")).openConnection(options);

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "");

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name could not be resolved",
  EAI_AGAIN: "its name could not be resolved",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  ETIMEDOUT: "no connection in time",
  UND_ERR_HEADERS_TIMEOUT: "no answer in time",
  UND_ERR_BODY_TIMEOUT: "the answer stopped half-way",
  UND_ERR_PRX_TLS: "the proxy's certificate is for another name",
};

/** OpenSSL's reasons why a certificate does not count. */
const isUntrusted = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|_TLS/.test(code);

const hintFor = (code: string, sent: SentState, method: HttpRequest["method"], host: string, proxy: ProxyRoute | null): string => {
  if (isUntrusted(code)) return "The certificate is not trusted here: behind a company proxy, point NODE_EXTRA_CA_CERTS at its certificate.";
  if (sent === "maybe-sent" && method !== "GET") return "It may have been done all the same: look before doing it again.";
  if (proxy !== null) return `Check the network and ${proxy.variable}, or name ${host} in NO_PROXY to go without the proxy.`;
  return "Check the network, and HTTPS_PROXY if you need a proxy; then try again.";
};

/** Undici reports a proxy's answer to CONNECT only as text. */
const statusOfProxy = (error: unknown): number | null => {
  const [, status] = /^Proxy response \((\d{3})\)/.exec(error instanceof Error ? error.message : "") ?? [];
  return status === undefined ? null : Number(status);
};

/** The proxy said no, so nothing was sent. It refuses the same caller or target again. */
const refusedByProxy = (status: number, { name, variable }: ProxyRoute, host: string, cause: unknown): UnavailableError =>
  new UnavailableError(`The proxy ${name} refused the way to ${host}: HTTP ${status}.`, "not-sent", {
    cause,
    retryable: status >= 500,
    hint:
      status === 407
        ? `It asks for a user and a password: put them into ${variable}, as http://user:password@proxy.example.com:8080.`
        : `Ask whoever runs the proxy to let ${host} through, or name it in NO_PROXY to go without the proxy.`,
  });

const toError = (error: unknown, { method, url, signal }: HttpRequest, sent: SentState, proxy: ProxyRoute | null): Error => {
  if (signal?.aborted)
    return isZoomWebinarError(signal.reason) ? signal.reason : new CancelledError(undefined, { cause: signal.reason, details: { sent } });
  const code = codeOf(error);
  const { host } = new URL(url);
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE")
    return new ResponseError(`The answer of ${host} is larger than this client accepts.`, {
      cause: error,
      hint: "Ask for less: a smaller page, or a narrower filter.",
    });
  const status = proxy === null ? null : statusOfProxy(error);
  if (proxy !== null && status !== null) return refusedByProxy(status, proxy, host, error);
  const untrusted = isUntrusted(code) ? `its certificate is not trusted (${code})` : null;
  const happened = WORDS[code] ?? untrusted ?? (code === "" ? "the request failed" : `the request failed (${code})`);
  const way = proxy === null ? "" : ` through the proxy ${proxy.name}`;
  return new UnavailableError(
    sent === "not-sent" ? `${host} could not be reached${way}: ${happened}.` : `The call to ${host}${way} broke off: ${happened}.`,
    sent,
    { cause: error, retryable: untrusted === null, hint: hintFor(code, sent, method, host, proxy) },
  );
};

const toBody = (body: HttpRequest["body"]) =>
  body === undefined || typeof body === "string" || body instanceof Uint8Array ? (body ?? null) : Readable.from(body);

const flat = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]])),
  );

/**
 * Sends over undici: connections are kept and shared, proxies are taken from the environment, redirects are not followed, nothing is repeated.
 * Informational answers (100, 102, 103) are skipped. An answer whose body breaks off, or is too large, comes back with its status and `unread`.
 * Throws `UnavailableError` with `sent` (`not-sent` only if no byte left), `CancelledError`, or `InputError` for a proxy's variable that holds no
 * address.
 */
export const undiciSend = (options: UndiciSendOptions = {}): UndiciSend => {
  assertAboveZero(options, ["connectTimeoutMs", "headersTimeoutMs", "bodyTimeoutMs", "maxResponseBytes"]);
  let opened = false;
  const connection = once(() => {
    opened = true;
    return connect(options);
  });
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const { method, url, headers, body, signal } = request;
    const undici = await connection();
    const proxy = undici.proxyFor(url);
    let sent: SentState = "not-sent";
    const dispatcher = undici.watched(proxy, () => {
      sent = "maybe-sent";
    });
    try {
      const answer = await undici.request(url, { method, headers, body: toBody(body), signal: signal ?? null, dispatcher });
      const head = { status: answer.statusCode, headers: flat(answer.headers) };
      request.onStatus?.(head.status);
      try {
        return { ...head, text: await answer.body.text() };
      } catch (error) {
        return { ...head, text: "", unread: toError(error, request, sent, proxy) };
      }
    } catch (error) {
      throw toError(error, request, sent, proxy);
    }
  };
  const close = async () => {
    if (opened) await (await connection()).close();
  };
  return Object.assign(send, { close });
};
