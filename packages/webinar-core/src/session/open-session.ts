import { join } from "node:path";
import {
  assertProfileName,
  CREDENTIAL_VARIABLES,
  type Environment,
  type Folders,
  type Found,
  findCredentials,
  profileStore,
  readEnvironment,
  userFolders,
  type Variables,
} from "@zoom-webinar/auth";
import { fileStore } from "@zoom-webinar/foundation";
import type { FoundCredentials } from "../account/account.ts";
import { type FileAccess, NO_FILES } from "../files/file-access.ts";
import type { EmbeddedZoom } from "./embedded-zoom.ts";
import type { SessionOptions } from "./options.ts";
import { openRecords } from "./records.ts";
import { createSession, type Session } from "./session.ts";

/** How an app starts: flags of the operator, the environment, and how to load what only some starts need. */
export interface OpenSessionOptions
  extends Pick<
    SessionOptions,
    | "safety"
    | "confirmBy"
    | "mostRecipients"
    | "recipientDomains"
    | "reveal"
    | "zone"
    | "pace"
    | "log"
    | "tokenDeadlineMs"
    | "onTokenRequest"
    | "onInternalError"
  > {
  /** Variables that credentials and base URLs are read from. */
  env: Variables;
  /** Folder whose `.env` may supply credentials; null: none. */
  cwd: string | null;
  /** A file with more variables, which yield to those of `env`. */
  envFile?: string | undefined;
  /** True: base URLs may lead outside Zoom. Default false. */
  allowBaseUrl?: boolean | undefined;
  /** `--emulator`, or ZOOM_EMULATOR. */
  emulator?: boolean | undefined;
  /** Opens the emulator with its state in a folder; called only with the emulator on. */
  loadEmulator(folder: string): Promise<EmbeddedZoom>;
  /** `--profile`: counts more than any variable. */
  profile?: string | undefined;
  /** Whose session this is, in a process that has one for each of several: its tokens, keys and emulator lie in folders of their own. */
  owner?: string | undefined;
  /** `--profiles`: those that `configure_zoom` may switch to. Only if there is one caller: never over HTTP. */
  profiles?: readonly string[] | undefined;
  /** Which door this is, for the lines of the two files. */
  door: string;
  /** `--log-file`: a line of JSON for each request to Zoom. */
  logFile?: string | undefined;
  /** `--audit-file`: a line of JSON for each write. */
  auditFile?: string | undefined;
  /** Files that calls may name: all, from the working directory; those below a folder; or none, as for servers that were given none. Default none. */
  files?: FileAccess | undefined;
  /** `--audit-optional`: a write goes on if no line can be added to that file. Default false: it is refused before anything is sent. */
  auditOptional?: boolean | undefined;
  /** Lines for stderr. */
  warn(line: string): void;
  /** `auto_configure_zoom` may look for credentials again, to fill what is missing. Only if there is one caller: never over HTTP. Default false. */
  rediscovers?: boolean | undefined;
}

/** A session of an app, with what it was opened on. */
export interface OpenedSession {
  session: Session;
  variables: Variables;
  folders: Folders;
  /** Where the credentials came from: "environment", ".env", "--dotenv", "profile prod", "emulator"; null: there are none. */
  source: string | null;
  close(): Promise<void>;
}

/**
 * Opens a session for an app: state in the user's folders (0600), credentials from a profile, the environment or `.env`, or the embedded emulator.
 * Without credentials it opens as well, and every call that reaches Zoom answers `auth_missing`. Throws `InputError` for a bad setting or a file
 * that may not be written to, `AuthError` for a profile that is named and does not exist.
 */
export const openSession = async (options: OpenSessionOptions): Promise<OpenedSession> => {
  const { mostRecipients, recipientDomains } = options;
  const { env, cwd, envFile, warn, loadEmulator, safety, confirmBy, reveal, zone, pace, log, onTokenRequest, onInternalError } = options;
  const allowBaseUrl = options.allowBaseUrl ?? false;
  const folders = foldersOf(env, options.owner);
  const isEmulated = options.emulator === true;
  // The emulator needs no credentials: half of them, or a base URL that is wrong, must not stop it; nor is a file of the working directory read.
  const variables = isEmulated ? withoutZoom(env) : env;
  const profiles = profileStore(fileStore({ folder: folders.config }));
  const read = () => readEnvironment({ env: variables, cwd: isEmulated ? null : cwd, envFile, allowBaseUrl, warn });
  const find = async (environment: Environment, chosen: string | undefined) =>
    toFound(await findCredentials({ environment, profiles, chosen, allowBaseUrl }), environment.variables);
  const environment = read();
  const embedded = isEmulated ? await loadEmulator(folders.data) : null;
  const found = embedded ? null : await find(environment, options.profile);
  const records = await openRecords(options);
  const session = createSession({
    credentials: embedded?.credentials ?? found?.credentials,
    credentialsFrom: embedded ? "emulator" : found?.source,
    profile: found?.profile,
    rediscover: options.rediscovers === true && !embedded ? () => find(read(), options.profile) : undefined,
    profiles: embedded ? undefined : { allowed: options.profiles ?? [], find: (name) => find(read(), name) },
    send: embedded?.send,
    now: embedded?.now,
    store: fileStore({ folder: folders.state }),
    stateFolder: folders.state,
    files: options.files ?? NO_FILES,
    apiBaseUrl: found?.apiBaseUrl,
    oauthBaseUrl: found?.oauthBaseUrl,
    allowBaseUrl,
    safety,
    confirmBy,
    mostRecipients,
    recipientDomains,
    reveal,
    zone,
    pace,
    ...records.hooks({ log, onInternalError }),
    tokenDeadlineMs: options.tokenDeadlineMs,
    onTokenRequest,
  });
  return {
    session,
    variables: environment.variables,
    folders,
    source: embedded ? "emulator" : (found?.source ?? null),
    close: async () => {
      await session.close();
      await embedded?.close();
      await records.close();
    },
  };
};

/** The profiles are for all owners: which one is used is the operator's word. */
const foldersOf = (env: Variables, owner: string | undefined): Folders => {
  const { config, state, data } = userFolders(env);
  if (owner === undefined) return { config, state, data };
  const own = (folder: string) => join(folder, "owners", assertProfileName(owner, "owner"));
  return { config, state: own(state), data: own(data) };
};

/** The environment without what leads to the real Zoom. */
const withoutZoom = (env: Variables): Variables =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("ZOOM_") || name.startsWith("ZOOM_WEBINAR_")));

const toFound = (found: Found, variables: Variables): FoundCredentials => ({
  ...found,
  variables: [...Object.values(CREDENTIAL_VARIABLES), "ZOOM_ACCESS_TOKEN", "ZOOM_PROFILE"].filter((name) => variables[name] !== undefined),
});
