import { Agent, buildConnector, DecoratorHandler, type Dispatcher, Pool, ProxyAgent, request } from "undici";
import { passInterim } from "./pass-interim.ts";
import { type ProxyRoute, proxyFor } from "./proxy.ts";
import type { UndiciSendOptions } from "./undici-send.ts";

const MEGABYTE = 1024 * 1024;

/** The same connector, whose connections pass informational answers over. */
const passingInterim =
  (connect: buildConnector.connector): buildConnector.connector =>
  (options, callback) =>
    connect(options, (...result) => {
      if (result[0] === null) passInterim(result[1]);
      callback(...result);
    });

/**
 * Opens undici's connections with our limits. A file of its own with a static import, which `undici-send.ts` loads late: a bundler that splits chunks
 * gives a late import of undici itself, which is CommonJS, no named exports.
 */
export const openConnection = (options: UndiciSendOptions) => {
  const connect = { timeout: options.connectTimeoutMs ?? 5000 };
  const limits = {
    headersTimeout: options.headersTimeoutMs ?? 30_000,
    bodyTimeout: options.bodyTimeoutMs ?? 30_000,
    maxResponseSize: options.maxResponseBytes ?? 64 * MEGABYTE,
  };
  const direct = new Agent({ ...limits, connect: passingInterim(buildConnector(connect)) });
  const proxied = new Map<string, ProxyAgent>();
  /** Undici's proxy agent has limits of its own for the way to the proxy and through it, minutes long, unless each is given. */
  const through = ({ url }: ProxyRoute): Dispatcher => {
    const known = proxied.get(url);
    if (known) return known;
    const toProxy = { ...limits, headersTimeout: connect.timeout };
    const clientFactory = (origin: URL, own: object) => new Pool(origin, { ...own, ...toProxy });
    // What comes through the proxy; the connection itself is undici's own.
    const factory = (origin: URL | string, { connect: open, ...own }: Pool.Options) =>
      new Pool(origin, { ...own, ...(typeof open === "function" ? { connect: passingInterim(open) } : {}) });
    const agent = new ProxyAgent({ ...limits, uri: url, proxyTls: connect, requestTls: connect, clientFactory, factory });
    proxied.set(url, agent);
    return agent;
  };
  /** The connections to use, with a note of when a request is put on one of them: before that, it was surely not sent. */
  const watched = (proxy: ProxyRoute | null, onStart: () => void): Dispatcher =>
    (proxy === null ? direct : through(proxy)).compose((dispatch) => (requestOptions, handler) => {
      // Gives undici's own, older kind of handler the methods of the current kind.
      const inner: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
      return dispatch(requestOptions, {
        onRequestStart: (...args) => {
          onStart();
          inner.onRequestStart?.(...args);
        },
        onRequestUpgrade: (...args) => inner.onRequestUpgrade?.(...args),
        onResponseStart: (...args) => inner.onResponseStart?.(...args),
        onResponseData: (...args) => inner.onResponseData?.(...args),
        onResponseEnd: (...args) => inner.onResponseEnd?.(...args),
        onResponseError: (...args) => inner.onResponseError?.(...args),
      });
    });
  const close = async () => {
    await Promise.all([direct, ...proxied.values()].map((agent) => agent.close()));
  };
  return { request, proxyFor: (url: string) => proxyFor(new URL(url), process.env), watched, close };
};
