import { AuthError, rememberSecret } from "@zoom-webinar/foundation";
import type { AccessToken, PeekableTokenSource } from "./token.ts";

/** A token that the caller brought (`ZOOM_ACCESS_TOKEN`): used as it is, never renewed. */
export const fixedToken = (value: string): PeekableTokenSource => {
  rememberSecret(value);
  const token: AccessToken = { value, expiresAtMs: Number.POSITIVE_INFINITY, scopes: null, apiUrl: null };
  return {
    peek: async () => token,
    get: async () => token,
    renew: async () => {
      throw new AuthError("auth_failed", "Zoom refused the access token of ZOOM_ACCESS_TOKEN; it cannot be renewed.", {
        hint: "Set a fresh token, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET instead.",
      });
    },
  };
};
