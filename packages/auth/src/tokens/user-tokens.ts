import { AuthError, isZoomWebinarError, rememberSecret } from "@zoom-webinar/foundation";
import type { UserCredentials } from "../credentials.ts";
import { sharedTokens } from "./shared-tokens.ts";
import type { AccessToken, PeekableTokenSource } from "./token.ts";
import { askForToken } from "./token-endpoint.ts";
import type { TokenParts } from "./token-parts.ts";

/** Where the store has the access token of a sign-in. */
export const userTokenKey = (oauthBaseUrl: string, { clientId, signInId }: Pick<UserCredentials, "clientId" | "signInId">): string =>
  `token:${oauthBaseUrl}:user:${clientId}:${signInId}`;

const SIGN_IN = "Sign in again: zoom-webinar auth login.";
const HINTS = { client: `Check that the app still exists in the Zoom Marketplace. ${SIGN_IN}`, grant: SIGN_IN };

const signedOut = () =>
  new AuthError("auth_missing", "This sign-in is gone: signed out, or signed in anew.", {
    hint: `${SIGN_IN} Where somebody just did, start this program again.`,
  });
const replaced = () =>
  new AuthError("auth_failed", "Somebody signed in anew while this token was renewed.", { hint: "Run it again: the new sign-in is used then." });
const notSaved = (cause: unknown) =>
  new AuthError("auth_failed", "Zoom gave a new refresh token, and it could not be saved; the token is not used before it is.", {
    hint: "Make the config folder writable and run it again. If this process ends before, sign in again: zoom-webinar auth login.",
    cause,
  });

/**
 * Tokens of a person who signed in. Zoom replaces the refresh token at every use and the old one is dead, so: one process at a time, the new refresh
 * token is stored before the access token that came with it is used, and a failed save is an error. One that could not be saved is kept in memory and
 * saved at the next try.
 */
export const userTokens = (credentials: UserCredentials, parts: TokenParts): PeekableTokenSource => {
  const { clientId, clientSecret, keeper } = credentials;
  rememberSecret(clientSecret);
  let unsaved: { expected: string; next: string } | null = null;

  const save = async (expected: string, next: string): Promise<void> => {
    unsaved = { expected, next };
    let isSaved: boolean;
    try {
      isSaved = await keeper.replace(expected, next);
    } catch (cause) {
      throw notSaved(cause);
    }
    unsaved = null;
    if (!isSaved) throw replaced();
  };
  const redeem = async (refreshToken: string): Promise<AccessToken> => {
    const grant = await askForToken(parts, { clientId, clientSecret }, { grant_type: "refresh_token", refresh_token: refreshToken }, HINTS);
    if (grant.refreshToken !== null && grant.refreshToken !== refreshToken) await save(refreshToken, grant.refreshToken);
    return grant.token;
  };
  const held = async (): Promise<string> => {
    const refreshToken = await keeper.read();
    if (refreshToken === null) throw signedOut();
    rememberSecret(refreshToken);
    return refreshToken;
  };
  const request = async (): Promise<AccessToken> => {
    if (unsaved !== null) await save(unsaved.expected, unsaved.next);
    const refreshToken = await held();
    try {
      return await redeem(refreshToken);
    } catch (error) {
      // A process that was taken for dead, and was not, may have used the token meanwhile: then the one it stored is good.
      const isRefused = isZoomWebinarError(error) && error.code === "auth_failed" && error.details.reason !== undefined;
      const other = isRefused ? await keeper.read() : null;
      if (other === null || other === refreshToken) throw error;
      return redeem(other);
    }
  };
  return sharedTokens({
    store: parts.store,
    clock: parts.clock,
    key: userTokenKey(parts.oauthBaseUrl, credentials),
    lock: (work, how) => keeper.lock(work, how),
    request,
  });
};
