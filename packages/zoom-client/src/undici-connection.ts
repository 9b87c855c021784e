import { DecoratorHandler, type Dispatcher, EnvHttpProxyAgent, request } from "undici";
import type { UndiciSendOptions } from "./undici-send.ts";

const MEGABYTE = 1024 * 1024;

/**
 * Opens undici's connections with our limits. A file of its own with a static import, which `undici-send.ts` loads late: a bundler that splits chunks
 * gives a late import of undici itself, which is CommonJS, no named exports.
 */
export const openConnection = (options: UndiciSendOptions) => {
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: options.connectTimeoutMs ?? 5000 },
    headersTimeout: options.headersTimeoutMs ?? 30_000,
    bodyTimeout: options.bodyTimeoutMs ?? 30_000,
    maxResponseSize: options.maxResponseBytes ?? 64 * MEGABYTE,
    // This machine is never reached through a proxy: the emulator listens here.
    noProxy: [process.env.no_proxy ?? process.env.NO_PROXY, "localhost,127.0.0.1,[::1]"].filter(Boolean).join(","),
  });
  /** The same connections, with a note of when a request is put on one of them: before that, it was surely not sent. */
  const watched = (onStart: () => void): Dispatcher =>
    dispatcher.compose((dispatch) => (requestOptions, handler) => {
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
  return { request, dispatcher, watched };
};
