import { parseEnv } from "node:util";
import { readText } from "@zoom-webinar/foundation";
import { assertZone, PLANS, REVEALS, readPace, SAFETIES } from "@zoom-webinar/webinar-core";
import { type FlagTable, type FlagValues, readCommandLine, settleFlags, type Variables, variableOf } from "./flags.ts";
import { LOG_LEVELS } from "./log.ts";

/** Settings of every server of ours, whatever its transport. */
export const SERVER_FLAGS = {
  safety: { kind: "choice", values: SAFETIES, default: "confirm", summary: "What may be changed, and whether to ask first" },
  "confirm-by": { kind: "choice", values: ["token", "person"], default: "token", summary: "Whether a caller may confirm, or only a person" },
  surface: {
    kind: "text",
    placeholder: "SURFACE",
    default: "standard",
    summary: "Which tools are listed: standard, minimal, full, or resources such as webinars,registrants",
  },
  reveal: { kind: "choice", values: REVEALS, default: "personal", summary: "Which links and passcodes may be given at most" },
  lockdown: { kind: "switch", summary: "Withhold names, questions and whatever else strangers wrote" },
  zone: { kind: "text", placeholder: "ZONE", summary: "IANA zone for wall times where the host's profile has none" },
  plan: { kind: "text", placeholder: PLANS.join("|"), summary: "Plan of the Zoom account, for its rate limits (also ZOOM_PLAN; unset: learned)" },
  headroom: { kind: "text", placeholder: "SHARE", summary: "Share of the limits left to other apps, 0 to 0.9 (also ZOOM_HEADROOM; unset: 0.1)" },
  emulator: { kind: "switch", summary: "Work on the built-in stand-in for Zoom, without an account" },
  profile: { kind: "text", placeholder: "NAME", summary: "Use the sign-in of this name, whatever the variables say" },
  profiles: { kind: "list", placeholder: "NAME,NAME", summary: "Sign-ins that configure_zoom may switch to; over stdio only" },
  "env-file": { kind: "text", placeholder: "FILE", summary: "Read variables from this file, below those of the process" },
  "allow-base-url": { kind: "switch", summary: "Accept base URLs outside zoom.us and zoomgov.com" },
  "output-schemas": { kind: "switch", summary: "List what tools answer, too" },
  "log-file": { kind: "text", placeholder: "FILE", summary: "Add a line of JSON for each request to Zoom to this file" },
  "audit-file": { kind: "text", placeholder: "FILE", summary: "Add a line of JSON for each write to this file: who, what, on which ids, outcome" },
  log: { kind: "choice", values: LOG_LEVELS, default: "error", summary: "How much goes to stderr" },
} as const satisfies FlagTable;

type PaceSettings = ReturnType<typeof readPace>;

/** What a start asks for: to run, or only to show help or the version. */
export type ServerCommand<Table extends FlagTable> =
  | { readonly wants: "help" | "version" }
  | { readonly wants: null; readonly values: FlagValues<Table>; readonly variables: Variables; readonly pace: PaceSettings };

/**
 * Reads a server's settings: the command line, else the process environment, else the file that `--env-file` names. A `.env` that merely lies in the
 * working directory is not looked at. Throws `InputError` for an unknown flag, a bad value or a file that cannot be read.
 */
export const readServerCommand = <const Table extends typeof SERVER_FLAGS>(
  table: Table,
  { argv, env }: { argv: readonly string[]; env: Variables },
): ServerCommand<Table> => {
  const { given, wants } = readCommandLine(table, argv);
  if (wants !== null) return { wants };
  const envFile = given.get("env-file")?.at(-1) ?? (env[variableOf("env-file")] || undefined);
  const variables = envFile === undefined ? env : { ...readEnvFile(envFile), ...withoutEmpty(env) };
  const values = settleFlags(table, given, variables);
  if (values.zone !== undefined) assertZone(values.zone, given.has("zone") ? "--zone" : variableOf("zone"));
  const named = (name: "plan" | "headroom", short: string) => {
    const long = variableOf(name);
    const from = given.has(name) ? `--${name}` : variables[long] ? long : short;
    return { text: values[name] ?? (variables[short] || undefined), from };
  };
  return { wants: null, values, variables, pace: readPace({ plan: named("plan", "ZOOM_PLAN"), headroom: named("headroom", "ZOOM_HEADROOM") }) };
};

const readEnvFile = (path: string): Variables => parseEnv(readText(path, "--env-file")) as Variables;

const withoutEmpty = (env: Variables): Variables =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
