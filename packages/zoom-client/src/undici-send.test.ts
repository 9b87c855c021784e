import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { HttpRequest } from "@zoom-webinar/auth";
import { CancelledError, ResponseError, UnavailableError } from "@zoom-webinar/foundation";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type UndiciSend, undiciSend } from "./undici-send.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;
let server: Server;
let base: string;
let handle: Handler;
let send: UndiciSend;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => handle(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  send = undiciSend({ connectTimeoutMs: 200, headersTimeoutMs: 100, bodyTimeoutMs: 100, maxResponseBytes: 1000 });
});
afterEach(() => send.close());

const post = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "POST",
  url: `${base}/v2/users`,
  headers: { "content-type": "application/json" },
  body: "{}",
  ...more,
});
const failure = (request: HttpRequest) =>
  send(request).then(
    () => null,
    (error: unknown) => error,
  );
/** Why the body of an answer could not be read. */
const unreadOf = async (request: HttpRequest) => (await send(request)).unread;
const sentOf = async (request: HttpRequest) => {
  const error = await failure(request);
  return error instanceof UnavailableError ? error.sent : error;
};

test("sends method, headers and body as they are, and reads the whole answer", async () => {
  handle = (request, response, body) => {
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.statusCode = 201;
    response.end(
      JSON.stringify({
        method: request.method,
        url: request.url,
        length: request.headers["content-length"],
        key: request.headers.authorization,
        body,
      }),
    );
  };
  const answer = await send(post({ body: '{"topic":"Grüße"}', headers: { authorization: "Bearer x" } }));
  expect(answer.status).toBe(201);
  expect(answer.headers["set-cookie"]).toBe("a=1, b=2");
  expect(JSON.parse(answer.text)).toEqual({ method: "POST", url: "/v2/users", length: "19", key: "Bearer x", body: '{"topic":"Grüße"}' });
});

test("bytes and streams are bodies too", async () => {
  handle = (_, response, body) => response.end(body);
  async function* chunks() {
    yield Buffer.from("ab");
    yield Buffer.from("cd");
  }
  expect((await send(post({ body: Buffer.from("xyz") }))).text).toBe("xyz");
  expect((await send(post({ body: chunks() }))).text).toBe("abcd");
});

test("a redirect is an answer and is not followed", async () => {
  let requests = 0;
  handle = (_, response) => {
    requests += 1;
    response.writeHead(302, { location: "http://169.254.169.254/" }).end();
  };
  expect((await send(post())).status).toBe(302);
  expect(requests).toBe(1);
});

