import { join } from "node:path";
import { describeUnread, errnoOf, InputError, isZoomWebinarError, readPlainFile } from "@zoom-webinar/foundation";
import { SESSION_SETTINGS, type SettingTable } from "@zoom-webinar/webinar-core/doors/settings";
import { FORMAT_NAMES } from "../output/formats/index.ts";

/** What `config` keeps, in the order that it is listed. */
export const DEFAULT_SETTINGS = {
  host: {
    kind: "text",
    placeholder: "PERSON",
    summary: "host of webinars, by e-mail, id or name, if nothing else names one: no flag, no file, no sentence",
  },
  zone: SESSION_SETTINGS.zone,
  format: { kind: "choice", values: FORMAT_NAMES, summary: "form of the data if no flag such as --json asks for one" },
} as const satisfies SettingTable;

/** Name of a setting that `config` keeps. */
export type DefaultName = keyof typeof DEFAULT_SETTINGS;

/** Names of all of them. */
export const DEFAULT_NAMES = Object.keys(DEFAULT_SETTINGS) as readonly DefaultName[];

/** A person's own defaults, checked. */
export type DefaultValues = Readonly<Partial<Record<DefaultName, string>>>;

/** The defaults of a person, as far as they can be read. */
export interface Defaults {
  readonly values: DefaultValues;
  /** Why the file cannot be used; it is thrown by what would use it, so that help and `config` go on. */
  readonly fault: Error | undefined;
}

/** No defaults, for programs without a folder of their own. */
export const NO_DEFAULTS: Defaults = { values: {}, fault: undefined };

/** The file in the configuration folder. */
export const defaultsFile = (folder: string): string => join(folder, "config.json");

/** Reads what the file holds, keys of other versions included, or {} without a file. Throws `InputError` if it cannot be read or holds no object of texts. */
export const readDefaultsFile = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const wrong = (what: string, cause?: unknown) => InputError.at("config", `${file} ${what}`, "Correct the file, or remove it.", { cause });
  let text: string;
  try {
    text = Buffer.from(readPlainFile(file)).toString("utf8");
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes(errnoOf(cause) ?? "")) return {};
    throw wrong(describeUnread(cause), cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\u{feff}/u, ""));
  } catch (cause) {
    throw wrong("is not JSON", cause);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong("holds no JSON object");
  return { ...value };
};

/** The defaults that the file sets. Throws `InputError` that names the key at fault. */
export const checkDefaults = async (held: Readonly<Record<string, unknown>>): Promise<DefaultValues> => {
  const texts = DEFAULT_NAMES.flatMap((name): [DefaultName, string][] => {
    const value = held[name];
    if (value === undefined) return [];
    if (typeof value !== "string" || value.trim() === "" || /\p{Cc}/u.test(value)) throw InputError.at(name, "expected one line of text");
    return [[name, value.trim()]];
  });
  if (texts.length === 0) return {};
  const { readSettings } = await import("@zoom-webinar/webinar-core/doors");
  const given = new Map(texts.map(([name, text]) => [name, [text]] as const));
  const { values } = readSettings(DEFAULT_SETTINGS, given, {}, (name) => name);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};

/** Reads a person's defaults; a file at fault is kept as such, and thrown only by what needs it. */
export const readDefaults = async (folder: string): Promise<Defaults> => {
  try {
    return { values: await checkDefaults(await readDefaultsFile(defaultsFile(folder))), fault: undefined };
  } catch (error) {
    if (!isZoomWebinarError(error)) throw error;
    return { values: {}, fault: withFile(error, defaultsFile(folder)) };
  }
};

const withFile = (error: Error & { hint?: string | undefined }, file: string): Error =>
  error.message.includes(file)
    ? error
    : new InputError(`${file}: ${error.message}`, [], { hint: error.hint ?? "Correct it: zoom-webinar config set KEY VALUE.", cause: error });
