import { Agent, request } from "node:http";
import { connect } from "node:net";
import { isBuilt } from "@zoom-webinar/testing/built";
import { describe, expect, it, onTestFinished } from "vitest";
import { type AppChild, entryOf, startApp } from "./app-child.ts";
import { type Malformed, malformed } from "./malformed.ts";

const isLong = process.env.FAULTS === "long";
/** Most messages come a hundred to a body, as the 2025 revisions allow; the others one to a request, or as bytes that are not a HTTP. */
const IN_BATCHES = isLong ? 950_000 : 19_000;
const SINGLE = isLong ? 40_000 : 800;
const RAW = isLong ? 10_000 : 200;
const A_BATCH = 100;
const AT_ONCE = 16;
const MB = 1024 * 1024;
const CODES = new Set([-32700, -32600, -32601, -32602, -32603, -32020, -32021, -32022, -32000]);
const VERSION = "2026-07-28";
const META = { "io.modelcontextprotocol/protocolVersion": VERSION, "io.modelcontextprotocol/clientCapabilities": {} };

/** A busy machine is slow; only what never answers takes as long. */
const NO_ANSWER_MS = 60_000;

interface Answer {
  status: number;
  type: string;
  text: string;
}
const started = async (): Promise<{ app: AppChild; url: URL }> => {
  const app = startApp("mcp-http", ["--port", "0", "--rate-limit", "1000000000", "--log", "off"]);
  await expect.poll(() => app.out.stderr, { timeout: 10_000, interval: 5 }).toContain("listening on");
  return { app, url: new URL(/http:\S+\/mcp/.exec(app.out.stderr)?.[0] ?? "") };
};
const posting = (url: URL) => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const post = (headers: Record<string, string>, body: Buffer | string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method: "POST", agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text }));
      });
      sent.on("error", reject).setTimeout(NO_ANSWER_MS, () => sent.destroy(new Error("no answer: it hangs")));
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
};

const COMMON = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const oddHeaders = ({ oneOf, below }: Malformed): Record<string, string> => {
  const method = oneOf(["tools/call", "tools/list", "server/discover", "resources/read", "x", "=?base64?!!?="]);
  const headers: Record<string, string> = {
    ...COMMON,
    "mcp-protocol-version": oneOf([VERSION, VERSION, "2025-11-25", "2099-01-01", "x", "1".repeat(500)]),
    "mcp-method": method,
    "mcp-name": oneOf(["find_operations", "delete_webinar", "=?base64?ZA==?=", "=?base64?", "\u00ff", ""]),
  };
  const names = Object.keys(headers);
  if (below(3) === 0) delete headers[oneOf(names)];
  if (below(4) === 0)
    headers[oneOf(["mcp-session-id", "last-event-id", "accept", "content-type", "authorization"])] = oneOf(["x", "*/*", "text/plain", "Bearer x"]);
  return headers;
};

/** An answer is JSON-RPC as a body or as events, or empty; anything else is a fault. */
const faultOf = ({ status, type, text }: Answer): string | null => {
  if (status >= 500) return `${status}: ${text.slice(0, 200)}`;
  const bodies = type.startsWith("text/event-stream")
    ? text.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice("data: ".length)] : []))
    : text === ""
      ? []
      : [text];
  for (const body of bodies) {
    let messages: { jsonrpc?: string; error?: { code: number; message: string } }[];
    try {
      messages = [JSON.parse(body)].flat();
    } catch {
      return `no JSON: ${body.slice(0, 200)}`;
    }
    for (const { jsonrpc, error } of messages) {
      if (jsonrpc !== "2.0") return `no JSON-RPC: ${body.slice(0, 200)}`;
      if (error && !CODES.has(error.code)) return `code ${error.code}: ${error.message}`;
    }
  }
  return null;
};

/** Bytes that are not a HTTP, or the beginning of some. Resolves when the other side has closed or answered. */
const sendRaw = ({ hostname, port }: URL, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket
      .on("error", () => {})
      .on("data", () => socket.destroy())
      .on("close", () => resolve());
    socket.resume();
  });

const inTurns = async (count: number, one: (index: number) => Promise<void>): Promise<void> => {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) {
        next += 1;
        await one(next);
      }
    }),
  );
};

describe.runIf(isBuilt(entryOf("mcp-http")))("malformed messages over HTTP", () => {
  it(
    "no crash, no hang, no growth, nothing on stdout, and whoever is well-behaved is served",
    async () => {
      const { app, url } = await started();
      onTestFinished(() => void app.child.kill("SIGKILL"));
      const made = malformed(3);
      const { post, close } = posting(url);
      const faults: string[] = [];
      let answers = 0;
      const judge = (answer: Answer) => {
        answers += answer.text.split('"jsonrpc"').length - 1;
        const fault = faultOf(answer);
        if (fault !== null) faults.push(fault);
      };
      const batch = async () => judge(await post(COMMON, made.batch(A_BATCH)));
      const probe = async () => {
        const body = JSON.stringify({ jsonrpc: "2.0", id: "probe", method: "server/discover", params: { _meta: META } });
        const { status, text } = await post({ ...COMMON, "mcp-protocol-version": VERSION, "mcp-method": "server/discover" }, body);
        expect([status, JSON.parse(text).id]).toEqual([200, "probe"]);
      };
      await inTurns(IN_BATCHES / A_BATCH / 4, batch);
      const settledRss = app.rssBytes() ?? 0;
      await inTurns((IN_BATCHES / A_BATCH / 4) * 3, batch);
      await probe();
      await inTurns(SINGLE, async (index) => {
        judge(await post(index % 2 ? COMMON : oddHeaders(made), made.bytes()));
      });
      await probe();
      const start = `POST /mcp HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n`;
      await inTurns(RAW, () => sendRaw(url, made.below(2) ? made.bytes() : Buffer.from(start.slice(0, made.below(start.length)))));
      await probe();
      close();
      expect(faults.slice(0, 5)).toEqual([]);
      expect(answers).toBeGreaterThan(IN_BATCHES);
      expect((app.rssBytes() ?? 0) - settledRss).toBeLessThan(100 * MB);
      app.child.kill("SIGTERM");
      expect(await app.ended).toBe(0);
      expect(app.out.stdout).toBe("");
      expect(app.out.stderr.trim().split("\n")).toHaveLength(1);
    },
    isLong ? 1_200_000 : 60_000,
  );
});
