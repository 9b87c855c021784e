import { SCOPES } from "@zoom-webinar/mcp-server";

/** Who calls, once a token was checked. */
export interface Caller {
  /** Binds confirmations, rate limit and caches; never shown to another caller. */
  readonly principal: string;
  /** Some of `SCOPES`. */
  readonly scopes: readonly string[];
  /** What a file of principals may know it by. */
  readonly identity: Identity;
  /** The team that it belongs to; null if all callers share one. */
  readonly team: string | null;
}

/** The name of a bearer token, or what an authorization server says in one of its own. */
export type Identity = { readonly token: string } | { readonly claims: Readonly<Record<string, unknown>> };

/** Why a request is not served, as OAuth 2 says it. */
export interface Refusal {
  readonly status: 401 | 403;
  /** Null if no other token would help. */
  readonly challenge: string | null;
  readonly message: string;
}

/** Looks at an Authorization header. Never throws: a check that fails is a refusal. */
export type Gate = (authorization: string | undefined) => Promise<Caller | Refusal>;

/** The token of a header, or null. A token in the query string is never looked at. Source: RFC 6750 §2.1. */
export const bearerOf = (authorization: string | undefined): string | null => /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? "")?.[1] ?? null;

/**
 * A refusal with the header that tells a client where to get a token, and the scopes that it needs, from the narrowest to the broadest. People are told the
 * broadest alone: it holds the others. Source: RFC 6750 §3, RFC 9728 §5.1.
 */
export const refusal = (
  error: "missing" | "invalid_token" | "insufficient_scope",
  metadataUrl: string | null,
  needed: readonly string[] = [SCOPES[0]],
): Refusal => {
  const parts = [
    ...(error === "missing" ? [] : [`error="${error}"`]),
    `scope="${needed.join(" ")}"`,
    ...(metadataUrl === null ? [] : [`resource_metadata="${metadataUrl}"`]),
  ];
  const message =
    error === "missing"
      ? "A token is needed: send it as Authorization: Bearer."
      : error === "invalid_token"
        ? "The token is not valid here."
        : `This call needs a token with the scope ${needed.at(-1)}.`;
  return { status: error === "insufficient_scope" ? 403 : 401, challenge: `Bearer ${parts.join(", ")}`, message };
};
