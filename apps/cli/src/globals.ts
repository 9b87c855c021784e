/** A flag that every command takes, before or after its own; also read from ZOOM_WEBINAR_<FLAG>. */
export interface GlobalFlag {
  flags: string;
  description: string;
  /** What it may be set to; checked when a command runs. */
  choices?: readonly string[];
}

/** In the order that help shows them. Keys are names as the parser gives them. */
export const GLOBAL_FLAGS = {
  json: { flags: "--json", description: "one JSON document on stdout, everything else on stderr" },
  emulator: { flags: "--emulator", description: "use the embedded stand-in for Zoom, with demo data that survives (also ZOOM_EMULATOR=1)" },
  profile: { flags: "--profile <name>", description: "use the sign-in of this name, whatever the variables say (auth list shows them)" },
  envFile: { flags: "--env-file <file>", description: "read variables from this file, below the process environment" },
  zone: { flags: "--zone <zone>", description: "IANA zone for wall times where neither the call nor the host's profile has one" },
  safety: {
    flags: "--safety <mode>",
    description: "read-only refuses every change, confirm asks before deleting and before Zoom mails people, trusted asks nothing",
    choices: ["read-only", "confirm", "trusted"],
  },
  plan: {
    flags: "--plan <plan>",
    description: "plan of the Zoom account, for its rate limits: free, pro or business (also ZOOM_PLAN; unset: learned)",
  },
  headroom: { flags: "--headroom <share>", description: "share of the limits left to other apps, 0 to 0.9 (also ZOOM_HEADROOM; unset: 0.1)" },
  yes: { flags: "--yes", description: "agree unseen: trusted for this one call (read-only still refuses)" },
  confirmToken: { flags: "--confirm-token <token>", description: "agree to a preview shown before, by its confirm_token" },
  reveal: {
    flags: "--reveal <class>",
    description: "most secret links that may be shown: join links (shared), people's own (personal), the host's (host)",
    choices: ["none", "shared", "personal", "host"],
  },
  allowBaseUrl: { flags: "--allow-base-url", description: "let ZOOM_API_BASE_URL and ZOOM_OAUTH_BASE_URL name a host that is not Zoom's" },
  log: {
    flags: "--log <level>",
    description: "info writes a line for each call to stderr, debug also what internal errors say",
    choices: ["off", "error", "info", "debug"],
  },
  logFile: { flags: "--log-file <file>", description: "add a line of JSON for each request to Zoom to this file" },
  auditFile: { flags: "--audit-file <file>", description: "add a line of JSON for each write to this file: who, what, on which ids, outcome" },
  verbose: { flags: "-v, --verbose", description: "short for --log info" },
  color: { flags: "--no-color", description: "no colours (also NO_COLOR)" },
} as const satisfies Record<string, GlobalFlag>;

export type GlobalName = keyof typeof GLOBAL_FLAGS;

/** What applies where nobody said anything. */
export const GLOBAL_DEFAULTS = { safety: "confirm", reveal: "personal", log: "off" } as const;

/** "--env-file", without short form and placeholder. */
export const longFlag = (flags: string): string => /--[^\s,]+/.exec(flags)?.[0] ?? flags;

/** "--env-file" → ZOOM_WEBINAR_ENV_FILE. */
export const variableOf = (flags: string): string => `ZOOM_WEBINAR_${longFlag(flags).slice(2).replaceAll("-", "_").toUpperCase()}`;

/** Flags that take the next word as their value. */
export const GLOBAL_VALUE_FLAGS: ReadonlySet<string> = new Set(
  Object.values(GLOBAL_FLAGS).flatMap(({ flags }) => (flags.includes("<") ? [longFlag(flags)] : [])),
);

const YES = /^(1|true|yes|on)$/i;

/** How things are shown: known before the command line is parsed, since failures of parsing are shown as well. */
export interface Display {
  json: boolean;
  /** Internal errors say what happened. */
  debug: boolean;
  /** Whether text for this stream is coloured. */
  isColored(stream: { isTTY?: boolean }): boolean;
}

/** Reads `--json`, `--no-color` and `--log debug` wherever they stand, and their variables. */
export const displayOf = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Display => {
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  const isOn = (flag: string) => words.includes(flag) || YES.test(env[variableOf(flag)] ?? "");
  const isPlain = isOn("--no-color") || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  return {
    json: isOn("--json"),
    debug: `${words.join(" ")} `.includes("--log debug ") || words.includes("--log=debug") || env.ZOOM_WEBINAR_LOG === "debug",
    isColored: ({ isTTY }) => isTTY === true && !isPlain,
  };
};
