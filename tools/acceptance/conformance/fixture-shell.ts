import { createMcpHandler, type McpServerFactory, ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import { createGuard } from "@zoom-webinar/mcp-http/guards";
import { listenHttp, MOST_BODY_BYTES } from "@zoom-webinar/mcp-http/http-server";
import { createRateLimit } from "@zoom-webinar/mcp-http/rate-limit";
import { stateCodec } from "./asking-tools.ts";
import { readFixture } from "./contents.ts";
import { fixturePrompts } from "./prompts.ts";
import { type FixtureHost, fixtureTools } from "./tools.ts";

const cached = { ttlMs: 0, cacheScope: "private" } as const;
const JSON_SCHEMA = { type: "object" as const };

const unknown = (what: string, data?: object) => new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no such ${what}.`, data);

/** A server of what the suite calls by name, and nothing of ours: what is tested with it is the shell around it. */
const fixtureFactory =
  (host: FixtureHost): McpServerFactory =>
  ({ era }) => {
    const server = new Server(
      { name: "conformance-fixtures", version: "1.0.0" },
      {
        capabilities: {
          tools: { listChanged: true },
          prompts: { listChanged: true },
          resources: era === "legacy" ? { subscribe: true } : {},
          completions: {},
          logging: {},
        },
        cacheHints: {
          "tools/list": cached,
          "prompts/list": cached,
          "resources/list": cached,
          "resources/templates/list": cached,
          "resources/read": cached,
        },
        requestState: { verify: stateCodec.verify },
      },
    );
    server.setRequestHandler("tools/list", () => ({
      tools: Object.keys(fixtureTools).map((name) => ({ name, description: `Fixture ${name}`, inputSchema: JSON_SCHEMA })),
    }));
    server.setRequestHandler("tools/call", ({ params: { name } }, ctx) => {
      const tool = Object.hasOwn(fixtureTools, name) ? fixtureTools[name] : undefined;
      if (!tool) throw unknown("tool");
      return tool(ctx, host);
    });
    server.setRequestHandler("prompts/list", () => ({ prompts: fixturePrompts.map(({ get: _get, ...prompt }) => prompt) }));
    server.setRequestHandler("prompts/get", ({ params }, ctx) => {
      const prompt = fixturePrompts.find(({ name }) => name === params.name);
      if (!prompt) throw unknown("prompt");
      return prompt.get(params.arguments ?? {}, ctx);
    });
    server.setRequestHandler("resources/list", () => ({
      resources: ["test://static-text", "test://static-binary"].map((uri) => ({ uri, name: uri, description: `Fixture ${uri}` })),
    }));
    server.setRequestHandler("resources/templates/list", () => ({
      resourceTemplates: [{ uriTemplate: "test://template/{id}/data", name: "template", description: "Fixture template" }],
    }));
    server.setRequestHandler("resources/read", ({ params: { uri } }) => {
      const contents = readFixture(uri);
      if (contents === null) throw unknown("resource", { uri });
      return { contents: [contents] };
    });
    server.setRequestHandler("completion/complete", () => ({ completion: { values: [], total: 0, hasMore: false } }));
    if (era === "legacy")
      for (const method of ["resources/subscribe", "resources/unsubscribe"] as const) server.setRequestHandler(method, () => ({}));
    return server;
  };

const host: FixtureHost = { toolsChanged: () => handler.notify.toolsChanged(), promptsChanged: () => handler.notify.promptsChanged() };
const onError = () => {};
const handler = createMcpHandler(fixtureFactory(host), { onerror: onError, maxRequestBodySize: MOST_BODY_BYTES });
const address = { host: "127.0.0.1", port: 0 };
// Our own HTTP shell as it is shipped, guards and limits on, with the suite's fixtures behind it.
const shell = await listenHttp({
  ...address,
  handler,
  guardFor: (port) => createGuard({ ...address, allowHosts: [], allowOrigins: [] }, port),
  onError,
  rateLimit: createRateLimit(600),
});
process.stderr.write(`conformance fixtures: listening on ${shell.url}\n`);
process.once("SIGTERM", () => void shell.stop());
