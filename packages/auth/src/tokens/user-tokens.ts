import { createHash, randomBytes } from "node:crypto";
import { AuthError, isZoomWebinarError, type Lease, rememberSecret } from "@zoom-webinar/foundation";
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

/** A process that sent a refresh token notes it for so long; longer than a request may take. */
const NOTED_MS = 60_000;
/** How long to wait for a process that sent the refresh token, stood still, and was overtaken. */
const LOOK_MS = 250;
const MOST_LOOKS = 40;
const MOST_LOOKS_AFTER = 4;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

const isHeld = (lease: Lease): Promise<boolean> =>
  lease.assertHeld().then(
    () => true,
    () => false,
  );

const signedOut = () =>
  new AuthError("auth_missing", "This sign-in is gone: somebody signed out, or signed in again.", {
    hint: `${SIGN_IN} If somebody just did, start this program again.`,
  });
const replaced = () =>
  new AuthError("auth_failed", "Somebody signed in again while this token was renewed.", { hint: "Run it again: it then uses the new sign-in." });
const notSaved = (cause: unknown) =>
  new AuthError("auth_failed", "Zoom sent a new refresh token, but it could not be saved, so it is not used.", {
    hint: "Make the config folder writable and run it again. If this process ends before that, sign in again: zoom-webinar auth login.",
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
  const key = userTokenKey(parts.oauthBaseUrl, credentials);
  const noteKey = `${key}:sent`;
  const me = randomBytes(6).toString("hex");
  /** Which token another process sent that has not stored an access token since, by its hash, or null. */
  const sentByOther = async (): Promise<string | null> => {
    const [who, hash] = (await parts.store.get(noteKey))?.value.split(":") ?? [];
    return hash === undefined || who === me ? null : hash;
  };
  const redeem = async (refreshToken: string, lease: Lease): Promise<AccessToken> => {
    await parts.store.set(noteKey, `${me}:${hashOf(refreshToken)}`, { ttlMs: NOTED_MS });
    await lease.assertHeld(); // else another process is at it, and its answer is found when this starts again
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
  /**
   * Zoom takes a refresh token once. If it refuses one, another process that was taken for dead, and was not, may have used it: what that process stored
   * is good. `looks`: how often to look, as that process may still be about to store it.
   */
  const afterRefusal = async (
    refreshToken: string,
    looks: number,
    found: () => Promise<AccessToken | null>,
    lease: Lease,
  ): Promise<AccessToken | null> => {
    let changed = 0;
    for (let look = 1; look <= looks; look++) {
      const other = await keeper.read();
      const token = await found();
      if (token !== null) return token;
      if (other !== null && other !== refreshToken) changed += 1;
      // Who stored the refresh token stores the access token right afterwards.
      if (other !== null && changed >= Math.min(looks, MOST_LOOKS_AFTER)) return redeem(other, lease);
      if (look < looks) await parts.clock.sleep(LOOK_MS);
    }
    return null;
  };
  const request = async (found: () => Promise<AccessToken | null>, lease: Lease): Promise<AccessToken> => {
    if (unsaved !== null) await save(unsaved.expected, unsaved.next);
    const refreshToken = await held();
    const sent = await sentByOther();
    const isInDoubt = sent === hashOf(refreshToken);
    // It stored the refresh token that it got; the access token follows, unless that process is no more.
    for (let look = 1; sent !== null && !isInDoubt && look <= MOST_LOOKS_AFTER; look++) {
      const token = await found();
      if (token !== null) return token;
      await parts.clock.sleep(LOOK_MS);
    }
    try {
      return await redeem(refreshToken, lease);
    } catch (error) {
      const isRefused = isZoomWebinarError(error) && error.code === "auth_failed" && error.details.reason !== undefined;
      if (!isRefused) throw error;
      const isTaken = isInDoubt || !(await isHeld(lease)); // another process has sent this token, or is about to
      const token = await afterRefusal(refreshToken, isTaken ? MOST_LOOKS : 1, found, lease);
      if (token === null) throw error;
      return token;
    }
  };
  return sharedTokens({
    store: parts.store,
    clock: parts.clock,
    key,
    lock: (work, how) => keeper.lock(work, how),
    request,
    onKept: () => parts.store.delete(noteKey),
  });
};
