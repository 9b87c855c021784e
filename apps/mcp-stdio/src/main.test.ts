import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as OldClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as OldTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { isBuilt } from "@zoom-webinar/testing/built";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const NO_ZOOM = { ZOOM_ACCOUNT_ID: "", ZOOM_CLIENT_ID: "", ZOOM_CLIENT_SECRET: "", ZOOM_ACCESS_TOKEN: "", ZOOM_PROFILE: "", ZOOM_EMULATOR: "" };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-stdio-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = (home = folder): Record<string, string> => ({ PATH: process.env.PATH ?? "", ZOOM_WEBINAR_HOME: join(home, "home"), ...NO_ZOOM });

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } },
};
const call = (id: number | string, name: string, args: object) => ({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: args } });
const toLines = (...messages: object[]) => messages.map((message) => `${JSON.stringify(message)}\n`).join("");

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const launch = (args: readonly string[], { cwd = folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {}) => {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...environment(), ...env } });
  const out = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      out[stream] += text;
    });
  }
  child.stdin.on("error", () => {});
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, ...out })));
  return { child: child as ChildProcessWithoutNullStreams, out, ended };
};

const runToEnd = (args: readonly string[], input: string | Buffer, options?: Parameters<typeof launch>[1]): Promise<Ended> => {
  const { child, ended } = launch(args, options);
  child.stdin.end(input);
  return ended;
};

const messages = (stdout: string): { id?: unknown; method?: string; result?: Record<string, unknown>; error?: { code: number } }[] => {
  expect(stdout === "" || stdout.endsWith("\n")).toBe(true);
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
};

