import { join } from "node:path";
import { parseEnv } from "node:util";

import { AuthError, decodeText, describeUnread, errnoOf, InputError, readPlainFile, readText, rememberSecret } from "@zoom-webinar/foundation";

import { assertBaseUrl } from "./base-url.ts";
import { readCredential } from "./credential-text.ts";
import { CREDENTIAL_VARIABLES, type Credentials } from "./credentials.ts";
import { withSecretFiles } from "./secret-files.ts";

/** What an implicit `.env` in the working directory may supply: a folder that somebody else filled must not redirect or disarm us. */
const IMPLICIT_KEYS: ReadonlySet<string> = new Set([...Object.values(CREDENTIAL_VARIABLES), "ZOOM_PROFILE"]);
const OURS = /^ZOOM_/;

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Settings that come from the environment, every door the same. */
export interface Environment {
  /** All variables after the files were read; the process environment wins over any file. */
  variables: Variables;
  /** What was found, null if nothing was. */
  credentials: Credentials | null;
  /** Where the credentials came from, to show to people: "environment", ".env", "--dotenv". */
  source: string | null;
  /** ZOOM_PROFILE: the profile to use if there are no credentials here; null if none is named. */
  profile: string | null;
  /** Without trailing slash; absent if nobody set it. */
  apiBaseUrl?: string;
  oauthBaseUrl?: string;
}

/** Where variables are read from. */
export interface ReadEnvironmentOptions {
  /** The process's own variables, or others in their place. */
  env: Variables;
  /** Folder whose `.env` is read; null: none. */
  cwd: string | null;
  /** A file named by the operator: all its variables count, still below the process environment. */
  envFile?: string | undefined;
  /** The operator's `--allow-base-url`. */
  allowBaseUrl?: boolean;
  /** Lines for stderr. */
  warn?: (line: string) => void;
}

/**
 * Reads settings from the process environment, `--dotenv` and the working directory's `.env` (only credentials and profile, named on stderr).
 * Secrets may be in files that variables name (`ZOOM_CLIENT_SECRET_FILE`); a `.env` of the working directory names none.
 * Throws `InputError` for a bad base URL, a file that cannot be read, or credentials of which a part is missing.
 */
export const readEnvironment = ({ env, cwd, envFile, allowBaseUrl = false, warn = () => {} }: ReadEnvironmentOptions): Environment => {
  const fromProcess = withSecretFiles(withoutEmpty(env));
  const fromFile = envFile === undefined ? {} : withSecretFiles(readEnvFile(envFile));
  const implicit = cwd === null || envFile !== undefined ? {} : readImplicit(cwd, fromProcess, warn);
  const variables: Variables = { ...implicit, ...fromFile, ...fromProcess };
  const origin = (key: string) => (key in fromProcess ? "environment" : key in fromFile ? "--dotenv" : ".env");

  const base = (name: string) => {
    const text = variables[name];
    return text === undefined ? undefined : assertBaseUrl(name, text, { allowAnyHost: allowBaseUrl });
  };
  const apiBaseUrl = base("ZOOM_API_BASE_URL");
  const oauthBaseUrl = base("ZOOM_OAUTH_BASE_URL");
  const found = findCredentials(variables);
  return {
    variables,
    credentials: found?.credentials ?? null,
    source: found ? origin(found.variable) : null,
    profile: variables.ZOOM_PROFILE ?? null,
    ...(apiBaseUrl === undefined ? {} : { apiBaseUrl }),
    ...(oauthBaseUrl === undefined ? {} : { oauthBaseUrl }),
  };
};

/** The variables of a sign-in, as hints say them. */
const TO_SET = `set ${Object.values(CREDENTIAL_VARIABLES).join(", ")} (a Server-to-Server OAuth app of the Zoom Marketplace)`;

/** What somebody without credentials does: in an app, and in a program of their own. */
const WAYS_IN = {
  app: `Sign in with zoom-webinar auth login, or ${TO_SET}, or start with --emulator to try everything without an account.`,
  library: `Pass credentials to connect, or ${TO_SET}, or name a profile that zoom-webinar auth login made.`,
} as const;

