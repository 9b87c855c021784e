import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { type NodeIncomingMessageLike, toNodeHandler } from "@modelcontextprotocol/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Answer, serveNode } from "./serve-node.ts";

const MOST_BYTES = 2_000;
const errors: Error[] = [];
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  errors.splice(0);
});

const listen = async (serve: (raw: IncomingMessage, reply: ServerResponse) => Promise<void>): Promise<number> => {
  const server = createServer((raw, reply) => void serve(raw, reply));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

const ours = (answer: Answer) =>
  listen((raw, reply) => serveNode(raw, reply, answer, { mostBytes: MOST_BYTES, onError: (error) => errors.push(error) }));

/** The SDK's adapter around the same answer. */
const theirs = (answer: Answer) => {
  const fetch = async (request: Request) => answer(request, { text: await request.text() });
  const serve = toNodeHandler({ fetch }, { maxRequestBodySize: MOST_BYTES, onerror: (error) => errors.push(error) });
  // Its type says optional where Node's says `string | undefined`: the same to both.
  return listen((raw, reply) => serve(raw as NodeIncomingMessageLike, reply));
};

const post = async (port: number, body: string, headers: Record<string, string> = {}) => {
  const request = send({ host: "127.0.0.1", port, method: "POST", path: "/mcp?a=1", headers: { "content-type": "application/json", ...headers } });
  request.on("error", () => {});
  request.end(body);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  let text = "";
  for await (const part of response.setEncoding("utf8")) text += part;
  const { date: _, "content-length": __, "transfer-encoding": ___, ...others } = response.headers;
  const isJson = others["content-type"] === "application/json" && text !== "";
  return { status: response.statusCode, headers: others, body: isJson ? JSON.parse(text) : text };
};

const eventsOf = (...events: string[]) =>
  new ReadableStream({
    async start(controller) {
      for (const event of events) {
        await Promise.resolve();
        controller.enqueue(new TextEncoder().encode(`data: ${event}\n\n`));
      }
      controller.close();
    },
  });

const ANSWERS: Record<string, Answer> = {
  "a document": async (request, { text }) =>
    Response.json(
      { url: request.url.replace(/:\d+/, ""), method: request.method, text, kind: request.headers.get("content-type") },
      { headers: { "x-one": "1" } },
    ),
  "letters of two bytes": async () => Response.json({ name: "Jörg Łukasz 山" }),
  "no body": async () => new Response(null, { status: 202 }),
  "an empty body": async () => new Response("", { status: 404 }),
  "a stream": async () => new Response(eventsOf("one", "zwölf"), { headers: { "content-type": "text/event-stream" } }),
  "a stream that breaks off": async () => {
    let sent = 0;
    const pull = (controller: ReadableStreamDefaultController) => {
      sent += 1;
      if (sent === 1) controller.enqueue(new TextEncoder().encode("data: one\n\n"));
      else controller.error(new Error("broken"));
    };
    return new Response(new ReadableStream({ pull }), { headers: { "content-type": "text/event-stream" } });
  },
  "a failure": async () => {
    throw new Error("inside");
  },
};

describe("a request of Node's", () => {
  it.each(Object.entries(ANSWERS))("gets %s as from the SDK's own adapter", async (name, answer) => {
    const [own, theSdks] = [await post(await ours(answer), `{"a":"ü"}`), await post(await theirs(answer), `{"a":"ü"}`)];
    expect(own).toEqual(theSdks);
    expect(errors.map(({ message }) => message)).toEqual(name === "a failure" ? ["inside", "inside"] : []);
  });

  it("with a body that is too large gets 413 and is not read to its end, if its length is said or not", async () => {
    const answer = vi.fn<Answer>();
    const port = await ours(answer);
    for (const headers of [{}, { "transfer-encoding": "chunked" }]) {
      expect(await post(port, "x".repeat(MOST_BYTES + 1), headers)).toMatchObject({ status: 413, headers: { connection: "close" } });
    }
    expect(answer).not.toHaveBeenCalled();
  });

  it("ends what is being answered when its client goes away", async () => {
    const aborted = new Promise<void>((done) => {
      void ours(async ({ signal }) => {
        signal.addEventListener("abort", () => done());
        return new Response(new ReadableStream({}), { headers: { "content-type": "text/event-stream" } });
      }).then((port) => {
        const request = send({ host: "127.0.0.1", port, method: "POST" }, () => request.destroy());
        request.on("error", () => {}).end("{}");
      });
    });
    await aborted;
  });

  it("gives a stream to a slow reader whole", async () => {
    const event = "x".repeat(50_000);
    const port = await ours(
      async () => new Response(eventsOf(...Array.from({ length: 40 }, () => event)), { headers: { "content-type": "text/event-stream" } }),
    );
    const request = send({ host: "127.0.0.1", port, method: "POST" }).end("{}");
    const [response] = (await once(request, "response")) as [IncomingMessage];
    let length = 0;
    for await (const part of response) {
      length += (part as Buffer).length;
      await new Promise((next) => setImmediate(next));
    }
    expect(length).toBe(40 * (event.length + "data: \n\n".length));
  });
});
