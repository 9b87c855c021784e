import { type ReadSettings, readSettings, SERVER_SETTINGS, type SettingTable } from "@zoom-webinar/webinar-core/doors";
import { readCommandLine } from "./flags.ts";

/** Flags of every server of ours, whatever its transport. */
export const SERVER_FLAGS = SERVER_SETTINGS;

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
