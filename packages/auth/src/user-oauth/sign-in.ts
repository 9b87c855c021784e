import { randomBytes } from "node:crypto";
import { AuthError, ResponseError, rememberSecret } from "@zoom-webinar/foundation";
import type { UserProfile } from "../profiles/profile.ts";
import { askForToken, type OAuthClient } from "../tokens/token-endpoint.ts";
import type { TokenParts } from "../tokens/token-parts.ts";
import { userTokenKey } from "../tokens/user-tokens.ts";
import { listenForCode } from "./loopback.ts";
import { authorizeUrl, createPkce } from "./pkce.ts";

/** How a person signs in. */
export interface SignInOptions extends TokenParts {
  /** The app that the person signs in to. */
  client: OAuthClient;
  /** To listen on for the browser; default a free one. Give one if the app's redirect address names it. */
  port?: number | undefined;
  /** Shows the link to the person, and opens it if there is a browser. */
  show(link: { url: string; redirectUri: string }): Promise<void>;
  /** Default five minutes. */
  timeoutMs?: number | undefined;
  /** Ends the waiting for the browser. */
  signal?: AbortSignal | undefined;
}

/** What a sign-in gave, besides what Zoom says of the person. */
export interface SignedIn extends Pick<UserProfile, "clientId" | "clientSecret" | "signInId" | "refreshToken"> {
  scopes: readonly string[] | null;
  accessToken: string;
  apiUrl: string | null;
}

const TIMEOUT_MS = 5 * 60_000;

/**
 * Signs a person in: a link to Zoom's page, a listener on this machine for the way back, a code redeemed with its proof (PKCE, S256). The access token
 * goes to the store, so that the first call needs no other one. Throws `AuthError` if Zoom or the person says no, or the time is over.
 */
export const signIn = async (options: SignInOptions): Promise<SignedIn> => {
  const { client, oauthBaseUrl, store, clock, port, show, timeoutMs = TIMEOUT_MS, signal } = options;
  const state = randomBytes(24).toString("base64url");
  rememberSecret(state);
  const { verifier, challenge } = createPkce();
  const loopback = await listenForCode(state, port).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EADDRINUSE") throw cause;
    throw new AuthError("auth_failed", `Port ${port} of this machine is in use.`, {
      hint: "Choose another that the app's redirect address names.",
      cause,
    });
  });
  try {
    const { redirectUri } = loopback;
    await show({ url: authorizeUrl(oauthBaseUrl, { clientId: client.clientId, redirectUri, state, challenge }), redirectUri });
    const code = await loopback.code({ timeoutMs, signal });
    const fields = { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier };
    const { token, refreshToken } = await askForToken(options, client, fields, hintsFor(redirectUri));
    if (refreshToken === null) throw new ResponseError("Zoom's answer holds no refresh token.");
    const signedIn = { ...client, signInId: randomBytes(8).toString("hex"), refreshToken };
    await store.set(userTokenKey(oauthBaseUrl, signedIn), JSON.stringify(token), { ttlMs: Math.max(token.expiresAtMs - clock.now(), 1) });
    return { ...signedIn, scopes: token.scopes, accessToken: token.value, apiUrl: token.apiUrl };
  } finally {
    await loopback.close();
  }
};

const hintsFor = (redirectUri: string) => ({
  client: "Check the client id, and that the app allows public clients (PKCE without a secret).",
  grant: `Check that the app's OAuth redirect address and allow list hold ${new URL(redirectUri).origin}/callback; run it again within five minutes of agreeing.`,
});
