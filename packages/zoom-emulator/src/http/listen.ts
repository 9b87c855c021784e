import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { InputError, isZoomWebinarError, UnavailableError } from "@zoom-webinar/foundation";
import type { HttpRequest, HttpResponse } from "./messages.ts";
import { refusalOf } from "./same-machine.ts";

/** Where to listen. */
export interface ListenOptions {
  /** 0, the default, takes any free one. */
  port?: number;
  /** Default 127.0.0.1: nobody but this machine. */
  host?: string;
}

/** An emulator on a port. */
export interface Listening {
  /** Without a slash at the end: "http://127.0.0.1:4646". The API is below /v2. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** HEAD is GET without the body, on every server. */
const verbOf = ({ method }: IncomingMessage): string | undefined => (method === "HEAD" ? "GET" : method);

const METHODS: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE"] satisfies readonly HttpRequest["method"][];
const isMethod = (method: string | undefined): method is HttpRequest["method"] => method !== undefined && METHODS.includes(method);

const headersOf = (message: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]));

const write = (reply: ServerResponse, { status, headers, text }: HttpResponse) => {
  reply.writeHead(status, { ...headers, ...(status === 204 ? {} : { "content-length": Buffer.byteLength(text) }) });
  reply.end(text);
};

/** By the path that the emulator itself will read, however the target is written. */
const isControl = (target: string | undefined): boolean => {
  try {
    return new URL(target ?? "/", "http://localhost").pathname.startsWith("/emulator");
  } catch {
    return true;
  }
};

const toRefusal = (message: string): HttpResponse => ({
  status: 403,
  headers: { "content-type": "application/json" },
  text: JSON.stringify({ code: 403, message }),
});

/** What went wrong on our side, the state file damaged or locked for instance: in words, since nobody reads a log here. */
const toFailure = (error: unknown): HttpResponse => {
  const hint = isZoomWebinarError(error) ? (error.hint ?? "") : "";
  const message = `The emulator failed: ${error instanceof Error ? error.message : String(error)} ${hint}`.trim();
  return { status: 500, headers: { "content-type": "application/json" }, text: JSON.stringify({ code: 500, message }) };
};

/** Serves an emulator's `send` over HTTP. A request that the emulator breaks off loses its connection without an answer. */
export const listen = async (
  send: (request: HttpRequest) => Promise<HttpResponse>,
  { port = 0, host = "127.0.0.1" }: ListenOptions = {},
): Promise<Listening> => {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw InputError.at("port", `expected a whole number from 0 to 65535, got ${String(port)}`, "0, or nothing, takes any free one.");
  if (typeof host !== "string" || host === "") throw InputError.at("host", "expected text", "Leave it out to serve nobody but this machine.");
  const answer = async (message: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const method = verbOf(message);
    if (!isMethod(method)) return write(reply, { status: 405, headers: {}, text: "" });
    const refusal = isControl(message.url) ? refusalOf(message, host) : null;
    if (refusal !== null) return write(reply, toRefusal(refusal));
    const origin = `http://${message.headers.host ?? `${host}:${message.socket.localPort}`}`;
    try {
      write(reply, await send({ method, url: `${origin}${message.url ?? "/"}`, headers: headersOf(message), body: message }));
    } catch (error) {
      if (error instanceof UnavailableError && error.sent === "maybe-sent") message.socket.destroy();
      else write(reply, toFailure(error));
    }
  };
  const server = createServer((message, reply) => void answer(message, reply));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`,
    port: actualPort,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