const _meta = { "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {} };
const modern = (id: number, method: string, params: object) => ({ jsonrpc: "2.0", id, method, params: { ...params, _meta } });

/** The marks around what strangers wrote are new each time. */
const withoutNonces = (said: unknown): unknown => JSON.parse(JSON.stringify(said).replace(/data-[\w-]{11}/g, "data-nonce"));

/** The server on a Zoom that takes connections and never answers. */
const launchOnSilentZoom = async () => {
  const zoom = { open: 0, closedAtMs: 0, close: () => {} };
  const silent = createServer((socket) => {
    zoom.open += 1;
    socket
      .on("error", () => {})
      .on("close", () => {
        zoom.closedAtMs = performance.now();
      });
    socket.resume();
  });
  zoom.close = () => silent.close();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as { port: number };
  return { zoom, ...launch([], { env: { ZOOM_ACCESS_TOKEN: "made-up-token", ZOOM_API_BASE_URL: `http://127.0.0.1:${port}/v2` } }) };
};

interface Rows {
  webinars: { id: string; topic: string }[];
}

describe.runIf(isBuilt(MAIN))("the built stdio app", () => {
  describe.each(["v2 modern", "v2 in 2025", "v1"] as const)("with the %s client", (kind) => {
    /** A connected client of this kind that answers every question with yes. */
    const connect = async () => {
      const asked: string[] = [];
      const command = { command: process.execPath, args: [MAIN, "--emulator"], env: environment(join(folder, kind)), stderr: "ignore" as const };
      const yes = { action: "accept" as const, content: { confirm: true } };
      if (kind === "v1") {
        const client = new OldClient({ name: "t", version: "1" }, { capabilities: { elicitation: {} } });
        client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
          asked.push(params.message);
          return yes;
        });
        await client.connect(new OldTransport(command));
        return { client, asked };
      }
      const mode = kind === "v2 modern" ? "auto" : "legacy";
      const client = new Client({ name: "t", version: "1" }, { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode } });
      client.setRequestHandler("elicitation/create", ({ params }) => {
        asked.push(params.message);
        return yes;
      });
      await client.connect(new StdioClientTransport(command));
      return { client, asked };
    };

    it("lists, reads, writes, asks before deleting, keeps the world between starts, and every letter", async () => {
      const first = await connect();
      expect((await first.client.listTools()).tools.length).toBeGreaterThan(5);
      const topic = "Launch 🚀 „ünï” 2";
      const agenda = "first \u2028 line\nsecond"; // line separators that a careless reader would split at
      const created = await first.client.callTool({
        name: "create_webinar",
        arguments: { user_id: "ada@example.com", topic, agenda, start_time: "2027-03-01T10:00", timezone: "Europe/Berlin" },
      });
      expect(created.isError, JSON.stringify(created.content)).toBeFalsy();
      const { id } = (created.structuredContent as { webinar: { id: string } }).webinar;
      await first.client.close();

      const second = await connect();
      const list = async () =>
        ((await second.client.callTool({ name: "list_webinars", arguments: { user_id: "ada@example.com" } })).structuredContent as Rows).webinars;
      expect((await list()).find((webinar) => webinar.id === id)?.topic).toBe(topic);
      const deleted = await second.client.callTool({ name: "delete_webinar", arguments: { webinar_id: id } });
      expect(deleted.isError).toBeFalsy();
      expect(second.asked).toHaveLength(1);
      expect(second.asked[0]).toContain("Launch");
      expect((await list()).some((webinar) => webinar.id === id)).toBe(false);
      await second.client.close();
    });
  });

  it("answers what was piped in, writes only JSON-RPC, and ends by itself", async () => {
    const startedMs = performance.now();
    const calls = Array.from({ length: 30 }, (_, index) => call(index + 2, index % 2 ? "get_users" : "no_such_tool", { bad: index }));
    const { code, stdout, stderr } = await runToEnd(["--emulator", "--log", "debug"], toLines(initialize, ...calls));
    expect(code).toBe(0);
    expect(
      messages(stdout)
        .map(({ id }) => id)
        .sort((a, b) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    for (const line of stderr.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("event");
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it("cancelling gives up the call to Zoom within 100 ms, and nothing more is said about it", async () => {
    const { child, out, ended, zoom } = await launchOnSilentZoom();
    child.stdin.write(toLines(modern(2, "tools/call", { name: "get_users", arguments: {} })));
    await expect.poll(() => zoom.open, { timeout: 5_000, interval: 5 }).toBe(1);
    const cancelledAtMs = performance.now();
    child.stdin.write(toLines({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 2, reason: "no longer wanted", _meta } }));
    await expect.poll(() => zoom.closedAtMs, { timeout: 5_000, interval: 5 }).toBeGreaterThan(0);
    expect(zoom.closedAtMs - cancelledAtMs).toBeLessThan(100);
    child.stdin.write(toLines(modern(3, "tools/list", {})));
    await expect.poll(() => out.stdout, { timeout: 5_000 }).toContain('"id":3');
    child.stdin.end();
    expect(messages((await ended).stdout).map(({ id }) => id)).toEqual([3]);
    zoom.close();
  });

  it("answers a call on a fresh process as it does after others", async () => {
    const asked = [modern(1, "tools/list", {}), modern(2, "tools/call", { name: "get_users", arguments: {} }), modern(3, "prompts/list", {})];
    const together = messages((await runToEnd(["--emulator"], toLines(...asked))).stdout).sort((a, b) => Number(a.id) - Number(b.id));
    const alone = await Promise.all(asked.map(async (one) => messages((await runToEnd(["--emulator"], toLines(one))).stdout)[0]));
    expect(withoutNonces(alone)).toEqual(withoutNonces(together));
  });

  it("writes no request to a 2026 client, and ends within two seconds of its end although a call never returns", async () => {
    const { child, out, ended, zoom } = await launchOnSilentZoom();
    child.stdin.write(toLines(modern(1, "tools/list", {}), modern(2, "tools/call", { name: "get_users", arguments: {} })));
    await expect.poll(() => out.stdout, { timeout: 5_000 }).toContain('"id":1');
    await expect.poll(() => zoom.open, { timeout: 5_000 }).toBe(1);
    const endedAtMs = performance.now();
    child.stdin.end();
    const { code, stdout } = await ended;
    expect(performance.now() - endedAtMs).toBeLessThan(2_000);
    expect(code).toBe(0);
    expect(messages(stdout).every(({ method }) => method === undefined)).toBe(true);
    zoom.close();
  });

  it.each([
    ["a malformed line", "{nonsense\n"],
    ["an array", '[{"jsonrpc":"2.0","id":9,"method":"ping"}]\n'],
    ["no message", '{"jsonrpc":"2.0","id":9,"method":5}\n"text"\nnull\n\n'],
    ["a binary blob", Buffer.concat([Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 251)), Buffer.from("\n")])],
  ])("survives %s", async (_what, junk) => {
    const input = Buffer.concat([Buffer.from(toLines(initialize)), Buffer.from(junk), Buffer.from(toLines(call(2, "get_users", {})))]);
    const { code, stdout } = await runToEnd(["--emulator"], input);
    expect(code).toBe(0);
    expect(messages(stdout).find(({ id }) => id === 2)?.result).toHaveProperty("structuredContent");
  });

  it("ends with a clear message at a line of 20 MB", async () => {
    const { code, stderr } = await runToEnd(["--emulator"], Buffer.alloc(20_000_000, "x"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^zoom-webinar-mcp: the connection broke: .*maximum size.*\n$/);
  });

  it("ends silently when nobody reads any more", async () => {
    const { child, ended } = launch(["--emulator"]);
    child.stdout.destroy();
    child.stdin.write(toLines(initialize, call(2, "get_users", {})));
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends with 0 on %s", async (signal) => {
    const { child, out, ended } = launch(["--emulator"]);
    child.stdin.write(toLines(initialize));
    await expect.poll(() => out.stdout, { timeout: 5_000 }).toContain('"id":1');
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });

  it("a preview's token is good in the next process, once", async () => {
    const ask = async (id: number, name: string, args: object) => {
      const { stdout } = await runToEnd(["--emulator"], toLines(initialize, call(id, name, args)));
      return messages(stdout).find((message) => message.id === id)?.result as {
        isError?: boolean;
        structuredContent: Rows & { error?: { details?: { confirm_token?: string } } };
      };
    };
    const { webinars } = (await ask(2, "list_webinars", { user_id: "ada@example.com" })).structuredContent;
    const webinar_id = webinars[0]?.id;
    const refused = await ask(3, "delete_webinar", { webinar_id });
    expect(refused.isError).toBe(true);
    const confirm_token = refused.structuredContent.error?.details?.confirm_token;
    expect((await ask(4, "delete_webinar", { webinar_id, confirm_token })).isError).toBeUndefined();
    expect((await ask(5, "delete_webinar", { webinar_id, confirm_token })).isError).toBe(true);
  });

  it("says in one line why it does not start, on stderr, without a stack", async () => {
    for (const [args, code, text] of [
      [["--safty", "x"], 2, "--safty: unknown flag. Did you mean --safety?"],
      [["--safety", "x"], 2, "--safety: expected one of read-only, confirm, trusted"],
      [["stray"], 2, "stray: unexpected argument"],
    ] as const) {
      const ended = await runToEnd(args, "");
      expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(text) });
      expect(ended.stderr.trim().split("\n")).toHaveLength(1);
    }
    const nowhere = await runToEnd(["--dotenv", "/nowhere"], "");
    expect(nowhere).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--dotenv: cannot read /nowhere") });
    const incomplete = await runToEnd([], "", { env: { ZOOM_CLIENT_ID: "x" } });
    expect(incomplete).toMatchObject({ code: 4, stdout: "", stderr: expect.stringContaining("ZOOM_CLIENT_SECRET") });
  });

  it("without credentials it starts, lists, and says what is missing when Zoom is needed", async () => {
    const { code, stdout, stderr } = await runToEnd(
      [],
      toLines(initialize, { jsonrpc: "2.0", id: 2, method: "tools/list" }, call(3, "get_users", {})),
    );
    expect(code).toBe(0);
    expect(messages(stdout).find(({ id }) => id === 3)?.result).toMatchObject({
      isError: true,
      structuredContent: { error: { code: "auth_missing" } },
    });
    expect(stderr).toContain("no Zoom credentials");
  });

  it("a hostile .env in the working directory changes no setting", async () => {
    const cwd = join(folder, "hostile");
    mkdirSync(cwd);
    writeFileSync(
      join(cwd, ".env"),
      "ZOOM_WEBINAR_SAFETY=trusted\nZOOM_WEBINAR_REVEAL=host\nZOOM_EMULATOR=1\nZOOM_API_BASE_URL=https://evil.example.com\nNODE_OPTIONS=--require=./x.js\n",
    );
    const { stdout } = await runToEnd(
      ["--safety", "confirm"],
      toLines(initialize, { jsonrpc: "2.0", id: 2, method: "tools/list" }, call(3, "get_users", {})),
      { cwd },
    );
    const [, listed, called] = messages(stdout).sort((a, b) => Number(a.id) - Number(b.id));
    expect(JSON.stringify(listed)).toContain("confirm_token");
    expect(called?.result).toMatchObject({ structuredContent: { error: { code: "auth_missing" } } });
  });

  it("shows help and version without starting", async () => {
    expect(await runToEnd(["--version"], "")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
    expect(await runToEnd(["--help"], "")).toMatchObject({ code: 0, stdout: expect.stringContaining("--confirm-by token|person"), stderr: "" });
  });
});
