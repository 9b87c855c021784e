import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { AuthError, rememberSecret } from "@zoom-webinar/foundation";

/** Waits on this machine for the browser to come back from Zoom. */
export interface Loopback {
  /** To send the browser back to: `http://127.0.0.1:<port>/callback`. */
  redirectUri: string;
  /** The code that the browser brought. Throws `AuthError` if Zoom says no or the time is over, the signal's reason if it aborts. */
  code(options: { timeoutMs: number; signal?: AbortSignal | undefined }): Promise<string>;
  close(): Promise<void>;
}

const PATH = "/callback";
const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'",
  "referrer-policy": "no-referrer",
  connection: "close",
};

const page = (text: string) => `<!doctype html><meta charset="utf-8"><title>zoom-webinar</title><p>${text}</p>\n`;

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Listens on 127.0.0.1, on a free port unless one is given (if the app's redirect address must name it). Takes one answer, and only one that carries
 * `state`: another page of the browser cannot put in a code of its own, nor end the wait.
 */
export const listenForCode = async (state: string, port = 0): Promise<Loopback> => {
  let settle: (outcome: { code: string } | { refusal: string }) => void = () => {};
  const outcome = new Promise<{ code: string } | { refusal: string }>((resolve) => {
    settle = resolve;
  });
  /** What the browser gets to see; settles the wait if it brought the answer. */
  const read = (message: IncomingMessage): readonly [status: number, text: string] => {
    const url = new URL(message.url ?? "/", "http://127.0.0.1");
    // A name that resolves to this machine (DNS rebinding) is not how our own link names it.
    const isOurs = /^127\.0\.0\.1:\d+$/.test(message.headers.host ?? "");
    if (message.method !== "GET" || url.pathname !== PATH || !isOurs) return [404, "Nothing is here."];
    if (!isSame(url.searchParams.get("state") ?? "", state)) return [400, "This is not the answer to the sign-in that was started here."];
    const code = url.searchParams.get("code") ?? "";
    if (code === "") {
      settle({ refusal: url.searchParams.get("error") ?? "no code" });
      return [200, "Zoom did not sign you in. You can close this window; the terminal says more."];
    }
    rememberSecret(code);
    settle({ code });
    return [200, "You are signed in. You can close this window and go back to the terminal."];
  };
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  /** A browser also opens connections ahead of need and asks nothing on them: they would hold the process for as long as a request may take. */
  const closeRest = (): void => {
    if (isClosing && underWay.size === 0) server.closeAllConnections();
  };
  const answer = (message: IncomingMessage, reply: ServerResponse): void => {
    const [status, text] = read(message);
    underWay.add(reply);
    reply.once("close", () => {
      underWay.delete(reply);
      closeRest();
    });
    reply.writeHead(status, PAGE_HEADERS).end(page(text));
  };
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 16_384 }, answer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return {
    redirectUri: `http://127.0.0.1:${actual}${PATH}`,
    code: async ({ timeoutMs, signal }) => {
      const result = await orGiveUp(outcome, timeoutMs, signal);
      if ("code" in result) return result.code;
      throw new AuthError("auth_failed", `Zoom did not sign you in: ${result.refusal.slice(0, 200)}.`, {
        hint: "Run it again and agree on Zoom's page.",
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        isClosing = true;
        closeRest(); // the page that is under way still reaches the browser
      }),
  };
};

/** The work may never end: whoever gives up takes the timer and the listener along, or they would hold the process. */
const orGiveUp = async <T>(work: Promise<T>, timeoutMs: number, signal: AbortSignal | undefined): Promise<T> => {
  let end = () => {};
  const given = new Promise<never>((_resolve, reject) => {
    const late = () =>
      reject(
        new AuthError("auth_failed", `Nobody agreed on Zoom's page within ${Math.round(timeoutMs / 1000)} seconds.`, {
          hint: "Run it again, open the link, and agree.",
        }),
      );
    const timer = setTimeout(late, timeoutMs);
    const stop = () => reject(signal?.reason);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    };
  });
  try {
    return await Promise.race([work, given]);
  } finally {
    end();
  }
};
