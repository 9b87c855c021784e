import { type Agent, request as httpRequest } from "node:http";

const VERSION = "2026-07-28";

/** What every modern request says of itself. */
export const META = { "io.modelcontextprotocol/protocolVersion": VERSION, "io.modelcontextprotocol/clientCapabilities": {} };

/** Headers of a modern request. */
export const modernHeaders = (method: string, name?: string): Record<string, string> => ({
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "mcp-protocol-version": VERSION,
  "mcp-method": method,
  ...(name === undefined ? {} : { "mcp-name": name }),
});

/** The body of a modern `tools/call`. */
export const callBody = (name: string, args: object, { id = 1, meta = {} }: { id?: string | number; meta?: object } = {}): string =>
  JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: args, _meta: { ...META, ...meta } } });

/** An answer as it came. */
export interface RawAnswer {
  status: number;
  text: string;
  headers: NodeJS.Dict<string | string[]>;
}

/** What a caller may send besides the body. */
export interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Default: a connection of its own. */
  agent?: Agent;
}

/** node:http and not fetch: fetch sets Host by itself. */
export const sendRaw = (base: string, { method = "POST", path = "/mcp", headers = {}, body = "", agent }: RawRequest): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const options = { hostname: hostname.replace(/^\[|\]$/g, ""), port, method, path, headers, agent: agent ?? (false as const) };
    const request = httpRequest(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    request.on("error", reject);
    request.end(method === "POST" ? body : undefined);
  });
