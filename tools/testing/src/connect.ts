import { Client, type ClientCapabilities, type ElicitResult, InMemoryTransport, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as OldClient } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport as OldInMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { createMcpHandler, type McpHttpHandler, type McpServerFactory } from "@modelcontextprotocol/server";

/** How the person behind a test client answers a form; null: the client declares no elicitation. */
type Answer = ElicitResult | null;

export const YES: ElicitResult = { action: "accept", content: { confirm: true } };

interface TestClientOptions {
  answer?: Answer | ((asked: number) => ElicitResult);
  elicitation?: ClientCapabilities["elicitation"];
}

/** A connected client, with every question that it was asked. */
export interface TestClient {
  client: Client;
  asked: string[];
  close(): Promise<void>;
}

const newClient = (mode: "auto" | "legacy", { answer = null, elicitation = { form: {} } }: TestClientOptions) => {
  const asked: string[] = [];
  const capabilities: ClientCapabilities = answer === null ? {} : { elicitation };
  const client = new Client({ name: "test", version: "1.0.0" }, { capabilities, versionNegotiation: { mode } });
  if (answer !== null) {
    client.setRequestHandler("elicitation/create", ({ params }) => {
      asked.push(params.message);
      return typeof answer === "function" ? answer(asked.length) : answer;
    });
  }
  return { client, asked };
};

const inProcess = (handler: McpHttpHandler) =>
  new StreamableHTTPClientTransport(new URL("http://127.0.0.1/mcp"), { fetch: (url, init) => handler.fetch(new Request(url, init)) });

/** 2026-07-28, through the HTTP handler in this process. */
export const connectModern = async (factory: McpServerFactory, options: TestClientOptions = {}): Promise<TestClient> => {
  const handler = createMcpHandler(factory);
  const { client, asked } = newClient("auto", options);
  await client.connect(inProcess(handler));
  return { client, asked, close: () => client.close().then(() => handler.close()) };
};

/** The 2025 revisions on a connection that stays: what stdio is. */
export const connectLegacy = async (factory: McpServerFactory, options: TestClientOptions = {}): Promise<TestClient> => {
  const [clientEnd, serverEnd] = InMemoryTransport.createLinkedPair();
  const server = await factory({ era: "legacy" });
  await server.connect(serverEnd);
  const { client, asked } = newClient("legacy", options);
  await client.connect(clientEnd);
  return { client, asked, close: () => client.close().then(() => server.close()) };
};

/** The client of the SDK's v1 line, which most hosts still run. */
export const connectOld = async (
  factory: McpServerFactory,
  { answer = null, elicitation = { form: {} } }: TestClientOptions = {},
): Promise<TestClient> => {
  const [clientEnd, serverEnd] = OldInMemoryTransport.createLinkedPair();
  const server = await factory({ era: "legacy" });
  await server.connect(serverEnd as Parameters<typeof server.connect>[0]);
  const asked: string[] = [];
  const client = new OldClient({ name: "test", version: "1.0.0" }, { capabilities: answer === null ? {} : { elicitation } });
  if (answer !== null) {
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params.message);
      return typeof answer === "function" ? answer(asked.length) : answer;
    });
  }
  await client.connect(clientEnd);
  // The two lines' clients have the methods that tests use in common.
  return { client: client as unknown as Client, asked, close: () => client.close().then(() => server.close()) };
};

/** The 2025 revisions over stateless HTTP: no way back to the client. */
export const connectLegacyHttp = async (factory: McpServerFactory, options: TestClientOptions = {}): Promise<TestClient> => {
  const handler = createMcpHandler(factory);
  const { client, asked } = newClient("legacy", options);
  await client.connect(inProcess(handler));
  return { client, asked, close: () => client.close().then(() => handler.close()) };
};

const VERSION = "2026-07-28";

/** One hand-written modern request, for what a well-behaved client never sends. */
export const postModern = async (
  handler: Pick<McpHttpHandler, "fetch">,
  method: string,
  params: Record<string, unknown>,
  { capabilities = { elicitation: { form: {} } } }: { capabilities?: ClientCapabilities } = {},
): Promise<{ status: number; body: ModernReply }> => {
  const meta = { "io.modelcontextprotocol/protocolVersion": VERSION, "io.modelcontextprotocol/clientCapabilities": capabilities };
  const headers: Record<string, string> = {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": VERSION,
    "mcp-method": method,
  };
  const named = params.name ?? params.uri;
  if (typeof named === "string") headers["mcp-name"] = named;
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta: { ...meta, ...(params._meta as object) } } });
  const response = await handler.fetch(new Request("http://127.0.0.1/mcp", { method: "POST", headers, body }));
  return { status: response.status, body: JSON.parse(await response.text()) as ModernReply };
};

/** What a test looks at in a raw answer. */
export interface ModernReply {
  result?: {
    resultType?: string;
    requestState?: string;
    inputRequests?: Record<string, unknown>;
    isError?: boolean;
    structuredContent?: Record<string, unknown>;
    content?: { type: string; text?: string }[];
    [key: string]: unknown;
  };
  error?: { code: number; message: string; data?: unknown };
}
