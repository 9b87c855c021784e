import { resolve } from "node:path";
import { type CallLog, filesBelow, NO_FILES } from "@zoom-webinar/webinar-core";
import {
  listed,
  manifest,
  noteNotAllowed,
  type OpenedSession,
  type OpenSessionOptions,
  openSession,
  type SettingValues,
  sessionOptionsOf,
} from "@zoom-webinar/webinar-core/doors";
import { createLog, describeException, type Log } from "./log.ts";
import { callsBeyond, neededScopes } from "./scopes.ts";
import type { CheckedCaller, McpServerFactory } from "./sdk.ts";
import { createServerFactory } from "./server-factory.ts";
import type { SERVER_FLAGS } from "./server-options.ts";
import { createJobs } from "./tools/jobs.ts";

/** Several callers that share one Zoom account, apart from all others. */
export interface Team {
  /** As a profile's name. */
  readonly name: string;
  /** The sign-in that its calls use. */
  readonly profile: string;
}

/** Takes what is counted. Nothing of it names a person, an account or an id. */
export interface Figures {
  /** One call of a tool that there is. */
  onCall(call: { tool: string; outcome: string; ms: number }): void;
  /** One finished call to Zoom. */
  onZoomCall(call: CallLog): void;
  /** One request for a Zoom token: Zoom's status, null if no answer came. */
  onTokenRequest(status: number | null): void;
}

/** What a server is opened with. */
export interface OpenServerOptions {
  /** Which server this is, for the lines of the two files: "mcp-stdio". */
  door: string;
  /** Its settings, from flags and variables. */
  values: SettingValues<typeof SERVER_FLAGS>;
  /** The process environment, below it what `--dotenv` holds. */
  variables: OpenSessionOptions["env"];
  /** Variables that credentials are read from. */
  env: OpenSessionOptions["env"];
  /** Folder in which a `.env` file is looked for. */
  cwd: string;
  /** The app's own, which clients see. */
  version: string;
  /** Loads the emulator of Zoom, once it is asked for. */
  loadEmulator: OpenSessionOptions["loadEmulator"];
  /** Takes lines for stderr. */
  say(line: string): void;
  /** One caller, on this machine: it may know which variables are set, and credentials may be looked for again. Default false. */
  isOwn?: boolean | undefined;
  /** A session each, with the team's own profile; the credentials of the environment then serve nobody. */
  teams?: readonly Team[] | undefined;
  /** Counts calls and requests for tokens, for /metrics. */
  figures?: Figures | undefined;
}

/** A server ready to be put on a transport. */
export interface OpenedServer {
  factory: McpServerFactory;
  /** Every scope that a request body needs, over a transport that checks callers. */
  neededScopes(body: unknown): readonly string[];
  /** Notes in the audit each write of a request that its caller has no scope for. Whoever checks scopes calls it. */
  noteRefused(body: unknown, caller: CheckedCaller): void;
  log: Log;
  /** Gives sockets back. Never rejects. */
  close(): Promise<void>;
}

/**
 * Opens the session that the settings ask for, or one a team, and makes the server factory. Throws `InputError` and `AuthError` for settings that cannot
 * work, such as an unknown profile.
 */
export const openServer = async (options: OpenServerOptions): Promise<OpenedServer> => {
  const { values, variables, version, say, isOwn = false, teams, figures } = options;
  const log = createLog(values.log, say);
  const opened = await openAll(teams ?? [null], (team) => openOne(options, log, team));
  if (!isOwn && values.profiles.length > 0) say("zoom-webinar: --profiles has no effect here: several callers share this server's credentials");
  if (opened.every(({ source }) => source === null))
    say("zoom-webinar: no Zoom credentials; calls that need Zoom will say which are missing, or start with --emulator");
  const jobs = createJobs();
  const factory = createServerFactory({
    session:
      teams === undefined
        ? (opened[0] as OpenedSession).session
        : new Map(teams.map(({ name }, at) => [name, (opened[at] as OpenedSession).session])),
    surface: values.surface,
    lockdown: values.lockdown,
    outputSchemas: values["output-schemas"],
    version,
    jobs,
    onCall: figures?.onCall,
    variables: isOwn ? { ...variables, ...opened[0]?.variables } : undefined,
    log,
  });
  // What this server offers to nobody needs no scope: the answer that says so is for everybody.
  const offered = listed(manifest, values);
  // By then every answer is out: a socket that does not close cleanly is not a reason to end as failed.
  const close = (one: OpenedSession) => one.close().catch((error: unknown) => log.error("close", describeException(error)));
  return {
    factory,
    neededScopes: (body) => neededScopes(body, offered),
    noteRefused: (body, { principal, scopes, team }) => {
      const session = team === null ? opened[0]?.session : opened[(teams ?? []).findIndex(({ name }) => name === team)]?.session;
      if (session !== undefined) for (const { entry, input } of callsBeyond(body, offered, scopes)) noteNotAllowed(entry, input, session, principal);
    },
    log,
    close: () =>
      jobs
        .stop()
        .then(() => Promise.all(opened.map(close)))
        .then(() => {}),
  };
};

/** All, or none: what was opened before one failed is closed again. */
const openAll = async (teams: readonly (Team | null)[], open: (team: Team | null) => Promise<OpenedSession>): Promise<OpenedSession[]> => {
  const opened: OpenedSession[] = [];
  try {
    for (const team of teams) opened.push(await open(team));
    return opened;
  } catch (error) {
    await Promise.allSettled(opened.map((one) => one.close()));
    throw error;
  }
};

const openOne = ({ door, values, env, cwd, loadEmulator, say, isOwn = false, figures }: OpenServerOptions, log: Log, team: Team | null) =>
  openSession({
    env,
    cwd,
    ...sessionOptionsOf(values),
    profile: team?.profile ?? values.profile,
    profiles: isOwn ? values.profiles : [],
    owner: team?.name,
    confirmBy: values["confirm-by"],
    door,
    log: (entry) => {
      figures?.onZoomCall(entry);
      log.debug("zoom", { ...entry, ...(team === null ? {} : { team: team.name }) });
    },
    onTokenRequest: figures?.onTokenRequest,
    onInternalError: (error, correlationId) => log.error("internal", { correlation_id: correlationId, ...describeException(error) }),
    loadEmulator,
    files: values["files-from"] === undefined ? NO_FILES : filesBelow(resolve(cwd, values["files-from"])),
    warn: say,
    rediscovers: isOwn,
  });
