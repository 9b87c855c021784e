import { isBuilt } from "@zoom-webinar/testing/built";
import { describe, expect, it, onTestFinished } from "vitest";
import { entryOf, startApp } from "./app-child.ts";
import { malformed } from "./malformed.ts";

const isLong = process.env.FAULTS === "long";
/** Messages for each era: 20,000 together in CI, a million in the long form. */
const MESSAGES = isLong ? 500_000 : 10_000;
const A_WRITE = 500;
const MB = 1024 * 1024;
const CODES = new Set([-32700, -32600, -32601, -32602, -32603, -32020, -32021, -32022]);

const modernMeta = { "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {} };
const FIRST = {
  "2026-07-28": { jsonrpc: "2.0", id: "first", method: "server/discover", params: { _meta: modernMeta } },
  "2025-11-25": {
    jsonrpc: "2.0",
    id: "first",
    method: "initialize",
    params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  },
};

describe.runIf(isBuilt(entryOf("mcp-stdio")))("malformed messages over stdio", () => {
  it.each(Object.entries(FIRST))(
    "%s: no crash, no hang, no growth, no stray byte on stdout",
    async (era, first) => {
      const app = startApp("mcp-stdio", ["--log", "off"]);
      onTestFinished(() => void app.child.kill("SIGKILL"));
      const { bytes } = malformed(era === "2026-07-28" ? 1 : 2);
      // What was said is judged as it comes: a million answers are not kept.
      let pending = "";
      let answers = 0;
      const strays: string[] = [];
      const found = new Map<unknown, unknown>();
      const judge = (line: string) => {
        answers += 1;
        let message: { jsonrpc?: unknown; id?: unknown; method?: unknown; result?: object; error?: { code: number } };
        try {
          message = JSON.parse(line);
        } catch {
          strays.push(line.slice(0, 200));
          return;
        }
        const isAnswer = message.method === undefined && (message.result === undefined) !== (message.error === undefined);
        const isNote = typeof message.method === "string" && message.method.startsWith("notifications/") && !("id" in message);
        const isAllowed = message.error === undefined || era !== "2026-07-28" || CODES.has(message.error.code);
        if (message.jsonrpc !== "2.0" || !(isAnswer || isNote) || !isAllowed) strays.push(line.slice(0, 200));
        if (typeof message.id === "string" && /^(first|probe)/.test(message.id)) found.set(message.id, message.result);
      };
      app.child.stdout.on("data", () => {
        pending += app.out.stdout;
        app.out.stdout = "";
        const lines = pending.split("\n");
        pending = lines.pop() ?? "";
        lines.forEach(judge);
      });
      const write = (data: Buffer): Promise<void> =>
        new Promise((resolve) => {
          if (app.child.stdin.write(data)) resolve();
          else app.child.stdin.once("drain", resolve);
        });
      const probe = (id: string) =>
        Buffer.from(`${JSON.stringify({ ...FIRST["2026-07-28"], ...(era === "2025-11-25" ? { method: "ping" } : {}), id })}\n`);

      await write(Buffer.from(`${JSON.stringify(first)}\n`));
      await expect.poll(() => found.has("first"), { timeout: 10_000, interval: 5 }).toBe(true);
      let settledRss = 0;
      for (let sent = 0; sent < MESSAGES; sent += A_WRITE) {
        await write(Buffer.concat(Array.from({ length: A_WRITE }, () => Buffer.concat([bytes(), Buffer.from("\n")]))));
        // Every so often somebody well-behaved: it has to be answered while the rest goes on.
        const id = `probe ${sent}`;
        await write(probe(id));
        await expect.poll(() => found.has(id), { timeout: 30_000, interval: 2 }).toBe(true);
        if (sent <= MESSAGES / 4) settledRss = app.rssBytes() ?? 0;
        found.delete(id);
      }
      const grown = (app.rssBytes() ?? 0) - settledRss;
      const endedAtMs = performance.now();
      app.child.stdin.end();
      expect(await app.ended).toBe(0);
      expect(performance.now() - endedAtMs).toBeLessThan(2_500);
      expect(strays).toEqual([]);
      expect(pending).toBe("");
      expect(app.out.stderr).toBe("");
      expect(answers).toBeGreaterThan(MESSAGES / 4);
      expect(grown).toBeLessThan(60 * MB);
    },
    isLong ? 1_200_000 : 60_000,
  );
});
