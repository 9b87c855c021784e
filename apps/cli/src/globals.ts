import {
  describeSetting,
  LOG_LEVELS,
  placeholderOf,
  SESSION_SETTINGS,
  type SettingTable,
  switchOf,
  variableOf,
} from "@zoom-webinar/webinar-core/settings";

/** Settings of every command, before or after its own flags, in the order that help shows them; also read from ZOOM_WEBINAR_<FLAG>. */
export const GLOBAL_SETTINGS = {
  json: { kind: "switch", summary: "one JSON document on stdout, everything else on stderr" },
  ...SESSION_SETTINGS,
  yes: { kind: "switch", summary: "agree unseen: trusted for this one call (read-only still refuses)" },
  "confirm-token": { kind: "text", placeholder: "TOKEN", summary: "agree to a preview shown before, by its confirm_token" },
  log: {
    kind: "choice",
    values: LOG_LEVELS,
    default: "off",
    summary: "info writes a line for each call to stderr, debug also what internal errors say",
  },
  verbose: { kind: "switch", summary: "short for --log info" },
  "no-color": { kind: "switch", summary: "no colours (also NO_COLOR, whatever its value)" },
} as const satisfies SettingTable;

const SHORT: Readonly<Record<string, string>> = { verbose: "-v" };

/** One global flag as the parser takes it, with its description. */
export interface GlobalFlag {
  /** Name of the setting. */
  readonly name: string;
  /** "--env-file <file>". */
  readonly flags: string;
  readonly description: string;
  /** The value that counts if the flag is given more than once; null: the last one. */
  readonly strictest: string | null;
}

export const GLOBAL_FLAGS: readonly GlobalFlag[] = Object.entries(GLOBAL_SETTINGS).map(([name, setting]) => {
  const placeholder = placeholderOf(setting);
  const short = SHORT[name];
  return {
    name,
    flags: `${short === undefined ? "" : `${short}, `}--${name}${placeholder === null ? "" : ` <${placeholder.toLowerCase()}>`}`,
    description: describeSetting(setting),
    strictest: "strictest" in setting ? setting.strictest : null,
  };
});

/** Flags that take the next word as their value. */
export const GLOBAL_VALUE_FLAGS: ReadonlySet<string> = new Set(GLOBAL_FLAGS.flatMap(({ name, flags }) => (flags.includes("<") ? [`--${name}`] : [])));

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
  const isOn = (name: string) => words.includes(`--${name}`) || switchOf(env[variableOf(name)]) === true;
  const isPlain = isOn("no-color") || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb";
  return {
    json: isOn("json"),
    debug: `${words.join(" ")} `.includes("--log debug ") || words.includes("--log=debug") || env.ZOOM_WEBINAR_LOG === "debug",
    isColored: ({ isTTY }) => isTTY === true && !isPlain,
  };
};
