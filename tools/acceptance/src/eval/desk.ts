import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CallToolResult, Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { memoryStore } from "@zoom-webinar/foundation";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { connect } from "@zoom-webinar/webinar-core";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import type { Ending, World } from "../tasks/task.ts";

/** What the work at a desk took. */
export interface Effort {
  /** Calls of tools, those that were asked back and repeated included. */
  calls: number;
  /** Arguments and answers of these calls, as they go over the wire. */
  bytes: number;
}

// biome-ignore lint/suspicious/noExplicitAny: who calls a tool knows what it answers; a wrong field fails the task
export type Answer = any;

/** A place to do a task at: an MCP server on the task's world, and the folder where the person works. */
export interface Desk {
  folder: string;
  /** Calls a tool once, and returns what comes back as it is. */
  ask(tool: string, args?: Record<string, unknown>): Promise<CallToolResult>;
  /** Calls a tool. Agrees to a preview as a person would who was shown it. Throws an error with the tool's words if it fails. */
  call(tool: string, args?: Record<string, unknown>): Promise<Answer>;
  /** Runs an operation that is not listed, by its tool's name: a read. */
  read(tool: string, args: Record<string, unknown>): Promise<Answer>;
  /** The same for one that changes something. */
  write(tool: string, args: Record<string, unknown>): Promise<Answer>;
  /** A file of the folder as base64. */
  picture(file: string): Promise<string>;
  save(file: string, text: string): Promise<void>;
  effort(): Effort;
  /** Serves it on a port of this machine, for an assistant that is another program. Returns the address. */
  serve(): Promise<string>;
  /** What was said, with the text files that lie in the folder. */
  end(answer: string): Promise<Ending>;
  close(): Promise<void>;
}

const toolCalls = (body: string): number => (body.match(/"method":"tools\/call"/g) ?? []).length;

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Opens a desk on the world of a task. */
export const openDesk = async (world: World): Promise<Desk> => {
  const folder = await mkdtemp(join(tmpdir(), "zw-desk-"));
  for (const [name, content] of Object.entries(world.files)) await writeFile(join(folder, name), content);
  const { clock, emulator } = world;
  const zoom = await connect({
    clock,
    send: emulator.send,
    store: memoryStore({ clock }),
    stateFolder: join(folder, ".state"),
    credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
    safety: "confirm",
    pace: false,
  });
  const handler = createMcpHandler(createServerFactory({ session: zoom.session, version: "eval" }));
  const effort: Effort = { calls: 0, bytes: 0 };

  /** Answers a request, and counts it if it calls a tool. */
  const answer = async (request: Request): Promise<Response> => {
    const asked = await request.clone().text();
    const response = await handler.fetch(request);
    const calls = toolCalls(asked);
    if (calls === 0) return response;
    const text = await response.text();
    effort.calls += calls;
    effort.bytes += Buffer.byteLength(asked) + Buffer.byteLength(text);
    return new Response(text, { status: response.status, headers: response.headers });
  };
  const client = new Client({ name: "eval", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
  await client.connect(new StreamableHTTPClientTransport(new URL("http://127.0.0.1/mcp"), { fetch: (url, init) => answer(new Request(url, init)) }));
  const ask: Desk["ask"] = (tool, args = {}) => client.callTool({ name: tool, arguments: args });
  const call: Desk["call"] = async (tool, args = {}) => {
    let result = await ask(tool, args);
    const token = /\\?"confirm_token\\?":\\?"([^"\\]+)/.exec(JSON.stringify(result.content))?.[1];
    if (token !== undefined) result = await ask(tool, { ...args, confirm_token: token });
    const [first] = result.content;
    if (result.isError) throw new Error(`${tool}: ${first?.type === "text" ? first.text : "failed"}`);
    return result.structuredContent;
  };
  let server: Server | undefined;
  return {
    folder,
    ask,
    call,
    read: (tool, args) => call("run_read_operation", { tool, arguments: args }),
    write: (tool, args) => call("run_write_operation", { tool, arguments: args }),
    picture: (file) => readFile(join(folder, file), "base64"),
    save: (file, text) => writeFile(join(folder, file), text),
    effort: () => ({ ...effort }),
    serve: async () => {
      const listening = createServer(async (message, reply) => {
        const body = await bodyOf(message);
        const headers = new Headers(Object.entries(message.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
        const { method = "POST", url = "/mcp" } = message;
        const hasBody = method !== "GET" && method !== "DELETE";
        const response = await answer(
          new Request(new URL(url, "http://127.0.0.1"), { method, headers, ...(hasBody ? { body: new Uint8Array(body) } : {}) }),
        );
        reply.writeHead(response.status, Object.fromEntries(response.headers));
        reply.end(Buffer.from(await response.arrayBuffer()));
      });
      server = listening;
      await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
      const address = listening.address();
      return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/mcp`;
    },
    end: async (said) => {
      const names = (await readdir(folder)).filter((name) => /\.(csv|txt|md|jsonl?)$/.test(name) && !Object.hasOwn(world.files, name));
      const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)));
      return { answer: said, files };
    },
    close: async () => {
      server?.closeAllConnections();
      server?.close();
      await client.close();
      await handler.close();
      await zoom.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
