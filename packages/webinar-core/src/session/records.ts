import { userInfo } from "node:os";
import { type AppendFile, errnoOf, maskEmails, openAppendFile, redact, StorageError, UnavailableError } from "@zoom-webinar/foundation";
import type { SessionOptions } from "./options.ts";

/** The two files of an app, and who is told when one cannot be written to any more. */
export interface RecordOptions {
  door: string;
  logFile?: string | undefined;
  auditFile?: string | undefined;
  /** A write goes on if no line can be added to the audit file. Default false. */
  auditOptional?: boolean | undefined;
  warn(line: string): void;
}

type Hooks = Pick<SessionOptions, "log" | "audit" | "beforeWrite" | "onInternalError">;

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
 * Opens the files of `--log-file` and `--audit-file` (0600, lines are added): one line of JSON for each request to Zoom; for each
 * write one before anything is sent and one when it is over. A write whose first line cannot be added is refused, unless `auditOptional`.
 * Throws `InputError` if a file may not be written to.
 */
export const openRecords = async ({ door, logFile, auditFile, auditOptional = false, warn }: RecordOptions): Promise<Records> => {
  const log = logFile === undefined ? null : await openAppendFile(logFile, "--log-file");
  const audit = auditFile === undefined ? null : await openAppendFile(auditFile, "--audit-file").catch(closing(log));
  const common = { door, pid: process.pid };
  const user = userName();
  /** Adds a line; returns the error if that failed. It is said once and not for each line, and not at all if the call itself ends with it. */
  const writer = (file: AppendFile, path: string) => {
    let isBroken = false;
    return (fields: Readonly<Record<string, unknown>>, endsCall = false): unknown => {
      try {
        file.append(redact(JSON.stringify({ time: new Date().toISOString(), ...fields })));
        isBroken = false;
        return null;
      } catch (error) {
        if (endsCall) return error;
        if (!isBroken) warn(`zoom-webinar: cannot write to ${path}: ${textOf(error)}`);
        isBroken = true;
        return error;
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
      // What Zoom did cannot be taken back: a line that fails now changes nothing.
      audit: toAudit === null ? undefined : (entry) => void toAudit({ event: "write", ...common, user, ...entry }),
      beforeWrite:
        toAudit === null || auditFile === undefined
          ? undefined
          : (start) => {
              const error = toAudit({ event: "write_begins", ...common, user, ...start }, !auditOptional);
              if (error !== null && !auditOptional) throw unaudited(auditFile, error);
            },
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

const unaudited = (path: string, error: unknown): UnavailableError => {
  const { message, hint, details } = new StorageError(path, errnoOf(error) ?? "EIO", "not-sent", error);
  return new UnavailableError(`No line can be added to --audit-file, so the write was not made. ${message}`, "not-sent", {
    hint: `${hint} --audit-optional writes without the line.`,
    retryable: false,
    details,
    cause: error,
  });
};

const closing =
  (opened: AppendFile | null) =>
  async (error: unknown): Promise<never> => {
    await opened?.close();
    throw error;
  };
