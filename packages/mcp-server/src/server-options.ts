import { CONFIRM_BY, LOG_LEVELS, type ReadSettings, readSettings, SESSION_SETTINGS, type SettingTable } from "@zoom-webinar/webinar-core/doors";
import { readCommandLine } from "./flags.ts";

/** Settings of every server of ours, whatever its transport. */
export const SERVER_FLAGS = {
  ...SESSION_SETTINGS,
  "confirm-by": { kind: "choice", values: CONFIRM_BY, default: "token", summary: "whether a caller may confirm, or only a person" },
  surface: {
    kind: "text",
    placeholder: "SURFACE",
    default: "standard",
    summary: "which tools are listed: standard, minimal, full, or resources such as webinars,registrants",
  },
  lockdown: { kind: "switch", summary: "withhold names, questions and whatever else strangers wrote" },
  profiles: { kind: "list", placeholder: "NAME,NAME", summary: "sign-ins that configure_zoom may switch to; over stdio only" },
  "files-from": {
    kind: "text",
    placeholder: "DIR",
    summary: "folder whose files calls may name, such as a list of people to import; without it none",
  },
  "output-schemas": { kind: "switch", summary: "list what tools answer, too" },
  log: { kind: "choice", values: LOG_LEVELS, default: "error", summary: "how much goes to stderr" },
} as const satisfies SettingTable;

/** What a start asks for: to run with these settings, or only to show help or the version. */
export type ServerCommand<Table extends SettingTable> = { readonly wants: "help" | "version" } | ({ readonly wants: null } & ReadSettings<Table>);

/**
 * Reads a server's settings: the command line, else the process environment, else the file that `--dotenv` names.
 * Throws `InputError` for an unknown flag, a bad value or a file that cannot be read.
 */
export const readServerCommand = <const Table extends typeof SERVER_FLAGS>(
  table: Table,
  { argv, env }: { argv: readonly string[]; env: Readonly<Record<string, string | undefined>> },
): ServerCommand<Table> => {
  const { given, wants } = readCommandLine(table, argv);
  return wants === null ? { wants, ...readSettings(table, given, env) } : { wants };
};
