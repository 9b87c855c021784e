const META = { "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {} };

/** Calls a tool over HTTP without any client of the protocol, and returns the body as it came. */
export const callRaw = async (url: string, tool: string, input: object = {}, signal?: AbortSignal): Promise<string> => {
  const response = await fetch(url, {
    method: "POST",
    ...(signal === undefined ? {} : { signal }),
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": tool,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: tool, arguments: input, _meta: META } }),
  });
  return response.text();
};
