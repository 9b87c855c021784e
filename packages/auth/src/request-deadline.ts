import type { HttpRequest, HttpResponse, Send } from "./send.ts";

/**
 * Sends with a total deadline, from the first byte out to the last byte in: a peer that sends a byte now and then resets every other timer. When the time
 * is up, the request is aborted, which gives its socket back, and the promise rejects with `tooLate()` even if `send` ignores the abort.
 * A real timer, as in the client's deadline layer: it guards against hanging.
 */
export const sendWithin = async (send: Send, request: HttpRequest, deadlineMs: number, tooLate: () => Error): Promise<HttpResponse> => {
  const stop = new AbortController();
  const { signal } = request;
  const forward = () => stop.abort(signal?.reason);
  if (signal?.aborted) forward();
  signal?.addEventListener("abort", forward, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = tooLate();
      reject(error);
      stop.abort(error);
    }, deadlineMs);
  });
  try {
    return await Promise.race([send({ ...request, signal: stop.signal }), late]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", forward);
  }
};
