import { createHash, randomBytes } from "node:crypto";
import { rememberSecret } from "@zoom-webinar/foundation";

/** Proves that the program that redeems a code is the one that asked for it (RFC 7636, S256). The verifier is a secret. */
export const createPkce = (): { verifier: string; challenge: string } => {
  const verifier = randomBytes(32).toString("base64url");
  rememberSecret(verifier);
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
};

/** Where a person agrees. `state` ties the answer to this very request. Source: facts of Zoom's OAuth, /oauth/authorize. */
export const authorizeUrl = (
  oauthBaseUrl: string,
  { clientId, redirectUri, state, challenge }: { clientId: string; redirectUri: string; state: string; challenge: string },
): string => {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  return `${oauthBaseUrl}/oauth/authorize?${query}`;
};
