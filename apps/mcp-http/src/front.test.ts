import { connect } from "node:net";
import { callBody, modernHeaders } from "@zoom-webinar/testing/modern";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "./auth/gate.ts";
import { createGuard } from "./guards.ts";
import { type HttpServer, listenHttp } from "./http-server.ts";

/** A server that answers every call it lets in, and nobody without a token. */
const start = (isChecked: boolean) =>
  listenHttp({
    handler: { fetch: async () => Response.json({ served: true }), close: async () => {} } as unknown as Parameters<typeof listenHttp>[0]["handler"],
    host: "127.0.0.1",
    port: 0,
    guardFor: (port) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port),
    onError: () => {},
    gate: isChecked ? async () => refusal("missing", null) : null,
  });

let open: HttpServer;
let checked: HttpServer;
beforeAll(async () => {
  [open, checked] = await Promise.all([start(false), start(true)]);
});
afterAll(() => Promise.all([open.stop(), checked.stop()]));

const body = callBody("get_thing", { id: "1" });
const headers = Object.entries({ ...modernHeaders("tools/call", "get_thing"), "content-length": String(Buffer.byteLength(body)) });

/** One request, byte for byte; returns the status line. */
const raw = (server: HttpServer, target: string, hosts: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const lines = [`POST ${target} HTTP/1.1`, ...hosts.map((host) => `Host: ${host}`), ...headers.map(([name, value]) => `${name}: ${value}`)];
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n${body}`));
    socket.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    socket.on("close", () => resolve(text.split(" ")[1] ?? "")).on("error", () => {});
  });

describe("whom a request is for", () => {
  const own = () => new URL(open.url).host;
  const EVIL = "evil.example.com";

  it("is what its target names, if that is a whole URL, whatever the Host header says", async () => {
    expect(await raw(open, "/mcp", [own()])).toBe("200");
    expect(await raw(open, `http://${own()}/mcp`, [own()])).toBe("200");
    expect(await raw(open, `http://${EVIL}/mcp`, [own()])).toBe("403");
    expect(await raw(open, `http://user@${own()}/mcp`, [own()])).toBe("403");
    expect(await raw(open, `http://${own()}/mcp`, [EVIL])).toBe("200");
  });

  it("is named once: two Host headers are refused, in either order and if they are the same", async () => {
    for (const hosts of [
      [own(), EVIL],
      [EVIL, own()],
      [own(), own()],
    ])
      expect(await raw(open, "/mcp", hosts), hosts.join()).toBe("400");
  });
});

describe("a body that nobody is going to read", () => {
  /** Sends without end until the connection is cut; gives the answer and how many bytes went out. */
  const flood = (server: HttpServer, path: string, pause: boolean): Promise<{ text: string; sent: number }> =>
    new Promise((resolve) => {
      const { hostname, port, host } = new URL(server.url);
      let text = "";
      let sent = 0;
      const chunk = "x".repeat(16_384);
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
        const more = () => {
          if (socket.destroyed) return;
          sent += chunk.length;
          socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`, () => (pause ? undefined : setImmediate(more)));
        };
        more();
      });
      socket.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      socket.on("error", () => {}).on("close", () => resolve({ text, sent }));
    });

  it("is cut off after a refusal for a token, for the method or for the place, however much is sent", async () => {
    for (const path of ["/mcp", "/else"]) {
      const { text, sent } = await flood(checked, path, false);
      expect(text).toMatch(path === "/mcp" ? /^HTTP\/1\.1 401/ : /^HTTP\/1\.1 404/);
      expect(sent).toBeLessThan(16 * 1024 * 1024);
    }
  });

  it("is cut off also if it just stops coming", async () => {
    const startedMs = performance.now();
    expect((await flood(checked, "/mcp", true)).text).toMatch(/^HTTP\/1\.1 401/);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });
});
