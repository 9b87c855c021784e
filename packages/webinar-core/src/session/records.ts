import { userInfo } from "node:os";
import { type AppendFile, maskEmails, openAppendFile, redact } from "@zoom-webinar/foundation";
import type { SessionOptions } from "./session.ts";

/** The two files of an app, and who is told when one cannot be written to any more. */
export interface RecordOptions {
  door: string;
  logFile?: string | undefined;
  auditFile?: string | undefined;
  warn(line: string): void;
}

type Hooks = Pick<SessionOptions, "log" | "audit" | "onInternalError">;

/** What is written down of a session's calls. */
export interface Records {
  /** The session's own listeners, and the files after them. */
  hooks(own: Pick<Hooks, "log" | "onInternalError">): Hooks;
  close(): Promise<void>;
}

/** Text of an exception, cut: longer ones are mostly a dump of what came in. */
const textOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);

const userName = (): string | null => {
  try {
    return userInfo().username;
  } catch {
    return null; // a user id without a name, as in containers
  }
};

/**
 * Opens the files of `--log-file` and `--audit-file` (0600, lines are added): one line of JSON for each request to Zoom, one for each write. Throws
 * `InputError` where one may not be written to.
 */
export const openRecords = async ({ door, logFile, auditFile, warn }: RecordOptions): Promise<Records> => {
  const log = logFile === undefined ? null : await openAppendFile(logFile, "--log-file");
  const audit = auditFile === undefined ? null : await openAppendFile(auditFile, "--audit-file").catch(closing(log));
  const common = { door, pid: process.pid };
  const user = userName();
  const writer = (file: AppendFile, path: string) => {
    let isBroken = false;
    return (fields: Readonly<Record<string, unknown>>): void => {
      try {
        file.append(redact(JSON.stringify({ time: new Date().toISOString(), ...fields })));
        isBroken = false;
      } catch (error) {
        // Said once, not for each line; the call goes on: what Zoom did cannot be taken back.
        if (!isBroken) warn(`zoom-webinar: cannot write to ${path}: ${textOf(error)}`);
        isBroken = true;
      }
    };
  };
  const toLog = log && logFile !== undefined ? writer(log, logFile) : null;
  const toAudit = audit && auditFile !== undefined ? writer(audit, auditFile) : null;
  return {
    hooks: ({ log: tell, onInternalError: tellFault }) => ({
      log:
        toLog === null
          ? tell
          : (entry) => {
              tell?.(entry);
              toLog({ event: "zoom", ...common, ...entry });
            },
      audit: toAudit === null ? undefined : (entry) => toAudit({ event: "write", ...common, user, ...entry }),
      onInternalError: (error, correlationId) => {
        tellFault?.(error, correlationId);
        toLog?.({ event: "internal", ...common, correlation_id: correlationId, error: maskEmails(textOf(error)) });
      },
    }),
    close: async () => {
      await Promise.all([log?.close(), audit?.close()]);
    },
  };
};

const closing =
  (opened: AppendFile | null) =>
  async (error: unknown): Promise<never> => {
    await opened?.close();
    throw error;
  };