/** The error of every door if there are no credentials, with the ways in that it has. */
export const missingCredentials = (door: keyof typeof WAYS_IN = "app"): AuthError =>
  new AuthError("auth_missing", "No Zoom credentials were found.", {
    hint: WAYS_IN[door],
    details: { variables: Object.values(CREDENTIAL_VARIABLES) },
  });

const withoutEmpty = (env: Variables): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""));

/** The variables of the file that `--dotenv` names, empty ones left out. Throws `InputError` on `field` if it cannot be read or is not UTF-8. */
export const readEnvFile = (path: string, field = "--dotenv"): Record<string, string> =>
  withoutEmpty(parseEnv(readText(path, field, "Name a plain file that exists.")) as Variables);

const readImplicit = (cwd: string, fromProcess: Variables, warn: (line: string) => void): Record<string, string> => {
  let bytes: Uint8Array;
  try {
    bytes = readPlainFile(join(cwd, ".env"));
  } catch (error) {
    // No .env, a folder of that name, or none that we may read: all are ordinary. A pipe, a device, or a file without end is not.
    if (errnoOf(error) === null && !(error instanceof Error && error.message === "is a folder"))
      warn(`zoom-webinar: not reading .env in the working directory: it ${describeUnread(error)}`);
    return {};
  }
  let text: string;
  try {
    text = decodeText(bytes, ".env", "the file in the working directory");
  } catch (error) {
    // It may belong to another program, so it stops nothing; but to find no credentials without a word would mislead.
    if (!(error instanceof InputError)) throw error;
    warn(`zoom-webinar: ignoring ${error.message}. ${error.hint}`);
    return {};
  }
  const all = withoutEmpty(parseEnv(text) as Variables);
  const used = Object.fromEntries(Object.entries(all).filter(([key]) => IMPLICIT_KEYS.has(key) && fromProcess[key] === undefined));
  const ignored = Object.keys(all).filter((key) => OURS.test(key) && !IMPLICIT_KEYS.has(key));
  if (Object.keys(used).length > 0) warn(`zoom-webinar: using ${Object.keys(used).join(", ")} from .env in the working directory`);
  if (ignored.length > 0)
    warn(
      `zoom-webinar: ignoring ${ignored.join(", ")} from .env in the working directory: only credentials are read there; use --dotenv .env to trust all of it`,
    );
  return used;
};

const findCredentials = (variables: Variables): { credentials: Credentials; variable: string } | null => {
  const read = (name: string) => readCredential(name, variables[name]);
  const accessToken = read("ZOOM_ACCESS_TOKEN");
  if (accessToken !== undefined) {
    rememberSecret(accessToken);
    return { credentials: { kind: "access-token", accessToken }, variable: "ZOOM_ACCESS_TOKEN" };
  }
  const { accountId, clientId, clientSecret } = {
    accountId: read(CREDENTIAL_VARIABLES.accountId),
    clientId: read(CREDENTIAL_VARIABLES.clientId),
    clientSecret: read(CREDENTIAL_VARIABLES.clientSecret),
  };
  rememberSecret(clientSecret);
  if (accountId !== undefined && clientId !== undefined && clientSecret !== undefined) {
    return { credentials: { kind: "server-to-server", accountId, clientId, clientSecret }, variable: CREDENTIAL_VARIABLES.clientSecret };
  }
  const lacking = Object.values(CREDENTIAL_VARIABLES).filter((name) => read(name) === undefined);
  if (lacking.length < Object.values(CREDENTIAL_VARIABLES).length) {
    throw new AuthError("auth_missing", `Zoom credentials are incomplete: ${lacking.join(" and ")} ${lacking.length === 1 ? "is" : "are"} not set.`, {
      hint: `Set ${lacking.join(" and ")} too; all three come from the same Server-to-Server OAuth app.`,
      details: { variables: lacking },
    });
  }
  return null;
};
