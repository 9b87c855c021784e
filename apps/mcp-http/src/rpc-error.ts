/** JSON-RPC's shape for refusals that come before any message was read. -32000: the SDK's own code for its 405 and 413. */
export const rpcError = (message: string) => ({ jsonrpc: "2.0", error: { code: -32_000, message }, id: null });
