import { AuthError, rememberSecret } from "@zoom-webinar/foundation";
import type { AccessToken, PeekableTokenSource } from "./token.ts";

/** A token that the caller brought: used as it is, never renewed. `isPassed`: by a program, not by the variable `ZOOM_ACCESS_TOKEN`. */
export const fixedToken = (value: string, isPassed = false): PeekableTokenSource => {
  rememberSecret(value);
  const token: AccessToken = { value, expiresAtMs: Number.POSITIVE_INFINITY, scopes: null, apiUrl: null };
  return {
    peek: async () => token,
    get: async () => token,
    renew: async () => {
      throw new AuthError(
        "auth_failed",
        `Zoom refused the access token ${isPassed ? "that was passed in" : "of ZOOM_ACCESS_TOKEN"}; it cannot be renewed.`,
        {
          hint: isPassed
            ? "Pass a fresh token, or accountId, clientId and clientSecret instead."
            : "Set a fresh token, or set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET instead.",
        },
      );
    },
  };
};