test("a refused connection and an unknown name: surely not sent", async () => {
  const closed = createTcpServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const address = closed.address();
  await new Promise((resolve) => closed.close(resolve));
  expect(await sentOf(post({ url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/` }))).toBe("not-sent");
  expect(await sentOf(post({ url: "http://zoom-webinar.invalid/" }))).toBe("not-sent");
});

/** A server that takes the bytes and then does as told with the socket. */
const withRawServer = async (onBytes: (socket: Socket) => void, run: (url: string) => Promise<void>) => {
  const sockets = new Set<Socket>();
  const raw = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => onBytes(socket));
  });
  await new Promise<void>((resolve) => raw.listen(0, "127.0.0.1", resolve));
  const address = raw.address();
  try {
    await run(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/v2`);
  } finally {
    for (const socket of sockets) socket.destroy();
    raw.close();
  }
};

test("a connection that is cut after the request, before or within the head of the answer: perhaps done", async () => {
  for (const head of ["", "HTTP/1.1 2", "HTTP/1.1 201 Created\r\ncontent-le"]) {
    await withRawServer(
      (socket) => {
        if (head === "") socket.resetAndDestroy();
        else socket.write(head, () => socket.resetAndDestroy());
      },
      async (url) => expect(await sentOf(post({ url })), JSON.stringify(head)).toBe("maybe-sent"),
    );
  }
});

test("an answer whose body is cut or closed too early keeps its status, and says why the rest is missing", async () => {
  const head = 'HTTP/1.1 201 Created\r\ncontent-length: 10\r\n\r\n{"id';
  for (const end of [(socket: Socket) => socket.end(head), (socket: Socket) => socket.write(head, () => socket.resetAndDestroy())]) {
    const seen: number[] = [];
    await withRawServer(end, async (url) =>
      expect(await send(post({ url, onStatus: (status) => seen.push(status) }))).toMatchObject({
        status: 201,
        text: "",
        unread: { code: "zoom_unavailable", sent: "maybe-sent" },
      }),
    );
    expect(seen).toEqual([201]);
  }
});

test("answers of status 100, 102 and 103 are passed over, however they are cut into pieces", async () => {
  const answer = "HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nok";
  const [proceed, processing, hints] = [
    "HTTP/1.1 100 Continue\r\n\r\n",
    "HTTP/1.1 102 Processing\r\n\r\n",
    "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
  ];
  for (const interim of [proceed, processing, hints, proceed + processing + hints]) {
    const whole = interim + answer;
    for (const at of [0, 1, 8, 9, 10, interim.length - 1, interim.length, interim.length + 5, whole.length]) {
      await withRawServer(
        (socket) => {
          socket.setNoDelay(true);
          socket.write(whole.slice(0, at), () => setImmediate(() => socket.write(whole.slice(at))));
        },
        async (url) => expect(await send(post({ url })), `${JSON.stringify(interim)} at ${at}`).toMatchObject({ status: 201, text: "ok" }),
      );
    }
  }
});

test("a body that begins like an informational answer is left whole", async () => {
  const text = "HTTP/1.1 100 Continue\r\n\r\nno head";
  await withRawServer(
    (socket) => {
      socket.setNoDelay(true);
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n`, () => setImmediate(() => socket.write(text)));
    },
    async (url) => expect((await send(post({ url }))).text).toBe(text),
  );
});

test("no head in time, and an answer that stops half-way: perhaps done", async () => {
  handle = () => {};
  const slow = await failure(post());
  expect(slow).toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent", message: /no answer in time/ });
  handle = (_, response) => {
    response.writeHead(200, { "content-length": "10" });
    response.write("{");
  };
  expect(await unreadOf(post())).toMatchObject({ sent: "maybe-sent", message: /half-way/ });
});

test("an abort is a CancelledError, before and while it is sent", async () => {
  handle = () => {};
  expect(await failure(post({ signal: AbortSignal.abort() }))).toBeInstanceOf(CancelledError);
  const stop = new AbortController();
  handle = () => stop.abort();
  expect(await failure(post({ signal: stop.signal }))).toBeInstanceOf(CancelledError);
});

test("an answer beyond the limit is refused, with or without a Content-Length", async () => {
  handle = (_, response) => response.end("x".repeat(2000));
  expect(await unreadOf(post())).toBeInstanceOf(ResponseError);
  handle = (_, response) => {
    response.write("x".repeat(600));
    response.end("x".repeat(600));
  };
  expect(await unreadOf(post())).toBeInstanceOf(ResponseError);
});

test("a packed answer is not asked for, and one that comes all the same is never unpacked: a bomb stays as small as it came", async () => {
  let asked: string | undefined;
  handle = ({ headers }, response) => {
    asked = headers["accept-encoding"];
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(200_000)));
  };
  const { text } = await send(post());
  expect(asked).toBeUndefined();
  expect(text.length).toBeLessThan(1000);
});

test("headers cannot be broken out of", async () => {
  handle = (_, response) => response.end();
  await expect(send(post({ headers: { authorization: "Bearer x\r\nhost: evil" } }))).rejects.toThrow();
});

test("connections are kept, and closing without a request does nothing", async () => {
  const ports = new Set<number | undefined>();
  handle = (request, response) => {
    ports.add(request.socket.remotePort);
    response.end();
  };
  for (let count = 0; count < 10; count += 1) await send(post());
  // Two, because undici may start the next request before it has put the first connection back.
  expect(ports.size).toBeLessThanOrEqual(2);
  await undiciSend().close();
});

test("a proxy of the environment is used, but not for this machine; one that refuses has let nothing out", async () => {
  await withRawServer(
    (socket) => socket.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"),
    async (url) => {
      vi.stubEnv("http_proxy", new URL(url).origin);
      vi.stubEnv("https_proxy", new URL(url).origin);
      handle = (_, response) => response.end("direct");
      expect((await send(post())).text).toBe("direct");
      expect(await sentOf(post({ url: "https://zoom-webinar.invalid/v2" }))).toBe("not-sent");
      vi.unstubAllEnvs();
    },
  );
});
