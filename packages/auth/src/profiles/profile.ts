import { InputError, isObject, rememberSecret } from "@zoom-webinar/foundation";

interface ProfileBase {
  /** Where its secrets belong, if that is not Zoom's usual address; without trailing slash. */
  oauthBaseUrl?: string | undefined;
  apiBaseUrl?: string | undefined;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** A Server-to-Server OAuth app, as it is kept. */
export interface ServerToServerProfile extends ProfileBase {
  /** A Server-to-Server OAuth app. */
  kind: "server-to-server";
  /** Account ID of the app. */
  accountId: string;
  /** Client ID of the app. */
  clientId: string;
  /** Client secret of the app; only in a file with mode 0600. */
  clientSecret: string;
}

/** A person's sign-in, as it is kept. */
export interface UserProfile extends ProfileBase {
  /** A person who signed in in the browser. */
  kind: "user";
  /** Client ID of the app that the person agreed to. */
  clientId: string;
  /** Only for an app that has one. */
  clientSecret?: string | undefined;
  /** New at each sign-in: tokens of an earlier one are not mistaken for it. */
  signInId: string;
  /** Replaced at every use. */
  refreshToken: string;
  /** Who signed in; null if Zoom did not say. */
  user: { id: string; email: string } | null;
}

/** A sign-in with a name, as the profiles file keeps it. */
export type Profile = ServerToServerProfile | UserProfile;

/** The profile that is used if nobody names one. */
export const DEFAULT_PROFILE = "default";

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Returns the name. Throws `InputError` for what is not a profile's name. */
export const assertProfileName = (name: string, field = "profile"): string => {
  if (NAME.test(name)) return name;
  const message = "expected a name of lower-case letters, digits, dots, dashes and underscores, at most 64";
  throw InputError.at(field, message, "Such as prod, or acme-test.");
};

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isTextOrAbsent = (value: unknown): value is string | undefined => value === undefined || isText(value);
const isUser = (value: unknown): value is UserProfile["user"] => value === null || (isObject(value) && isText(value.id) && isText(value.email));

/** A profile from what a file holds; null if it is not one. Its secrets are known to the redactor from then on. */
export const toProfile = (value: unknown): Profile | null => {
  if (!isObject(value)) return null;
  const { kind, clientId, clientSecret, createdAt, oauthBaseUrl, apiBaseUrl, accountId, signInId, refreshToken, user } = value;
  if (!isText(clientId) || !isText(createdAt) || !isTextOrAbsent(oauthBaseUrl) || !isTextOrAbsent(apiBaseUrl)) return null;
  const base = { clientId, createdAt, oauthBaseUrl, apiBaseUrl };
  if (kind === "server-to-server" && isText(accountId) && isText(clientSecret)) {
    rememberSecret(clientSecret);
    return { kind, accountId, clientSecret, ...base };
  }
  if (kind === "user" && isText(signInId) && isText(refreshToken) && isTextOrAbsent(clientSecret) && isUser(user)) {
    rememberSecret(clientSecret);
    rememberSecret(refreshToken);
    return { kind, clientSecret, signInId, refreshToken, user, ...base };
  }
  return null;
};
