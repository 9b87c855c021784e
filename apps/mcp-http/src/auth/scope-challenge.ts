import type { McpHttpHandler } from "@modelcontextprotocol/server";
import { type CheckedCaller, toCaller } from "@zoom-webinar/mcp-server";
import { refusal } from "./gate.ts";

export interface ScopeChallengeOptions {
  /** Every scope that a body needs. */
  neededScopes(body: unknown): readonly string[];
  /** Where our metadata is; null if there is no authorization server. */
  metadataUrl: string | null;
  /** Called with every refusal. */
  onRefusal?(reason: string): void;
  /** Told what was refused, and to whom, for the audit. */
  noteRefused?(body: unknown, caller: CheckedCaller): void;
}

/**
 * Answers calls that a caller's scopes do not cover with 403 and the scopes that they need, before anything runs. The SDK does so only for servers that
 * register each tool; ours dispatches by itself. Callers with every scope cost nothing.
 */
export const challengeScopes = (
  handler: McpHttpHandler,
  { neededScopes, metadataUrl, onRefusal, noteRefused }: ScopeChallengeOptions,
): McpHttpHandler => ({
  ...handler,
  fetch: async (request, options) => {
    if (options?.authInfo === undefined || options.authInfo.scopes.includes("webinars:delete")) return handler.fetch(request, options);
    const { scopes: granted } = options.authInfo;
    // A body that was read further out came parsed with it, and cannot be read again.
    const text = options.parsedBody === undefined ? await request.text() : null;
    const body = text === null ? options.parsedBody : parsed(text);
    const needed = neededScopes(body);
    if (needed.every((scope) => granted.includes(scope))) {
      return handler.fetch(text === null ? request : new Request(request, { body: text }), options);
    }
    onRefusal?.("scope");
    noteRefused?.(body, toCaller(options.authInfo));
    const { status, challenge, message } = refusal("insufficient_scope", metadataUrl, needed);
    return Response.json(
      { jsonrpc: "2.0", error: { code: -32_000, message }, id: null },
      { status, headers: { "www-authenticate": challenge ?? "" } },
    );
  },
});

/** What is no JSON is refused further in, with the protocol's own error. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
