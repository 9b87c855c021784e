import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { Profile } from "./profiles/profile.ts";
import { serverToServerKey } from "./tokens/server-to-server.ts";
import { readStoredToken } from "./tokens/shared-tokens.ts";
import { revokeToken } from "./tokens/token-endpoint.ts";
import type { TokenParts } from "./tokens/token-parts.ts";
import { userTokenKey } from "./tokens/user-tokens.ts";

/** What became of a sign-in's tokens at Zoom. */
export interface SignedOut {
  /** False if Zoom could not be told; null if there was nothing to end. */
  revoked: boolean | null;
  /** Why not, in our words. */
  reason: string | null;
}

/** Ends a profile's tokens at Zoom, and forgets the access token here. Never throws for Zoom's part: a profile must be removable without Zoom. */
export const signOut = async (profile: Profile, parts: TokenParts): Promise<SignedOut> => {
  const { store, oauthBaseUrl } = parts;
  const key = profile.kind === "user" ? userTokenKey(oauthBaseUrl, profile) : serverToServerKey(oauthBaseUrl, profile);
  const access = await readStoredToken(store, key);
  await store.delete(key);
  const tokens = [...(access === null ? [] : [access.value]), ...(profile.kind === "user" ? [profile.refreshToken] : [])];
  try {
    for (const token of tokens) await revokeToken(parts, profile, token);
    return { revoked: tokens.length === 0 ? null : true, reason: null };
  } catch (error) {
    if (!isZoomWebinarError(error)) throw error;
    return { revoked: false, reason: error.message };
  }
};
