import { maskEmails, redact } from "@zoom-webinar/foundation";
import { LOG_LEVELS, type LogLevel } from "@zoom-webinar/webinar-core/doors";

type Fields = Readonly<Record<string, unknown>>;

/** Events of a server for its operator: names, durations and codes; never arguments, people or links. */
export interface Log {
  error(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  debug(event: string, fields?: Fields): void;
}

/** A log that writes one line of JSON an event, redacted as a whole and without e-mail addresses. Lines go to stderr: stdout belongs to the protocol. */
export const createLog = (level: LogLevel, write: (line: string) => void): Log => {
  const writer =
    (own: LogLevel) =>
    (event: string, fields: Fields = {}): void => {
      if (LOG_LEVELS.indexOf(own) > LOG_LEVELS.indexOf(level)) return;
      write(maskEmails(redact(JSON.stringify({ time: new Date().toISOString(), level: own, event, ...fields }))));
    };
  return { error: writer("error"), info: writer("info"), debug: writer("debug") };
};

/** Longer texts of exceptions are mostly a dump of what came in, which is nothing for a log. */
const LONGEST_TEXT = 300;

/** An exception for the log: its name and text, and those of its cause. */
export const describeException = (error: unknown): Fields => {
  const textOf = (thrown: unknown) => (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).slice(0, LONGEST_TEXT);
  return { error: textOf(error), ...(error instanceof Error && error.cause !== undefined ? { cause: textOf(error.cause) } : {}) };
};
