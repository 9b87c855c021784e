import { SCOPES } from "@zoom-webinar/mcp-server";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import { listenLoopback } from "./listen-loopback.ts";

/** A real authorization server: discovery, keys, and JWT access tokens for the resource that a client names (RFC 8707). */
export const startAuthorizationServer = async (agents: readonly string[]) => {
  const { url: issuer, answer, close } = await listenLoopback();
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", kid: "1", use: "sig" }] },
    cookies: { keys: ["of a test"] },
    ttl: { ClientCredentials: 300 },
    scopes: [...SCOPES],
    clients: agents.map((client_id) => ({
      client_id,
      client_secret: `secret-of-${client_id}`,
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
      scope: SCOPES.join(" "),
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: SCOPES.join(" "),
          audience: resource,
          accessTokenFormat: "jwt",
          accessTokenTTL: 300,
        }),
      },
    },
  });
  answer(provider.callback());
  return { issuer, close, secretOf: (agent: string) => `secret-of-${agent}` };
};
