import { type OpenSessionOptions, openSession } from "@zoom-webinar/webinar-core";
import type { FlagValues, Variables } from "./flags.ts";
import { createLog, describeException, type Log } from "./log.ts";
import type { McpServerFactory } from "./sdk.ts";
import { createServerFactory, type ServerFactoryOptions } from "./server-factory.ts";
import type { SERVER_FLAGS } from "./server-options.ts";

export interface OpenServerOptions {
  values: FlagValues<typeof SERVER_FLAGS>;
  /** The process environment, below it what `--env-file` holds. */
  variables: Variables;
  /** Plan and head-room. Default: the client's. */
  pace?: OpenSessionOptions["pace"];
  env: Variables;
  cwd: string;
  version: string;
  loadEmulator: OpenSessionOptions["loadEmulator"];
  /** Takes lines for stderr. */
  say(line: string): void;
  /** One caller, on this machine: it may know which variables are set, and credentials may be looked for again. Default false. */
  isOwn?: boolean | undefined;
  /** Told of every call, for figures. */
  onCall?: ServerFactoryOptions["onCall"];
}

/** A server ready to be put on a transport. */
export interface OpenedServer {
  factory: McpServerFactory;
  log: Log;
  /** Gives sockets back. Never rejects. */
  close(): Promise<void>;
}

/** Opens the session that the settings ask for and makes its server factory. Throws `InputError` and `AuthError` for settings that cannot work. */
export const openServer = async ({
  values,
  variables,
  pace,
  env,
  cwd,
  version,
  loadEmulator,
  say,
  isOwn = false,
  onCall,
}: OpenServerOptions): Promise<OpenedServer> => {
  const log = createLog(values.log, say);
  const opened = await openSession({
    env,
    cwd,
    envFile: values["env-file"],
    profile: values.profile,
    profiles: isOwn ? values.profiles : [],
    allowBaseUrl: values["allow-base-url"],
    emulator: values.emulator || /^(1|true|yes)$/i.test(variables.ZOOM_EMULATOR ?? ""),
    safety: values.safety,
    confirmBy: values["confirm-by"],
    reveal: values.reveal,
    zone: values.zone,
    pace,
    log: (entry) => log.debug("zoom", { ...entry }),
    onInternalError: (error, correlationId) => log.error("internal", { correlation_id: correlationId, ...describeException(error) }),
    loadEmulator,
    warn: say,
    rediscovers: isOwn,
  });
  if (!isOwn && values.profiles.length > 0) say("zoom-webinar: --profiles has no effect here: several callers share this server's credentials");
  if (opened.source === null) say("zoom-webinar: no Zoom credentials; calls that need Zoom will say which are missing, or start with --emulator");
  const factory = createServerFactory({
    session: opened.session,
    surface: values.surface,
    lockdown: values.lockdown,
    outputSchemas: values["output-schemas"],
    version,
    onCall,
    variables: isOwn ? { ...variables, ...opened.variables } : undefined,
    log,
  });
  // By then every answer is out: a socket that does not close cleanly is no reason to end as failed.
  return { factory, log, close: () => opened.close().catch((error: unknown) => log.error("close", describeException(error))) };
};
