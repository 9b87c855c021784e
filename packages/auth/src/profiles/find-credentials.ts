import { AuthError } from "@zoom-webinar/foundation";
import { assertBaseUrl } from "../base-url.ts";
import type { Credentials } from "../credentials.ts";
import type { Environment } from "../environment.ts";
import { assertProfileName, DEFAULT_PROFILE, type Profile } from "./profile.ts";
import type { ProfileStore } from "./profile-store.ts";

/** Credentials with where they came from, and the addresses that go with them. */
export interface Found {
  credentials: Credentials | null;
  /** "environment", ".env", "--dotenv", "profile prod", or null. */
  source: string | null;
  /** Name of the profile that they are from. */
  profile: string | null;
  apiBaseUrl?: string;
  oauthBaseUrl?: string;
}

/** Where credentials are looked for. */
export interface FindOptions {
  /** What the variables say; they come before the default profile. */
  environment: Environment;
  /** The sign-ins that are kept. */
  profiles: ProfileStore;
  /** A profile that is named on the command line, or chosen by a person: counts more than any variable. */
  chosen?: string | undefined;
  /** The operator's `--allow-base-url`. */
  allowBaseUrl?: boolean;
}

/**
 * The credentials to use: those of a chosen profile, else access token, else the three variables, else the profile of ZOOM_PROFILE, else the profile
 * "default". Throws `AuthError` (`auth_missing`) if a profile is named that does not exist, naming those that do.
 */
export const findCredentials = async ({ environment, profiles, chosen, allowBaseUrl = false }: FindOptions): Promise<Found> => {
  const { apiBaseUrl, oauthBaseUrl } = environment;
  const own = { ...(apiBaseUrl === undefined ? {} : { apiBaseUrl }), ...(oauthBaseUrl === undefined ? {} : { oauthBaseUrl }) };
  if (chosen === undefined && environment.credentials !== null) {
    return { credentials: environment.credentials, source: environment.source, profile: null, ...own };
  }
  const named = chosen ?? environment.profile;
  const name = named === null ? DEFAULT_PROFILE : assertProfileName(named);
  const profile = await profiles.get(name);
  if (profile === null && named !== null) throw noProfile(name, [...(await profiles.list()).keys()]);
  if (profile === null) return { credentials: null, source: null, profile: null, ...own };
  // What an operator sets for this start counts more than what was set when the profile was made.
  const check = (field: "apiBaseUrl" | "oauthBaseUrl") => {
    const url = profile[field];
    return url === undefined ? {} : { [field]: assertBaseUrl(`${field} of profile ${name}`, url, { allowAnyHost: allowBaseUrl }) };
  };
  return {
    credentials: toCredentials(name, profile, profiles),
    source: `profile ${name}`,
    profile: name,
    ...check("apiBaseUrl"),
    ...check("oauthBaseUrl"),
    ...own,
  };
};

/** A profile's credentials. */
export const toCredentials = (name: string, profile: Profile, profiles: ProfileStore): Credentials => {
  if (profile.kind === "user") {
    const { kind, clientId, clientSecret, signInId, user } = profile;
    return { kind, clientId, clientSecret, signInId, user, keeper: profiles.keeperOf(name, signInId) };
  }
  const { kind, accountId, clientId, clientSecret } = profile;
  return { kind, accountId, clientId, clientSecret };
};

const noProfile = (name: string, names: readonly string[]): AuthError =>
  new AuthError("auth_missing", `There is no profile called "${name}".`, {
    hint:
      names.length === 0
        ? `Make it: zoom-webinar auth login --profile ${name} (add --server-to-server for an app of that kind).`
        : `There ${names.length === 1 ? "is" : "are"} ${names.join(", ")}; make another with zoom-webinar auth login --profile ${name}.`,
    details: { profiles: names },
  });
