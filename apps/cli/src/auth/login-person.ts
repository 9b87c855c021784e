import { signIn, type UserProfile } from "@zoom-webinar/auth";
import { CancelledError, isZoomWebinarError, readWholeNumber } from "@zoom-webinar/foundation";
import { openBrowser } from "../browser/open-browser.ts";
import { openFor } from "../operation/run-command.ts";
import { readAuthPort } from "./auth-port.ts";
import { type AuthCall, showResult, tell, type Workshop } from "./call.ts";
import type { Answers } from "./prompts.ts";

/** Seconds to wait for the answer: up to an hour. */
const TIMEOUTS = { least: 1, most: 3600 };

/** Signs a person in by browser and keeps it. The refresh token is kept before anything is done with the access token. */
export const keepPerson = async (call: AuthCall, workshop: Workshop, answers: Answers): Promise<void> => {
  const { flags, deps, settings } = call;
  const { io } = deps;
  const { name, profiles, parts, apiBaseUrl, oauthBaseUrl } = workshop;
  const timeout = flags.timeout === undefined ? undefined : readWholeNumber("--timeout", flags.timeout, TIMEOUTS);
  const signedIn = await signIn({
    ...parts,
    client: { clientId: answers.client_id ?? "", clientSecret: answers.client_secret },
    port: readAuthPort(flags.port),
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    signal: io.signal,
    show: async ({ url, redirectUri }) => {
      const isOpened = flags.browser !== false && (await openBrowser(url, io));
      await tell(io, `${isOpened ? "A browser opens. Otherwise open" : "Open"} this link and agree; the app must allow ${redirectUri}:\n${url}`);
    },
  }).catch((error: unknown) => {
    throw io.signal.aborted && !isZoomWebinarError(error) ? new CancelledError() : error;
  });
  const { clientId, clientSecret, signInId, refreshToken, scopes } = signedIn;
  const profile: UserProfile = {
    kind: "user",
    clientId,
    clientSecret,
    signInId,
    refreshToken,
    user: null,
    apiBaseUrl,
    oauthBaseUrl,
    createdAt: new Date().toISOString(),
  };
  await profiles.put(name, profile);
  const user = await askWho({ ...call, settings: { ...settings, profile: name } });
  if (user !== null) await profiles.put(name, { ...profile, user });
  await showResult(call, `Signed in${user === null ? "" : ` as ${user.email}`}; kept as profile "${name}"`, {
    profile: name,
    kind: "user",
    user: user?.email ?? null,
    client_id: clientId,
    scopes,
    next: `zoom-webinar doctor${name === "default" ? "" : ` --profile ${name}`}`,
  });
};

/** Whom Zoom takes the person for; null if the app may not ask. */
const askWho = async ({ settings, deps }: AuthCall): Promise<UserProfile["user"]> => {
  const opened = await openFor(settings, deps);
  try {
    const { id, email } = await opened.session.zoom.call("GET /users/{userId}", { path: { userId: "me" } });
    return id && email ? { id, email } : null;
  } catch (error) {
    if (isZoomWebinarError(error)) return null; // the sign-in is good without it
    throw error;
  } finally {
    await opened.close();
  }
};
