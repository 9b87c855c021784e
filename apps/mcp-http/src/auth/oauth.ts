import { SCOPES, widen } from "@zoom-webinar/mcp-server";
import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose";
import { bearerOf, type Gate, refusal } from "./gate.ts";

/** What an access token calls itself. A server signs others with the same keys, such as notes that somebody signed out. Source: RFC 8725 §3.11, RFC 9068 §2.1. */
const TYPES = [undefined, "jwt", "at+jwt", "application/at+jwt"];

/** Signatures of key pairs only: with a shared secret, or none, anybody who knows our configuration could make tokens. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

export interface OAuthOptions {
  /** The authorization server, exactly as tokens name it in `iss`. */
  issuer: string;
  /** Our own public URL: what tokens must be meant for. */
  audience: string;
  /** Where the issuer's keys are. */
  jwks: URL | JWTVerifyGetKey;
  /** Where our metadata is. */
  metadataUrl: string;
}

/** RFC 9728: where a client learns which authorization server gives tokens for us. */
export const protectedResourceMetadata = ({ issuer, audience }: Pick<OAuthOptions, "issuer" | "audience">) => ({
  resource: audience,
  authorization_servers: [issuer],
  scopes_supported: SCOPES,
  bearer_methods_supported: ["header"],
  resource_name: "Zoom Webinar",
});

/** "https://mcp.example.com/mcp" → "https://mcp.example.com/.well-known/oauth-protected-resource/mcp". Source: RFC 9728 §3.1. */
export const metadataUrlOf = (audience: string): string => {
  const { origin, pathname } = new URL(audience);
  return `${origin}/.well-known/oauth-protected-resource${pathname === "/" ? "" : pathname}`;
};

/**
 * Lets in who brings a JWT of the issuer that is meant for us, has an expiry and has not reached it. The token goes nowhere from here: Zoom is called with
 * the server's own credentials.
 */
export const oauthGate = ({ issuer, audience, jwks, metadataUrl }: OAuthOptions): Gate => {
  const keys = jwks instanceof URL ? createRemoteJWKSet(jwks) : jwks;
  return async (authorization) => {
    const token = bearerOf(authorization);
    if (token === null) return refusal(authorization === undefined ? "missing" : "invalid_token", metadataUrl);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ["exp", "sub"],
        clockTolerance: 30,
      });
      if (!TYPES.includes(protectedHeader.typ?.toLowerCase())) return refusal("invalid_token", metadataUrl);
      // The library only asks whether the claim is there. Without a name, all such callers would be one.
      const { sub } = payload;
      if (typeof sub !== "string" || sub.trim() === "") return refusal("invalid_token", metadataUrl);
      const claimed = typeof payload.scope === "string" ? payload.scope.split(" ") : Array.isArray(payload.scp) ? payload.scp.map(String) : [];
      // Whether they are enough depends on what is called: see scope-challenge.ts.
      return { principal: `oauth:${issuer}:${sub}`, scopes: widen(claimed), identity: { claims: payload }, team: null };
    } catch {
      // Why a token is refused helps only who tries tokens.
      return refusal("invalid_token", metadataUrl);
    }
  };
};
