import {
  describeSetting,
  LOG_LEVELS,
  placeholderOf,
  SESSION_SETTINGS,
  type SettingTable,
  switchOf,
  variableOf,
} from "@zoom-webinar/webinar-core/doors/settings";
import type { DefaultValues } from "./config/defaults.ts";
import { VARIABLES } from "./config/variables.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "./output/formats/index.ts";
import type { OutputChoice } from "./output/output.ts";

/** Settings of every command, before or after its own flags, in the order that help shows them; also read from ZOOM_WEBINAR_<FLAG>. */
export const GLOBAL_SETTINGS = {
  text: { kind: "switch", summary: `${FORMATS.text.summary}: the default` },
  json: { kind: "switch", summary: FORMATS.json.summary },
  jsonl: { kind: "switch", summary: FORMATS.jsonl.summary },
  csv: { kind: "switch", summary: FORMATS.csv.summary },
  tsv: { kind: "switch", summary: FORMATS.tsv.summary },
  ...SESSION_SETTINGS,
  yes: { kind: "switch", summary: "agree without being asked: trusted for this one call (read-only still refuses)" },
  "confirm-token": { kind: "text", placeholder: "TOKEN", summary: "agree to a preview shown before, by its confirm_token" },
  log: {
    kind: "choice",
    values: LOG_LEVELS,
    default: "off",
    summary: "info writes a line for each call to stderr, debug also the text of internal errors",
  },
  verbose: { kind: "switch", summary: "short for --log info" },
  pager: { kind: "switch", summary: "show what is longer than the screen page by page, in PAGER or less" },
  "no-color": { kind: "switch", summary: "no colours (also NO_COLOR, with any value)" },
} as const satisfies SettingTable & Readonly<Record<FormatName, object>>;

const SHORT: Readonly<Record<string, string>> = { verbose: "-v", yes: "-y" };

/** One global flag as the parser takes it, with its description. */
export interface GlobalFlag {
  /** Name of the setting. */
  readonly name: string;
  /** "--log-file <file>". */
  readonly flags: string;
  readonly description: string;
  /** Another spelling, which help does not show. */
  readonly isHidden?: boolean;
  /** The value that counts if the flag is given more than once; null: the last one. */
  readonly strictest: string | null;
}

/** The flags of settings. */
export const SETTING_FLAGS: readonly GlobalFlag[] = Object.entries(GLOBAL_SETTINGS).flatMap(([name, setting]) => {
  const placeholder = placeholderOf(setting);
  const short = SHORT[name];
  const value = placeholder === null ? "" : ` <${placeholder.toLowerCase()}>`;
  const flag = {
    name,
    flags: `${short === undefined ? "" : `${short}, `}--${name}${value}`,
    description: describeSetting(setting),
    strictest: "strictest" in setting ? setting.strictest : null,
  };
  return "alsoFlag" in setting ? [flag, { ...flag, name: setting.alsoFlag, flags: `--${setting.alsoFlag}${value}`, isHidden: true }] : [flag];
});

/** Flags that say what the data looks like and where it goes. Not settings: a variable that names a file would overwrite it at each call. */
const OUTPUT_FLAGS: readonly GlobalFlag[] = [
  { name: "fields", flags: "--fields <a,b>", description: "only these fields of each row, dotted paths", strictest: null },
  {
    name: "output",
    flags: "--output <file>",
    description:
      "write the data to this file, in place of stdout; .csv, .json … choose the format. A .csv file begins with a byte order mark, for spreadsheets",
    strictest: null,
  },
  {
    name: "replace",
    flags: "--replace",
    description: "with --output or --folder: replace a file that is there; without it, such a file stays and is named",
    strictest: null,
  },
  {
    name: "raw",
    flags: "--raw",
    description: "with --csv, or --file of exports: no quote before cells that a spreadsheet would run as a formula",
    strictest: null,
  },
  { name: "each", flags: "--each", description: "who answered what, instead of counts (polls, survey, questions)", strictest: null },
];

/** Takes back what ZOOM_WEBINAR_PAGER asks for. */
const NO_PAGER: GlobalFlag = { name: "no-pager", flags: "--no-pager", description: "no pager", isHidden: true, strictest: null };

/** Every flag that all commands take. */
export const PROGRAM_FLAGS: readonly GlobalFlag[] = [...SETTING_FLAGS, NO_PAGER, ...OUTPUT_FLAGS];

/** Flags that take the next word as their value. */
export const GLOBAL_VALUE_FLAGS: ReadonlySet<string> = new Set(
  PROGRAM_FLAGS.flatMap(({ name, flags }) => (flags.includes("<") ? [`--${name}`] : [])),
);

/** Reads from a command line what the output has to be, wherever its flags are, and their variables, then the defaults: before it is parsed, since its failures are shown as well. */
export const readOutputChoice = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  defaults: DefaultValues,
): OutputChoice => {
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  const isGiven = (name: string) => words.includes(`--${name}`);
  const isOn = (name: string) => isGiven(name) || switchOf(env[variableOf(name)]) === true;
  const textOf = (name: string): string | undefined => {
    const at = words.findLastIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    const word = words[at];
    return word === undefined ? undefined : word.includes("=") ? word.slice(word.indexOf("=") + 1) : words[at + 1];
  };
  const log = textOf("log") ?? env.ZOOM_WEBINAR_LOG;
  return {
    formats: FORMAT_NAMES.filter(isGiven),
    preset: FORMAT_NAMES.find((name) => name === (VARIABLES.format(env)?.value ?? defaults.format)),
    fields:
      textOf("fields")
        ?.split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "") ?? null,
    file: textOf("output"),
    zone: textOf("zone") ?? VARIABLES.zone(env)?.value ?? defaults.zone,
    replaces: isGiven("replace"),
    isRaw: isGiven("raw"),
    showsEach: isGiven("each"),
    isPaged: isOn("pager") && !isGiven(NO_PAGER.name),
    isPlain: isOn("no-color") || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb",
    isDebugging: log === "debug",
  };
};

/** The long form of every global setting: no operation may have a field of the same name. */
export const globalFlagNames = (): readonly string[] => [...SETTING_FLAGS.map(({ name }) => `--${name}`), "--help", "--version"];
