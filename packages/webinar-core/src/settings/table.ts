import { MOST_HEAD_ROOM, PLANS } from "../policy/pace.ts";
import { REVEALS } from "../policy/reveal.ts";
import { CONFIRM_BY, SAFETIES } from "../policy/safety.ts";
import type { SettingTable } from "./setting.ts";

/** How much goes to stderr, from least to most. */
export const LOG_LEVELS = ["off", "error", "info", "debug"] as const;

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Settings of every app, in the order that help shows them. */
export const SESSION_SETTINGS = {
  safety: {
    kind: "choice",
    values: SAFETIES,
    default: "confirm",
    strictest: "read-only",
    summary:
      "read-only refuses every change, confirm asks before something is lost, people are mailed or left with a wrong invitation, trusted asks nothing",
  },
  "most-recipients": {
    kind: "cap",
    placeholder: "CALL[/DAY]",
    summary: "how many people one call may make Zoom write to, and all calls of one day (UTC): 50/200; without it, any number",
  },
  "recipient-domains": {
    kind: "list",
    placeholder: "A,B",
    summary: "mail domains that Zoom may be made to write to: example.com,example.org; without it, all",
  },
  reveal: {
    kind: "choice",
    values: REVEALS,
    default: "personal",
    summary: "most secret links that may be shown: join links (shared), people's own (personal), the host's (host)",
  },
  zone: { kind: "zone", placeholder: "ZONE", summary: "IANA zone for wall times if neither the call nor the host's profile has one" },
  plan: {
    kind: "choice",
    values: PLANS,
    alsoFrom: "ZOOM_PLAN",
    summary: "plan of the Zoom account, for its rate limits; without it, learned from Zoom's answers",
  },
  headroom: {
    kind: "share",
    placeholder: "SHARE",
    most: MOST_HEAD_ROOM,
    alsoFrom: "ZOOM_HEADROOM",
    summary: "share of the account's rate limits left to other apps, 0 to 0.9; without it 0.1",
  },
  emulator: {
    kind: "switch",
    alsoFrom: "ZOOM_EMULATOR",
    summary: "use the built-in emulator of Zoom, with demo data that survives; no account needed",
  },
  profile: { kind: "text", placeholder: "NAME", summary: "use the sign-in of this name, whatever the variables say" },
  // Not --env-file alone: Node reads a flag of that name before we start, and ends if the file is missing.
  dotenv: { kind: "path", placeholder: "FILE", alsoFlag: "env-file", summary: "read variables from this file; those of the process count more" },
  "allow-base-url": { kind: "switch", summary: "let ZOOM_API_BASE_URL and ZOOM_OAUTH_BASE_URL name a host that is not Zoom's" },
  "log-file": { kind: "path", placeholder: "FILE", summary: "add a line of JSON to this file for each request to Zoom" },
  "audit-file": { kind: "path", placeholder: "FILE", summary: "add a line of JSON to this file for each write: who, what, on which ids, outcome" },
  "audit-optional": { kind: "switch", summary: "write also if no line can be added to --audit-file; without it, such a write is refused" },
} as const satisfies SettingTable;

/** Settings of every MCP server of ours, whatever its transport. */
export const SERVER_SETTINGS = {
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
    kind: "path",
    placeholder: "DIR",
    summary: "folder whose files calls may name, such as a list of people to import; without it none",
  },
  "output-schemas": { kind: "switch", summary: "list what tools answer, too" },
  log: { kind: "choice", values: LOG_LEVELS, default: "error", summary: "how much goes to stderr" },
} as const satisfies SettingTable;
