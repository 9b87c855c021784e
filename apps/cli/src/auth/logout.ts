import { signOut } from "@zoom-webinar/auth";
import { AuthError } from "@zoom-webinar/foundation";
import { type AuthCall, openWorkshop, showResult } from "./call.ts";

/** Removes a profile and ends its tokens at Zoom. Throws `AuthError` (`auth_missing`) if there is no such profile. */
export const logout = async (call: AuthCall): Promise<void> => {
  const workshop = openWorkshop(call);
  const { name, profiles, parts, oauthBaseUrl } = workshop;
  try {
    // Removed first: a process that renews meanwhile cannot put a token back, and what is removed is the current refresh token.
    const profile = await profiles.remove(name);
    if (profile === null)
      throw new AuthError("auth_missing", `There is no profile called "${name}".`, { hint: "zoom-webinar auth list shows them." });
    const { revoked, reason } = await signOut(profile, { ...parts, oauthBaseUrl: oauthBaseUrl ?? profile.oauthBaseUrl ?? parts.oauthBaseUrl });
    const end =
      revoked === true
        ? "its tokens no longer work"
        : revoked === null
          ? "it had no token"
          : "Zoom did not confirm it, so its tokens may work until they expire";
    await showResult(call, `The profile "${name}" is removed; ${end}`, { profile: name, removed: true, revoked, reason });
  } finally {
    await workshop.close();
  }
};
